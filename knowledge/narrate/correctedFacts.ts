/** Facts by which a message puts an earlier answer right: 职称写错了，是副教授; 前面说两年，应该是三年. */
import type { Facts, Partner } from '../facts.ts';
import type { AnswerContext, Patch, Question } from '../question.ts';
import { withPartner } from '../questions/build.ts';
import { questionsOf } from '../questions/index.ts';
import { plainSpeech } from '../read/plainSpeech.ts';
import { maxInput, type Reading } from '../reading.ts';
import { anyDate, dates, factNames, questionNamed } from './factNames.ts';
import { locationIn } from './location.ts';
import { same } from './same.ts';
import { allStated, type Stated } from './stated.ts';

/** The facts put right, or the question whose answer was called wrong without a new one. */
export interface Corrected {
  stated: Stated[];
  reask?: string;
}

const slip = '(?:写|说|打|填|选|答|报|看|记|弄|搞|输|点|讲|算|选)(?:错|岔|漏|反|混|差|成|多|少)了?';
/** Says that something told before is wrong. */
const wrong = new RegExp(
  `${slip}|[少多][打写填说选]|(?<![没不])错了?(?=$|[,，。;；!！])|有误|(?<![是对])不对(?=$|[,，。了啊是])|更正|纠正|更改|改一下|要改|想改|改成|改为|修改|收回|撤回`,
);
/** Says so without naming what. */
const regrets = new RegExp(
  `${slip}|(?<![没不])错了?(?=$|[,，。;；!！])|更正|纠正|其实|实际上|抱歉|不好意思|刚才|前面|之前(?:说|填|写|报)|重新说|改口`,
);
/** 不是德国，是奥地利; 前面说两年，应该是三年; 把100万改成120万. */
const exchanges: readonly RegExp[] = [
  /不是([^,，。;；是]{1,20})[,，]?(?:而|应该|其实)*是(.{1,60})$/,
  /(?:前面|刚才|之前|上面|我)(?:我)?(?:说|写|填|报|选|答|打|讲)(?:的|成|了)?(?:是)?([^,，。;；]{1,20})[,，](?:其实|实际|现在)?(?:应该|应|实际|其实|正确的?|准确的?)(?:是|为|要)(.{1,60})$/,
  /(?:把)?([^,，。;；把]{1,20}?)(?:要|得|请|帮我)?改(?:成|为|(?=[\d一二两三四五六七八九十]))(.{1,40})$/,
  /(?:应该|应|其实|正确的?)(?:是|为)([^,，。]{1,30})[,，](?:不是|而不是)(.{1,20})$/,
];
const asks = /[?？]|吗[。.]?$|怎么改|能不能改|可以改|如果|要是|假如|假设|万一|行不行/;
const plain =
  /^(?:应该|应|其实|实际上?|正确的?|准确的?|现在|而|就|是|为|改成|改为|写成|,|，|:|：|执照上|证上|身份证上|的)+/;

/**
 * Reads a message as a correction of what is known; `undefined` when it is none. It has to say that something was
 * wrong, to exchange a known value for another, or to name a fact outright with another value than the known one.
 */
export function correctedFacts(text: string, context: AnswerContext): Corrected | undefined {
  if (text.length > maxInput || asks.test(text)) return undefined;
  const said = plainSpeech(text.normalize('NFKC')).trim();
  const exchanged = exchange(said, context);
  if (exchanged) return withOthers(exchanged, said, context);
  const parts = said.split(/[,，。;；!！]/).map((part) => part.trim());
  const at = parts.findIndex((part) => wrong.test(part));
  const named = at < 0 ? undefined : nameOf(parts[at] ?? '', context);
  if (named !== undefined) {
    const tail = (parts[at] ?? '').replace(new RegExp(`^.*?(?:${wrong.source})`), '');
    const rest = [tail, ...parts.slice(at + 1)].filter((part) => part !== '' && !excuse.test(part));
    const read = readAs(named, rest, context);
    if (read) return withOthers(read, said, context);
    const others = different(said, context).filter(({ question }) => question === named.id);
    return others.length ? { stated: others } : { stated: [], reask: named.id };
  }
  const denied = deniedIn(parts, said, context);
  if (denied) return denied;
  const stated = different(said, context);
  if (stated.length === 0) return regrets.test(said) ? readByName(parts, said, context) : undefined;
  return regrets.test(said) || wrong.test(said) ? { stated } : outright(said, stated, context.facts);
}

/** 自有资金不是80，财务说能出到120万: a named fact denied, then told anew. */
function deniedIn(parts: readonly string[], said: string, context: AnswerContext): Corrected | undefined {
  const at = parts.findIndex((part) => /不是[\p{Script=Han}\d]/u.test(part));
  const named = at < 0 ? undefined : nameOf((parts[at] ?? '').replace(/不是.*$/, ''), context);
  const read = named && readAs(named, parts.slice(at + 1), context);
  return read && withOthers(read, said, context);
}

/** 协议上日期其实没写; 刚刚说有博士，其实没有: the clause named is read by its own reader. */
function readByName(parts: readonly string[], said: string, context: AnswerContext): Corrected | undefined {
  for (const [i, part] of parts.entries()) {
    const named = nameOf(part, context);
    if (named === undefined) continue;
    const later = parts.slice(i + 1).find((each) => /^(?:其实|实际上?)/.test(each));
    const words = /(?:刚才|刚刚|前面|之前)[^,，]*[说填写选答]/.test(part) ? later : part.replace(/其实|实际上?/g, '');
    const read = words === undefined ? undefined : readAs(named, [words], context);
    if (read && contradicts(read.patch, context.facts)) return withOthers(read, said, context);
  }
  return undefined;
}

/** 少打了个数, 我记成去年的了: why it was wrong. */
const excuse = /少打|多打|手滑|手误|打快了|我记成|看花|没注意|不好意思|抱歉|^(?:请|麻烦|帮我)?(?:改|更正)一?下?$/;

/** The question named beside the wrong, if something of it is known. */
function nameOf(part: string, context: AnswerContext): Question | undefined {
  const id = questionNamed(part.replace(/^(?:我|刚才|前面|之前|那个|上面|的)+/, ''));
  const all = questionsOf(context.guide).filter((each) => knows(each, context));
  const question = all.find((each) => each.id === id);
  if (question || !anyDate.test(part)) return question;
  const dated = all.filter((each) => dates.some((one) => one === each.id));
  return dated.length === 1 ? dated[0] : undefined;
}

function knows(question: Question, { facts, index }: AnswerContext): boolean {
  if (question.id === 'unit.registration' && facts['unit.location'] !== undefined) return true;
  return question.settles.some((path) => {
    const [root = path, field] = path.split('[].');
    const value = (facts as Record<string, unknown>)[root];
    if (field === undefined || root !== 'partners') return value !== undefined;
    return facts.partners?.[index]?.[field as keyof Partner] !== undefined;
  });
}

/** Reads the rest of the message as a new answer: whole, then clause by clause. */
function readAs(question: Question, rest: readonly string[], context: AnswerContext): Stated | undefined {
  const fresh = { ...context, facts: without(question, context.facts) };
  for (const words of [rest.join('，'), ...rest].map((each) =>
    each.replace(plain, '').replace(/(?:哈|的|了|啊|呢)$/, ''),
  )) {
    if (words === '') continue;
    const reading = readIn(question, words, fresh, context);
    const location = question.id === 'unit.registration' ? locationIn(words) : undefined;
    const value: Patch = {
      ...(reading?.is === 'value' ? reading.value : {}),
      ...(location !== undefined && { 'unit.location': location }),
    };
    // 方向四 alone tells nothing new of the topic.
    if (/^(?:选题)?(?:方向)?第?[\d一二三四五六七八九十]{1,3}(?:个|号)?(?:方向)?$/.test(words)) delete value.topic;
    const patch = changesIn(keeping(value, context), context.facts);
    if (Object.keys(patch).length > 0) return { question: question.id, patch, evidence: words };
  }
  return undefined;
}

/** By the question's reader, or by that of a part of it which was answered before. */
function readIn(
  question: Question,
  words: string,
  fresh: AnswerContext,
  context: AnswerContext,
): Reading<Patch> | undefined {
  const whole = question.read(words, fresh);
  if (whole?.is === 'value') return whole;
  const name =
    question.id === 'partner.who'
      ? /^[^,，的]{2,30}(?:大学|学院|研究所|研究院|公司|医院|中心)$/.exec(words)?.[0]
      : undefined;
  if (name !== undefined && !/^(?:一|某|那)/.test(name)) return { is: 'value', value: withPartner(fresh, { name }) };
  for (const [id, part] of Object.entries(question.parts ?? {})) {
    if (!(id in context.facts)) continue;
    const reading = part.read(words, fresh);
    if (reading?.is === 'value') return reading;
  }
  return whole;
}

/** What is known of the question itself completes no new answer. */
function without(question: Question, facts: Facts): Facts {
  const { settles } = question;
  return Object.fromEntries(Object.entries(facts).filter(([id]) => !settles.includes(id)));
}

/** A partner keeps its other fields; in another country the old town no longer holds. */
function keeping(patch: Patch, { facts, index }: AnswerContext): Patch {
  const before = facts.partners;
  const said = patch.partners?.[index];
  if (!before || !said) return patch;
  const old = { ...before[index] };
  if (said.country !== undefined && said.country !== old.country) delete old.city;
  return { ...patch, partners: before.map((each, i) => (i === index ? { ...old, ...said } : each)) };
}

function changesIn(patch: Patch, facts: Facts): Patch {
  const known = facts as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(patch).filter(([id, value]) => value !== undefined && !same(known[id], value)),
  );
}

/** An exchange counts when the value given up is the known one of just one question, or the question is named. */
function exchange(said: string, context: AnswerContext): Stated | undefined {
  for (const form of exchanges) {
    const hit = form.exec(said);
    if (!hit) continue;
    const [old = '', next = ''] = form === exchanges[3] ? [hit[2], hit[1]] : [hit[1], hit[2]];
    const named = nameOf(said.slice(0, hit.index) + (form === exchanges[2] ? old : ''), context);
    const meant = named ? [named] : questionsOf(context.guide).filter((question) => isKnown(question, old, context));
    const [question] = meant;
    if (question === undefined || meant.length > 1) continue;
    const read = readAs(question, [next], context);
    if (read) return read;
  }
  return undefined;
}

/** Whether the words, as an answer to the question, give what is known. */
function isKnown(question: Question, words: string, context: AnswerContext): boolean {
  if (!knows(question, context) || !factNames.some(([id]) => id === question.id)) return false;
  const reading = question.read(words, { ...context, facts: without(question, context.facts) });
  if (reading?.is !== 'value') return false;
  const { partners, ...others } = reading.value;
  const known = context.facts as Record<string, unknown>;
  const mine = Object.entries(context.facts.partners?.[context.index] ?? {});
  const said = Object.entries(partners?.[context.index] ?? {}).filter(([field]) => mine.some(([id]) => id === field));
  const entries = Object.entries(others).filter(([id]) => id in known);
  return (
    said.length + entries.length > 0 &&
    entries.every(([id, value]) => same(known[id], value)) &&
    said.every(([field, value]) => mine.some(([id, before]) => id === field && same(before, value)))
  );
}

/** What the text states besides and otherwise than known; facts not known before come along. */
function different(said: string, context: AnswerContext): Stated[] {
  const found = allStated(said, context, 'self').flatMap((one) => {
    const patch = changesIn(keeping(one.patch, context), context.facts);
    return Object.keys(patch).length ? [{ ...one, patch }] : [];
  });
  return found.some(({ patch }) => contradicts(patch, context.facts)) ? found : [];
}

function contradicts(patch: Patch, facts: Facts): boolean {
  const known = facts as Record<string, unknown>;
  return Object.entries(patch).some(([id, value]) => {
    const before = known[id];
    if (before === undefined) return false;
    if (id !== 'partners') return !same(before, value);
    const said = (value ?? []) as readonly Partner[];
    return (facts.partners ?? []).some((partner, i) =>
      Object.entries(partner).some(([field, old]) => !same(said[i]?.[field as keyof Partner], old)),
    );
  });
}

function withOthers(read: Stated, said: string, context: AnswerContext): Corrected {
  const facts = { ...context.facts, ...read.patch } as Facts;
  const others = allStated(said, { ...context, facts }, 'self', [read.question]).flatMap((one) => {
    const patch = changesIn(one.patch, facts);
    return Object.keys(patch).length ? [{ ...one, patch }] : [];
  });
  return { stated: [read, ...others] };
}

const subject = /^(?:我(?!们)|我们|负责人|本人|公司|单位|学校|外方|合作方|对方|那个外方|项目|申请)/;

/** Without a word that anything was wrong, the fact must be named; another country may be another partner. */
function outright(said: string, stated: readonly Stated[], facts: Facts): Corrected | undefined {
  const denied = /不是|没有|并非/.test(said);
  const sure = stated.filter(({ question, evidence }) => {
    if (question === 'partner.who' || question === 'participants') return denied;
    const name = factNames.find(([id]) => id === question)?.[1];
    return subject.test(evidence) || name?.test(evidence) === true;
  });
  return sure.some(({ patch }) => contradicts(patch, facts)) ? { stated: sure } : undefined;
}

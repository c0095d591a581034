/** Facts by which a message puts an earlier answer right: 职称写错了，是副教授; 前面说两年，应该是三年. */
import type { Facts } from '../facts.ts';
import type { AnswerContext, Question } from '../question.ts';
import { questionsOf } from '../questions/index.ts';
import { plainSpeech } from '../read/plainSpeech.ts';
import { maxInput } from '../reading.ts';
import { anyDate, dates, factNames, questionNamed } from './factNames.ts';
import { moreExact } from './moreExact.ts';
import { changesIn, contradicts, isKnown, keeping, knows, readAs } from './readAgain.ts';
import { allStated, type Stated } from './stated.ts';

/** The facts put right, or the question whose answer was called wrong without a new one. */
export interface Corrected {
  stated: Stated[];
  reask?: string;
}

const slip = '(?:写|说|打|填|选|答|报|看|记|弄|搞|输|点|讲|算|选)(?:错|岔|漏|反|混|差|成|多|少)了?';
/** Says that something told before is wrong. */
const wrong = new RegExp(
  `${slip}|(?:外方|合作方|合作单位)换了?(?=$|[,，成])|[少多][打写填说选]|(?<![没不])错了?(?=$|[,，。;；!！])|有误|(?<![是对])不对(?=$|[,，。了啊是])|更正|纠正|补一下|更改|改一下|要改|想改|改成|改为|修改|收回|撤回`,
);
/** Says so without naming what. */
const regrets = new RegExp(
  `${slip}|(?<![没不])错了?(?=$|[,，。;；!！])|更正|纠正|其实|实际上|抱歉|不好意思|想起来|漏[说写填报]|手滑|手误|记岔|又[翻看查核]|不止|^[哦噢哎呀]|刚才|前面|之前(?:说|填|写|报)|重新说|改口`,
);
/** 不是德国，是奥地利; 前面说两年，应该是三年; 把100万改成120万. */
const exchanges: readonly RegExp[] = [
  /不是([^,，。;；是]{1,20})[,，]?(?:而|应该|其实|我们?|本单位|现在)*是(.{1,60})$/,
  /(?:前面|刚才|之前|上面|我)(?:我)?(?:说|写|填|报|选|答|打|讲)(?:的|成|了)?(?:是)?([^,，。;；]{1,20})[,，](?:其实|实际|现在)?(?:应该|应|实际|其实|正确的?|准确的?)(?:是|为|要)(.{1,60})$/,
  /(?:把)?([^,，。;；把]{1,20}?)(?:要|得|请|帮我)?改(?:成|为|报|到|(?=[\d一二两三四五六七八九十]))(.{1,40})$/,
  /(?:应该|应|其实|正确的?)(?:是|为)([^,，。]{1,30})[,，](?:不是|而不是)(.{1,20})$/,
  /(?:^|我们?|方|[,，])是([^,，。是]{1,20}?)的?[,，]?(?:而)?不是([^,，。是]{1,20})$/,
  /^([^,，。]{1,12}?)(?:我)?(?:说|写|填|报|选|答|打)错了?[,，]?(?:应该|其实|现在)*是(.{1,40})$/,
];
const asks = /[?？]|吗[。.]?$|怎么改|能不能改|可以改|如果|要是|假如|假设|万一|行不行/;

/**
 * Reads a message as a correction of what is known; `undefined` when it is none. It has to say that something was
 * wrong, to exchange a known value for another, or to name a fact outright with another value than the known one — but
 * not in an answer to the `open` question.
 */
export function correctedFacts(text: string, context: AnswerContext, open?: string): Corrected | undefined {
  if (text.length > maxInput || asks.test(text)) return undefined;
  const said = plainSpeech(text.normalize('NFKC')).trim();
  const parts = said.split(/[,，。;；!！]/).map((part) => part.trim());
  if (open !== undefined && answers(open, text, context) && !ofBefore(parts, said, context)) return undefined;
  const exact = moreExact(said, context);
  if (exact) return withOthers(exact, said, context);
  const exchanged = exchange(said, context);
  if (exchanged) return withOthers(exchanged, said, context);
  const at = parts.findIndex((part) => wrong.test(part) && part.length <= 24 && !/作废|重新/.test(part));
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
  if (regrets.test(said) || wrong.test(said)) return { stated };
  return outright(said, stated, context.facts);
}

function answers(open: string, text: string, context: AnswerContext): boolean {
  const asked = questionsOf(context.guide).find((each) => each.id === open);
  return asked?.read(text, context)?.is === 'value';
}

/** Whether an answer to the open question also takes back something told before (刚才职称写错了). */
function ofBefore(parts: readonly string[], said: string, context: AnswerContext): boolean {
  if (/刚才|刚刚|前面|之前|上面|上一题/.test(said) && (wrong.test(said) || regrets.test(said))) return true;
  return parts.some((part) => wrong.test(part) && nameOf(part, context) !== undefined);
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

/** An exchange counts when the value given up is the known one of just one question, or the question is named. */
function exchange(said: string, context: AnswerContext): Stated | undefined {
  for (const form of exchanges) {
    const hit = form.exec(said);
    if (!hit) continue;
    const [old = '', next = ''] = form === exchanges[3] || form === exchanges[4] ? [hit[2], hit[1]] : [hit[1], hit[2]];
    const named = nameOf(said.slice(0, hit.index) + (form === exchanges[2] ? old : ''), context);
    const known = named ? [named] : questionsOf(context.guide).filter((question) => isKnown(question, old, context));
    const meant = known.length > 1 ? ofSide(said.slice(0, hit.index), known) : known;
    const [question] = meant;
    if (question === undefined || meant.length > 1) continue;
    const read = readAs(question, [next], context);
    if (read) return read;
  }
  return undefined;
}

/** 单位不是高校: of what may be meant, that of the side named in front. */
function ofSide(before: string, meant: readonly Question[]): readonly Question[] {
  const side = /外方|合作方|对方|合作单位|境外/.test(before)
    ? 'partner.'
    : /单位|我们|公司|学校/.test(before) && 'unit.';
  return side ? meant.filter(({ id }) => id.startsWith(side)) : meant;
}

/** What the text states besides and otherwise than known; facts not known before come along. */
function different(said: string, context: AnswerContext): Stated[] {
  const found = allStated(said, context, 'self').flatMap((one) => {
    const patch = changesIn(keeping(one.patch, context), context.facts);
    return Object.keys(patch).length ? [{ ...one, patch }] : [];
  });
  return found.some(({ patch }) => contradicts(patch, context.facts)) ? found : [];
}

function withOthers(read: Stated, said: string, context: AnswerContext): Corrected {
  const facts = { ...context.facts, ...read.patch } as Facts;
  const others = allStated(said, { ...context, facts }, 'self', [read.question]).flatMap((one) => {
    const patch = changesIn(one.patch, facts);
    return Object.keys(patch).length ? [{ ...one, patch }] : [];
  });
  return { stated: [read, ...others] };
}

const ownSubject = /^(?:我|本(?:人|单位|校|院|所)|负责人|公司|单位|学校|申报单位|自有|自筹|2\d{3}年的审计|审计)/;
const subject = /^(?:我(?!们)|我们|负责人|本人|公司|单位|学校|外方|合作方|对方|那个外方|项目|申请)/;

/** Without a word that anything was wrong, the fact must be named; another country may be another partner. */
function outright(said: string, stated: readonly Stated[], facts: Facts): Corrected | undefined {
  const denied = /不是|没有|并非/.test(said);
  const sure = stated.filter(({ question, evidence }) => {
    if (question === 'partner.who' || question === 'participants') return denied;
    if (/^(?:unit|lead)\./.test(question)) return ownSubject.test(evidence);
    if (question === 'agreement.signed') return /外方|中方|我方|双方|对方|这次|合作协议/.test(evidence);
    const name = factNames.find(([id]) => id === question)?.[1];
    return subject.test(evidence) || name?.test(evidence) === true;
  });
  return sure.some(({ patch }) => contradicts(patch, facts)) ? { stated: sure } : undefined;
}

/**
 * Questions about the guide, at any point of a talk: whether a message asks, and what is answered. No fact is touched;
 * an answer to the open question goes before everything here.
 */
import { ask } from '../knowledge/answer/ask.ts';
import type { Answer } from '../knowledge/answer/compose.ts';
import { weightOf } from '../knowledge/answer/lexicon.ts';
import { read } from '../knowledge/answer/readQuestion.ts';
import { isQuestion } from '../knowledge/read/sureness.ts';
import { saysUnknown, statements } from '../knowledge/read/tidy.ts';
import type { CaseRecord } from '../state/conversation.ts';
import { takeBehalf } from './behalf.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';
import type { Frame } from './verdict.ts';

/** Longer messages are looked at where questions stand: at their beginning and at their end. */
const looked = 400;
/** Longer messages tell something; they ask only when they say so. */
const shortEnough = 60;

/** Asks in English, or in words that may also stand in a remark: counts only when there is an answer to it. */
const mayAsk =
  /多少|多久|多大|多长|几[个项家年月号岁篇次份天]|哪|谁|怎么|怎样|如何|咋|什么|啥|吗|么$|呢$|能不能|可不可以|可以不|行不行|是否|要不要|算不算|有没有|够不够|^(?:what|which|how|who|when|where|why|can|could|does|do|is|are|may|should|must)\b/i;
const remark =
  /[没不无][^,，。]{0,3}(?:什么|啥|多少|怎么|谁|哪)|(?:什么|啥|谁|哪|怎么)[^,，。]{0,6}[都也]|什么的$|呗$|着呢$|没.{0,4}呢$|多少.+多少|[谁哪几][^,，。]{0,8}还[在没]/;
/** Ends a bare topic that wants to be told: 方向七考核指标, 年龄要求. */
const wanted =
  /(?:要求|条件|标准|限制|规定|上限|下限|指标|名单|清单|目录|时间|期限|年限|日期|金额|额度|比例|数量|个数|项目数|立项数|流程|程序|步骤|格式|模[板版]|方式|范围|资格|依据|材料|区别|定义|电话|网址)$/;
/** Tells something of one's own; then nothing is wanted. */
const tells = /我|咱|本人|本单位|已|了|没|不|正在|打算|准备|[都也]有|是/;
/** By themselves they ask nothing. */
const amounts: readonly string[] = ['date', 'age', 'amount', 'duration', 'title'];
/** Says nothing by itself. */
const filler =
  /请问|问一下|问下|想问|想知道|查一下|关于|对于|一下|那么?|的|和|与|及|呢|吗|[\s，。、,.?？!！:：;；“”"'《》（）()\-~]/g;

/** Ends that ask whatever stands before them, and 在不在 anywhere. */
const surelyAsks =
  /(?:是(?:什么|啥|哪[些个天家年]|多少|谁)|(?:有|要|写|含|包括|需要?)(?:哪些|什么|啥)|多少[钱万年岁个项篇份]?元?|(?<![十第这那哪好])几[个项年月号岁篇份]|怎么[写办算报填交做]|如何[写办算报填交做认定]+|什么(?:要求|条件|时候|材料|标准)|谁[开出盖签批审报]|[吗么])$|(?<![不没])(\p{Script=Han})不\1|^(?:what|which|how|who|when|where|why|can|could|does|do|is|are|may|should|must)\s\S+\s/iu;
/** The same words in what somebody does not know, has looked up, or leaves open. */
const aside =
  /[没不无未][^,，。]{0,4}(?:什么|啥|多少|哪|谁)|不管|不论|无论|忘|晓得|知道|清楚|[查问看]了|说了|差不[多离]|了不|多少.+多少/;

/** 好不好卖先进不先进都写了, 扯皮了怎么办没写: what stands in a paper, told in the words of a question. */
const written =
  /(?:(\p{Script=Han})不\1|怎么|如何|哪|谁|什么|啥|几|多少)[^,，。;；?？]{0,16}(?:[都也均全](?:已经?)?|还?[没未冇]有?)(?:写|提|约定|明确|说明|列|载明)/u;

const surely = (clause: string): boolean =>
  surelyAsks.test(clause) && !aside.test(clause) && !written.test(clause) && !saysUnknown(clause);

/** Whether the message is a question by its form alone. */
export function isAsking(text: string): boolean {
  const last =
    bare(text.slice(-looked))
      .split(/[,，。;；!！\n]/)
      .at(-1) ?? '';
  return isQuestion(text.slice(0, looked)) || (text.length > looked && isQuestion(text.slice(-looked))) || surely(last);
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/[?。.!~\s]+$/, '')
    .replace(/(?<=[\p{Script=Han}\d])\s+(?=[\p{Script=Han}\d])/gu, ',');

/**
 * Whether the message asks and tells nothing: what it names (日本高松和南昌是友好城市吗) answers no question. A bare 方向七？
 * may well be an answer.
 */
export function asksOnly(text: string): boolean {
  const said = bare(text);
  const clauses = said.split(/[,。;:!、\n]/);
  const last = clauses.at(-1) ?? '';
  if (clauses.length === 1 && surely(said)) return true;
  return isQuestion(said) && statements(said) === undefined && (isQuestion(last) || surely(last));
}

/** The message as a question about the guide. */
export function aboutTheGuide(text: string, record: CaseRecord, frame: Frame): Turn {
  return turnOf(answered(text, frame), record);
}

interface Consultation {
  answer: Answer;
  memory: NonNullable<Turn['memory']>;
}

/** The answer in this talk: what was asked before stands behind it. */
function answered(text: string, { guide: ofCase, overlay, onFile, today, consulted, language }: Frame): Consultation {
  const guide = onFile?.[0] ?? ofCase;
  const laid = guide === ofCase ? overlay : (guide.laid?.overlay ?? null);
  // Who is spoken to in English is answered so, whatever the words of a button were; in a Chinese talk the question's own language counts.
  const spoken = language === 'zh' ? {} : { language };
  return ask({ text, guide, overlay: laid, onFile, ofCase, today, memory: consulted?.memory, ...spoken });
}

function turnOf({ answer, memory }: Consultation, record: CaseRecord): Turn {
  return { record, said: [answer.answer], replies: [], basis: basisOf(answer), answer, memory };
}

/** What an answer rests on, for the transcript. */
export function basisOf({ status, citations }: Answer): NonNullable<Reply['basis']> {
  return { answerStatus: status, citations };
}

/**
 * What is answered to a message that did not answer the open question; undefined when it asks nothing: a statement that
 * misses the question is no question.
 * @param at `welcome`: before any interview, where a bare 方向七 cannot be an answer
 */
export function consultation(text: string, frame: Frame, at: 'talk' | 'welcome' = 'talk'): Consultation | undefined {
  if (isAsking(text)) return answered(text, frame);
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[。.!！~～]+$/, '');
  if (plain.length > shortEnough) return undefined;
  const hinted =
    mayAsk.test(
      plain
        .split(/[,，。;；!！]/)
        .at(-1)
        ?.trim() ?? '',
    ) &&
    !remark.test(plain) &&
    !saysUnknown(plain);
  if (!hinted && !isTopic(plain, frame, at)) return undefined;
  const found = answered(text, frame);
  return found.answer.status === 'answered' ? found : undefined;
}

/** A few words that only name what somebody wants to know; in a talk they must say that something is wanted. */
function isTopic(text: string, { guide }: Frame, at: 'talk' | 'welcome'): boolean {
  if (tells.test(text) || (at === 'talk' && !wanted.test(text))) return false;
  const { text: spelt, touched, mentions } = read(text, guide);
  const spans = [...touched, ...mentions];
  const names =
    mentions.some(({ is }) => !amounts.includes(is)) || touched.some(({ concept }) => weightOf(concept) >= 0.5);
  if (!names) return false;
  const rest = [...spelt].filter((_, at) => !spans.some(({ start, end }) => at >= start && at < end)).join('');
  return rest.replace(filler, '').length * 4 <= spelt.replace(filler, '').length;
}

/** Holds words that ask, and not in a remark. */
export const wonders = (clause: string): boolean => mayAsk.test(clause) && !remark.test(clause) && !saysUnknown(clause);

/** What a message tells beside what it asks (方向七要几篇论文 tells nothing): the clauses that ask for nothing. */
export function toldBeside(text: string): string {
  const clauses = text.slice(0, looked).match(/[^,，。;；!！?？\n]+[,，。;；!！?？\n]*/g) ?? [];
  return clauses
    .filter((each) => {
      const plain = bare(each);
      return (
        !/[?？]/.test(each) && !isAsking(plain) && (!mayAsk.test(plain) || remark.test(plain) || saysUnknown(plain))
      );
    })
    .join('');
}

/** The message as a question, when it is one. */
export function asQuestion(text: string, record: CaseRecord, frame: Frame): Turn | undefined {
  const found = consultation(text, frame);
  return found && turnOf(found, record);
}

/** A question where the talk asked who is asking: only what plainly tells it (帮张老师问一下…) is also taken. */
export function askedAtStart(text: string, asked: 'behalf' | 'behalf.name', record: CaseRecord, frame: Frame): Turn {
  if (asked === 'behalf.name') return aboutTheGuide(text, record, frame);
  const told = takeBehalf(text, record, frame.language, 'opening').record;
  return aboutTheGuide(text, told, frame);
}

/** The question that stands behind an answer (没有。对了，这个项目一般给多少钱？), answered beside it. */
export function withQuestionBeside(text: string, turn: Turn, frame: Frame): Turn {
  const found = beside(text, frame);
  if (!found) return turn;
  const about = turnOf(found, turn.record);
  return {
    ...about,
    said: [...turn.said, ...about.said],
    replies: turn.replies,
    basis: { ...turn.basis, ...about.basis },
  };
}

function beside(text: string, frame: Frame): Consultation | undefined {
  const [, ...later] = text.slice(-looked).split(/(?<=[。！!；;\n?？])|[,，](?=对了|顺便|另外|请问|想问)/);
  const plain = later.find(
    (each) => isQuestion(each) && /[?？]\s*$|^(?:对了|顺便|另外|请问|想问|问一下)/.test(each.trim()),
  );
  if (plain !== undefined) return answered(plain, frame);
  // Behind a comma it may belong to the answer (有营业执照，算独立法人吗): only what the guide answers is told.
  const [, ...clauses] = text.slice(-looked).split(/[,，]/);
  const last = clauses.at(-1)?.trim() ?? '';
  const asks = /[?？]$/.test(last) ? isQuestion(last) : surely(bare(last)) || wonders(last);
  if (last.length < 7 || !asks) return undefined;
  const found = answered(last, frame);
  return found.answer.status === 'answered' ? found : undefined;
}

/** Somebody wants a person: the wish stands in the transcript. */
export const wantsPerson = { answerStatus: 'person' } as const;

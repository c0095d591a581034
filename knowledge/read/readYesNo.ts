/** Yes, no, not yet or partly, from what people type instead of pressing a button. */
import type { Reading } from '../reading.ts';
import { asItIs, isPending, isSpoilt, type State, stateOf } from './polarity.ts';
import {
  ask,
  clauses,
  saysMaybe,
  saysProbably,
  saysUnknown,
  stated,
  statements,
  tidy,
  unknown,
  value,
} from './tidy.ts';

export type YesNo = State;

/** Words of the question itself, which answer it alone (独立法人) or deny it (分公司). */
export interface AboutYesNo {
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  /** The thing asked about: where a clause names it, clauses about other things decide nothing. */
  readonly thing?: RegExp;
  /** What shows that the thing is there without a verb that says so (函号〔2023〕5号, 是黄色的). */
  readonly shown?: RegExp;
  /** Clauses about something else (材料交了). */
  readonly aside?: RegExp;
}

const bareYes =
  /^(?:是|对|嗯|恩|有|好|行|可以|能|会|要|需要|同意|当然|肯定|必须|没错|没问题|没有问题|没毛病|正确|确实|属实|具备|具有|完成|齐|全|够|yes|y|ok|okay|yep|yeah|yea|sure|true|[√✓✔☑])+(?:的|了|滴|哒|呢|嘞)*$/;
const bareNo =
  /^(?:否|不|没|无|非|未|没有|木有|冇|莫得|不是|不能|不会|不行|不可以|不要|不用|不需要|不同意|不对|不涉及|no|n|nope|not|false|[×x✗✘✖])(?:的|滴)?$/;
const filler = /^(?:我们?|咱们|他|她|目前|现在|其实|本来|原来|都|全|也|均|真的|完全|根本|应该|应当|绝对|从来)+(?=.)/;
const acknowledges = /^(?:是|对|嗯|恩|好|行|ok)+(?:的|了|滴)?$/;
const confirm = '请确认后回复“是”或“不是”；确实不清楚，就回复“不清楚”。';
/** Reads 是/否, with 还没, 就差一点, double denials and 应该不是吧. A question gives `undefined`. */
export function readYesNo(text: string, about: AboutYesNo = {}): Reading<YesNo> | undefined {
  const said = statements(text);
  // 应该算吧？ asks to be confirmed: whatever stands beside it is a guess as well.
  if (/吧\?/.test(tidy(text) ?? '')) return ask(confirm);
  if (said === undefined) return undefined;
  const whole = said.join('。');
  if (/^(?:对了|好像|行业)[^,。]*$/.test(whole) && !saysMaybe(whole)) return undefined;
  const parts = afterChecking(clauses(said.map(withoutDoubleDenial)));
  if (parts.some((part) => isBareUnknown(part) && !forgotten(part, parts))) return unknown;
  if (parts.length > 0 && parts.every((part) => /导师|同事|同学|爱人|前任|别人|其他人/.test(part))) return undefined;
  const sure = stated(said.map(withoutDoubleDenial));
  const answers = parts
    .filter((part) => sure.includes(part) || forgotten(part, parts))
    .map((part) => ({ part, is: forgotten(part, parts) ? ('no' as const) : classify(part, about) }));
  const heard = aboutThing(
    answers.flatMap(({ part, is }) => (is === undefined ? [] : [{ part, is }])),
    about,
  );
  const answer = combine(heard);
  const decided = asItIs(heard).filter(({ part }) => !saysMaybe(part) || isPending(part));
  if (
    saysMaybe(whole) &&
    !firmBeside(decided, parts) &&
    (answer !== undefined || /可能|好像|大概|估计|也许/.test(whole))
  )
    return ask(confirm);
  if (answer === undefined) return saysUnknown(whole) ? unknown : undefined;
  return saysProbably(whole) ? value(answer, `按“${say(answer, whole)}”记。`) : value(answer);
}

/**
 * As `readYesNo`, but only where every clause that decides is a plain yes or no (没有, 不是的, 应该没有吧): for
 * questions about several things, in which 内容不一样 or 法务没看过 is no answer.
 */
export function readPlainYesNo(text: string): Reading<YesNo> | undefined {
  const reading = readYesNo(text);
  if (reading?.is !== 'value') return reading;
  const parts = afterChecking(clauses((statements(text) ?? []).map(withoutDoubleDenial))).filter(
    (part) => !saysUnknown(part),
  );
  return parts.every((part) => classify(part, {}) === undefined || isPlain(part)) ? reading : undefined;
}

function isPlain(part: string): boolean {
  const clause = part.replace(filler, '').replace(/吧$/, '');
  return (
    bareYes.test(clause) ||
    bareNo.test(clause) ||
    /^(?:(?:还|暂时?|目前|尚)没有?(?:呢|啊|的)?|暂无|尚无|没呢)$/.test(part)
  );
}

/** 不是没有 says 有; 没有不签的 says that all signed. */
function withoutDoubleDenial(sentence: string): string {
  return sentence
    .replace(/不是没有?(?=[写签盖开办标做])|没有(?:谁|哪家|一家|一个)?(?:不|没有?)(?=[写签盖开办标做同])/g, '都')
    .replace(/^(都[写签盖开办标做同]意?)的?(?=$|[,。;])/, '$1好了')
    .replace(/(?:不是|不会|并非|不可能)没有?/g, '有')
    .replace(/没有没有/g, '没有')
    .replace(/不是不是/g, '不是');
}

/** 问过了，没有: what came before the asking no longer counts. */
function afterChecking(parts: readonly string[]): string[] {
  const at = parts.findLastIndex((part) =>
    /^(?:我|刚|刚才|现在|已经)?(?:问|查|核实|确认|落实)(?:过|清楚|到|好)?了?(?:一下)?$/.test(part),
  );
  return at >= 0 && at < parts.length - 1 ? parts.slice(at + 1) : [...parts];
}

/** 签字标了，有效期忘了: beside what was done, 忘了 means that the rest was not. */
function forgotten(part: string, parts: readonly string[]): boolean {
  if (/(?:时候?|当时|那天|那会儿?|[给搞]|光顾[^,]{0,8})忘记?了$/.test(part)) return true;
  return (
    /.忘记?了$/.test(part) &&
    !/[我他她也都]忘记?了$/.test(part) &&
    parts.some((other) => /[标签盖写开办]了/.test(other) || bareNo.test(other))
  );
}

/** What is said of the thing itself, and bare answers; what is said beside it counts where nothing else is said. */
function aboutThing(
  heard: readonly { part: string; is: YesNo }[],
  { thing, aside }: AboutYesNo,
): readonly { part: string; is: YesNo }[] {
  const here = aside === undefined ? heard : heard.filter(({ part }) => !aside.test(part) || thing?.test(part));
  if (thing === undefined || !here.some(({ part }) => thing.test(part))) return here;
  return here.filter(({ part }) => thing.test(part) || isPlain(part));
}

/** 还没弄，估计又是我翻: the guess stands beside a firm answer and is about something else. */
function firmBeside(decided: readonly { part: string; is: YesNo }[], parts: readonly string[]): boolean {
  if (decided.length === 0) return false;
  return parts.every(
    (part) => !saysMaybe(part) || isPending(part) || (part.length > 6 && classify(part, {}) === undefined),
  );
}

function isBareUnknown(part: string): boolean {
  return (
    saysUnknown(part) &&
    part
      .replace(/(\p{Script=Han})[没不]有?\1|有没有|到底|反正/gu, '')
      .replace(/[我也还真这个倒得要去先再一下太很大的吧呢具体目前现在暂时人事科研处单位]/g, '').length <= 4
  );
}

function classify(part: string, about: AboutYesNo): YesNo | undefined {
  const clause = part.replace(filler, '').replace(/吧$/, '');
  if (/^对了/.test(clause)) return undefined;
  if (bareYes.test(clause) || /^都?[全齐]了?$/.test(part)) return 'yes';
  if (bareNo.test(clause)) return 'no';
  if (about.no?.some((word) => clause.includes(word))) return /不是|没有|非/.test(clause) ? undefined : 'no';
  const named = about.yes?.some((word) => clause.includes(word)) === true;
  const is = stateOf(clause);
  if (is === 'no' && !named && /不是./.test(clause)) return undefined;
  if (is !== undefined || named) return is ?? 'yes';
  return about.shown?.test(clause) && !/要求|需要|是要|必须|应当|怎么/.test(clause) ? 'yes' : undefined;
}

function combine(heard: readonly { part: string; is: YesNo }[]): YesNo | undefined {
  const told = asItIs(heard.length > 1 ? heard.filter(({ part }) => !acknowledges.test(part)) : heard);
  const firm = told.length > 0 ? told : heard;
  const [first] = firm;
  if (first === undefined) return undefined;
  const kinds = new Set(firm.map(({ is }) => is));
  if (kinds.size <= 1) return first.is;
  const last = firm.at(-1);
  if (firm.some(({ part }) => isSpoilt(part)) && last?.is !== 'yes') return 'not-yet';
  if (last !== undefined && /^(?:现在|后来|刚刚?|昨天|今天|最后|终于|总算|已经?)/.test(last.part)) return last.is;
  if (!kinds.has('yes') && !kinds.has('partly')) return 'not-yet';
  return 'partly';
}

function say(answer: YesNo, whole: string): string {
  if (answer === 'partly') return '还差一部分';
  if (answer === 'not-yet') return '还没有';
  if (answer === 'no') return /不是/.test(whole) ? '不是' : /没|无|未/.test(whole) ? '没有' : '不是';
  return /有/.test(whole) ? '有' : '是';
}

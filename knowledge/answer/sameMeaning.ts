/**
 * Whether a question means the same as one that staff have answered. A confident wrong answer is worse than none: every word of the question
 * must stand in one of the unit's questions, or say nothing; figures, dates, names, what kind of thing is asked for and whether it is
 * denied must be the same; and the one question that is most alike must be answered to for the greater part.
 */
import { DiceCoefficient } from 'natural/lib/natural/distance/index.js';
import type { OverlayWord } from '../overlayForm.ts';
import type { Asked, Mention } from './asked.ts';
import { conceptsIn, weightOf, wordCount } from './lexicon.ts';
import { isBeside, isOtherModal, isTurned, type Sides, sidesOf } from './sameSides.ts';
import { isFraming, isKindKnown, isNumberKnown, kindsAsked, plainly, spelling } from './sameWords.ts';

/** A stretch of a question that says something: a word of the lexicon, or one that it does not know. */
interface Piece {
  text: string;
  /** Only concepts whose few words mean much the same. */
  concepts: readonly string[];
  weight: number;
}

/** What is compared of a question. */
export interface Gist {
  /** In plain words, letters and figures alone. */
  text: string;
  pieces: readonly Piece[];
  kinds: ReadonlySet<string>;
  /** Things that it names, figures, and whether it denies. */
  guards: string;
  whom: readonly string[];
  sides: Sides;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** A concept of more words than this holds several things (电话 and 邮箱). */
const narrow = 16;
/** What a word costs at least, however little it weighs in other answers: a role, a paper. */
const least = 0.6;
const ofWord = 1;
const ofSign = 0.6;

export function gistOf(asked: Asked, words?: readonly OverlayWord[]): Gist {
  const text = plainly(asked.text);
  return {
    text: spelling(text),
    pieces: piecesOf(text, words),
    kinds: kindsAsked(asked.text),
    guards: guardsOf(asked),
    whom: whomIn(asked.text),
    sides: sidesOf(asked.text, text),
  };
}

function piecesOf(text: string, words: readonly OverlayWord[] | undefined): Piece[] {
  const touched = conceptsIn(text, words).filter(({ concept }) => weightOf(concept) > 0);
  const covered = Array.from(text, () => false);
  const pieces: Piece[] = [];
  for (const { start, end } of touched) {
    if (covered[start]) continue;
    covered.fill(true, start, end);
    const own = touched.filter((each) => each.start === start && each.end === end).map(({ concept }) => concept);
    const said = withoutFraming(text.slice(start, end));
    if (said === '') continue;
    const concepts = own.filter((concept) => weightOf(concept) >= least && wordCount(concept) <= narrow);
    pieces.push({ text: said, concepts, weight: Math.max(least, ...own.map(weightOf)) });
  }
  for (const { segment, index } of segmenter.segment(text)) {
    if (!/[\p{L}\p{N}]/u.test(segment) || covered.slice(index, index + segment.length).some(Boolean)) continue;
    if (!isFraming(segment))
      pieces.push({ text: segment, concepts: [], weight: [...segment].length > 1 ? ofWord : ofSign });
  }
  return pieces;
}

/** 的电话 → 电话, 申报截止 → 截止; nothing when there is nothing else; 申报书 stays whole. */
function withoutFraming(said: string): string {
  const words = [...segmenter.segment(said)].map(({ segment }) => segment);
  const from = words.findIndex((word) => !isFraming(word));
  if (from < 0) return '';
  const kept = words.slice(from, words.findLastIndex((word) => !isFraming(word)) + 1).join('');
  return kept.length > 1 ? kept : said;
}

const asWhom: readonly [string, RegExp][] = [
  [
    'per-unit',
    /[一每各同][一]?[个家]?(?:申报)?单位|(?<!合作|参与|推荐|外方|[境国]外|外国)单位(?:限|最多|能|可以|[有还已])|(?<![别他外])的单位/,
  ],
  ['per-person', /[一每]个?人(?!才)|同一个?人|负责人|牵头人|主持人|个人/],
  ['member', /成员|组员|参加人/],
  ['recommender', /推荐单位|主管部门/],
  ['direction', /方向/],
];

/** Of whom it is asked: what one unit may do, one person may not. */
const whomIn = (text: string): string[] => asWhom.flatMap(([whom, named]) => (named.test(text) ? [whom] : []));

/** What must be the same to the letter. */
function guardsOf({ text, mentions }: Asked): string {
  const names = mentions.map(nameOf).sort();
  const figures = (text.match(/\d+(?:\.\d+)?/g) ?? []).sort();
  return JSON.stringify([names, figures, denies(text)]);
}

function nameOf(mention: Mention): string {
  const { start: _start, end: _end, ...thing } = mention;
  return JSON.stringify(thing);
}

/** 有没有, 能不能, 非得 and 别的 deny nothing. */
function denies(text: string): boolean {
  const said = text.replace(
    /(\p{Script=Han}{1,2})[不没]\1|有没有?|(?<=[有了].*)[没无]有?(?=[?？]|$)|(?<=[能行以宽报])[不没](?=[?？]|$)|是否|不(?:好意思|客气|知道|清楚|明白)|非得|非要|别[的人家]|无线|未来/gu,
    '',
  );
  return (said.match(/[不没无未非别勿]|禁止|取消/gu) ?? []).length % 2 === 1;
}

/** What a question may hold that the unit's questions do not. */
const strange = 0.5;
/** How much of the one question that is most alike it must answer to. */
const enough = 0.5;

/** How alike, 0 when it is not the same; `unit` are all questions of the unit. */
export function likeness(asked: Gist, unit: readonly Gist[]): number {
  const kinds = unit.map((one) => one.kinds);
  if (!isKindKnown(asked.kinds, kinds) || !isNumberKnown(asked.kinds, kinds)) return 0;
  const sides = unit.map((one) => one.sides);
  if (isBeside(asked.sides, sides) || (isWhether(asked) && isOtherModal(asked.sides, sides))) return 0;
  if (asked.whom.some((each) => !unit.some(({ whom }) => whom.includes(each)))) return 0;
  const cost = asked.pieces.filter((piece) => !unit.some((one) => holds(one, piece)));
  if (cost.reduce((sum, { weight }) => sum + weight, 0) > strange) return 0;
  return Math.max(0, ...unit.map((one) => alikeTo(asked, one)));
}

const isWhether = ({ kinds }: Gist): boolean => kinds.has('whether') && kinds.size === 1;

function alikeTo(asked: Gist, one: Gist): number {
  if (isTurned(asked.sides, one.sides)) return 0;
  if (asked.guards !== one.guards || (asked.kinds.size > 0 && !isKindKnown(one.kinds, [asked.kinds]))) return 0;
  const weigh = (pieces: readonly Piece[]) => pieces.reduce((sum, { weight }) => sum + weight, 0);
  const found = one.pieces.filter((piece) => holds(asked, piece));
  const all = weigh(one.pieces);
  const there = weigh(found);
  // 外方必须出资吗 says much of 外方出资要不要证明, and not what that is about.
  const most = Math.max(0, ...one.pieces.map(({ weight }) => weight));
  if (all === 0 || there / all < enough || !found.some(({ weight }) => weight === most)) return 0;
  return there / all + DiceCoefficient(asked.text, one.text);
}

/** Whether a question says what a piece says: in its letters, or by a word that means the same. */
function holds({ text, pieces }: Gist, piece: Piece): boolean {
  if (text.includes(piece.text)) return true;
  if (pieces.some((each) => isAkin(each, piece))) return true;
  const left = beside(piece.text, text);
  return left !== piece.text && [...withoutFraming(left)].every((sign) => text.includes(sign) || isFraming(sign));
}

/** By a concept of both, and in a sign of both: 签证 and 机票 belong to one matter, and neither is the other. */
const isAkin = (one: Piece, other: Piece): boolean =>
  one.concepts.some((concept) => other.concepts.includes(concept)) &&
  [...one.text].some((sign) => other.text.includes(sign));

/** What is left of a piece without the words of two signs and more that the text has too: 传附件 of 上传的附件 leaves 传. */
function beside(piece: string, text: string): string {
  for (let length = piece.length; length > 1; length -= 1) {
    for (let at = 0; at + length <= piece.length; at += 1) {
      const part = piece.slice(at, at + length);
      if (text.includes(part)) return beside(piece.slice(0, at), text) + beside(piece.slice(at + length), text);
    }
  }
  return piece;
}

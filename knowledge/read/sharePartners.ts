/**
 * One answer about several partners, shared out among them: by name, city, country or order
 * （蔚山那家1999年，布尔诺那家2008年；韩方是研究所，捷克方是企业，两家都是独立法人；一家1999年，一家2008年）.
 */
import type { Partner } from '../facts.ts';
import type { AnswerContext, Patch } from '../question.ts';
import { maxInput, type Reading } from '../reading.ts';

/** What an answer says of one partner. */
export interface Share {
  readonly index: number;
  readonly text: string;
}

interface Mark {
  readonly index: number;
  readonly at: number;
  /** A name, a city or an order tells more than a country, which may only be where something happened. */
  readonly strong: boolean;
}

const orders: readonly RegExp[] = [
  /第[一1]家|头一?家|前者|前(?:一)?[家个]|先说的?(?:那家)?|第[一1]个|①/g,
  /第[二2]家|另外?一?家|后者|后(?:一)?[家个]|后说的?(?:那家)?|第[二2]个|②/g,
  /第[三3]家|第[三3]个|③/g,
];
const together =
  /^(?:也|这|他们|她们)?(?:都|均|两[家边个所方者]|2家|俩|双方|二者|各自|全部|全都|所有|三家|[每各]家|一样|也都)/;
const eachOfThem = /都|均|两[家边个所方者]|2家|俩家?|双方|二者|各自|全部|全都|三家|[每各]家|一样/;
const oneOther = /(?<![另第两\d])一[家个所](?=[\p{Script=Han}\d:])/gu;

/** The parts of the answer by partner; undefined when it does not tell the partners apart. */
export function sharesOf(text: string, partners: readonly Partner[]): Share[] | undefined {
  if (partners.length < 2 || text.length > maxInput) return undefined;
  const plain = numbered(text.normalize('NFKC'), partners.length);
  const said = new Map<number, string[]>();
  const give = (index: number, piece: string) => said.set(index, [...(said.get(index) ?? []), piece]);
  const everyone = [...partners.keys()];
  let owner: number | undefined;
  let marked = false;
  for (const clause of plain.split(/[,，;；。!！\n]+/).filter((each) => each.trim() !== '')) {
    const marks = marksIn(clause, partners);
    const owners = new Set(marks.map(({ index }) => index));
    marked ||= owners.size > 0;
    if (owners.size > 1 && eachOfThem.test(clause)) for (const index of everyone) give(index, clause);
    else if (owners.size > 1) for (const { index, text: piece } of cut(clause, marks)) give(index, piece);
    else if (owners.size === 0 && (owner === undefined || together.test(clause)))
      for (const index of everyone) give(index, clause);
    else give(marks[0]?.index ?? owner ?? 0, clause);
    owner = marks.at(-1)?.index ?? owner;
  }
  if (!marked) return inOrder(plain, partners) ?? (eachOfThem.test(plain) ? toAll(plain, partners) : undefined);
  const bare = (pieces: readonly string[]) => pieces.map((piece) => piece.replace(ordinal, '')).join('，');
  return [...said].map(([index, pieces]) => ({ index, text: bare(pieces) })).sort((a, b) => a.index - b.index);
}

/** 第一家1999: the number of the order is no part of the year. */
const ordinal = /^\s*(?:第[一二三123][家个所]|[①②③]|另外?一?家)(?:是|为|[:：])?(?=[\d〇零一二])/u;

/** 一家1999年，另一家2008年 → 第一家…，另一家…. */
function numbered(text: string, count: number): string {
  const other = /另外?一?[家个所]/.test(text);
  const ones = [...text.matchAll(oneOther)].length;
  if (!(other ? ones === 1 : ones === count)) return text;
  let turn = 0;
  return text.replace(oneOther, () => {
    turn += 1;
    return `第${'一二三'.charAt(turn - 1)}家`;
  });
}

function toAll(text: string, partners: readonly Partner[]): Share[] {
  return partners.map((_, index) => ({ index, text }));
}

/** 分别是1999年和2008年: as many pieces as partners. */
function inOrder(text: string, partners: readonly Partner[]): Share[] | undefined {
  const rest = /(?:分别|依次)(?:是|为|在|于|有|[:：])?(.+)$/.exec(text)?.[1];
  const pieces = rest?.split(/[,，、和与及;；]/).filter((each) => each.trim() !== '') ?? [];
  return pieces.length === partners.length ? pieces.map((piece, index) => ({ index, text: piece })) : undefined;
}

/** Where each partner is spoken of; what would fit two of them tells nothing. */
function marksIn(clause: string, partners: readonly Partner[]): Mark[] {
  const found: Mark[] = [];
  for (const [index, partner] of partners.entries()) {
    for (const { word, strong } of wordsFor(partner)) {
      if (partners.some((other, i) => i !== index && wordsFor(other).some((each) => each.word === word))) continue;
      for (let at = clause.indexOf(word); at >= 0; at = clause.indexOf(word, at + word.length))
        found.push({ index, at, strong });
    }
    const order = orders[index];
    if (order) found.push(...[...clause.matchAll(order)].map((hit) => ({ index, at: hit.index, strong: true })));
  }
  // 布尔诺那家在韩国注册: beside a name the country is only where something happened.
  const named = found.some(({ strong }) => strong);
  return found
    .filter(({ at, strong }) => strong || !named || !/[在于到从]$/.test(clause.slice(0, at)))
    .sort((a, b) => a.at - b.at);
}

/** Names that begin with no name of their own. */
const general =
  /^(?:国立|皇家|中央|联邦|自由|国家|公立|私立|欧洲|亚洲|东方|西方|北方|南方|第一|医学|科技|技术|研究|应用|先进|两家|独立|国际|一家|[东南西北]部)/;

/** 蔚山车辆工程研究院, 蔚山, 韩国, 韩方. */
function wordsFor({ name, city, country }: Partner): { word: string; strong: boolean }[] {
  const head =
    name?.replace(
      /(?:大学|学院|研究|公司|有限|技术|科技|医学|农业|理工|医院|中心|株式|车辆|工程|光学|光电|电子|材料|生物|化学|物理|能源|制药|机械|应用|数字|国际).*$/,
      '',
    ) ?? '';
  // 卡梅尔, 仙台 for 卡梅尔光学有限公司, 仙台市的仙台无机材料研究所.
  const first = name !== undefined && /^\p{Script=Han}{5}/u.test(name) && !general.test(name) ? name : '';
  const called = [first.slice(0, 3), first.slice(0, 2)];
  const town = city?.replace(/[（(].*$/, '').replace(/(?<=..)[市州省县府]$/, '') ?? '';
  const land = country ?? '';
  const side = land.length > 1 ? `${land.charAt(0)}方` : '';
  return [
    ...[name ?? '', head, ...called, town].map((word) => ({ word, strong: true })),
    ...[land, side].map((word) => ({ word, strong: false })),
  ].filter(({ word }, i, all) => word.length > 1 && all.findIndex((each) => each.word === word) === i);
}

/** 蔚山那家1999年布尔诺那家2008年: said without a pause, cut before each mark. */
function cut(clause: string, marks: readonly Mark[]): Share[] {
  const turns = marks.filter((mark, i) => mark.index !== marks[i - 1]?.index);
  return turns.map(({ index, at }, i) => ({
    index,
    text: clause.slice(i === 0 ? 0 : at, turns[i + 1]?.at ?? clause.length),
  }));
}

/** Reads an answer for each partner that it speaks of; without that, for the one asked about. */
export function readShared(
  text: string,
  context: AnswerContext,
  read: (text: string, context: AnswerContext) => Reading<Patch> | undefined,
): Reading<Patch> | undefined {
  const shares = sharesOf(text, context.facts.partners ?? []);
  if (!shares) return read(text, context);
  let patch: Patch = {};
  let own: Reading<Patch> | undefined;
  for (const share of shares) {
    const facts = patch.partners === undefined ? context.facts : { ...context.facts, partners: patch.partners };
    const reading = read(share.text, { ...context, facts, index: share.index });
    if (share.index === context.index) own = reading;
    if (reading?.is === 'value') patch = both(patch, reading.value);
  }
  if (Object.keys(patch).length > 0) return { is: 'value', value: patch };
  return own ?? read(text, context);
}

/** What is said twice of the same thing holds only if both say yes. */
function both(one: Patch, other: Patch): Patch {
  const id = 'agreement.basisEvidenceAttached';
  return { ...one, ...other, ...(one[id] === false && { [id]: false }) };
}

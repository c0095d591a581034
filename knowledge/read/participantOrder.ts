/** Who stands first among the participants, by what the answer says of the order. */
import type { UnitMention } from './participantUnits.ts';

type First = 'overseas' | 'domestic';

const first =
  /(?<![现存])在最?前(?=$|[,。;])|(?:排|列|位列|位于|当|作|算|占)?(?:在|到)?第(?:一|1)(?!附属|人民|中学|医院|临床|次|家|[^是为系排参的]{0,2}厂)(?:位|个|名|参与)?|头一?(?:个|名|位|家)|打头|首位|居首|排头|(?:排|写|放|列|站|摆)(?:在|到)?最?(?:前[头面]?|头里|首)(?!后)|最前|[在居]先$|先(?:写|列|排)的|首个|领头|一号位|(?:头一?|第[一1]|首)[行栏格]/;
const second = /第(?:二|2)(?!附属|人民|医院|次|家)|次位|靠后|(?:排|放|列|写|摆)(?:在|到)?(?:最?后[面头]?|末)/;
const behind = /(?:后[面头边]|之后|以后|后头)|(?<=[在排到])[\p{Script=Han}]{1,8}后$/u;
const ahead = /(?<!最)前[面头边]|之前/;
const listed = /顺序|排序|排位|排名|依次|先后|次序|名次/;

function sideOf(mention: UnitMention | undefined): First | undefined {
  return mention?.side === 'overseas' || mention?.side === 'domestic' ? mention.side : undefined;
}

/** Every side that the clauses put first; two different ones contradict each other. */
export function firstsIn(parts: readonly string[], units: readonly UnitMention[], numbered: boolean): Set<First> {
  const others = units.filter(({ side }) => side !== 'own');
  const found = new Set<First>();
  for (const [clause, part] of parts.entries()) {
    if (/(?:不是|没排|不排|没有?)第[一1]|不(?:管|论)/.test(part)) continue;
    const here = others.filter((each) => each.clause === clause);
    const side = relative(part, here, others, clause) ?? firstOf(part, here, others, clause);
    if (side !== undefined) found.add(side);
  }
  const list = found.size === 0 ? listOf(parts, others, numbered) : [];
  const head = sideOf(list[0]);
  if (head !== undefined && list.length > 1) found.add(head);
  if (found.size === 0) {
    const side = bySecond(parts, others);
    if (side !== undefined) found.add(side);
  }
  return found;
}

/** The units behind 顺序是, or all of a numbered list. */
function listOf(parts: readonly string[], others: readonly UnitMention[], numbered: boolean): readonly UnitMention[] {
  const clause = parts.findIndex((part) => listed.test(part));
  if (clause < 0) return numbered ? others : [];
  const at = parts[clause]?.search(listed) ?? 0;
  const behindWord = others.filter((each) => each.clause > clause || (each.clause === clause && each.start > at));
  return behindWord.length > 1 ? behindWord : others;
}

/** 排在外方后面, 德方在它前面: of two units the one in front. */
function relative(
  part: string,
  here: readonly UnitMention[],
  others: readonly UnitMention[],
  clause: number,
): First | undefined {
  const back = behind.exec(part);
  const at = back ? back.index + back[0].lastIndexOf('后') : -1;
  const mark = at >= 0 ? at : part.search(ahead);
  if (mark < 0 || first.test(part.replace(ahead, ''))) return undefined;
  const before = here.filter(({ start }) => start < mark);
  const [one, other] = before.length > 1 ? [before.at(-2), before.at(-1)] : [undefined, before.at(-1)];
  if (other === undefined) return undefined;
  if (!/[排放列写摆在]/.test(part)) return undefined;
  // 老外放后头 puts it behind something; 放在老外后头 puts something behind it.
  const verb = part.search(/[排放列写摆]|(?<!现)在/);
  if (at >= 0) return verb < other.start || one !== undefined ? sideOf(other) : undefined;
  // 德国排前面: it is in front itself.
  if (one === undefined && other.start === 0 && /^[^,]{0,2}[排放列写摆在]/.test(part.slice(other.end)))
    return sideOf(other);
  // 德方在它前面, 南昌大学排在德方前面.
  if (one !== undefined) return sideOf(one);
  if (/前[面头边]$|之前$/.test(part) && /[它他其](?:们|家)?的?(?:前|之前)/.test(part)) return sideOf(other);
  const previous = others.findLast((each) => each.clause < clause);
  return /^排?在?/.test(part.slice(0, other.start)) && previous && previous.side !== other.side
    ? sideOf(previous)
    : undefined;
}

function firstOf(
  part: string,
  here: readonly UnitMention[],
  others: readonly UnitMention[],
  clause: number,
): First | undefined {
  const hit = first.exec(part);
  if (!hit) return undefined;
  const end = hit.index + hit[0].length;
  const names = here.filter(({ start }) => start < hit.index).at(-1);
  // 第一是德国, 排第一的是吉森那个; a rank behind the name belongs to the name in front.
  const after = here.find(({ start }) => start >= end - 1);
  // 第一参与单位不是外方，是国内的: the one named instead, or none.
  if (after && /(?:不是|并非|不为|不算|而非)[^,]{0,3}$/.test(part.slice(end, after.start))) {
    const instead = here.find(({ start }) => start > after.start) ?? others.find((each) => each.clause === clause + 1);
    return instead?.side === after.side ? undefined : sideOf(instead);
  }
  const saysAfter =
    /^(?:参与单位|单位)?的?[:是为系]/.test(part.slice(end)) || (names === undefined && after !== undefined);
  if (saysAfter && after) return sideOf(after);
  if (names) return sideOf(names);
  const next = others.find((each) => each.clause === clause + 1);
  if (/的$|^第[一1]$|[:是为]$|第[一1](?:位|个|名)?(?:参与)?单位$/.test(part) && next) return sideOf(next);
  const previous = others.filter((each) => each.clause < clause).at(-1);
  return sideOf(previous);
}

/** 瑞康排第二: with one unit on each side the other one is first. */
function bySecond(parts: readonly string[], others: readonly UnitMention[]): First | undefined {
  const names = new Set(others.filter(({ side }) => side === 'domestic').map(({ name }) => name));
  if (names.size > 1) return undefined;
  for (const [clause, part] of parts.entries()) {
    const at = part.search(second);
    if (at < 0) continue;
    const before = others.filter((each) => each.clause < clause || (each.clause === clause && each.start < at)).at(-1);
    const after = others.find((each) => each.clause === clause && each.start >= at);
    const side = sideOf(/第[二2](?:位|个|名)?的?[是为]/.test(part) ? (after ?? before) : before);
    if (side === 'domestic') return 'overseas';
    if (side === 'overseas' && names.size === 1) return 'domestic';
  }
  return undefined;
}

/** Which of several amounts is the one asked for. */
import type { Amount } from './amountsIn.ts';

/** The amount applied for (省财政资金) or the unit's own (自有资金). */
export type About = 'applied' | 'own';
type Label = About | 'whole' | 'others';

const applied = /申请|申报|省里|省财政|财政|省级|补助|资助|拨款|省科技厅|科技厅|省科技/g;
const own =
  /自有|自筹|配套|配|自己|自身|(?:我们|我司)(?=出|也|就|这边)|企业出|公司出|单位出|能出|拿出|(?<![想算备取要请好去多争])拿(?![到下])|掏|自出|能动/g;
/** Money that is neither: credit, loans, what others give. */
const others =
  /授信|个人|贷款?|借款|银行|外方|对方|投资方|市里|县里|区里|政府|注册资本|营收|产值|利润|设备|作价|折价|融资/g;
const whole = /总|合计|一共|共计|全部|预算|盘子/g;

function last(pattern: RegExp, text: string): number {
  let at = -1;
  for (const match of text.matchAll(pattern)) at = match.index;
  return at;
}

interface Labelled {
  amount: Amount;
  is: Label | undefined;
  /** The words of its clause before and after it. */
  clause: string;
}

/** 四十万自己的，六十万找银行贷: words behind the first amount are not those before the second. */
function startOf(text: string, amounts: readonly Amount[], index: number): number {
  const previous = amounts[index - 1];
  if (previous === undefined) return 0;
  const bare = /(?:^|[,。;])$/.test(text.slice(0, previous.start));
  const behind = /^[^,。;]+(?=[,。;])/.exec(text.slice(previous.end, amounts[index]?.start))?.[0] ?? '';
  return previous.end + (bare && (last(own, behind) >= 0 || last(others, behind) >= 0) ? behind.length : 0);
}

/** What the words before an amount (since the one before it) say that it is. */
function label(text: string, amounts: readonly Amount[], index: number): Label | undefined {
  const before = text.slice(startOf(text, amounts, index), amounts[index]?.start);
  const places: [number, Label][] = [
    [last(others, before), 'others'],
    [last(whole, before), 'whole'],
    [last(applied, before), 'applied'],
    [last(own, before), 'own'],
  ];
  places.sort(([one], [other]) => other - one);
  const [nearest] = places;
  if (nearest !== undefined && nearest[0] >= 0) return nearest[1];
  // 剩下210我们自己出: the word may stand behind the amount.
  const after = /^[^,。;]*/.exec(text.slice(amounts[index]?.end, amounts[index + 1]?.start))?.[0] ?? '';
  if (last(own, after) >= 0) return 'own';
  if (last(others, after) >= 0) return 'others';
  // 账上六十来万，就算60万吧: the same money, put in a round figure.
  return index > 0 && /^[^,。;]*[,。;]*(?:那?就|就算|干脆|索性)(?:算|按|写|填)/.test(before)
    ? label(text, amounts, index - 1)
    : undefined;
}

/** The clause in which an amount stands, the amount itself as `#`. */
export function clauseAround({ start, end }: Amount, text: string): string {
  return `${/[^,。;]*$/.exec(text.slice(0, start))?.[0] ?? ''}#${/^[^,。;]*/.exec(text.slice(end))?.[0] ?? ''}`;
}

const takenBack =
  /原打算|原定|原拟|曾|本来|原来|原先|原计划|之前|起初|一开始|最初|开始(?!就)|不作数|作废|想要|想报|超了|去年|上[次回]|多了|太多/;
const part =
  /其中|包括|含|另外|另有|另|第[一二三]年|设备费|材料费|劳务|每年|一年|每[个家期]|首期|尾款|年底|先出|先拿|再补|再出|账上(?!.*[拿出配动掏])|现金流/;
const settledIn =
  /调整[为到成]|[降减改核]为|后来|那就|最后|最终|现在|改[成为到]|变成|定[为成了在的]|[压降减调砍]到|就(?:算|按|报|写|要|出|配|申请)|还是|按#|^那#|实际/;
const settles = /(?:那|所以|干脆|索性|[就还]是?)(?:就|还是)?(?:按|算|报|写|定|要|出|填|配|申请)|[就那]#|最[后终]/;
const rival = /(?:可以|可|能)(?:给|出|拿|批|报)?到#|(?:最多|顶多)(?:可以|能)?(?:给|出|拿|批|报|到)?#/;
const sumOf = /合起来|加起来|一共|总共|合计|共|总计|加一块/;

function yuanOf({ value, unit }: Amount): number {
  const typed = value ?? 0;
  return unit === 'none' && typed < 10_000 ? typed * 10_000 : typed;
}

function only<T>(all: readonly T[], keep: (one: T) => boolean): readonly T[] {
  const kept = all.filter(keep);
  return kept.length > 0 ? kept : all;
}

function whichOf(found: readonly Labelled[]): Amount | undefined {
  const same = new Set(found.map(({ amount }) => yuanOf(amount)));
  if (same.size === 1) return (found.find(({ amount }) => amount.unit === 'yuan') ?? found[0])?.amount;
  const total = found.find(({ amount, clause }) => sumOf.test(clause) && 2 * yuanOf(amount) === sum(found));
  if (total) return total.amount;
  const settled = found.findLast(({ clause }) => settledIn.test(clause));
  if (settled) return settled.amount;
  const left = only(
    only(found, ({ clause }) => !takenBack.test(clause)),
    ({ clause }) => !part.test(clause),
  );
  return left.length === 1 ? left[0]?.amount : undefined;
}

function sum(found: readonly Labelled[]): number {
  return found.reduce((all, { amount }) => all + yuanOf(amount), 0);
}

/** The amount meant, or `undefined` when none is, or more than one may be. `money` are the amounts without another unit. */
export function chosenAmount(text: string, money: readonly Amount[], about: About | undefined): Amount | undefined {
  const all: Labelled[] = money.map((amount, index) => ({
    amount,
    is: label(text, money, index),
    clause: clauseAround(amount, text),
  }));
  // 集团批了180，自己再添40，合起来220
  const total = all.find(({ amount, clause }) => sumOf.test(clause) && 2 * yuanOf(amount) === sum(all));
  if (total && all.length > 2 && all.every(({ is }) => is === undefined || is === about)) return total.amount;
  const [first] = all;
  if (all.length === 1 && first) {
    const otherMatter = about !== undefined && first.is !== undefined && first.is !== about && first.is !== 'whole';
    return otherMatter ? undefined : first.amount;
  }
  const fitting = all.filter((one) => one.is === about);
  const settled = all.at(-1);
  // 能拿80，财务说可以到100，那就按100万: the words that settle it need not name it again.
  if (
    about !== undefined &&
    fitting.length > 0 &&
    settled?.is === undefined &&
    settled !== undefined &&
    settles.test(settled.clause) &&
    all.every(({ is }) => is === undefined || is === about)
  )
    return settled.amount;
  // 能拿80，财务说可以到100: which of the two is not told.
  const most = all.some(
    (one) =>
      one.is === undefined &&
      rival.test(one.clause) &&
      fitting.some(({ amount }) => yuanOf(amount) < yuanOf(one.amount)),
  );
  if (about !== undefined && fitting.length > 0) return most ? undefined : whichOf(fitting);
  // 现金先出60万，年底再补40万，合起来100万: the sum of what was named.
  const free = about === undefined ? all : all.filter(({ is }) => is === undefined || is === 'whole');
  const named = about !== undefined && free.length === 1 && all.some(({ is }) => is !== undefined);
  if (named) return free[0]?.amount;
  const known = free.length > 1 && new Set(free.map(({ amount }) => yuanOf(amount))).size >= 1;
  return known
    ? about === undefined && all.some(({ is }) => is !== undefined)
      ? sameOnly(all)
      : whichOf(free)
    : undefined;
}

function sameOnly(all: readonly Labelled[]): Amount | undefined {
  const same = new Set(all.map(({ amount }) => yuanOf(amount)));
  return same.size === 1 ? all[0]?.amount : undefined;
}

/** 整个盘子220万，一半找省财政要: half of the only amount, when the half is what is asked for. */
export function halfOf(text: string, money: readonly Amount[], about: About | undefined): number | undefined {
  const half = /[^,。;]*(?:一半|对半|半数)[^,。;]*/.exec(text)?.[0];
  const [one] = money;
  if (half === undefined || about === undefined || one?.value === undefined || money.length !== 1) return undefined;
  const said = half.includes(one.typed) ? half.slice(half.indexOf(one.typed)) : half;
  if (!text.slice(0, one.start).match(whole) && !/^\D{0,3}(?:总|盘子)/.test(text.slice(one.end))) return undefined;
  const [toState, toOwn] = [said.match(applied) !== null, said.match(own) !== null];
  const value = yuanOf(one) / 2;
  return Number.isInteger(value) && toState !== toOwn && toOwn === (about === 'own') ? value : undefined;
}

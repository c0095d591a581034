/** Whether a clause speaks of a unit by a piece of its name: 樟树那学院, 药厂, 澜泰. */
const common =
  /有限(?:责任)?公司|股份|集团|江西省?|南昌市?(?=[^大理航])|公司|[省市县区]|研究|中心|科技|技术|发展|实业|（.*）|\(.*\)/g;
const kinds: readonly (readonly [RegExp, RegExp])[] = [
  [/药业|制药|医药/, /药厂|药企|制药/],
  [/大学/, /大学/],
  [/学院/, /学院/],
  [/研究[院所]/, /研究[院所]/],
  [/医院/, /医院/],
  [/公司|集团|厂$/, /公司|企业|厂(?!家)/],
];

/** `units` are all the units that could be meant: a kind alone (那家企业) names a unit only where no other is of that kind. */
export function namesUnit(clause: string, unit: string, units: readonly string[]): boolean {
  const own = unit.replace(common, ' ');
  for (let at = 0; at + 2 <= own.length; at += 1) {
    const piece = own.slice(at, at + 2);
    if (/^\p{Script=Han}{2}$/u.test(piece) && clause.includes(piece) && !kinds.some(([kind]) => kind.test(piece)))
      if (units.filter((other) => other.includes(piece)).length === 1) return true;
  }
  return kinds.some(
    ([kind, word]) => kind.test(unit) && word.test(clause) && units.filter((other) => kind.test(other)).length === 1,
  );
}

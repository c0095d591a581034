/** The preferences of 二 第2段 as the second evaluator sees them; a place "within" a listed region is left to the product. */
import { hosts, namedInAnnex1, onlyThroughAsean, onlyThroughBrics, onlyThroughEu, sisterCities } from './lists.ts';
import { field } from './reading.ts';

export type OraclePreference = { kind: string; status: string; list: string; nos: string[] };

/** The country without a remark; the brackets of 刚果（金） are part of the name. */
export function countryOf(partner: unknown): string | undefined {
  const country = field(partner, 'countryOrRegion');
  if (typeof country !== 'string') return undefined;
  return country.startsWith('刚果（') ? country : country.split('（')[0];
}

export function oraclePreferences(facts: unknown, countedPartners: unknown[]): OraclePreference[] {
  const agreements = new Map<string, string>();
  const pairs = new Set<string>();
  for (const partner of countedPartners) {
    const country = countryOf(partner);
    if (country === undefined) continue;
    const own = namedInAnnex1[country];
    if (own !== undefined) agreements.set(own, 'listed');
    if (onlyThroughEu.includes(country)) agreements.set('一（一）', 'indirect');
    if (onlyThroughAsean.includes(country)) agreements.set('二（六）', 'indirect');
    if (onlyThroughBrics.includes(country)) agreements.set('三', 'indirect');
    const city = field(partner, 'city');
    if (typeof city !== 'string') continue;
    const bare = city.split('（')[0];
    for (const [where, printed, number] of sisterCities) {
      if (where === country && (bare === printed || `${bare}市` === printed)) pairs.add(number);
    }
  }
  const found: OraclePreference[] = [];
  for (const [number, status] of agreements) found.push({ kind: 'agreement', status, list: '附1', nos: [number] });
  for (const number of pairs) found.push({ kind: 'sister-city', status: 'listed', list: '附2', nos: [number] });

  const name = field(field(facts, 'unit'), 'name');
  const numbers = typeof name === 'string' ? hosts[name] : undefined;
  if (numbers !== undefined) found.push({ kind: 'base-or-joint-lab', status: 'listed', list: '附3', nos: numbers });
  if (name === '景德镇陶瓷大学') found.push({ kind: 'base-or-joint-lab', status: 'renamed', list: '附3', nos: ['2'] });
  if (field(facts, 'jointLab') === 'existing') {
    found.push({ kind: 'base-or-joint-lab', status: 'self-declared', list: '二', nos: [] });
  }
  return found;
}

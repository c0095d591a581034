/** What the facts would be if one rule were met: for the question "what would have to change", never for a verdict. */
import { tooYoungForAudits } from './auditYears.ts';
import { categoryOf, placeOf } from './category.ts';
import type { Facts } from './facts.ts';
import type { Guide } from './guide.ts';
import type { AnyFacts } from './rule.ts';
import type { RuleRow } from './ruleSchema.ts';

type Patch = Record<string, unknown>;

/** The changed facts under which the rule would be met; `undefined` when no change of facts can do it. */
export function cure(row: RuleRow, facts: AnyFacts, guide: Guide): Patch | undefined {
  const patch = ownCure(row, facts, guide);
  return patch && { ...patch, ...besides[row.id] };
}

/** What its checklist row says to do with it, so that meeting one rule does not only open another. */
const besides: Record<string, Patch> = {
  // 附5 四（二）: a translation, and the unit's seal on it.
  'agreement.translation': { 'agreement.translationSealed': true },
};

function ownCure(row: RuleRow, facts: AnyFacts, guide: Guide): Patch | undefined {
  const check = row.check;
  switch (check.kind) {
    case 'flags':
      return merge(check.facts.map((path) => put(path, check.is, facts)));
    case 'date': {
      const limit = guide.date(check.parameter);
      return put(check.fact, check.op === 'before' ? '2000-01-01' : limit, facts);
    }
    case 'amount': {
      const bound = check.min ?? check.max;
      return bound === undefined ? undefined : put(check.fact, guide.amount(bound), facts);
    }
    case 'times': {
      const of = facts[check.of];
      const base = typeof of === 'number' ? of : guide.amount('funding.max');
      return put(check.fact, base * guide.amount(check.times), facts);
    }
    case 'written':
      return {
        [check.fact]: Object.assign({}, facts[check.fact], Object.fromEntries(check.items.map((i) => [i, true]))),
      };
    case 'choice':
      return put(check.fact, check.met[0], facts);
    case 'told':
      return undefined;
    case 'code':
      return unusual[row.id]?.(facts, guide);
  }
}

const unusual: Record<string, (facts: AnyFacts, guide: Guide) => Patch | undefined> = {
  'scope.category': (facts, guide) => oneCategory(facts, guide) ?? ownDirection(facts, guide),
  'scope.hk-macao': ownDirection,
  'scope.taiwan-gap': (facts, guide) =>
    bars('scope.taiwan-gap', facts, guide) ? suitablePartner(facts, guide) : undefined,
  'lead.title-or-phd': () => ({ 'lead.titleLevel': 'senior' }),
  'lead.foreign-employed': () => ({ 'lead.origin': 'mainland' }),
  'lead.employment-proof-full': () => ({ 'lead.employment': 'full-time', 'lead.employmentProofMainland': true }),
  'lead.employment-proof-part': () => ({ 'lead.employmentProofMainland': true, 'lead.employmentProofOverseas': true }),
  'unit.registered-before': (facts, guide) => ({
    'unit.registeredInJiangxi': true,
    'unit.registrationDate': earlyEnough(facts, guide),
  }),
  'unit.audit-reports-2y': (_facts, guide) => ({ 'unit.auditedReportYears': guide.years('unit.auditYears') }),
  'partner.exists': suitablePartner,
  'process.single-channel': () => ({ 'process.channels': 1, 'process.duplicate': false }),
  'direction.fit': (facts, guide) => ({
    ...(facts.direction === undefined && ownDirection(facts, guide)),
    directionFit: 'fits',
  }),
  'agreement.unsigned-not-listed': (facts) => put('domesticPartners[].signed', true, facts),
};

/** The first direction of the category that the partners make, if they make one. */
function ownDirection(facts: AnyFacts, guide: Guide): Patch | undefined {
  const category = categoryOf(facts, guide);
  const direction = guide.directions.find((each) => each.categoryId === category);
  return direction && { direction: direction.number, directionFit: 'fits' };
}

/** Where a ruling lets in one category only: the partners of that of the direction, or of the first one. */
function oneCategory(facts: AnyFacts, guide: Guide): Patch | undefined {
  const { partners, direction } = facts as Pick<Facts, 'partners' | 'direction'>; // the two are always what `Facts` says
  if (guide.laid?.readings.bothCategories !== 'none' || !partners || categoryOf({ partners }, guide) !== 'mixed')
    return undefined;
  const places = partners.map((each) => placeOf(each, guide));
  const kept = guide.directions.find((each) => each.number === direction)?.categoryId ?? places[0];
  return { partners: partners.filter((_each, at) => places[at] === kept) };
}

/** A young company stays one: what was ruled on its audits holds of it as before. */
function earlyEnough(facts: AnyFacts, guide: Guide): string {
  return guide.laid && tooYoungForAudits(facts, guide) ? guide.date('unit.auditConfirmFrom') : '2000-01-01';
}

/** Whether the rule fails, which of what is only to be confirmed is not known. */
function bars(id: string, facts: AnyFacts, guide: Guide): boolean {
  return guide.rules.find(({ row }) => row.id === id)?.rule.decide(facts, guide) === 'unmet';
}

/** A partner that meets every condition, in a country of the category of the direction. */
function suitablePartner(facts: AnyFacts, guide: Guide): Patch | undefined {
  const chosen = guide.directions.find((each) => each.number === facts.direction);
  const suits = (country: string): boolean =>
    chosen === undefined || categoryOf({ partners: [{ country }] }, guide) === chosen.categoryId;
  const country = guide.sisterCities.map((pair) => pair.country).find(suits);
  return {
    partners: [
      {
        country,
        registrationDate: guide.date('partner.registeredUntil'),
        registeredOverseas: true,
        legalPerson: true,
        kind: 'university',
        longTermBasis: true,
      },
    ],
  };
}

function put(path: string, value: unknown, facts: AnyFacts): Patch {
  const [root = path, field] = path.split('[].');
  if (field === undefined) return { [path]: value };
  const items = facts[root];
  return Array.isArray(items) ? { [root]: items.map((item) => ({ ...item, [field]: value })) } : {};
}

const merge = (patches: Patch[]): Patch => Object.assign({}, ...patches);

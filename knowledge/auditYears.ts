/** Of which years audited reports are wanted (附5 三（二） 「近2年」). */
import { isBefore, isPartialDate } from './calendar.ts';
import type { PartialDate } from './facts.ts';
import type { Guide } from './guide.ts';
import type { AnyFacts } from './rule.ts';

/** Both years; by a ruling only those since the unit was founded. */
export function auditYears(founded: PartialDate | undefined, guide: Guide): readonly number[] {
  const all = guide.years('unit.auditYears');
  if (founded === undefined || !guide.laid?.readings.yearsSinceFounding) return all;
  return all.filter((year) => year >= Number(founded.slice(0, 4)));
}

/** What `tooYoungForAudits` looks at. */
export const tooYoungNeeds = ['unit.kind', 'unit.registrationDate'] as const;

/** Whether the unit is surely an enterprise founded too late to have audits of both years. */
export function tooYoungForAudits(facts: AnyFacts, guide: Guide): boolean {
  const date = facts['unit.registrationDate'];
  if (facts['unit.kind'] !== 'enterprise' || typeof date !== 'string' || !isPartialDate(date)) return false;
  return isBefore(date, guide.date('unit.auditConfirmFrom')) === false;
}

/** Of which years audited reports are wanted (附5 三（二） 「近2年」). */
import type { PartialDate } from './facts.ts';
import type { Guide } from './guide.ts';

/** Both years; by a ruling only those since the unit was founded. */
export function auditYears(founded: PartialDate | undefined, guide: Guide): readonly number[] {
  const all = guide.years('unit.auditYears');
  if (founded === undefined || !guide.laid?.readings.yearsSinceFounding) return all;
  return all.filter((year) => year >= Number(founded.slice(0, 4)));
}

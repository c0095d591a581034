/** The answers of a guide by their id. */
import type { Guide } from '../guide.ts';
import type { UnitRow } from './unitSchema.ts';

const indexes = new WeakMap<Guide, ReadonlyMap<string, UnitRow>>();

/** The row of this id; none for a draft that code proposed. */
export function rowOf(guide: Guide, id: string): UnitRow | undefined {
  const index = indexes.get(guide) ?? new Map(guide.answers.map((row) => [row.id, row]));
  indexes.set(guide, index);
  return index.get(id);
}

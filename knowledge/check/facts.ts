/** Facts and questions of a guide: every fact that a rule names is known, and every question has its place. */

import { factIds, partnerFields } from '../factsSchema.ts';
import type { Guide } from '../guide.ts';
import type { Fault } from '../guideFolder.ts';
import { loadGuide } from '../loadGuide.ts';
import { questionsOf } from '../questions/index.ts';
import { asksPeople } from '../rule.ts';
import { cautionFacts } from './cautions.ts';
import { fault } from './folder.ts';
import { openPointFaults } from './openPoints.ts';

const known = new Set([
  ...factIds,
  ...partnerFields.map((field) => `partners[].${field}`),
  'domesticPartners[].name',
  'domesticPartners[].signed',
]);

/** Only for a folder whose files were read without a fault. */
export function checkFacts(folder: string): Fault[] {
  let guide: Guide;
  try {
    guide = loadGuide(folder);
    questionsOf(guide);
  } catch (error) {
    return [fault('questions.json', '', error instanceof Error ? error.message : String(error))];
  }
  const own = new Set(guide.questions.map(({ fact }) => fact));
  const asked = new Set(questionsOf(guide).flatMap(({ settles }) => settles));
  return [
    ...cautionFacts(guide, new Set([...known, ...own])),
    ...openPointFaults(guide, new Set([...known, ...own])),
    ...guide.rules.flatMap(({ row, rule }) => {
      const strange = [...rule.needs, ...rule.asks].filter((path) => !known.has(path) && !own.has(path));
      return [...new Set(strange)].map((path) => fault('rules.json', row.id, '没有这个事实', path));
    }),
    ...guide.rules.flatMap(({ row, rule }) => {
      if (!asksPeople(row)) return [];
      const unasked = rule.asks.filter((path) => !asked.has(path));
      return unasked.map((path) => fault('rules.json', row.id, '没有问题会问这个事实', path));
    }),
  ];
}

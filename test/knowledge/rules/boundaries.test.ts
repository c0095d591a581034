import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../../knowledge/assess.ts';
import { changed, guide, judged, readyFacts } from '../../support/readyCase.ts';
import { boundaries as tables } from './boundaries.ts';

function listed({ failedRules, toConfirm, missingItems }: Assessment): string {
  const sets = Object.entries({ failed: failedRules, confirm: toConfirm, missing: missingItems });
  return sets.flatMap(([set, ids]) => (ids.length ? [`${set} ${[...ids].sort().join(' ')}`] : [])).join('; ');
}

test('in the ready case nothing fails, nothing is to be confirmed and nothing is missing', () => {
  const ready = judged(readyFacts);
  expect(listed(ready)).toBe('');
  expect(ready.verdict).toBe('ready');
});

describe.each(Object.entries(tables))('%s', (id, rows) => {
  test.each(rows)('%s', (_world, change, status, expected) => {
    const assessment = judged(changed(change));
    const finding = assessment.findings.find((each) => each.rule === id);
    expect(finding?.status).toBe(status);
    expect(listed(assessment)).toBe(expected);
  });
});

test('every bar and every remedy of the guide has its boundary cases, and there is no other table', () => {
  const deciding = guide.rules
    .filter(({ row }) => row.kind === 'bar' || row.kind === 'remedy')
    .map(({ row }) => row.id);
  expect(deciding).toHaveLength(59);
  expect(Object.keys(tables).sort()).toEqual(deciding.sort());
});

test.each(Object.entries(tables))('the cases of %s come to every outcome for which the guide has words', (id, rows) => {
  const words = guide.rules.find(({ row }) => row.id === id)?.row.words.zh;
  const shown = new Set<string>(rows.map(([, , status]) => status));
  const worded = { met: words?.met, unmet: words?.unmet, open: words?.open, 'to-confirm': words?.toConfirm };
  const missed = Object.entries(worded).filter(([status, text]) => text !== undefined && !shown.has(status));
  expect(missed).toEqual([]);
});

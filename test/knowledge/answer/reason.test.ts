import { expect, test } from 'vitest';
import type { Citation } from '../../../knowledge/answer/draft.ts';
import { reasonOf } from '../../../knowledge/answer/reason.ts';

const guide = (clause: string): Citation => ({ clause, quote: '原文' });
const desk: Citation = { source: '咨询台答复', date: '2023-05-08', quote: '可以。' };

test.each([
  ['answered', [guide('附5 三（一）')], '命中附5 三（一）'],
  ['answered', [guide('附5 三（一）'), guide('附5 三（一）'), guide('附1')], '命中附5 三（一）、附1'],
  ['answered', [desk], '命中咨询台答复（2023-05-08）'],
  ['answered', [], '不涉及指南条款'],
  ['not-in-guide', [guide('一 第2段')], '指南未规定'],
  ['clarify', [], '要先问清楚'],
  ['declined', [], '不属于指南的问题'],
] as const)('an answer that is %s and rests on %j says: %s', (status, citations, reason) => {
  expect(reasonOf({ status, citations: [...citations] })).toBe(reason);
});

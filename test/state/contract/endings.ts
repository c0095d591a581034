/** Things that end by themselves. */
import type { Checklist } from '../../../state/checklists.ts';
import type { ExportLink } from '../../../state/exports.ts';

const times = { madeAt: '2023-05-08T02:00:00.000Z', expiresAt: '2023-05-15T02:00:00.000Z' };

export const checklistOf = (more: Partial<Checklist> = {}): Checklist => ({
  schema: 1,
  ...times,
  language: 'zh',
  verdict: 'fixable',
  headline: '补齐 1 项后可以申报',
  subtitle: '张老师',
  facts: [{ label: '合作方', value: '德国，吉森大学' }],
  rows: [],
  better: [],
  priorities: [],
  advice: ['注意\0（二）'],
  cautions: [],
  met: [],
  caveat: '以科技厅审核为准。',
  ...more,
});

export const linkOf = (conversation: string, more: Partial<ExportLink> = {}): ExportLink => ({
  schema: 1,
  conversation,
  ...times,
  ...more,
});

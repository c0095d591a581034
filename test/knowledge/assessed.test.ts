import { expect, test } from 'vitest';
import { assessed } from '../../knowledge/assess.ts';
import { asksPeople } from '../../knowledge/rule.ts';
import { ruled } from '../support/published.ts';
import { type Change, changed, guide, judged, today } from '../support/readyCase.ts';

const shown = (change: Change) => assessed(changed(change), guide, null, today, 'zh');

test('a finding names its rule, of what kind it is, where it stands and in which words', () => {
  expect(judged(changed({})).findings.find(({ rule }) => rule === 'lead.age')).toEqual({
    rule: 'lead.age',
    kind: 'bar',
    status: 'met',
    title: '负责人的出生日期',
    clause: '附5 二（一）',
    quote: '项目负责人年龄不超过58周岁（1965年6月1日（含）之后出生）',
    message: expect.stringContaining('1965年6月1日'),
  });
  const { row } = guide.rules.find((each) => each.row.quotes.length > 1) ?? {};
  expect(judged({}).findings.find(({ rule }) => rule === row?.id)?.quote).toBe(row?.quotes.join(''));
});

test('a ruling makes a bar of a rule only for those whom it bars', () => {
  const overlay = ruled(guide, { 'young-company-audit': 'both-years' });
  const kindOf = (change: Change) =>
    assessed(changed(change), guide, overlay, today, 'zh').assessment.findings.find(
      ({ rule }) => rule === 'unit.audit-reports-2y',
    )?.kind;
  expect(kindOf({ 'unit.registrationDate': '2022-03-01', 'unit.auditedReportYears': [2022] })).toBe('bar');
  expect(kindOf({ 'unit.registrationDate': '2015', 'unit.auditedReportYears': [2022] })).toBe('remedy');
  expect(kindOf({ 'unit.kind': 'university' })).toBe('remedy');
  expect(kindOf({})).toBe('remedy');
});

test('what stands under another rule says what to do, and what does not apply has only its title', () => {
  const messageOf = (id: string, change: Change) =>
    judged(changed(change)).findings.find(({ rule }) => rule === id)?.message;
  expect(messageOf('scope.hk-macao', { partners: undefined })).toMatch(/^改报方向.*或换合作单位。$/);
  expect(messageOf('us.reported', {})).toBe(
    guide.rules.find(({ row }) => row.id === 'us.reported')?.row.words.zh.title,
  );
});

test('what is met is told of bars and remedies, and of nothing else', () => {
  const { met, assessment } = shown({ 'project.months': 24, jointLab: 'existing' });
  const titles = met.map(({ title }) => title);
  const titleOf = (id: string): string | undefined => guide.rules.find(({ row }) => row.id === id)?.row.words.zh.title;
  expect(titles).toContain(titleOf('lead.age'));
  expect(titles).toContain(titleOf('funding.range'));
  for (const id of ['project.duration', 'pref.joint-lab', 'pref.agreement', 'us.reported'])
    expect(titles).not.toContain(titleOf(id));
  const counted = assessment.findings.filter(
    ({ kind, status }) => status === 'met' && ['bar', 'remedy'].includes(kind),
  );
  expect(met).toEqual(counted.map(({ title, clause }) => ({ title, clause })));
});

test('the rows that are kept are the same, without the date of birth', () => {
  const old = shown({ 'lead.birthDate': '1960-03-04', 'project.months': 24 });
  expect(old.rows.map(({ what }) => what).join()).toContain('1960年3月4日');
  const kept = old.rowsToKeep.map(({ what }) => what).join();
  expect(kept).not.toContain('1960年3月4日');
  expect(kept).toContain('负责人出生于（日期从略）');
  expect(kept).toContain('实施期是2年');
  expect(old.rowsToKeep.map(({ ids }) => ids)).toEqual(old.rows.map(({ ids }) => ids));
  const without = shown({ 'lead.birthDate': undefined });
  expect(without.rowsToKeep).toEqual(without.rows);
});

test('bars, remedies and priorities ask people; advice and information do not', () => {
  const asking = (['bar', 'remedy', 'preference', 'advice', 'info'] as const).filter((kind) => asksPeople({ kind }));
  expect(asking).toEqual(['bar', 'remedy', 'preference']);
});

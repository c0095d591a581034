import { expect, test } from 'vitest';
import { inEnglish } from '../../../knowledge/newGuide/english.ts';
import {
  type Became,
  compareFigures,
  figuresOf,
  formsIn,
  refigured,
  staleIn,
} from '../../../knowledge/newGuide/figures.ts';

function between(...pairs: readonly (readonly [before: string, after: string])[]): Became {
  const became: Became = new Map();
  for (const [before, after] of pairs) compareFigures(before, after, became);
  return became;
}

const age = between(['不超过58周岁（1965年6月1日（含）之后出生）', '不超过57周岁（1967年3月15日（含）之后出生）']);
const support = between(['支持额度为每项80-120万元', '支持额度为每项100-150万元']);

test.each([
  [age, '1965年6月1日出生的可以', '1967年3月15日出生的可以'],
  [age, '6月1日当天呢', '3月15日当天呢'],
  [age, 'lead.birthDate 1965-06-01', 'lead.birthDate 1967-03-15'],
  [age, '58岁以下', '57岁以下'],
  [age, '158个', '158个'],
  [support, '每项80-120万元', '每项100-150万元'],
  [support, '80万到120万', '100万到150万'],
  [support, '最少80万元，最多120万元', '最少100万元，最多150万元'],
])('%# %s', (became, text, now) => {
  expect(refigured(text, figuresOf(became))).toEqual({ text: now, unsure: [] });
});

test('a figure that changed in one place of a sentence and not in another is told apart by the words before it', () => {
  const figures = figuresOf(between(['互访1次以上，会议应不少于1次', '互访2次以上，会议应不少于1次']));
  expect(refigured('互访1次以上，开会不少于1次', figures)).toEqual({ text: '互访2次以上，开会不少于1次', unsure: [] });
  expect(refigured('至少来1次', figures).unsure).toEqual(['1次']);
});

test('days and years that the new call does not name are of another call', () => {
  const known = { old: formsIn('1965年6月1日，15家'), now: formsIn('1967年3月15日，12家'), strict: false };
  expect(staleIn('1965年5月31日出生', known)).toEqual(['1965年5月31日']);
  expect(staleIn('15家基地', known)).toEqual(['15家']);
  expect(staleIn('至少1家、2份', known)).toEqual([]);
  expect(staleIn('至少1家、2份', { ...known, strict: true })).toEqual(['1家', '2份']);
});

test('English words get the new figures, or are left out', () => {
  const english = (text: string, became: Became): unknown =>
    inEnglish({ say: text }, figuresOf(became), figuresOf(became).changes);
  expect(english('No older than 58: born on or after 1 June 1965.', age)).toEqual({
    say: 'No older than 57: born on or after 15 March 1967.',
  });
  expect(english('800,000 to 1,200,000 yuan', support)).toEqual({ say: '1,000,000 to 1,500,000 yuan' });
  const term = between(['实施期为3年', '实施期为2年']);
  expect(english('The project runs 3 years (36 months).', term)).toEqual({
    say: 'The project runs 2 years (24 months).',
  });
  expect(english('It takes three of them.', term)).toBeUndefined();
  const registered = between(['2023年的，2022年5月1日前', '2024年的，2023年6月10日前']);
  expect(english('before 1 May 2022, in 2023', registered)).toEqual({ say: 'before 10 June 2023, in 2024' });
});

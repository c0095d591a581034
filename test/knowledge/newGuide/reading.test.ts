/** The reading of a call's text, tried on the one call that was also read by people: that of 2023. */
import { expect, test } from 'vitest';
import { folderOf } from '../../../knowledge/guideFolder.ts';
import { newGuide } from '../../../knowledge/newGuide/newGuide.ts';
import { readOldGuide } from '../../../knowledge/newGuide/oldGuide.ts';
import { type Call, readCall } from '../../../knowledge/newGuide/readCall.ts';
import { NotAGuide, sourceOf } from '../../../knowledge/newGuide/sourceText.ts';
import { text2024 } from './guide2024.ts';

const old = readOldGuide(folderOf('jx-intl-2023'));
const read = (text: string, year: number): Call => readCall(sourceOf(text), { id: 'x', year }, old);

test('the call of 2023 is read as people read it', () => {
  const { files } = read(old.source, 2023);
  const { sections, appendices, types, funding, duration, priorities, counts, title } = files.guide;
  expect(files.directions).toEqual(old.files.directions);
  expect(files.agreements).toEqual(old.files.agreements);
  expect(files.sisterCities).toEqual(old.files.sisterCities);
  expect(files.bases).toEqual(old.files.bases);
  expect(files.template.parts).toEqual(old.files.template.parts);
  expect(files.formChecks).toEqual(old.files.formChecks);
  const { guide } = old.files;
  expect({ sections, appendices, types, funding, duration, priorities, counts, title }).toEqual({
    sections: guide.sections,
    appendices: guide.appendices,
    types: guide.types,
    funding: guide.funding,
    duration: guide.duration,
    priorities: guide.priorities,
    counts: guide.counts,
    title: guide.title,
  });
});

test('everything written for 2023 holds for the call of 2023', () => {
  const made = newGuide({ text: old.source, id: 'x', year: 2023 }, old);
  const pending = [...made.files.keys()].filter((file) => file.startsWith('pending/') && file !== 'pending/guide.json');
  expect(pending).toEqual([]);
  expect(JSON.parse(made.files.get('rules.json') ?? '')).toEqual(JSON.parse(JSON.stringify(old.rules)));
});

test('without what is known by hand, the figures of the indicators are still read', () => {
  const bare = { ...old, files: { ...old.files, directions: [] } };
  const { files } = readCall(sourceOf(old.source), { id: 'x', year: 2023 }, bare);
  const byHand = old.files.directions.flatMap(({ indicators }) => indicators.flatMap(({ measures }) => measures));
  const quotes = (of: typeof byHand): string[] => of.map(({ quote }) => quote);
  const found = files.directions.flatMap(({ indicators }) => indicators.flatMap(({ measures }) => measures));
  // 130 by hand; a rule misses a few that only a reader finds
  const missed = quotes(byHand).filter((quote) => !quotes(found).includes(quote));
  expect(missed).toEqual([]);
});

test('a table whose cells stand on one line is the same table', () => {
  const rows = /\t(\d+)\n\t([^\t\n]*)\n([（(]\d+对[）)]\n)?\t([^\t\n]*)\n\t([^\t\n]*)\n\n/g;
  const flat = text2024().replace(
    rows,
    (_row, no: string, side: string, count: string | undefined, place: string, country: string) =>
      `${no}\t${side}${count?.trim() ?? ''}\t${place}\t${country}\n`,
  );
  expect(flat).not.toBe(text2024());
  const [one, other] = [read(flat, 2024), read(text2024(), 2024)];
  expect(one.files.sisterCities).toEqual(other.files.sisterCities);
  expect(one.files.bases).toEqual(other.files.bases);
});

test.each([
  ['', '开头没有'],
  ['关于召开会议的通知\n各单位：\n请按时参加。', '开头没有'],
  ['2024年江西省国际科技合作项目申报指南\n一、项目\n', '没有 “二、”'],
  [text2024().replace('附4\n', '附件四\n'), '没有 附4'],
  [text2024().replaceAll('2024年江西省', '2025年江西省'), '标题写的是 2025 年'],
  ['一'.repeat(500_000), '太长了'],
  [`2024年江西省国际科技合作项目申报指南\n${'长'.repeat(30_000)}`, '特别长'],
])('a text that is no guide gets one sentence (%#)', (text, sentence) => {
  expect(() => read(text, 2024)).toThrow(NotAGuide);
  expect(() => read(text, 2024)).toThrow(sentence);
});

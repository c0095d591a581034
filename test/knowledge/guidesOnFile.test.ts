/** Which guides are on file, which is the newest, and what each knows of the others. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guideName } from '../../knowledge/guideName.ts';
import { guidesOnFile } from '../../knowledge/guidesOnFile.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { secondGuide } from '../support/secondGuide.ts';

describe('the project as it is', () => {
  test('has one guide on file, which answers and is told of no other', () => {
    const { newest, all } = guidesOnFile();
    expect(all).toEqual([newest]);
    expect([newest.id, newest.newer, newest.older]).toEqual(['jx-intl-2023', undefined, undefined]);
  });

  test('an id that is not there is refused, never answered by another year', () => {
    expect(() => guidesOnFile({ named: 'jx-intl-2022' })).toThrow('没有名为“jx-intl-2022”的指南');
    expect(() => guidesOnFile().guide('jx-intl-2022')).toThrow('不会改用别的年份');
  });
});

describe('with a further guide', () => {
  test('the later year is the newest, whatever the order of the folders', () => {
    const { newest, all, guide } = guidesOnFile({ folders: [secondGuide()] });
    expect(all.map(({ id }) => id)).toEqual(['jx-intl-2024', 'jx-intl-2023']);
    expect(newest.older?.map(({ id }) => id)).toEqual(['jx-intl-2023']);
    expect(guide('jx-intl-2023').newer).toEqual({
      id: 'jx-intl-2024',
      year: 2024,
      revision: 1,
      title: '2024年江西省国际科技合作项目申报指南',
    });
  });

  test('an earlier year is on file as an older one', () => {
    const folder = secondGuide([
      ['jx-intl-2024', 'jx-intl-2021'],
      ['"year": 2024', '"year": 2021'],
    ]);
    expect(guidesOnFile({ folders: [folder] }).all.map(({ year }) => year)).toEqual([2023, 2021]);
  });

  test('of two of one year the later revision is newer, and both are told apart by it', () => {
    const folder = secondGuide([
      ['jx-intl-2024', 'jx-intl-2023-2'],
      ['"year": 2024', '"year": 2023, "revision": 2'],
    ]);
    const { newest, all } = guidesOnFile({ folders: [folder] });
    expect(all.map(({ id }) => id)).toEqual(['jx-intl-2023-2', 'jx-intl-2023']);
    const older = loadGuide('jx-intl-2023');
    expect([guideName(newest, older, 'zh'), guideName(older, newest, 'en')]).toEqual([
      '2023年指南第2版',
      '2023 guide (edition 1)',
    ]);
  });

  test('two of one year and revision stop the start with what to do', () => {
    const folder = secondGuide([['"year": 2024', '"year": 2023']]);
    expect(() => guidesOnFile({ folders: [folder] })).toThrow('都是2023年第1版，分不出哪一份新');
  });

  test('a folder that cannot be read stops the start', () => {
    const folder = secondGuide();
    writeFileSync(join(folder, 'bases.json'), '[');
    expect(() => guidesOnFile({ folders: [folder] })).toThrow('bases.json：不是合法的 JSON');
  });

  test('a draft makes nothing older, unless the setting names it', () => {
    const folder = secondGuide([['"year": 2024', '"year": 2024, "draft": true']]);
    expect(guidesOnFile({ folders: [folder] }).all.map(({ id }) => id)).toEqual(['jx-intl-2023']);
    const tried = guidesOnFile({ folders: [folder], named: 'jx-intl-2024' });
    expect(tried.all.map(({ id }) => id)).toEqual(['jx-intl-2024', 'jx-intl-2023']);
    expect(tried.newest).not.toHaveProperty('draft');
  });
});

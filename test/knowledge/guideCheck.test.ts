import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkFiles, checkGuide, toCheck } from '../../knowledge/check/checkGuide.ts';
import { folderOf, readFolder } from '../../knowledge/guideFolder.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { type Change, plantedFaults } from '../support/guideFaults.ts';

const original = folderOf('jx-intl-2023');
const scratch = mkdtempSync(join(tmpdir(), 'guide-check-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function copyWith(...changes: readonly Change[]): string {
  const folder = mkdtempSync(join(scratch, 'jx-'));
  cpSync(original, folder, { recursive: true });
  for (const [file, from, to] of changes) {
    const before = readFileSync(join(folder, file), 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} holds nothing like ${String(from)}`);
    writeFileSync(join(folder, file), after);
  }
  return folder;
}

/** The faults as lines, so that a failing test shows them. */
function faultsIn(folder: string): string[] {
  return checkGuide(folder).faults.map(({ file, path, problem }) => `${file} ${path}：${problem}`);
}

test('the guide of 2023 agrees with its call in every word, figure and count', () => {
  expect(faultsIn(original)).toEqual([]);
});

test('each threshold has the value that the call gives it, or that we read into it', () => {
  const parameters = Object.entries(checkGuide(original).files?.guide.parameters ?? {});
  expect(parameters.map(([id, { value, ours }]) => [id, value, ours ? 'ours' : 'printed'])).toEqual([
    ['lead.bornOnOrAfter', '1965-06-01', 'printed'],
    ['unit.registeredBefore', '2022-05-01', 'printed'],
    ['unit.auditYears', [2021, 2022], 'ours'],
    ['unit.auditConfirmFrom', '2022-01-01', 'ours'],
    ['partner.registeredUntil', '2020-04-30', 'ours'],
    ['partner.notAfter', '2020-12-31', 'ours'],
    ['funding.min', 800_000, 'printed'],
    ['funding.max', 1_200_000, 'printed'],
    ['unit.matchingRatio', 1, 'printed'],
    ['project.months', 36, 'printed'],
    ['partners.min', 1, 'printed'],
    ['process.channels', 1, 'printed'],
  ]);
});

test('no line of the call can change unseen, even with its sum adjusted', () => {
  const { source, files } = readFolder(original);
  if (!files) throw new Error('the guide of 2023 cannot be read');
  const lines = source.split('\n');
  const spoken = lines.flatMap((line, index) => (line.trim() ? [index] : [])).filter((_, nth) => nth % 12 === 0);
  const unseen = spoken.filter((index) => {
    const altered = lines.with(index, `${lines[index]?.trimEnd()}改`).join('\n');
    const sha256 = createHash('sha256').update(altered).digest('hex');
    const guide = { ...files.guide, source: { ...files.guide.source, sha256 } };
    return checkFiles(toCheck(altered, { ...files, guide })).length === 0;
  });
  expect(unseen).toEqual([]);
});

test('an unknown guide is an error that names those there are, never another year', () => {
  expect(() => loadGuide('jx-intl-2024')).toThrow(/没有名为“jx-intl-2024”的指南：.*jx-intl-2023.*不会改用别的年份/);
});

test('a guide is read once for its id, and answers for its thresholds by name', () => {
  const guide = loadGuide('jx-intl-2023');
  expect(loadGuide('jx-intl-2023')).toBe(guide);
  expect([guide.date('unit.registeredBefore'), guide.amount('project.months')]).toEqual(['2022-05-01', 36]);
  expect(() => guide.date('unit.founded')).toThrow(/parameters\.unit\.founded 没有这个参数/);
  expect(() => guide.date('funding.min')).toThrow(/不是日期/);
});

test('a broken guide stops the start with the file, the place and what to do', () => {
  const folder = copyWith(['bases.json', '"no": 3,', '"no": "three",']);
  expect(() => loadGuide(folder)).toThrow(/bases\.json 的 2\.no：.*请照 knowledge\/guideSchema\.ts 改正/);
});

describe('a planted fault is reported, and in the right file', () => {
  test.each(plantedFaults)('%s', (_fault, changes, reported) => {
    expect(faultsIn(copyWith(...changes)).join('\n')).toMatch(reported);
  });

  test('a file is missing', () => {
    const folder = copyWith();
    rmSync(join(folder, 'bases.json'));
    expect(faultsIn(folder)).toEqual(['bases.json ：文件不存在']);
  });
});

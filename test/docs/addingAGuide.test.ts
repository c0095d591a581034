import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { assess } from '../../knowledge/assess.ts';
import { folderOf } from '../../knowledge/guideFolder.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { readyFacts, today } from '../support/readyCase.ts';
import { documentText } from './blocks.ts';

const original = folderOf('jx-intl-2023');
const scratch = mkdtempSync(join(tmpdir(), 'guides-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** A copy of the guide with pieces of its `guide.json` replaced. */
function copyAs(id: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
  const folder = join(scratch, id);
  cpSync(original, folder, { recursive: true });
  const file = join(folder, 'guide.json');
  const renamed: readonly (readonly [string, string])[] = [['"id": "jx-intl-2023"', `"id": "${id}"`], ...changes];
  const text = renamed.reduce(
    (before, [from, to]) => {
      if (!before.includes(from)) throw new Error(`guide.json holds no ${from}`);
      return before.replace(from, to);
    },
    readFileSync(file, 'utf8'),
  );
  writeFileSync(file, text);
  return folder;
}

test('a copied folder with another id and year loads beside the first, and each judges by its own thresholds', () => {
  const folder = copyAs(
    'jx-intl-2024',
    ['"year": 2023', '"year": 2024'],
    ['"title": "2023年', '"title": "2024年'],
    ['"value": "1965-06-01"', '"value": "1980-01-01"'],
  );
  const [first, second] = [loadGuide('jx-intl-2023'), loadGuide(folder)];
  expect([first.id, first.year, second.id, second.year]).toEqual(['jx-intl-2023', 2023, 'jx-intl-2024', 2024]);
  const judged = [first, second].map((guide) => assess(readyFacts, guide, null, today));
  expect(judged.map(({ guide, verdict, failedRules }) => [guide, verdict, failedRules])).toEqual([
    ['jx-intl-2023', 'ready', []],
    ['jx-intl-2024', 'not-eligible', ['lead.age']],
  ]);
  expect(judged[1]?.text).toContain('依据《2024年');
  expect(loadGuide('jx-intl-2023')).toBe(first);
});

test.each(['jx-intl-2022', 'jx-intl-2024', '../jx-intl-2023', ''])(
  'an unknown guide “%s” is an error, never another year',
  (id) => {
    expect(() => loadGuide(id)).toThrow(/不会改用别的年份/);
  },
);

test('an unknown rule of code stops the reading with its id', () => {
  const folder = copyAs('jx-intl-2025');
  const file = join(folder, 'rules.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"id": "partner.exists"', '"id": "partner.exist"'));
  expect(() => loadGuide(folder)).toThrow(/不认识的规则 partner\.exist/);
});

test('the document names every file of a guide folder', () => {
  const text = documentText('docs/adding-a-guide.md');
  const named = [...text.matchAll(/^\| `(\w+(?:\.(?:json|txt)|(?=\/)))\/?` \|/gm)].map(([, name]) => name ?? '');
  const optional = ['questions.json', 'lexicon.json'].filter((name) => !existsSync(join(original, name)));
  const there = [...readdirSync(original), ...optional];
  expect(named.toSorted()).toEqual(there.toSorted());
});

/** The page of figures is what the kept figures give, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readKept } from './page/kept.ts';
import { pageFiles } from './page/page.ts';
import { svgOf } from './page/svg.ts';
import { sectionNames } from './sections.ts';

const docs = new URL('../../docs/', import.meta.url);

test('docs/performance.md and its pictures are made of docs/performance.json, and none is left over', () => {
  const files = pageFiles(readKept());
  for (const { path, content } of files)
    expect([path, readFileSync(new URL(path, docs), 'utf8')]).toEqual([path, content]);
  const pictures = readdirSync(new URL('pictures/', docs)).filter((name) => name.startsWith('performance-'));
  expect(pictures.sort()).toEqual(
    files.flatMap(({ path }) => (path.startsWith('pictures/') ? [path.slice('pictures/'.length)] : [])).sort(),
  );
});

test('every section of npm run bench stands there, and nothing else', () => {
  expect(Object.keys(readKept()).toSorted()).toEqual(sectionNames.toSorted());
});

test('a goal that was missed says so, and what people may write stands as text', () => {
  const [page] = pageFiles({
    turns: {
      title: '一轮',
      day: '2026-01-02',
      machine: { node: 'v24', processor: 'X', processors: 2, memoryGb: 8, system: 'Linux', load: [0, 1] },
      rows: [{ what: 'a|b', value: '4 倍', goal: { text: '≤ 3 倍', met: false } }],
      charts: [],
    },
  });
  expect(page?.content).toContain('| a\\|b | 4 倍 | ≤ 3 倍，**未达到** |');
  const svg = svgOf({ kind: 'bars', id: 'x', title: '<b>', unit: '毫秒', bars: [{ label: 'a&b', value: 1 }] });
  expect(svg).toContain('&lt;b&gt;');
  expect(svg).not.toContain('<b>');
});

/** The threat model: what it names as defence and as proof is there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project } from '../tooling/plant.ts';
import { documentText } from './blocks.ts';

const [, model = ''] = /^## Threat model\n([\s\S]*?)^## /m.exec(documentText('SECURITY.md')) ?? [];
const rows = model
  .split('\n')
  .filter((line) => /^\| (?!threat |-)/.test(line))
  .map((line) => {
    const [, threat = '', where = '', defence = '', proof = ''] = line.split('|').map((cell) => cell.trim());
    const tests = [...proof.matchAll(/`(test\/[\w./-]+)` "([^"]+)"/g)].map(([, file = '', name = '']) => ({
      file,
      name,
    }));
    return { threat, where, defence, proof, tests };
  });

test('there are threats, each with where it is, a defence and a test', () => {
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.filter(({ where, defence, tests }) => where === '' || defence === '' || tests.length === 0)).toEqual([]);
  // Nothing stands in the last column that is not read here.
  const read = rows.map(({ tests }) => tests.map(({ file, name }) => `\`${file}\` "${name}"`).join(', '));
  expect(rows.map(({ proof }) => proof)).toEqual(read);
  expect(new Set(rows.map(({ threat }) => threat)).size).toBe(rows.length);
});

describe.each(rows)('$threat', ({ defence, tests }) => {
  test('its defence is there', () => {
    const files = [...defence.matchAll(/`([\w./-]+\.\w+|Dockerfile)`/g)].map(([, path = '']) => path);
    expect(files.filter((path) => !existsSync(join(project, path)))).toEqual([]);
  });

  test.each(tests)('$file has its test', ({ file, name }) => {
    const text = existsSync(join(project, file)) ? documentText(file) : 'no such file';
    // As it stands in the source: of tests by table, the pattern.
    expect(text.includes(`'${name.replaceAll("'", "\\'")}'`) || text.includes(`\`${name}\``)).toBe(true);
  });
});

/** Every test file is run by one command, once; and files that share a process leave it as it was. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { command, project } from './plant.ts';

const listed = z.array(z.object({ file: z.string(), projectName: z.string().optional() }));

function filesOf(...args: string[]) {
  const { stdout } = spawnSync(command('vitest'), ['list', '--filesOnly', '--json', ...args], {
    cwd: project,
    encoding: 'utf8',
  });
  return listed.parse(JSON.parse(stdout)).map((each) => ({ ...each, file: relative(project, each.file) }));
}

const short = filesOf();
const long = filesOf('--config', 'vitest.long.config.ts').map(({ file }) => file);
const there = globSync('test/**/*.test.ts', { cwd: project }).toSorted();
const isLong = (file: string) => file.endsWith('.long.test.ts');

test('npm test runs every test once, but for the long ones', () => {
  expect(short.map(({ file }) => file).toSorted()).toEqual(there.filter((file) => !isLong(file)));
});

test('npm run test:long runs the long ones', () => {
  expect(long.toSorted()).toEqual(there.filter(isLong));
  expect(long).not.toEqual([]);
});

/** What another file in the same process would notice. */
const lasting =
  /\bprocess\.(?:env|chdir|on|once|exit\w*|umask)\b|\bglobalThis\b|\bvi\.|node:(?:child_process|http|net)/;

test('a file that shares its process with others changes nothing of it', () => {
  const shared = short.filter(({ projectName }) => projectName === 'pure').map(({ file }) => file);
  expect(shared.length).toBeGreaterThan(50);
  expect(shared.filter((file) => lasting.test(readFileSync(join(project, file), 'utf8')))).toEqual([]);
});

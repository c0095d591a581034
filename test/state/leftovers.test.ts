import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clearLeftovers } from '../../state/lowdb/leftovers.ts';
import { dataFolder } from '../support/hallTalk.ts';

test('what a killed process did not finish to write is cleared away, and nothing else', async () => {
  const folder = await dataFolder();
  const shard = join(folder, 'conversations', 'ab');
  mkdirSync(shard, { recursive: true });
  const names = ['ab01.json', 'ab01.json.7f.tmp', 'ab02.json.damaged-17', 'ab02.json.8e.tmp'];
  for (const name of names) writeFileSync(join(shard, name), '{}');
  expect(await clearLeftovers(folder)).toBe(2);
  expect(readdirSync(shard).sort()).toEqual(['ab01.json', 'ab02.json.damaged-17']);
  expect(await clearLeftovers(join(folder, 'not-there'))).toBe(0);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { channels } from '../../bot/channels/index.ts';
import { rows } from '../support/channelTalkRows.ts';
import { project } from '../tooling/plant.ts';
import { blocksOf, documentText } from './blocks.ts';

const text = documentText('docs/adding-a-channel.md');
const folder = join(project, 'test/bot/channels/toy');

/** The file as it would stand in `bot/channels/toy/`. */
const inPlace = (name: string): string =>
  readFileSync(join(folder, name), 'utf8')
    .replaceAll("'../../../../bot/channels/", "'../")
    .replaceAll("'../../../../bot/", "'../../");

test('the code that the document shows is the toy channel, whole: one folder', () => {
  const shown = blocksOf(text, 'ts').slice(0, -1);
  expect(shown).toEqual(['index.ts', 'cut.ts', 'send.ts'].map(inPlace));
  expect(readdirSync(folder).toSorted()).toEqual(['cut.ts', 'index.ts', 'send.ts']);
});

test('the line that the document shows is the service’s own with the new channel at its end', () => {
  const line = blocksOf(text, 'ts').at(-1)?.trim() ?? '';
  const now = documentText('bot/channels/index.ts').match(/^export const channels.*$/m)?.[0] ?? '';
  expect(line).toBe(now.replace(/\];$/, ', openToy(secret)];'));
  expect(channels.length).toBeGreaterThan(0);
});

test('the contract holds the toy channel to what it holds the others to', () => {
  expect(rows.map(({ name }) => name)).toContain('toy');
});

test('every file and every word of the interfaces that the document names is there', () => {
  const sources = ['bot/channels/channel.ts', 'bot/conversations.ts', 'bot/sending.ts'].map(documentText).join('\n');
  const named = ['accept', 'address', 'value', 'group', 'forwarded', 'mostAtOnce', 'present', 'split', 'send'];
  expect(named.filter((each) => !new RegExp(`\\b${each}\\b`).test(sources))).toEqual([]);
  for (const state of ['sent', 'retry', 'ambiguous', 'failed']) expect(sources).toContain(`'${state}'`);
});

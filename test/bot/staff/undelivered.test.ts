/** Why something did not arrive, as staff read it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lineView } from '../../../bot/staff/transcripts/lineView.ts';
import { namesOf } from '../../../bot/staff/transcripts/names.ts';
import { shownTranscript } from '../../../bot/staff/transcripts/shown.ts';
import { whyUndelivered } from '../../../bot/staff/undelivered.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { line } from '../../support/saying.ts';

const bot = join(import.meta.dirname, '../../../bot');

test('every reason that a channel gives in words is read in Chinese', async () => {
  const all = await readdir(join(bot, 'channels'), { recursive: true });
  const sends = all
    .filter((path) => /(?:send|budget|undelivered)\.ts$/.test(path))
    .map((path) => join('channels', path));
  const found: string[] = [];
  for (const path of ['sending.ts', 'wecom/api.ts', 'wecom/request.ts', ...sends]) {
    const text = await readFile(join(bot, path), 'utf8');
    found.push(...[...text.matchAll(/reason: '([^']+)'/g)].map(([, reason = '']) => reason));
  }
  expect(found.length).toBeGreaterThan(12);
  expect(found.filter((reason) => /[a-z]{2}/i.test(whyUndelivered(reason).replace('JSON', '')))).toEqual([]);
});

test.each([
  ['403', '对方平台的错误 403'],
  ['errcode 81013', '对方平台的错误 errcode 81013'],
  ['constructor', '对方平台的错误 constructor'],
  ['客户拒收', '客户拒收'],
])('a code is shown as one, and what is said in Chinese as it is: %s', (reason, shown) =>
  expect(whyUndelivered(reason)).toBe(shown),
);

test.each([
  ['failed', 'over 48 hours since the customer wrote', '没有送到：超过 48 小时'],
  ['ambiguous', 'cut off', '不确定是否送到：发送途中服务中断'],
  ['failed', undefined, '没有送到<'],
] as const)('a line that is %s says why, where that is known', (delivery, undelivered, shown) => {
  const said = line(1, 'bot', '请答', { delivery, ...(undelivered && { undelivered }) });
  const [first] = shownTranscript([said]).lines;
  const options = {
    names: namesOf(loadGuide('jx-intl-2023')),
    timeZone: 'Asia/Shanghai',
    asked: new Map(),
    printing: false,
  };
  expect(String(first && lineView(first, options))).toContain(shown);
});

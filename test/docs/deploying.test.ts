import { expect, test } from 'vitest';
import { printed } from '../../bot/doctor/check.ts';
import { refused } from '../../bot/doctor/wecomErrors.ts';
import { readEnv } from '../../bot/env.ts';
import { envNames } from '../../bot/envSchema.ts';
import { trustProxyOf } from '../../bot/limits/trustProxy.ts';
import { blocksOf, documentText } from './blocks.ts';

const wecom = documentText('docs/deploying-wecom.md');
const teams = documentText('docs/deploying-teams.md');
const general = documentText('docs/deploying.md');
const named = (text: string): string[] =>
  [
    ...text.matchAll(
      /\b((?:WECOM|Microsoft|BOT|DIRECTLINE|PUBLIC|DATA|DATABASE|RATE|TRUST|METRICS)(?:_[A-Z_]+|App[A-Za-z]+)(?:_FILE)?)\b/g,
    ),
  ].map(([, name = '']) => name.replace(/_FILE$/, ''));

test('the settings that the documents on deploying name are there', () => {
  const known: readonly string[] = envNames;
  expect([...named(wecom), ...named(teams), ...named(general)].filter((name) => !known.includes(name))).toEqual([]);
});

test('every setting of a channel is explained where it is deployed', () => {
  const of = (start: RegExp, text: string) =>
    envNames.filter((name) => start.test(name) && !named(text).includes(name));
  expect(of(/^WECOM_/, wecom)).toEqual([]);
  expect(of(/^(Microsoft|BOT_)/, teams)).toEqual([]);
});

test('the limits, the proxies and their defaults are told as they are', () => {
  const rows = [...general.matchAll(/^\| `(RATE_\w+)` \| (\d+) \|/gm)].map(([, name, value]) => [name, Number(value)]);
  const read = readEnv({});
  if ('faults' in read) throw new Error(read.faults.join());
  const { RATE_PER_PERSON, RATE_PER_IP, RATE_PER_KEY } = read.ok;
  expect(Object.fromEntries(rows)).toEqual({ RATE_PER_PERSON, RATE_PER_IP, RATE_PER_KEY });
  const trusted = [...general.matchAll(/TRUST_PROXY=([\w./]+)/g)].map(([, value = '']) => value);
  expect(trusted.length).toBeGreaterThan(2);
  expect(trusted.filter((value) => trustProxyOf(value) === undefined)).toEqual([]);
});

test('what the doctor is shown to say is what it says', () => {
  const shown = blocksOf(wecom, 'text').join('\n');
  const names = { secret: 'WECOM_SECRET', app: '自建应用' } as const;
  const check = refused({ errcode: 60020, errmsg: 'not allowed, from ip: 203.0.113.7, more' }, names);
  const [, says = '', todo = ''] = printed([{ name: '', checks: [check] }]).split('\n');
  expect(shown).toContain(says);
  const line = /^ {4}怎么办：.*$/m.exec(shown)?.[0] ?? 'nothing is shown';
  expect(todo.startsWith(line.replace(/……$/, ''))).toBe(true);
});

import { expect, test } from 'vitest';
import { printed } from '../../bot/doctor/check.ts';
import { refused } from '../../bot/doctor/wecomErrors.ts';
import { envNames } from '../../bot/envSchema.ts';
import { blocksOf, documentText } from './blocks.ts';

const wecom = documentText('docs/deploying-wecom.md');
const teams = documentText('docs/deploying-teams.md');
const named = (text: string): string[] =>
  [
    ...text.matchAll(
      /\b((?:WECOM|Microsoft|BOT|DIRECTLINE|PUBLIC|DATA|DATABASE)(?:_[A-Z_]+|App[A-Za-z]+)(?:_FILE)?)\b/g,
    ),
  ].map(([, name = '']) => name.replace(/_FILE$/, ''));

test('the settings that the documents on deploying name are there', () => {
  const known: readonly string[] = envNames;
  expect([...named(wecom), ...named(teams)].filter((name) => !known.includes(name))).toEqual([]);
});

test('every setting of a channel is explained where it is deployed', () => {
  const of = (start: RegExp, text: string) =>
    envNames.filter((name) => start.test(name) && !named(text).includes(name));
  expect(of(/^WECOM_/, wecom)).toEqual([]);
  expect(of(/^(Microsoft|BOT_)/, teams)).toEqual([]);
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

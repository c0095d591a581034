import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bindCode, codeIn, linkOf, linksOf, makeCode, unlink, voidCode } from '../../../bot/staff/links.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { dataFolder, pathsIn } from '../../support/hallTalk.ts';

const wang = { id: 'wang', name: '王老师' };
const li = { id: 'li', name: '李老师' };
const onTeams = { channel: 'msteams', user: '29:abc' };
const onWecom = { channel: 'wecom', user: 'wecom-1' };
const at = (minutes: number): Date => new Date(Date.parse('2023-05-08T02:00:00Z') + minutes * 60_000);

const documents = async () => embeddedStore(await dataFolder()).documents;

/** A code that nobody has. */
const noCode = (code: string): string => (code === 'AAAAAAAA' ? 'BBBBBBBB' : 'AAAAAAAA');

test('a code is eight letters and digits that cannot be taken for each other', async () => {
  const home = await documents();
  for (let n = 0; n < 20; n += 1) expect(await makeCode(home, wang, at(n))).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
});

test('who sends the code is linked to the account that showed it, and to no other', async () => {
  const home = await documents();
  const code = await makeCode(home, wang, at(0));
  expect(await bindCode(home, code, onTeams, at(1))).toMatchObject({ link: { member: wang } });
  expect(await linkOf(home, onTeams)).toMatchObject({ member: wang, channel: 'msteams', user: '29:abc' });
  expect(await linkOf(home, onWecom)).toBeUndefined();
  expect(await linkOf(home, { channel: 'wecom', user: '29:abc' })).toBeUndefined();
});

test.each([
  ['lower case', (code: string) => code.toLowerCase()],
  [
    'full width',
    (code: string) => [...code].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join(''),
  ],
  ['a space in the middle', (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`],
])('a code typed in %s is the same code', async (_how, typed) => {
  const home = await documents();
  const code = await makeCode(home, wang, at(0));
  expect(await bindCode(home, typed(code), onTeams, at(0))).toMatchObject({ link: { member: wang } });
});

test('a code is good for one user: the next one who sends it is told that it is wrong', async () => {
  const home = await documents();
  const code = await makeCode(home, wang, at(0));
  await bindCode(home, code, onTeams, at(0));
  expect(await bindCode(home, code, onWecom, at(0))).toBe('wrong');
  expect(await linkOf(home, onWecom)).toBeUndefined();
});

test('of two who send it at the same moment one is linked', async () => {
  const home = await documents();
  const code = await makeCode(home, wang, at(0));
  const both = await Promise.all([onTeams, onWecom].map((who) => bindCode(home, code, who, at(0))));
  expect(both.filter((each) => each === 'wrong')).toHaveLength(1);
  expect(await linksOf(home, 'wang')).toHaveLength(1);
});

test('the same user may send it twice, since a turn may be run again', async () => {
  const home = await documents();
  const code = await makeCode(home, wang, at(0));
  await bindCode(home, code, onTeams, at(0));
  expect(await bindCode(home, code, onTeams, at(1))).toMatchObject({ link: { member: wang } });
});

test.each([
  [9.99, 'linked'],
  [10, 'wrong'],
  [11, 'wrong'],
])('after %s minutes a code is %s', async (minutes, outcome) => {
  const home = await documents();
  const code = await makeCode(home, wang, at(0));
  const bound = await bindCode(home, code, onTeams, at(minutes));
  expect(bound === 'wrong' ? 'wrong' : 'linked').toBe(outcome);
});

test('a new code of an account puts out the one before, and leaves those of others', async () => {
  const home = await documents();
  const [first, other] = [await makeCode(home, wang, at(0)), await makeCode(home, li, at(0))];
  await makeCode(home, wang, at(1));
  expect(await bindCode(home, first, onTeams, at(2))).toBe('wrong');
  expect(await bindCode(home, other, onTeams, at(2))).toMatchObject({ link: { member: li } });
});

test('a code that others may have read is good no longer', async () => {
  const home = await documents();
  const code = await makeCode(home, wang, at(0));
  await voidCode(home, code.toLowerCase());
  expect(await bindCode(home, code, onTeams, at(0))).toBe('wrong');
});

test('after five wrong codes even the right one is not tried for ten minutes; others are not held up', async () => {
  const home = await documents();
  const code = await makeCode(home, wang, at(5));
  for (let n = 0; n < 5; n += 1) expect(await bindCode(home, noCode(code), onTeams, at(5))).toBe('wrong');
  expect(await bindCode(home, code, onTeams, at(6))).toBe('too-many');
  expect(await bindCode(home, code, onWecom, at(6))).toMatchObject({ link: { member: wang } });
  const later = await makeCode(home, wang, at(16));
  expect(await bindCode(home, later, onTeams, at(16))).toMatchObject({ link: { member: wang } });
});

test('an account has the links of its own, and a user who is linked anew belongs to the new account alone', async () => {
  const home = await documents();
  await bindCode(home, await makeCode(home, wang, at(0)), onTeams, at(0));
  await bindCode(home, await makeCode(home, wang, at(1)), onWecom, at(1));
  expect((await linksOf(home, 'wang')).map(({ channel }) => channel)).toEqual(['msteams', 'wecom']);
  await bindCode(home, await makeCode(home, li, at(2)), onTeams, at(2));
  expect(await linksOf(home, 'wang')).toHaveLength(1);
  expect(await linksOf(home, 'li')).toHaveLength(1);
  await unlink(home, onTeams);
  expect(await linkOf(home, onTeams)).toBeUndefined();
  expect(await linksOf(home, 'li')).toEqual([]);
});

test('no code lies on the disk, before it is used and after', async () => {
  const folder = await dataFolder();
  const home = embeddedStore(folder).documents;
  const code = await makeCode(home, wang, at(0));
  const lain = async () => Promise.all((await pathsIn(folder)).map((path) => readFile(join(folder, path), 'utf8')));
  expect((await lain()).join('\n')).not.toContain(code);
  await bindCode(home, code, onTeams, at(0));
  expect((await lain()).join('\n')).not.toContain(code);
});

test.each(['', '绑定', 'ABCD123', 'ABCDEFGHJ', 'ABCDEFG0', 'ABCDEFGI', 'A'.repeat(4000), '__proto__'])(
  '%s is no code',
  (typed) => {
    expect(codeIn(typed)).toBeUndefined();
  },
);

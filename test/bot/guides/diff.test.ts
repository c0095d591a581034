/** `npm run guide:diff`: what changed between two guides in a table, and whose verdict would move. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { diffText } from '../../../bot/guides/diffTable.ts';
import { guideDiff } from '../../../knowledge/diff/guideDiff.ts';
import type { Facts } from '../../../knowledge/facts.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { newCase } from '../../../state/conversation.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { ownFolder } from '../../../state/lowdb/owner.ts';
import { postgresStore } from '../../../state/postgres/index.ts';
import type { Store } from '../../../state/store.ts';
import { dataFolder, filesOf, pathsIn } from '../../support/hallTalk.ts';
import { hasPostgres } from '../../support/postgres.ts';
import { readyFacts } from '../../support/readyCase.ts';
import { answering, arrival } from '../../support/saying.ts';
import { secondGuide } from '../../support/secondGuide.ts';
import { dropDatabase, newDatabase, sharedServer } from '../../support/sharedPostgres.ts';
import { project } from '../../tooling/plant.ts';

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** In a process of its own, away from any `.env`. */
const command = async (args: string[], env: Record<string, string> = {}): Promise<Ended> => {
  const options = { cwd: await dataFolder(), env: { PATH: process.env.PATH ?? '', ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(project, 'bot/guides/diff.ts'), ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
};

/** A conversation with a case of these facts. */
async function keep(store: Store, id: string, facts: Facts, guide = 'jx-intl-2023'): Promise<void> {
  await store.talks.accept(arrival(id, 'a'));
  await store.talks.turn(id, async (turn) => {
    const record = { ...turn.record, cases: [{ ...newCase('k', '第1份', guide), facts }], openCase: 'k' };
    return { ...(await answering()(turn)), record };
  });
}

const born = (birthDate: string): Facts => ({ ...readyFacts, 'lead.birthDate': birthDate });

async function fill(store: Store): Promise<void> {
  await keep(store, 'between', born('1966-01-01'));
  await keep(store, 'later', born('1970-01-01'));
  await keep(store, 'nothing', {});
  await keep(store, 'of-another', born('1966-01-01'), 'jx-intl-2021');
}

const toldOfCases = [
  /^ {2}between 负责人的出生日期：满足 → 不满足 （第1份）：可以申报 → 不符合$/m,
  /存着的自查 2 份，结论会变的 1 份/,
  /另有 1 份是按别的指南开始的，没有算/,
  /^ {2}1份 负责人的出生日期（lead\.age） （附5 二（一））：满足 → 不满足$/m,
];

describe('what changed', () => {
  test('in a terminal, each with its clause, old and new', async () => {
    const { code, stdout, stderr } = await command(['jx-intl-2023', secondGuide()]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^2023年指南（jx-intl-2023）→ 2024年指南（jx-intl-2024）\n/);
    expect(stdout).toMatch(
      /改 负责人的出生日期（lead\.bornOnOrAfter） （附5 二（一））：1965年6月1日 → 1966年7月1日\n/,
    );
    expect(stdout).toMatch(/【附2 友城清单】\n {2}没有变化。/);
    expect(stdout).not.toContain('存着的自查');
  });

  test('as Markdown', async () => {
    const { stdout } = await command(['jx-intl-2023', secondGuide(), '--markdown']);
    expect(stdout).toMatch(/^# 2023年指南/);
    expect(stdout).toContain(
      '| 变化 | 条款 | 什么 | 原来 | 现在 |\n| --- | --- | --- | --- | --- |\n' +
        '| 改 | 附5 二（一） | 负责人的出生日期（lead.bornOnOrAfter） | 1965年6月1日 | 1966年7月1日 |\n',
    );
  });

  test('for programs', async () => {
    const { stdout } = await command(['jx-intl-2023', secondGuide(), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      from: { id: 'jx-intl-2023' },
      to: { id: 'jx-intl-2024' },
      parts: expect.arrayContaining([{ id: 'bases', title: '附3 基地清单', changes: [] }]),
    });
  });

  test('long texts are shown where they differ, a cell holds no bar and no line’s end, and many renumberings are one line', () => {
    const [before, after] = ['旧', '新'].map((word) => `${'前'.repeat(100)}${word}|\n${'后'.repeat(100)}`);
    const diff = {
      ...guideDiff(loadGuide('jx-intl-2023'), loadGuide('jx-intl-2023')),
      parts: [
        {
          id: 'clauses',
          title: '条文',
          changes: [{ how: 'changed' as const, what: '条文', before: before ?? '', after: after ?? '' }],
        },
        {
          id: 'bases',
          title: '附3',
          changes: Array.from({ length: 11 }, (_, at) => ({
            how: 'renumbered' as const,
            what: `基地${at}`,
            before: `第${at}个`,
            after: `第${at + 1}个`,
          })),
        },
      ],
    };
    const text = diffText(diff, undefined, 'markdown');
    expect(text).toContain(`| ……${'前'.repeat(16)}旧\\| ${'后'.repeat(14)}…… | ……${'前'.repeat(16)}新\\| `);
    expect(text).toContain('另有 11 项只改了编号，例如基地0：第0个 → 第1个。');
    expect(text).not.toContain('| 改号 |');
  });

  test.each([
    [[], /^用法：npm run guide:diff/],
    [['jx-intl-2023'], /^用法/],
    [['jx-intl-2023', 'jx-intl-2023', 'jx-intl-2023'], /^用法/],
    [['jx-intl-2023', 'jx-intl-2023', '--all'], /^用法/],
    [['jx-intl-2023', 'jx-intl-2022'], /没有名为“jx-intl-2022”的指南/],
  ])('what was asked wrongly is told in a sentence: %j', async (args, told) => {
    const { code, stdout, stderr } = await command(args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(/\n {4}at /);
  });
});

describe('whose verdict would move', () => {
  test('in the embedded home, while a service owns it, without a word of anybody’s; nothing is written', async () => {
    const folder = await dataFolder();
    const store = embeddedStore(folder);
    await fill(store);
    await store.close();
    const { document } = filesOf(folder, 'later');
    const kept = await readFile(document, 'utf8').catch(() => undefined);
    await mkdir(join(folder, 'conversations', '00'), { recursive: true });
    await writeFile(join(folder, 'conversations', '00', `${'0'.repeat(64)}.json`), '{"not": ');
    const owned = await ownFolder(folder);
    onTestFinished(() => owned.release());
    const paths = await pathsIn(folder);
    const { code, stdout, stderr } = await command(['jx-intl-2023', secondGuide(), '--cases'], { DATA_DIR: folder });
    expect([code, stderr]).toEqual([0, '']);
    for (const told of toldOfCases) expect(stdout).toMatch(told);
    expect(stdout).toContain('1 段对话读不出来');
    expect(stdout).not.toMatch(/1966-01-01|江西慧铜|later/);
    expect(await pathsIn(folder)).toEqual(paths);
    expect(await readFile(document, 'utf8').catch(() => undefined)).toBe(kept);
  });

  test('a home in which nobody has said anything has none', async () => {
    const { stdout } = await command(['jx-intl-2023', secondGuide(), '--cases'], { DATA_DIR: await dataFolder() });
    expect(stdout).toContain('存着的自查 0 份，结论会变的 0 份');
  });

  test.skipIf(!hasPostgres)('in PostgreSQL, beside a service', async () => {
    const server = await sharedServer();
    const url = await newDatabase(server);
    const store = await postgresStore(url);
    onTestFinished(async () => {
      await store.close();
      await dropDatabase(server, url);
    });
    await fill(store);
    const env = { DATABASE_URL: url };
    const { code, stdout, stderr } = await command(['jx-intl-2023', secondGuide(), '--cases', '--json'], env);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout).cases).toMatchObject({
      cases: 2,
      others: 1,
      damaged: 0,
      moved: [{ conversation: 'between', number: 1, before: 'ready', after: 'not-eligible' }],
      movers: [{ rule: 'lead.age', before: 'met', after: 'unmet', cases: 1 }],
    });
    expect(stdout).not.toMatch(/1966-01-01|江西慧铜/);
  });

  test('a database that cannot be reached is told in a sentence, without its password', async () => {
    const url = 'postgresql://me:a-secret-word@127.0.0.1:9/db';
    const { code, stderr } = await command(['jx-intl-2023', secondGuide(), '--cases'], { DATABASE_URL: url });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^数据库：读取：/);
    expect(stderr).not.toContain('a-secret-word');
  });
});

/** The rooms of the console on a database, the main path of each once; all that they do is tested beside them on a folder. */
import { rm } from 'node:fs/promises';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readRows } from '../../../bot/spreadsheet/read.ts';
import { allProposals } from '../../../bot/staff/knowledge/proposals.ts';
import { listOf, queryOf, transcriptPath } from '../../../bot/staff/transcripts/filter.ts';
import { postgresStore } from '../../../state/postgres/index.ts';
import { databasePieces } from '../../../state/postgres/pieces.ts';
import type { SummaryFilter } from '../../../state/summary.ts';
import { moved, nothingElse, piecesIn } from '../../support/copying.ts';
import { answer, approved, asked, chats, compared, proposed, question } from '../../support/knowledgeTalk.ts';
import { hasPostgres } from '../../support/postgres.ts';
import { dropDatabase, newDatabase, sharedServer } from '../../support/sharedPostgres.ts';
import { type StaffClient, type StaffWorld, staffService } from '../../support/staffService.ts';
import { questionFile, worked } from './batch/tables.ts';
import { numbersIn, rowsOf } from './figures/numbers.ts';
import { hostileId, longId, oddId, talksFolder } from './transcripts/talks.ts';

async function newAddress(): Promise<string> {
  const server = await sharedServer();
  const url = await newDatabase(server);
  onTestFinished(() => dropDatabase(server, url));
  return url;
}

/** A service on this database. */
const serving = async (url: string, now?: Date): Promise<StaffWorld> =>
  staffService({ store: await postgresStore(url), env: { DATABASE_URL: url }, ...(now && { now }) });

/** The conversations of the transcripts' room, in a database, and in the folder from which they were copied. */
async function withTalks(): Promise<{ url: string; folder: string }> {
  const folder = await talksFolder('hostile');
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const url = await newAddress();
  const target = await databasePieces(url, { now: new Date(), as: 'target' });
  expect(await moved(await piecesIn(folder), target)).toMatchObject(nothingElse);
  await target.close();
  return { url, folder };
}

async function page(client: StaffClient, path: string): Promise<string> {
  const response = await client.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

/** What the list holds: everything but what belongs to this visit. */
const talkRows = (html: string): string => `${count(html)}${/<ol[\s\S]*<\/ol>/.exec(html)?.[0] ?? ''}`;
const count = (html: string): number => Number(/<h2>([\d,]+) 段对话/.exec(html)?.[1] ?? 0);

const filters: readonly SummaryFilter[] = [
  {},
  { channel: 'directline' },
  { since: '2023-05-02T16:00:00.000Z', until: '2023-05-03T16:00:00.000Z' },
  { completed: true },
  { step: 'none' },
  { unanswered: true },
  { text: '专利申请费' },
  { text: '协议的签字处' },
  { text: '赣江' },
  { text: '=HYPERLINK("' },
  { channel: 'msteams', completed: true },
  { text: '没有人说过这句话' },
];

describe.skipIf(!hasPostgres)('on a database', () => {
  test('conversations are found, read, judged and taken away', async () => {
    const { url, folder } = await withTalks();
    const [world, beside] = [await serving(url), await staffService({ folder })];
    const [reader, clerk, reviewer] = [
      await world.signedIn('reader'),
      await world.signedIn('clerk'),
      await world.signedIn('reviewer'),
    ];
    const lists = (client: StaffClient): Promise<string[]> =>
      Promise.all(filters.map(async (filter) => talkRows(await page(client, listOf(filter, 'Asia/Shanghai')))));
    const found = await lists(reader);
    expect(found).toEqual(await lists(await beside.signedIn('reader')));
    expect(new Set(found).size).toBeGreaterThan(8);
    for (const id of ['asked', 'talk-3', oddId, hostileId, longId]) {
      expect(await page(reader, transcriptPath(id))).toMatch(/<li class="said /);
      expect((await page(clerk, transcriptPath(id, { part: 'print' }))).length).toBeGreaterThan(1000);
      expect(JSON.parse(await page(clerk, transcriptPath(id, { part: 'transcript' }))).length).toBeGreaterThan(1);
    }
    const judged = '/staff/transcripts/asked';
    expect((await clerk.post(`${judged}/flag`, { line: '7', text: '可以短些' })).status).toBe(303);
    expect(count(await page(reader, listOf({ flagged: true })))).toBe(1);
    const corrected = { line: '7', mark: 'corrected', text: '这不属于指南。' };
    expect((await reviewer.post(`${judged}/judge`, corrected)).status).toBe(303);
    expect(count(await page(reader, listOf({ corrected: true })))).toBe(1);
    expect(await page(reader, transcriptPath('asked'))).toContain('这不属于指南。');
    const file = await clerk.get(`/staff/exports/transcripts.xlsx?${queryOf({ corrected: true })}`);
    const [, lines] = await readXlsxFile(Buffer.from(await file.arrayBuffer()));
    expect(lines?.data.find(([, seq]) => seq === 7)?.slice(12, 14)).toEqual([
      '已更正',
      expect.stringContaining('这不属于指南。'),
    ]);
    const { items } = await world.store.audit.list({ deed: 'transcript.read', about: longId }, { most: 10 });
    expect(items).toHaveLength(1);
    const admin = await world.signedIn('admin');
    for (const path of ['/staff/audit', '/staff/accounts', '/staff/me', '/staff/queue'])
      expect(await page(admin, path)).toContain('王管');
  });

  test('every number of the figures opens a list with exactly that many conversations', async () => {
    const world = await serving((await withTalks()).url, new Date('2023-05-09T02:00:00Z'));
    const reader = await world.signedIn('reader');
    for (const query of ['', '?all=1', '?since=2023-05-03&until=2023-05-06']) {
      const numbers = numbersIn(await page(reader, `/staff/figures${query}`));
      expect(numbers.length).toBeGreaterThan(10);
      for (const { path, count: told } of numbers)
        expect([path, rowsOf(await page(reader, path))]).toEqual([path, told]);
    }
  });

  test('an answer is proposed, compared, approved by a second person, given by every process, and taken back', async () => {
    const url = await newAddress();
    const world = await serving(url);
    const other = await serving(url);
    const [clerk, reviewer] = [await world.signedIn('clerk'), await world.signedIn('reviewer')];
    const before = await asked(world, question);
    await chats(world, 'somebody', question, '能给多少钱？');
    const path = await proposed(clerk);
    const diff = await compared(clerk, path);
    expect(diff).toContain('<b>1</b> <span>个答复会变');
    expect((await approved(reviewer, path)).status).toBe(303);
    expect((await asked(world, question)).answer).toContain(answer);
    await expect.poll(async () => (await asked(other, question)).answer, { timeout: 30_000 }).toContain(answer);
    const back = '/staff/knowledge/history/none/rollback';
    const on = /name="on" value="([^"]*)"/.exec(await page(reviewer, back))?.[1] ?? '';
    expect((await reviewer.post(back, { on })).status).toBe(303);
    for (const each of [world, other])
      await expect.poll(async () => (await asked(each, question)).answer, { timeout: 30_000 }).toBe(before.answer);
  });

  test('a ruling settles an open point with who and when, and is taken back by a proposal', async () => {
    const world = await serving(await newAddress());
    const [clerk, reviewer] = [await world.signedIn('clerk'), await world.signedIn('reviewer')];
    const open = '5月1日当天注册的公司能报吗？';
    const before = await asked(world, open);
    const publish = async (fields: Record<string, string>): Promise<void> => {
      const path = await proposed(clerk, fields);
      await compared(clerk, path);
      expect((await approved(reviewer, path)).status).toBe(303);
    };
    await publish({ kind: 'ruling', point: 'registered-on-the-day', choice: 'counts', note: '电话答复' });
    expect((await asked(world, open)).answer).not.toBe(before.answer);
    const rulings = await page(clerk, '/staff/knowledge/rulings');
    expect(rulings).toContain('已定 1 处');
    expect(rulings).toContain(`2023-05-08 ${reviewer.member.name}`);
    const [, link = ''] =
      /href="(\/staff\/knowledge\/new\?kind=removal[^"]+)"/.exec(await page(clerk, '/staff/knowledge')) ?? [];
    await publish(Object.fromEntries(new URL(link.replaceAll('&amp;', '&'), world.url).searchParams));
    expect((await asked(world, open)).answer).toBe(before.answer);
  });

  test('a table of questions and one of applicants come back worked; an answer that was edited becomes a proposal', async () => {
    const world = await serving(await newAddress());
    const clerk = await world.signedIn('clerk', '李四');
    const questions = await questionFile([
      ['1', '年龄有什么要求', ''],
      ['2', '要交几份纸质材料', '以申报通知为准，网上提交。'],
    ]);
    const drafts = await worked(clerk, '/staff/ask/file', questions);
    expect(drafts.page).toContain('处理完了：2 行');
    const rows = await readRows(new Uint8Array(await (await clerk.get(`${drafts.at}/file`)).arrayBuffer()));
    expect(rows).toHaveLength(3);
    expect((await clerk.post(`${drafts.at}/propose`, { row: ['0'] })).status).toBe(303);
    const [proposal] = await allProposals(world.store.documents);
    expect(proposal?.content).toMatchObject({ kind: 'unit', questions: ['要交几份纸质材料'] });
    const template = await clerk.get('/staff/applicants/template');
    const verdicts = await worked(clerk, '/staff/applicants', new Uint8Array(await template.arrayBuffer()));
    expect(verdicts.page).toContain('条件基本具备，可以申报');
  });
});

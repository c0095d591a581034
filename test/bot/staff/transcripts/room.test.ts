/** The room of the transcripts as its routes answer: who may, what is listed, what is written down, what is taken away. */
import { rm } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { filterOf, listOf, queryOf, transcriptPath } from '../../../../bot/staff/transcripts/filter.ts';
import { transcriptsRoom } from '../../../../bot/staff/transcripts/index.ts';
import type { SummaryFilter } from '../../../../state/summary.ts';
import { openStaffWorld, type StaffClient, type StaffWorld } from '../../../support/staffConsole.ts';
import { hostile, hostileId, longId, oddId, talksFolder } from './talks.ts';

let world: StaffWorld;
let folder: string;
let [reader, clerk, reviewer]: StaffClient[] = [];

beforeAll(async () => {
  folder = await talksFolder('hostile');
  const small = (surroundings: Parameters<typeof transcriptsRoom>[0]) =>
    transcriptsRoom(surroundings, { mostExported: 11 });
  world = await openStaffWorld(folder, { rooms: [small] });
  reader = await world.signedIn('reader');
  clerk = await world.signedIn('clerk');
  reviewer = await world.signedIn('reviewer');
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

const as = (client: StaffClient | undefined): StaffClient => {
  if (!client) throw new Error('nobody is signed in');
  return client;
};
const page = async (path: string, client = reader): Promise<string> => {
  const response = await as(client).get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};
const rowsOf = (html: string): string[] =>
  [...html.matchAll(/<h3><a href="\/staff\/transcripts\/([^"?]*)/g)].map(([, id = '']) => decodeURIComponent(id));
const countOf = (html: string): number => Number(/<h2>([\d,]+) 段对话/.exec(html)?.[1] ?? 0);
const audited = async (deed: string, about?: string): Promise<{ by: string; about?: string; note?: string }[]> => {
  const { items } = await world.store.audit.list({ deed, ...(about !== undefined && { about }) }, { most: 100 });
  return items.map((each) => ({ ...each, by: each.by.name }));
};
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

const filters: readonly [what: string, filter: SummaryFilter, rows: number][] = [
  ['everything', {}, 11],
  ['a channel', { channel: 'directline' }, 3],
  ['a day', { since: '2023-05-02T16:00:00.000Z', until: '2023-05-03T16:00:00.000Z' }, 1],
  ['those with a verdict', { completed: true }, 8],
  ['those without an interview', { step: 'none' }, 3],
  ['questions without an answer', { unanswered: true }, 1],
  ['words in a line', { text: '专利申请费' }, 1],
  ['words of the bot', { text: '协议的签字处' }, 7],
  ['several at once', { channel: 'msteams', completed: true }, 2],
  ['nothing', { text: '没有人说过这句话' }, 0],
];

describe('the list', () => {
  it.each(filters)(
    'of %s has as many rows as it says, and so has its Excel file and its zip',
    async (_, filter, rows) => {
      const html = await page(listOf(filter, 'Asia/Shanghai'));
      expect([countOf(html), rowsOf(html).length]).toEqual([rows, rows]);
      const query = queryOf(filter);
      const excel = await readXlsxFile(await bytesOf(await as(clerk).get(`/staff/exports/transcripts.xlsx?${query}`)));
      const ids = excel[0]?.data.slice(1).map(([id]) => String(id));
      expect(ids).toEqual(rowsOf(html));
      // Every line of every one of them, and no other.
      const inLines = new Set(excel[1]?.data.slice(1).map(([id]) => String(id)));
      expect([...inLines].sort()).toEqual([...(ids ?? [])].sort());
      const zip = unzipSync(await bytesOf(await as(clerk).get(`/staff/exports/transcripts.zip?${query}`)));
      expect(Object.keys(zip)).toHaveLength(rows);
    },
  );

  it('shows where the words stand, marked, with the way to the line', async () => {
    const html = await page(listOf({ text: '专利申请费' }));
    expect(html).toContain('<mark>专利申请费</mark>能不能从经费里列支');
    const [, path = ''] = /<ul class="hits"><li><a href="([^"]*)"/.exec(html) ?? [];
    expect(path.replaceAll('&amp;', '&')).toBe(
      transcriptPath('asked', { filter: queryOf({ text: '专利申请费' }), line: 4 }),
    );
    expect(await page(path.replaceAll('&amp;', '&').replace(/#.*/, ''))).toMatch(
      /<li class="said person here" id="L4">/,
    );
  });

  it('calls questions, rules, channels and verdicts by their Chinese names, and says each condition with a way out of it', async () => {
    const html = await page(
      listOf({
        channel: 'wecomKf',
        verdict: 'fixable',
        rule: 'agreement.translation',
        step: 'jointLab',
        reviewed: false,
      }),
    );
    for (const words of ['渠道：微信客服', '结论：补齐后可以申报', '停在：联合实验室', '未复核'])
      expect(html).toContain(words);
    const [, without = ''] = /<span>未复核<\/span><a href="([^"]*)"/.exec(html) ?? [];
    expect(filterOf(new URL(without.replaceAll('&amp;', '&'), 'http://x').searchParams)).toEqual({
      channel: 'wecomKf',
      verdict: 'fixable',
      rule: 'agreement.translation',
      step: 'jointLab',
    });
  });

  it('is opened at an address without what a form sends empty', async () => {
    const response = await as(reader).get('/staff/transcripts?text=&channel=directline&since=&page=1');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/staff/transcripts?channel=directline']);
    const part = await as(reader).get('/staff/transcripts?text=&channel=directline', { 'HX-Request': 'true' });
    expect([part.status, countOf(await part.text())]).toEqual([200, 3]);
  });

  it('says so where more fits than may be taken away, and gives no part of it', async () => {
    await world.store.transcripts.append('one-more', 'console', [
      { at: '2023-04-01T00:00:00Z', from: 'person', activity: { text: '喂' }, guide: 'g', overlay: null },
    ]);
    for (const kind of ['xlsx', 'zip']) {
      const response = await as(clerk).get(`/staff/exports/transcripts.${kind}`);
      expect(response.status).toBe(422);
      expect(await response.text()).toContain('符合条件的有 12 段对话，一次最多导出 11 段');
    }
    expect(await page('/staff/transcripts', clerk)).toContain('一次最多导出 11 段，请先缩小范围');
    await world.store.transcripts.remove('one-more');
  });
});

describe('a transcript', () => {
  it('shows who said what, and at a turn of the bot its clauses, rules, facts and versions', async () => {
    const html = await page(transcriptPath('asked'));
    expect(html).toMatch(/<li class="said person" id="L2">[\s\S]*负责人的年龄有什么要求/);
    expect(html).toMatch(/<cite>附5 二（一）<\/cite><q>项目负责人年龄不超过58周岁/);
    for (const words of ['已回答', '指南未规定', '不属于指南', 'jx-intl-2023', '对方可见'])
      expect(html).toContain(words);
    const interview = await page(transcriptPath('talk-3'));
    for (const words of ['问：单位类别', '记下的事实', '出生日期', '外文协议没有中文翻译件'])
      expect(interview).toContain(words);
  });

  it('is in the audit log once for each time it is read or printed, by whom', async () => {
    const before = (await audited('transcript.read', 'talk-2')).length;
    await page(transcriptPath('talk-2'));
    await page(transcriptPath('talk-2', { part: 'print' }), clerk);
    await as(clerk).get(transcriptPath('talk-2', { part: 'transcript' }));
    expect((await audited('transcript.read', 'talk-2')).length - before).toBe(1);
    expect(await audited('transcript.print', 'talk-2')).toMatchObject([{ by: '陈晓2', about: 'talk-2' }]);
    expect(await audited('transcript.export', 'talk-2')).toMatchObject([{ by: '陈晓2' }]);
    await as(clerk).get(`/staff/exports/transcripts.xlsx?${queryOf({ text: '专利申请费', channel: 'directline' })}`);
    const [latest] = await audited('transcript.export');
    expect(latest?.note).toBe('Excel，1 段对话：按文字找的；渠道：网页');
    // Looking at the list is no reading.
    expect((await audited('transcript.read', 'asked')).length).toBeGreaterThan(0);
    expect(await audited('transcript.read', 'talk-7')).toEqual([]);
  });

  it('has the ones before and behind it in the filtered list one click away, also when a judgement took it out of the list', async () => {
    const around = (html: string): (string | undefined)[] =>
      ['prev', 'next'].map((rel) => new RegExp(`<a rel="${rel}" href="/staff/transcripts/([^"?]*)`).exec(html)?.[1]);
    const filter = queryOf({ completed: true, reviewed: false, channel: 'directline' });
    expect(around(await page(transcriptPath('talk-5', { filter })))).toEqual([undefined, 'talk-1']);
    await as(reviewer).post('/staff/transcripts/talk-5/judge', { mark: 'reviewed', back: filter });
    expect(around(await page(transcriptPath('talk-5', { filter })))).toEqual([undefined, 'talk-1']);
    expect(rowsOf(await page(listOf({ reviewed: true })))).toEqual(['talk-5']);
  });

  it('of any id can be read, printed, taken away and noted about', async () => {
    for (const part of [undefined, 'print', 'transcript'] as const) {
      const response = await as(clerk).get(transcriptPath(oddId, part && { part }));
      expect([part, response.status]).toEqual([part, 200]);
      expect(await response.text()).toContain('高松市');
    }
    const posted = await as(clerk).post(`/staff/transcripts/${encodeURIComponent(oddId)}/note`, {
      line: '2',
      text: '看过',
    });
    expect([posted.status, posted.headers.get('location')]).toEqual([303, transcriptPath(oddId, { line: 2 })]);
    expect(await page(transcriptPath(oddId))).toContain('看过');
    await world.store.transcripts.append('..', 'console', [
      { at: '2023-04-01T00:00:00Z', from: 'person', activity: { text: '两点' }, guide: 'g', overlay: null },
    ]);
    expect(await page(transcriptPath('..'))).toContain('两点');
    await world.store.transcripts.remove('..');
  });

  it('that is not there is told calmly, and leaves no trace', async () => {
    for (const path of [
      '/staff/transcripts/nobody',
      '/staff/transcripts/nobody/print',
      '/staff/transcripts/nobody/transcript',
    ]) {
      const response = await as(clerk).get(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).toContain('没有这段对话');
    }
    expect(await audited('transcript.read', 'nobody')).toEqual([]);
  });

  it('of 2,000 lines comes in pages of 500, the one with the line that is asked for', async () => {
    const lines = (html: string): number => html.match(/<li class="said /g)?.length ?? 0;
    const first = await page(transcriptPath(longId, { filter: queryOf({ text: '赣江' }) }));
    expect([lines(first), first.includes('第 1 页，共 4 页（2000 行）')]).toEqual([500, true]);
    const hits = [...first.matchAll(/<a href="[^"]*line=(\d+)#L\d+">#/g)].map(([, seq]) => Number(seq));
    expect(hits).toEqual([1, 401, 801, 1201, 1601]);
    const third = await page(transcriptPath(longId, { line: 1201 }).replace(/#.*/, ''));
    expect([lines(third), third.includes('<li class="said person here" id="L1201">')]).toEqual([500, true]);
    expect(lines(await page(transcriptPath(longId, { page: 99 })))).toBe(500);
  });

  it('can be opened in Bot Framework Emulator: a JSON array of activities', async () => {
    const activity = z.looseObject({
      type: z.string(),
      id: z.string(),
      timestamp: z.iso.datetime(),
      channelId: z.literal('directline'),
      from: z.object({ id: z.string(), name: z.string(), role: z.enum(['bot', 'user']) }),
      recipient: z.object({ id: z.string() }),
      conversation: z.object({ id: z.literal('asked') }),
    });
    const response = await as(clerk).get(transcriptPath('asked', { part: 'transcript' }));
    expect(response.headers.get('content-disposition')).toMatch(/\.transcript"/);
    const activities = z.array(activity).parse(await response.json());
    expect(activities.map(({ from }) => from.role).slice(0, 3)).toEqual(['bot', 'user', 'bot']);
    expect(activities.map(({ text }) => text)).toContain('附1里有日本吗');
  });
});

describe('staff’s judgements', () => {
  const act = (client: StaffClient | undefined, deed: string, fields: Record<string, string>) =>
    as(client).post(`/staff/transcripts/asked/${deed}`, fields);

  it('are a clerk’s to flag and note, a reviewer’s to correct, to call reviewed and to take back', async () => {
    const tried = async (client: StaffClient | undefined) => {
      const answers: number[] = [];
      for (const [deed, mark] of [['note'], ['flag'], ['judge', 'corrected'], ['judge', 'cleared']] as const)
        answers.push((await act(client, deed, { line: '5', text: '试一试', ...(mark && { mark }) })).status);
      return answers;
    };
    expect(await tried(reader)).toEqual([403, 403, 403, 403]);
    expect(await tried(clerk)).toEqual([303, 303, 403, 403]);
    expect(await tried(reviewer)).toEqual([303, 303, 303, 303]);
    expect(await page(transcriptPath('asked'))).not.toContain('<textarea');
    expect(await page(transcriptPath('asked'), clerk)).not.toContain('记为更正');
  });

  it('stand at the line with who and when, lead back to it, and are found by the list and the Excel file', async () => {
    const filter = queryOf({ channel: 'directline' });
    const flagged = await act(clerk, 'flag', { line: '7', text: '天气也可以婉拒得短些', back: filter });
    expect(flagged.headers.get('location')).toBe(transcriptPath('asked', { filter, line: 7 }));
    const html = await page(transcriptPath('asked'));
    expect(html).toMatch(
      /id="L7">[\s\S]*有误<\/span><span>陈晓2<\/span><time[^>]*>2023-05-08 10:00<[\s\S]*天气也可以婉拒得短些/,
    );
    expect(html).toContain(`/staff/knowledge/new?question=${encodeURIComponent('今天南昌天气怎么样？')}`);
    expect(rowsOf(await page(listOf({ flagged: true })))).toEqual(['asked']);
    await act(reviewer, 'judge', { line: '7', mark: 'corrected', text: '这不属于指南。' });
    expect(rowsOf(await page(listOf({ corrected: true })))).toEqual(['asked']);
    const excel = await readXlsxFile(
      await bytesOf(await as(clerk).get(`/staff/exports/transcripts.xlsx?${queryOf({ corrected: true })}`)),
    );
    const row = excel[1]?.data.find(([, seq]) => seq === 7);
    expect(row?.slice(12, 14)).toEqual(['已更正', expect.stringContaining('林审3 2023-05-08 10:00：这不属于指南。')]);
    expect((await audited('transcript.corrected', 'asked'))[0]).toMatchObject({ by: '林审3', note: '第 7 行' });
    // Nobody but staff sees any of it.
    expect(
      await as(clerk)
        .get(transcriptPath('asked', { part: 'transcript' }))
        .then((answer) => answer.text()),
    ).not.toContain('不属于指南。"');
  });

  it('say nothing to the person and change nothing of the talk', async () => {
    const said = async () =>
      (await world.store.talks.read('asked', 0)).filter(({ activity }) => activity.type === 'message').length;
    const before = await said();
    await act(clerk, 'note', { text: '整段看过' });
    await act(clerk, 'flag', { line: '3' });
    expect(await said()).toBe(before);
  });

  it('that are sent twice from one form have one effect', async () => {
    const once = crypto.randomUUID();
    const count = async () => (await page(transcriptPath('asked'))).split('只此一次').length - 1;
    for (let time = 0; time < 3; time += 1) await act(clerk, 'note', { line: '9', text: '只此一次', once });
    expect(await count()).toBe(1);
    await act(clerk, 'note', { line: '9', text: '只此一次，又一句', once });
    expect(await count()).toBe(2);
  });

  it.each([
    ['note', { line: '2', text: '   ' }, 422],
    ['note', { line: '2', text: '字'.repeat(4001) }, 422],
    ['note', { line: '0', text: 'x' }, 422],
    ['note', { line: '99999', text: 'x' }, 404],
    ['flag', { line: '1e3' }, 404],
    ['judge', { line: '2', mark: 'corrected' }, 422],
    ['judge', { line: '2', mark: '__proto__' }, 422],
    ['judge', { line: '2' }, 422],
  ] as const)('of no sense are refused: %s %.40j', async (deed, fields, status) => {
    const before = (await world.store.talks.read('asked', 0)).length;
    expect((await act(reviewer, deed, fields)).status).toBe(status);
    expect(await world.store.talks.read('asked', 0)).toHaveLength(before);
  });

  it('on a conversation that is gone are refused', async () => {
    expect((await as(clerk).post('/staff/transcripts/nobody/note', { text: 'x' })).status).toBe(404);
  });
});

describe('what nobody should write', () => {
  it('is text on every page: no element, no attribute and no address comes of it', async () => {
    await as(reviewer).post(`/staff/transcripts/${hostileId}/judge`, {
      line: '2',
      mark: 'corrected',
      text: hostile.join('\n').slice(0, 3000),
    });
    // Each answer marked wrong offers the question to it for the knowledge.
    const heard = await world.store.talks.read(hostileId, 0);
    for (const { seq } of heard.filter(({ from }) => from === 'bot'))
      await as(clerk).post(`/staff/transcripts/${hostileId}/flag`, { line: String(seq) });
    const paths = [
      transcriptPath(hostileId),
      transcriptPath(hostileId, { part: 'print' }),
      ...hostile.slice(0, 9).map((text) => listOf({ text: text.slice(0, 40), rule: text, channel: text, guide: text })),
      ...hostile.slice(0, 9).map((text) => listOf({ text: text.trim().slice(0, 40) })),
    ];
    for (const path of paths) {
      const html = await page(path, reviewer);
      expect([path, html.match(/<img|<script>|="javascript:|\sonerror=(?!&quot;)|<a href="(?!\/staff|#)/)]).toEqual([
        path,
        null,
      ]);
      expect([
        path,
        html.replace(/ value="[^"]*"/g, '').match(/[\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/u),
      ]).toEqual([path, null]);
    }
    const html = await page(transcriptPath(hostileId));
    for (const words of [
      '&lt;script&gt;',
      '=HYPERLINK(&quot;',
      '**粗体** [链接](javascript:alert(1))',
      '〔U+202E〕乙公司',
      '_x0041_ &amp;amp;',
    ])
      expect(html).toContain(words);
  });

  it('is text in the Excel file too', async () => {
    const response = await as(clerk).get(`/staff/exports/transcripts.xlsx?${queryOf({ text: 'HYPERLINK' })}`);
    const [, lines] = await readXlsxFile(await bytesOf(response), { trim: false });
    const said = lines?.data.map((row) => String(row[4]));
    for (const text of [
      '=HYPERLINK("http://evil.example","点我")',
      '@SUM(1)',
      'constructor',
      '__proto__',
      'A'.repeat(4000),
    ])
      expect(said).toContain(text);
  });
});

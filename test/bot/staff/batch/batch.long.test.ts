import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templateSheets } from '../../../../bot/batch/applicants.ts';
import { readRows } from '../../../../bot/spreadsheet/read.ts';
import { workbook } from '../../../../bot/spreadsheet/write.ts';
import { batchRoom } from '../../../../bot/staff/batch/index.ts';
import { allProposals } from '../../../../bot/staff/knowledge/proposals.ts';
import { type Browser, hasBrowser, launchBrowser } from '../../../support/browser.ts';
import { desk, phone, violations } from '../../../support/pageTalk.ts';
import { type StaffWorld, staffPage, staffService } from '../../../support/staffService.ts';
import { questionFile, uploaded, worked } from './tables.ts';

const world = (): Promise<StaffWorld> => staffService({ rooms: [batchRoom] });

describe('Many questions', () => {
  it('that are pasted get a draft each, with its reason and its clause', async () => {
    const clerk = await (await world()).signedIn('clerk');
    const answer = await clerk.post('/staff/ask', {
      questions: '负责人年龄有什么要求\n\n申报截止到哪天\n<script>alert(1)</script>',
    });
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('草稿（3 条）');
    expect(page).toContain('命中附5 二（一）');
    expect(page).toContain('指南未规定');
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('beyond what is answered at once are told, not silently left out', async () => {
    const clerk = await (await world()).signedIn('clerk');
    const questions = Array.from({ length: 53 }, (_, at) => `方向${(at % 19) + 1}考核指标`).join('\n');
    expect(await (await clerk.post('/staff/ask', { questions })).text()).toContain('其余 3 个没有答');
    expect((await clerk.post('/staff/ask', { questions: ' \n ' })).status).toBe(422);
  });

  it('in a table come back as a table; answers that were edited become proposals', async () => {
    const console = await world();
    const clerk = await console.signedIn('clerk', '李四');
    const bytes = await questionFile([
      ['1', '年龄有什么要求', ''],
      ['2', '申报截止到哪天', '以申报通知为准。'],
      ['3', '要交几份纸质材料', '以申报通知为准，网上提交。'],
    ]);
    const { at, page } = await worked(clerk, '/staff/ask/file', bytes);
    expect(page).toContain('处理完了：3 行');
    expect(page).toContain('人工修改（2 条）');
    const file = await clerk.get(`${at}/file`);
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain('答复草稿.xlsx');
    const rows = await readRows(new Uint8Array(await file.arrayBuffer()));
    expect(rows.map(([number, question]) => `${number} ${question}`)).toEqual([
      '序号 问题',
      '1 年龄有什么要求',
      '2 申报截止到哪天',
      '3 要交几份纸质材料',
    ]);
    const proposed = await clerk.post(`${at}/propose`, { row: ['1', '1', '77', 'x'] });
    expect(proposed.status).toBe(303);
    const [proposal, ...more] = await allProposals(console.store.documents);
    expect(more).toEqual([]);
    expect(proposal?.content).toMatchObject({
      kind: 'unit',
      questions: ['要交几份纸质材料'],
      answer: '以申报通知为准，网上提交。',
    });
    expect(proposal?.steps[0]?.by.name).toBe('李四');
  });
});

describe('A table of applicants', () => {
  it('gives a verdict and what is missing for each row, from the template on', async () => {
    const clerk = await (await world()).signedIn('clerk');
    const template = await clerk.get('/staff/applicants/template');
    const { at, page } = await worked(clerk, '/staff/applicants', new Uint8Array(await template.arrayBuffer()));
    expect(page).toContain('处理完了：1 行');
    expect(page).toContain('条件基本具备，可以申报');
    const rows = await readRows(new Uint8Array(await (await clerk.get(`${at}/file`)).arrayBuffer()));
    expect(rows[0]).toContain('结论');
  });
});

describe('What was uploaded', () => {
  it('is seen by whoever uploaded it, and by nobody else', async () => {
    const console = await world();
    const [clerk, other] = [await console.signedIn('clerk'), await console.signedIn('admin')];
    const { at } = await worked(clerk, '/staff/applicants', await workbook(templateSheets()));
    expect((await other.get(at)).status).toBe(404);
    expect((await other.get(`${at}/file`)).status).toBe(404);
    expect((await other.post(`${at}/propose`, { row: '0' })).status).toBe(404);
  });

  it.each([
    ['a text file', Buffer.from('序号,问题\n1,年龄')],
    ['a zip that is nothing', Buffer.from('PK\u0003\u0004 nothing')],
  ])('and is %s is refused with a sentence', async (_what, bytes) => {
    const clerk = await (await world()).signedIn('clerk');
    const { page } = await worked(clerk, '/staff/ask/file', bytes);
    expect(page).toMatch(/不是 Excel 文件|已损坏/);
  });

  it('is refused when there is no file, or it is too large', async () => {
    const clerk = await (await world()).signedIn('clerk');
    expect((await clerk.post('/staff/ask/file', new FormData())).status).toBe(422);
    const large = await clerk.post('/staff/ask/file', uploaded(Buffer.alloc(11 * 1024 * 1024))).catch(() => undefined);
    expect(large === undefined || large.status === 413).toBe(true);
  });
});

describe.skipIf(!hasBrowser)('In a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('a clerk uploads a table by keyboard alone, sees how far it is, and takes the result away', async () => {
    const console = await world();
    const { page, faults } = await staffPage(browser, console, await console.signedIn('clerk'), desk);
    await page.goto(`${console.url}/staff/ask`);
    const rows = Array.from({ length: 300 }, (_, at) => [String(at + 1), `方向${(at % 19) + 1}的考核指标`, '']);
    await page.locator('#file').focus();
    await page.setInputFiles('#file', { name: '问题.xlsx', mimeType: '', buffer: await questionFile(rows) });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('处理完了：300 行').waitFor();
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载结果' }).focus();
    await page.keyboard.press('Enter');
    expect((await waiting).suggestedFilename()).toBe('答复草稿.xlsx');
    expect(faults).toEqual([]);
  });

  it.each([
    ['light on a desk', desk],
    ['dark on a phone', { ...phone, colorScheme: 'dark' as const }],
  ])('every page can be used by everybody: %s', async (_how, options) => {
    const console = await world();
    const clerk = await console.signedIn('clerk');
    const { page } = await staffPage(browser, console, clerk, options);
    const bytes = await questionFile([['1', '申报截止到哪天', `${'长'.repeat(300)}<b>x</b>`]]);
    const { at } = await worked(clerk, '/staff/ask/file', bytes);
    for (const path of ['/staff/ask', '/staff/applicants', at]) {
      await page.goto(console.url + path);
      expect(await violations(page), path).toEqual([]);
      const tooWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      expect(tooWide, path).toBe(false);
    }
  });
});

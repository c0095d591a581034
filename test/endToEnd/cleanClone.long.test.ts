/** A fresh clone, its own service, a real browser and a terminal: the product as people meet it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { choicesOf, type Interview, interviewed, type Message, personaOf } from '../support/applicant.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { cleanClone, hasGit, runScript, type Started } from '../support/cleanClone.ts';
import { pathsIn } from '../support/hallTalk.ts';
import { listen } from '../support/pageTalk.ts';

/** Somebody who clicks where a button says it, and types the rest. */
const clicks: Record<string, string> = {
  'unit.kind': '科研院所',
  'lead.civil': '都不是',
  'lead.integrity': '都没有',
  'agreement.content': '都写了',
  'agreement.language': '中外文对照',
  'app.materials': '都全了',
};
const example = personaOf('ex-12');
const clicked = Object.entries(clicks).map(([topic, label]): [string, string[]] => [topic, [label]]);
const persona = { ...example, answers: new Map([...example.answers, ...clicked]) };
const headline = '条件基本具备，可以申报';

describe.skipIf(!hasGit)('a clean clone', () => {
  let clone: Awaited<ReturnType<typeof cleanClone>>;
  let service: Started;
  let url = '';
  let data = '';
  const answers: string[] = [];

  beforeAll(async () => {
    clone = await cleanClone();
    data = join(clone.folder, 'data');
    service = runScript(clone.folder, 'start', { PORT: '0', DATA_DIR: data });
    const address = /http:\/\/127\.0\.0\.1:\d+/;
    await vi.waitFor(() => expect(service.stdout()).toMatch(address), { timeout: 30_000 });
    url = address.exec(service.stdout())?.[0] ?? '';
  });
  afterAll(async () => {
    await service.stop();
    await clone.remove();
  });

  test.skipIf(!hasBrowser)('a person types and clicks from 开始自查 to the verdict card', async () => {
    const browser = await launchBrowser();
    onTestFinished(() => browser.close());
    const page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 400, height: 780 } })).newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) faults.push(`outside request ${request.url()}`);
    });
    const heard = listen(page);
    await page.goto(url);
    await page.getByRole('button', { name: '开始自查' }).waitFor();
    // the owner's file beats beside it
    expect((await pathsIn(data)).filter((path) => !path.startsWith('owner.json'))).toEqual(['signing-key.json']);

    const how = { clicked: 0, typed: 0 };
    const box = page.getByRole('textbox', { name: '输入消息' });
    const say = async (text: string): Promise<Message[]> => {
      const before = heard.length;
      const offered = heard.at(-1) ? choicesOf(heard.at(-1) as Message) : [];
      const choice = text === '跳过' ? offered[0] : offered.find((each) => each === text);
      answers.push(choice ?? text);
      if (choice !== undefined) {
        how.clicked += 1;
        await page.getByRole('button', { name: choice, exact: true }).click();
      } else {
        how.typed += 1;
        await box.fill(text);
        await box.press('Enter');
      }
      await expect.poll(() => heard.length, { timeout: 10_000, interval: 10 }).toBeGreaterThan(before);
      return heard.slice(before);
    };
    const talk: Interview = await interviewed(persona, say);
    expect(talk.assessment?.verdict).toBe(persona.expected.verdict);
    // 开始自查, 负责人本人 and the labels above; the rest was typed.
    expect(how).toEqual({ clicked: 2 + clicked.length, typed: answers.length - 2 - clicked.length });
    await page.locator('.card').getByText(headline).waitFor();
    expect(await page.locator('.card').innerText()).toContain('以科技厅审核为准');
    expect(await page.locator('#progress').isHidden()).toBe(true);
    expect(faults).toEqual([]);
  });

  test.skipIf(!hasBrowser)('the same answers in the terminal lead to the same headline', async () => {
    const terminal = runScript(clone.folder, 'chat', { DATA_DIR: join(clone.folder, 'terminal') });
    terminal.child.stdin?.end(`${answers.join('\n')}\n`);
    expect(await terminal.ended()).toBe(0);
    expect(terminal.stdout()).toContain('对话会保存');
    expect(terminal.stdout()).toContain(`结论：${headline}`);
    expect(terminal.stdout()).not.toMatch(/undefined|\[object|"level"/);
    expect(terminal.stderr().replace(/^npm .*\n/gm, '')).toBe('');
  });

  test('standard output holds JSON log lines only, the address among them; then the service stops', async () => {
    await service.stop();
    expect(service.stdout()).toContain('正在停止');
    const lines = service.stdout().trim().split('\n');
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
    expect(lines.join('\n')).toContain(`打开 ${url} 开始使用`);
    expect(lines.join('\n')).not.toMatch(/"level":"(error|fatal|warn)"/);
    const private_ = [...persona.answers.values()].flat().filter((said) => said.length > 4);
    expect(private_.filter((said) => service.stdout().includes(said))).toEqual([]);
    expect(service.stderr().replace(/^npm .*\n/gm, '')).toBe('');
  });

  test('a start on a wrong setting ends with every fault named, and nothing else', async () => {
    await mkdir(join(clone.folder, 'empty'), { recursive: true });
    const refused = runScript(clone.folder, 'start', {
      PORT: 'viele',
      GUIDE_ID: 'x y',
      DATA_DIR: join(clone.folder, 'empty'),
    });
    expect(await refused.ended()).not.toBe(0);
    // Which comes first is up to the pipe.
    for (const name of ['PORT', 'GUIDE_ID']) expect(refused.stdout()).toContain(`${name} 的值不对`);
    expect(await pathsIn(join(clone.folder, 'empty'))).toEqual([]);
  });
});

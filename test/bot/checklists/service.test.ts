import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Checklist } from '../../../state/checklists.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { freePort } from '../../support/freePort.ts';
import { dataFolder, pathsIn } from '../../support/hallTalk.ts';
import { postJson, realService } from '../../support/realService.ts';

const begun = z.looseObject({ token: z.string(), conversationId: z.string() });

/** Talks to the service until it gives a verdict; what it said then. */
async function verdictOf(url: string, secret?: string): Promise<string> {
  const by = (key: string | undefined): Record<string, string> => (key ? { Authorization: `Bearer ${key}` } : {});
  const opened = await postJson(`${url}/v3/directline/conversations`, {}, by(secret));
  const { token, conversationId } = begun.parse(opened.body);
  const activities = `${url}/v3/directline/conversations/${conversationId}/activities`;
  for (const text of ['开始自查', '负责人本人', '高校', '结论'])
    await postJson(activities, { type: 'message', from: { id: 'me' }, text }, by(token));
  for (let time = 0; time < 200; time += 1) {
    const heard = await (await fetch(activities, { headers: by(token) })).text();
    if (heard.includes('AdaptiveCard')) return heard;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no verdict');
}

const linksIn = (heard: string): string[] => heard.match(/https?:[^"\s]*\/checklists\/[\w-]{32}(?=")/g) ?? [];
const kept = async (folder: string): Promise<number> =>
  (await pathsIn(folder)).filter((path) => path.startsWith('checklists/')).length;

const ended: Checklist = {
  schema: 1,
  madeAt: '2023-04-01T00:00:00.000Z',
  expiresAt: '2023-04-08T00:00:00.000Z',
  language: 'zh',
  verdict: 'ready',
  headline: '',
  subtitle: '',
  facts: [],
  rows: [],
  better: [],
  priorities: [],
  advice: [],
  cautions: [],
  met: [],
  caveat: '',
};

test('on loopback the link of the chat opens, survives a restart, and is in no log; what has ended is swept', async () => {
  const folder = await dataFolder();
  const first = await realService(folder);
  const [page = ''] = linksIn(await verdictOf(first.url));
  expect(page.startsWith(`${first.url}/checklists/`)).toBe(true);
  expect((await fetch(page)).status).toBe(200);
  expect((await fetch(`${page}.docx`)).status).toBe(200);
  expect(first.log()).not.toContain(page.slice(-32));
  await first.close();

  await embeddedStore(folder).checklists.save('ended', ended);
  expect(await kept(folder)).toBe(2);
  const second = await realService(folder);
  expect((await fetch(page.replace(first.url, second.url))).status).toBe(200);
  await second.close();
  expect(await kept(folder)).toBe(1);
});

const secret = 'a-secret-for-tests-0123456789';

test('with a public address the links carry it, and its path', async () => {
  const folder = await dataFolder();
  const port = await freePort();
  const service = await realService(folder, {
    PUBLIC_URL: 'https://kjt.example/helper/',
    DIRECTLINE_SECRET: secret,
    PORT: String(port),
  });
  expect(service.url).toContain('kjt.example');
  const [page = ''] = linksIn(await verdictOf(`http://127.0.0.1:${port}`, secret));
  expect(page).toMatch(/^https:\/\/kjt\.example\/helper\/checklists\/[\w-]{32}$/);
});

test('open to others without a public address, nobody knows where it would be opened: no link, nothing kept', async () => {
  const folder = await dataFolder();
  const service = await realService(folder, { HOST: '0.0.0.0', DIRECTLINE_SECRET: secret });
  const heard = await verdictOf(service.url.replace('0.0.0.0', '127.0.0.1'), secret);
  expect(linksIn(heard)).toEqual([]);
  expect(await kept(folder)).toBe(0);
});

import { createHmac, randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { keptAnswers } from '../../../bot/api/kept.ts';
import { zammadPath, zammadWebhook } from '../../../bot/api/zammad.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { dataFolder } from '../../support/hallTalk.ts';
import { realService } from '../../support/realService.ts';
import { expectProblem, listen } from '../server/listening.ts';

const secret = 'a secret that Zammad knows';
const now = () => new Date('2023-05-08T02:00:00Z');
const guide = loadGuide('jx-intl-2023');

const note = z.strictObject({
  ticket_id: z.number(),
  subject: z.string().min(1),
  body: z.string().min(1),
  content_type: z.literal('text/plain'),
  internal: z.literal(true),
  type: z.literal('note'),
  answers: z.array(z.looseObject({ question: z.string(), reason: z.string(), status: z.string(), answer: z.string() })),
});

async function service(folder?: string) {
  const store = embeddedStore(folder ?? (await dataFolder()));
  const kept = keptAnswers(store.documents, now);
  const at = await listen((server) =>
    zammadWebhook(server, { secret, guide: () => guide, overlay: () => null, kept, now, timeZone: 'Asia/Shanghai' }),
  );
  onTestFinished(() => at.close());
  const send = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${at.url}${zammadPath}`, {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        ...signed(body),
        'X-Zammad-Trigger': 'questions',
        ...headers,
      },
    });
  return { at, send };
}

const signed = (body: string, key = secret): Record<string, string> => ({
  'X-Hub-Signature': `sha1=${createHmac('sha1', key).update(body).digest('hex')}`,
  'X-Zammad-Delivery': randomUUID(),
});

/** As Zammad sends it, with what is not looked at. */
const ticket = (article: object): string =>
  JSON.stringify({
    ticket: { id: 81, number: '20081', title: '申报咨询', customer: { firstname: '三', roles: ['Customer'] } },
    article: {
      id: 104,
      ticket_id: 81,
      sender: 'Customer',
      sender_id: 2,
      internal: false,
      content_type: 'text/html',
      type: 'email',
      attachments: [],
      ...article,
    },
  });

describe('an article of a customer', () => {
  test('gets a note that only agents see, with the answers to its questions one by one and why they are so', async () => {
    const { send } = await service();
    const body =
      '<p>老师好，</p><div>1、负责人的年龄有什么要求？</div><div>2、项目经费能买车吗？</div><blockquote>能资助多少？</blockquote><p>-- <br>张三</p>';
    const res = await send(ticket({ body }));
    expect(res.status).toBe(200);
    const told = note.parse(await res.json());
    expect(told.ticket_id).toBe(81);
    expect(told.answers.map(({ status, reason }) => [status, reason])).toEqual([
      ['answered', '命中附5 二（一）'],
      ['not-in-guide', '指南未规定'],
    ]);
    expect(told.body.match(/《2023年江西省国际科技合作项目申报指南》/g)).toHaveLength(1);
    expect(told.body).toMatch(/1\. [^\n]*年龄有什么要求？\n（命中附5 二（一））\n负责人年龄不超过58周岁/);
    expect(told.body).toMatch(/2\. [^\n]*能买车吗？\n（指南未规定）\n指南没有写/);
    expect(told.body).not.toMatch(/张三|资助多少|回复“人工”|您也可以问/);
  });

  test('that asks nothing gets a note that says so', async () => {
    const { send } = await service();
    const told = note.parse(await (await send(ticket({ body: '收到，谢谢！' }))).json());
    expect(told.answers).toEqual([]);
    expect(told.body).toContain('没有看到');
  });

  test('that is nothing but markup, signs or length is answered all the same, as plain text', async () => {
    const { send } = await service();
    for (const body of [
      '<script>alert(1)</script>',
      '<img onerror=x>'.repeat(9000),
      '？'.repeat(4001),
      '=cmd|calc!A1 年龄有什么要求？',
      '',
    ]) {
      const told = note.parse(await (await send(ticket({ body }))).json());
      expect(told.body).not.toMatch(/<script|<img/);
    }
  });

  test('with an identity number gets it back masked', async () => {
    const { send } = await service();
    const told = await (await send(ticket({ body: '我的身份证是360102196501011234，年龄有什么要求？' }))).text();
    expect(told).not.toContain('360102196501011234');
    expect(told).toContain('58周岁');
  });

  test('delivered again has the same answer, also by another process', async () => {
    const folder = await dataFolder();
    const { send } = await service(folder);
    const headers = { 'X-Zammad-Delivery': 'one' };
    const first = await (await send(ticket({ body: '年龄有什么要求？' }), headers)).text();
    expect(await (await send(ticket({ body: '能资助多少？' }), headers)).text()).toBe(first);
    const other = await service(folder);
    expect(await (await other.send(ticket({ body: '能资助多少？' }), headers)).text()).toBe(first);
    expect(await (await send(ticket({ body: '能资助多少？' }))).text()).not.toBe(first);
  });
});

test.each([
  ['an agent', { sender: 'Agent', sender_id: 1 }],
  ['Zammad itself', { sender: 'System', sender_id: 3 }],
  ['a customer, as a note that only agents see', { internal: true }],
  ['nobody', { sender: null, sender_id: null }],
])('what is written by %s is left alone', async (_who, article) => {
  const { send } = await service();
  const res = await send(ticket({ body: '年龄有什么要求？', ...article }));
  expect([res.status, await res.text()]).toEqual([204, '']);
});

test('a ticket without an article, as a schedule sends it, is left alone', async () => {
  const { send } = await service();
  expect((await send(JSON.stringify({ ticket: { id: 1 } }))).status).toBe(204);
});

describe('is refused', () => {
  const body = ticket({ body: '年龄有什么要求？' });
  test.each([
    ['without a signature', { 'X-Hub-Signature': '' }, 401],
    ['with the signature of another secret', signed(body, 'another'), 401],
    ['with the signature of another body', signed(`${body} `), 401],
    ['with a signature that is none', { 'X-Hub-Signature': 'sha1=zz' }, 401],
    ['with one of another kind', { 'X-Hub-Signature': `sha256=${'0'.repeat(64)}` }, 401],
    ['as a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
  ])('what comes %s', async (_how, headers, status) => {
    const { send } = await service();
    await expectProblem(await send(body, headers), status);
  });

  test.each([
    ['no JSON', '{"ticket":', 400],
    ['no ticket but a list', '[]', 422],
    ['an article of another form', '{"article":{"body":7}}', 422],
    ['more than a megabyte', JSON.stringify({ article: { body: 'x'.repeat(1024 * 1024) } }), 413],
  ])('%s, however well signed', async (_what, sent, status) => {
    const { send } = await service();
    await expectProblem(await send(sent), status);
  });

  test('nesting without end brings nothing down', async () => {
    const { send } = await service();
    const deep = `{"ticket":{"id":1,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
    expect([204, 400, 422]).toContain((await send(deep)).status);
  });
});

test('without the secret the service has no such route, with it has', async () => {
  const without = await realService(await dataFolder());
  const post = (url: string) =>
    fetch(`${url}${zammadPath}`, { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } });
  expect((await post(without.url)).status).toBe(404);
  const { url } = await realService(await dataFolder(), { HELPDESK_WEBHOOK_SECRET: secret });
  expect((await post(url)).status).toBe(401);
});

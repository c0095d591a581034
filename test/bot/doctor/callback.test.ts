import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { checkCallback } from '../../../bot/doctor/callback.ts';
import { createLog } from '../../../bot/log.ts';
import { createHttpServer } from '../../../bot/server.ts';
import { wecomCallback } from '../../../bot/wecom/callback.ts';
import { type CallbackSecrets, callbackCipher } from '../../../bot/wecom/crypto.ts';
import { type Answer, failures, hanging, html, json, nowhere, patience, redirected, standIn, text } from './standIn.ts';

const path = '/wecom/callback';
const secrets: CallbackSecrets = {
  token: 'not-for-anybody-token',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  receiveId: 'ww1',
};
const now = new Date('2023-05-08T02:00:00Z');
const names = { token: 'WECOM_TOKEN', aesKey: 'WECOM_ENCODING_AES_KEY' };

const look = (publicUrl: string, given = secrets, wait = patience) =>
  checkCallback({ publicUrl, path, secrets: given, names, now, patience: wait });

/** The service's own callback, as a channel opens it. */
async function service(): Promise<string> {
  const log = createLog('silent');
  const server = createHttpServer({ log, ready: () => true });
  wecomCallback(server, { path, secrets, now: () => now, log, take: async () => {} });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
}

/** What the service would say, changed on its way. */
const changed =
  (change: (echo: string) => string, wait = 0): Answer =>
  (req, res) => {
    const sealed = new URL(req.url ?? '', 'http://x').searchParams.get('echostr') ?? '';
    void after(wait).then(() => res.end(change(callbackCipher(secrets).open(sealed) ?? '')));
  };

test('the service’s own answer is right', async () => {
  const check = await look(await service());
  expect(check).toMatchObject({
    status: 'ok',
    says: expect.stringMatching(/\/wecom\/callback 能到，Token 和 EncodingAESKey 与正在运行的服务一致/),
  });
});

test.each([
  ['the token', { ...secrets, token: 'not-for-anybody-else' }],
  ['the AES key', { ...secrets, encodingAesKey: 'aWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C' }],
  ['the corp id', { ...secrets, receiveId: 'ww2' }],
])('the service that runs with another value of %s is told from one that does not answer', async (_what, given) => {
  expect(failures([await look(await service(), given)])).toEqual([
    expect.stringMatching(
      /不认这个签名（400）：正在运行的服务用的是另一组值 \| 改过 .env 要重启服务.*signature 是 WECOM_TOKEN 不同/,
    ),
  ]);
});

const cases: [when: string, answer: Answer, says: RegExp][] = [
  ['the service does not have this route', json({ title: '没有这个地址' }, 404), /没有开（404） \| .*重启服务/],
  ['a page comes', html(), /回答的是一个网页（200） \| 反向代理把这个路径转到了别处/],
  ['a page says that there is nothing', html(404), /回答的是一个网页（404）/],
  [
    'quotes are put around it',
    changed((echo) => `"${echo}"`),
    /被加了东西（引号、空格或换行） \| 反向代理或网关改写了回答/,
  ],
  ['a line feed is put behind it', changed((echo) => `${echo}\n`), /被加了东西/],
  ['something else comes', text('ok'), /到不了：回答的不是本服务（200）/],
  ['the proxy has nothing behind it', html(502), /到不了：反向代理在，后面的服务没有回答（502） \| 先让服务运行起来/],
  ['it leads elsewhere, with a page', html(301), /到不了：回答是跳转（301）/],
  ['it leads elsewhere', redirected, /到不了：回答是跳转（301）/],
  ['nobody answers', hanging, /到不了：0.4 秒内没有回答/],
];

test.each(cases)('it is said when %s', async (_when, answer, says) => {
  expect(failures([await look(await standIn({ [path]: answer }))])).toEqual([expect.stringMatching(says)]);
});

test('it is said when nobody listens', async () => {
  expect(failures([await look(await nowhere())])).toEqual([expect.stringMatching(/到不了：连接被拒绝/)]);
});

test('it is said when the answer comes later than WeCom waits', async () => {
  const late = await standIn({ [path]: changed((echo) => echo, 1100) });
  expect(failures([await look(late, secrets, 5000)])).toEqual([
    expect.stringMatching(/回答用了 1\.\d 秒，企业微信只等 1 秒/),
  ]);
});

test('nobody is waited for longer than was said', async () => {
  const begun = performance.now();
  await look(await standIn({ [path]: hanging }));
  expect(performance.now() - begun).toBeLessThan(2000);
});

/** Every route of the service, as it is registered: counted or said why not, and safe headers on each answer. */
import type { Server } from 'restify';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { channels } from '../../../bot/channels/index.ts';
import { readEnv } from '../../../bot/env.ts';
import { counted, staffRoutes, uncounted } from '../../../bot/limits/requests.ts';
import { createLog } from '../../../bot/log.ts';
import { openService } from '../../../bot/service.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { freePort } from '../../support/freePort.ts';
import { dataFolder, today } from '../../support/hallTalk.ts';
import { realService } from '../../support/realService.ts';
import { appEnv } from '../../support/wecom/appService.ts';
import { kfEnv } from '../../support/wecom/kfService.ts';
import { wecomStandIn } from '../../support/wecom/standIn.ts';
import { sendRaw } from './listening.ts';

const registered = z.record(z.string(), z.looseObject({ method: z.string(), path: z.string() }));

/** With everything that can be configured, as people reach it by https. */
async function everything() {
  const { url: wecom } = await wecomStandIn();
  const port = await freePort();
  const read = readEnv({
    PORT: String(port),
    PUBLIC_URL: 'https://guohe.example.cn',
    DATA_DIR: await dataFolder(),
    DIRECTLINE_SECRET: 'a secret for tests',
    HELPDESK_API_KEYS: 'tickets:k1',
    HELPDESK_WEBHOOK_SECRET: 'signs',
    METRICS_KEY: 'measures',
    MicrosoftAppId: '00000000-0000-0000-0000-000000000000',
    MicrosoftAppPassword: 'a password',
    RATE_PER_IP: '1000',
    ...appEnv(wecom),
    ...kfEnv(wecom),
  });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  let server: Server | undefined;
  const service = await openService({
    env: read.ok,
    log: createLog('silent'),
    store: embeddedStore(read.ok.DATA_DIR),
    now: () => today,
    channels: [
      ...channels,
      (surroundings) => {
        server = surroundings.server;
        return undefined;
      },
    ],
  });
  await service.listen();
  onTestFinished(() => service.close());
  // restify's types do not name it.
  const { router } = server as unknown as { router: { getRoutes(): unknown } };
  const routes = Object.values(registered.parse(router.getRoutes())).map(({ method, path }) => ({ method, path }));
  return { url: `http://127.0.0.1:${port}`, port, routes };
}

/** An address of the route at which nothing is. */
const example = (path: string): string => path.replace(/:\w+/g, 'nothing-there').replace(/\*$/, 'nothing-there');

/** What is wrong with the headers of an answer. */
function faultsOf(headers: Headers): string[] {
  const policy = headers.get('content-security-policy') ?? '';
  const is = (name: string, form: RegExp) =>
    form.test(headers.get(name) ?? '') ? [] : [`${name}: ${headers.get(name)}`];
  return [
    ...is('x-content-type-options', /^nosniff$/),
    ...is('referrer-policy', /^(no-referrer|same-origin)$/),
    ...is('permissions-policy', /camera=\(\), microphone=\(\), geolocation=\(\)/),
    ...is('strict-transport-security', /^max-age=31536000$/),
    ...is('cross-origin-opener-policy', /^same-origin$/),
    ...is('cross-origin-resource-policy', /^same-origin$/),
    ...is('content-security-policy', /default-src '(self|none)'/),
    ...is('content-security-policy', /frame-ancestors/),
    ...is('content-security-policy', /base-uri 'none'/),
    ...is('cache-control', /no-store|no-cache|immutable/),
    ...(/unsafe-inline|unsafe-eval/.test(policy) ? ['unsafe policy'] : []),
    ...['server', 'x-powered-by', 'access-control-allow-origin'].filter((name) => headers.has(name)),
  ];
}

test('every route is counted, or it is said why not; and nothing is said of routes that are not there', async () => {
  const { routes } = await everything();
  const names = routes.map(({ method, path }) => `${method} ${path}`);
  expect(names.length).toBeGreaterThan(30);
  const known = (name: string) => name in counted || name in uncounted || staffRoutes.test(name.split(' ')[1] ?? '');
  expect(names.filter((name) => !known(name))).toEqual([]);
  expect([...Object.keys(counted), ...Object.keys(uncounted)].filter((name) => !names.includes(name))).toEqual([]);
  expect(Object.keys(counted).filter((name) => name in uncounted)).toEqual([]);
});

test('every answer of every route has safe headers and does not say what it runs on', async () => {
  const { url, port, routes } = await everything();
  const faults: string[] = [];
  const look = (what: string, { status, headers }: Response) => {
    if (status >= 500) faults.push(`${what}: ${status}`);
    for (const fault of faultsOf(headers)) faults.push(`${what}: ${fault}`);
  };
  for (const { method, path } of routes) {
    const at = url + example(path);
    look(`${method} ${path}`, await fetch(at, { method, redirect: 'manual' }));
    if (method !== 'POST') continue;
    const json = { 'Content-Type': 'application/json' };
    look(`${path} broken`, await fetch(at, { method, headers: json, body: '{' }));
    look(`${path} zipped`, await fetch(at, { method, headers: { ...json, 'Content-Encoding': 'gzip' }, body: 'x' }));
  }
  for (const path of ['/', '/page/page.js', '/page/page.css', '/staff/sign-in', '/nowhere', '/healthz', '/readyz'])
    look(path, await fetch(url + path));
  look('another method', await fetch(`${url}/healthz`, { method: 'DELETE' }));
  look(
    'too many headers',
    await fetch(url, { headers: Object.fromEntries([...Array(120)].map((_, at) => [`a${at}`, ''])) }),
  );
  expect(faults).toEqual([]);
  // What Node refuses before anybody sees a request: nothing but the status.
  const refused = await sendRaw(port, ['GET / HTTP/1.1\r\nbroken\r\n\r\n']);
  expect(refused).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n\r\n$/);
  const large = await sendRaw(port, [`GET / HTTP/1.1\r\nHost: a\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`]);
  expect(large).toMatch(/^HTTP\/1\.1 431 /);
});

test('without https browsers are not told to use it', async () => {
  const { url } = await realService(await dataFolder());
  const { headers } = await fetch(url);
  expect(headers.has('strict-transport-security')).toBe(false);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

import type { Server } from 'restify';
import { expect, onTestFinished, test } from 'vitest';
import { channels } from '../../../bot/channels/index.ts';
import { readEnv } from '../../../bot/env.ts';
import { createLog } from '../../../bot/log.ts';
import { openService } from '../../../bot/service.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { freePort } from '../../support/freePort.ts';
import { dataFolder, today } from '../../support/hallTalk.ts';
import { description } from '../../support/openApi.ts';

/** Routes that are not described, and why. */
const apart: [RegExp, string][] = [
  [/^GET \/$|^GET \/page\//, 'the chat page: for people'],
  [/ \/staff(\/\*)?$/, 'the console: for people'],
  [/^GET \/teams\//, 'pages that the app package names: for people'],
  [/^POST \/api\/messages$/, 'as the Bot Framework describes it'],
  [/ \/wecom(-kf)?\/callback$/, 'as WeCom describes it'],
  [/\/upload$/, 'files are always refused'],
];

/** Every route of a service with everything set, as `METHOD /path/{parameter}`. */
async function routesOf(): Promise<{ routes: string[]; url: string }> {
  const wecom = { WECOM_CORP_ID: 'wx5823bf96d3bd56c7', WECOM_API_BASE: `http://127.0.0.1:${await freePort()}` };
  const aes = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';
  const folder = await dataFolder();
  const read = readEnv({
    PORT: '0',
    DATA_DIR: folder,
    ...wecom,
    ...{ WECOM_AGENT_ID: '7', WECOM_SECRET: 's', WECOM_TOKEN: 'token', WECOM_ENCODING_AES_KEY: aes },
    ...{ WECOM_KF_SECRET: 's', WECOM_KF_TOKEN: 'token', WECOM_KF_ENCODING_AES_KEY: aes, WECOM_KF_OPEN_KFIDS: 'kf' },
    ...{ MicrosoftAppId: '00000000-0000-0000-0000-000000000001', MicrosoftAppPassword: 'p' },
    ...{ DIRECTLINE_SECRET: 'd', HELPDESK_API_KEYS: 'a:b', HELPDESK_WEBHOOK_SECRET: 'h', METRICS_KEY: 'm' },
  });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  let server: Server | undefined;
  const service = await openService({
    env: read.ok,
    log: createLog('silent'),
    store: embeddedStore(folder),
    now: () => today,
    channels: [
      ...channels,
      (surroundings) => {
        server = surroundings.server;
        return undefined;
      },
    ],
  });
  const url = await service.listen();
  onTestFinished(() => service.close());
  const { routes } = server?.getDebugInfo() ?? {};
  const named = Object.values(Object(routes)).map((route) => {
    const { method, path } = Object(route);
    return `${String(method).toUpperCase()} ${String(path).replace(/:(\w+)/g, '{$1}')}`;
  });
  return { routes: named, url };
}

test('every route for outsiders is described, and nothing is described that is not there', async () => {
  const { routes, url } = await routesOf();
  expect(routes.length).toBeGreaterThan(20);
  const { paths } = description.parse(await (await fetch(`${url}/openapi.json`)).json());
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const expected = routes.filter((route) => !apart.some(([pattern]) => pattern.test(route)));
  expect(described.toSorted()).toEqual(expected.toSorted());
  for (const [pattern, why] of apart)
    expect(
      routes.some((route) => pattern.test(route)),
      why,
    ).toBe(true);
});

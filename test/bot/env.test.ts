import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { readEnv } from '../../bot/env.ts';
import { envNames, isSecret } from '../../bot/envSchema.ts';

const folder = mkdtempSync(join(tmpdir(), 'env-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (raw: Record<string, string>) => {
  const result = readEnv(raw);
  return 'ok' in result ? { env: result.ok, faults: [] } : { env: undefined, faults: result.faults };
};
const ok = (raw: Record<string, string> = {}) => {
  const { env, faults } = read(raw);
  if (!env) throw new Error(faults.join('\n'));
  return env;
};
const faults = (raw: Record<string, string>) => read(raw).faults;

const aes = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
const wecom = {
  WECOM_CORP_ID: 'ww1',
  WECOM_AGENT_ID: '1000002',
  WECOM_SECRET: 's',
  WECOM_TOKEN: 't',
  WECOM_ENCODING_AES_KEY: aes,
};
const kf = {
  WECOM_CORP_ID: 'ww1',
  WECOM_KF_SECRET: 's',
  WECOM_KF_TOKEN: 't',
  WECOM_KF_ENCODING_AES_KEY: aes,
  WECOM_KF_OPEN_KFIDS: 'wk1, wk2',
};
const oidc = { STAFF_OIDC_ISSUER: 'https://id.example.cn/', STAFF_OIDC_CLIENT_ID: 'c', STAFF_OIDC_CLIENT_SECRET: 's' };
const appId = '11111111-2222-3333-4444-555555555555';
const tenant = 'AAAAAAAA-bbbb-cccc-dddd-eeeeeeeeeeee';
const teams = { MicrosoftAppId: appId, MicrosoftAppPassword: 'p' };
const oneTenant = { ...teams, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenant };
const managed = { MicrosoftAppId: appId, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: tenant };

test('nothing set is a whole service on this machine', () => {
  expect(ok()).toMatchObject({
    PORT: 3978,
    HOST: '127.0.0.1',
    DATA_DIR: './data',
    GUIDE_ID: 'jx-intl-2023',
    TZ: 'Asia/Shanghai',
    LOG_LEVEL: 'info',
    DURABILITY: 'fsync',
    RETENTION_DAYS: 180,
    BOT_CLOUD: 'public',
    WECOM_KF_HANDOFF: 'desk',
    HELPDESK_API_KEYS: new Map(),
    RATE_PER_PERSON: 60,
  });
});

test('an empty or blank value is not set', () => {
  const blank = Object.fromEntries(
    envNames.flatMap((name) => [
      [name, ' '],
      [`${name}_FILE`, ''],
    ]),
  );
  expect(ok(blank)).toEqual(ok());
});

test('every set value arrives in its own form', () => {
  expect(
    ok({
      ...wecom,
      ...kf,
      ...oidc,
      PORT: '0',
      DATABASE_URL: 'postgres://u:p@db:5432/guohe',
      HELPDESK_API_KEYS: 'desk:k1, zammad:k2:with:colons',
      ALERT_WEBHOOK_URLS: 'https://a.example.cn/x,https://b.example.cn',
    }),
  ).toMatchObject({
    PORT: 0,
    DATABASE_URL: 'postgres://u:p@db:5432/guohe',
    WECOM_AGENT_ID: 1_000_002,
    WECOM_KF_OPEN_KFIDS: ['wk1', 'wk2'],
    STAFF_OIDC_ISSUER: 'https://id.example.cn',
    HELPDESK_API_KEYS: new Map([
      ['desk', 'k1'],
      ['zammad', 'k2:with:colons'],
    ]),
    ALERT_WEBHOOK_URLS: ['https://a.example.cn/x', 'https://b.example.cn'],
  });
});

test.each([
  ['PORT', '65535', true],
  ['PORT', '65536', false],
  ['PORT', '-1', false],
  ['PORT', '1e3', false],
  ['RETENTION_DAYS', '0', false],
  ['RETENTION_DAYS', '1', true],
  ['TZ', 'Asia/Nowhere', false],
  ['TZ', 'UTC', true],
  ['LOG_LEVEL', 'loud', false],
  ['DURABILITY', 'slow', false],
  ['DATABASE_URL', 'mysql://db', false],
  ['PUBLIC_URL', 'guohe.example.cn', false],
  ['GUIDE_ID', '../jx', false],
  ['BOT_CLOUD', 'mars', false],
  ['MicrosoftAppType', 'SingleTenant', true],
  ['MicrosoftAppType', 'MultiTenant', true],
  ['MicrosoftAppType', 'UserAssignedMSI', true],
  ['MicrosoftAppType', 'Nope', false],
  ['MicrosoftAppType', 'multitenant', false],
  ['HELPDESK_API_KEYS', 'nameless', false],
  ['HELPDESK_API_KEYS', 'a:1,a:2', false],
  ['HELPDESK_API_KEYS', 'a:1,b:1', false],
  ['RATE_PER_IP', '0', false],
])('%s=%s is allowed: %s', (name, value, allowed) => {
  const found = faults({ [name]: value });
  if (allowed) expect(found).toEqual([]);
  else expect(found).toEqual([expect.stringContaining(name)]);
});

test.each([`{${appId}}`, `${appId} `.padStart(40, '-'), 'my bot', '应用', 'https://contoso.onmicrosoft.com/'])(
  'an id that Entra ID does not give is refused: %s',
  (id) => {
    const [one, other] = faults({ ...oneTenant, MicrosoftAppId: id, MicrosoftAppTenantId: id });
    expect([one, other]).toEqual([
      expect.stringMatching(/^MicrosoftAppId 的值不对.*形如/),
      expect.stringMatching(/^MicrosoftAppTenantId 的值不对.*形如/),
    ]);
  },
);

test('every fault is listed at once, each naming its variable', () => {
  const found = faults({
    PORT: 'x',
    TZ: 'y',
    MicrosoftAppType: 'Nope',
    WECOM_ENCODING_AES_KEY: 'short',
    HOST: '0.0.0.0',
  });
  for (const name of [
    'PORT',
    'TZ',
    'MicrosoftAppType',
    'WECOM_ENCODING_AES_KEY',
    'WECOM_CORP_ID',
    'DIRECTLINE_SECRET',
  ]) {
    expect(found.filter((fault) => fault.includes(name)).length, name).toBeGreaterThan(0);
  }
});

test('a fault never holds a value', () => {
  const wrong = Object.fromEntries(envNames.map((name) => [name, 'hunter2 <secret>']));
  expect(faults(wrong).length).toBeGreaterThan(5);
  expect(faults(wrong).join('\n')).not.toContain('hunter2');
});

test('a fault is a Chinese sentence', () => {
  for (const fault of faults({ ...Object.fromEntries(envNames.map((name) => [name, '<'])) })) {
    expect(fault).toMatch(/\p{Script=Han}/u);
    expect(fault).not.toMatch(/undefined|expected|invalid/i);
  }
});

test.each([
  ['an app id without its password', { MicrosoftAppId: appId }, 'MicrosoftAppPassword'],
  ['a password without its app id', { MicrosoftAppPassword: 'p' }, 'MicrosoftAppId'],
  ['a tenant without an app id', { MicrosoftAppTenantId: tenant }, 'MicrosoftAppId'],
  ['an app without its id', { MicrosoftAppPassword: 'p', MicrosoftAppTenantId: tenant }, 'MicrosoftAppId'],
  ['a single tenant without its id', { ...teams, MicrosoftAppType: 'SingleTenant' }, 'MicrosoftAppTenantId'],
  ['a single tenant without its password', { ...oneTenant, MicrosoftAppPassword: '' }, 'MicrosoftAppPassword'],
  ['a managed identity without its tenant', { ...managed, MicrosoftAppTenantId: '' }, 'MicrosoftAppTenantId'],
  ['a managed identity with a password', { ...managed, MicrosoftAppPassword: 'p' }, 'MicrosoftAppPassword'],
  ['a type that is none, and nothing else', { ...oneTenant, MicrosoftAppType: 'Single' }, 'MicrosoftAppType'],
  ['a WeCom app without its token', { ...wecom, WECOM_TOKEN: '' }, 'WECOM_TOKEN'],
  ['a WeCom app without its corporation', { ...wecom, WECOM_CORP_ID: '' }, 'WECOM_CORP_ID'],
  ['a corporation alone', { WECOM_CORP_ID: 'ww1' }, 'WECOM_SECRET'],
  ['customer service without its accounts', { ...kf, WECOM_KF_OPEN_KFIDS: '' }, 'WECOM_KF_OPEN_KFIDS'],
  ['sign-in without its secret', { ...oidc, STAFF_OIDC_CLIENT_SECRET: '' }, 'STAFF_OIDC_CLIENT_SECRET'],
])('half a group is refused: %s', (_what, raw, name) => {
  expect(faults(raw)).toEqual([expect.stringContaining(name)]);
});

test.each([
  ['Teams for many tenants', teams],
  ['Teams for many tenants, of which one is named', { ...oneTenant, MicrosoftAppType: 'MultiTenant' }],
  ['Teams for one tenant', oneTenant],
  ['Teams for one tenant in China', { ...oneTenant, BOT_CLOUD: 'china' }],
  ['a managed identity', managed],
  ['a WeCom app', wecom],
  ['customer service', kf],
  ['sign-in', oidc],
])('a whole group is accepted: %s', (_what, raw) => {
  expect(faults(raw)).toEqual([]);
});

test.each([
  [{ HOST: '127.0.0.1' }, false],
  [{ HOST: '127.0.0.9' }, false],
  [{ HOST: 'localhost' }, false],
  [{ HOST: '::1' }, false],
  [{ HOST: '0.0.0.0' }, true],
  [{ HOST: '::' }, true],
  [{ HOST: '10.0.0.5' }, true],
  [{ HOST: 'localhost.example.cn' }, true],
  [{ HOST: '127.0.0.1', PUBLIC_URL: 'https://guohe.example.cn' }, true],
])('with %j the start is refused without a Direct Line secret: %s', (raw, refused) => {
  const found = faults(raw as Record<string, string>);
  expect(found).toEqual(refused ? [expect.stringContaining('DIRECTLINE_SECRET')] : []);
  expect(faults({ ...(raw as Record<string, string>), DIRECTLINE_SECRET: 'long' })).toEqual([]);
});

test('every secret may stand in a file', () => {
  expect(envNames.filter(isSecret)).toEqual(
    expect.arrayContaining([
      'MicrosoftAppPassword',
      'DIRECTLINE_SECRET',
      'WECOM_TOKEN',
      'WECOM_ENCODING_AES_KEY',
      'HELPDESK_API_KEYS',
      'DATABASE_URL',
    ]),
  );
  const file = join(folder, 'secret');
  writeFileSync(file, 'from-a-file\n');
  expect(ok({ HOST: '0.0.0.0', DIRECTLINE_SECRET_FILE: file }).DIRECTLINE_SECRET).toBe('from-a-file');
});

test('a secret file that is missing, empty or given beside the value is a fault', () => {
  const empty = join(folder, 'empty');
  writeFileSync(empty, '\n');
  expect(faults({ METRICS_KEY_FILE: join(folder, 'nowhere') })).toEqual([expect.stringContaining('METRICS_KEY_FILE')]);
  expect(faults({ METRICS_KEY_FILE: empty })).toEqual([expect.stringContaining('METRICS_KEY_FILE')]);
  expect(faults({ METRICS_KEY_FILE: empty, METRICS_KEY: 'k' })).toEqual([expect.stringContaining('METRICS_KEY_FILE')]);
});

const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8');

test('.env.example names exactly the variables that are known', () => {
  expect(Object.keys(parseEnv(example)).sort()).toEqual([...envNames].sort());
});

test('.env.example as it stands is the same as nothing set', () => {
  expect(ok(parseEnv(example) as Record<string, string>)).toEqual(ok());
});

test.each([...envNames])('.env.example explains %s in Chinese on the line above', (name) => {
  const lines = example.split('\n');
  const at = lines.findIndex((line) => line.startsWith(`${name}=`));
  expect(lines[at - 1]).toMatch(/^# .*\p{Script=Han}/u);
});

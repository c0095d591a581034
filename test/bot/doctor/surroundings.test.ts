import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { checkHome } from '../../../bot/doctor/home.ts';
import { checkOidc } from '../../../bot/doctor/oidc.ts';
import { checkHere, checkPublicUrl } from '../../../bot/doctor/publicUrl.ts';
import { hasPostgres, urlOf } from '../../support/postgres.ts';
import { newDatabase, sharedServer } from '../../support/sharedPostgres.ts';
import { certificate } from './certificate.ts';
import {
  type Answer,
  envOf,
  failures,
  hanging,
  html,
  json,
  nowhere,
  patience,
  redirected,
  standIn,
} from './standIn.ts';

const healthy = json({ status: 'ok' });

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'doctor-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

/** An HTTPS server whose certificate nobody vouches for. */
async function selfSigned(): Promise<string> {
  const server = createServer(certificate, (_req, res) => void res.end('{"status":"ok"}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
}

describe('of the data folder the doctor says', () => {
  const look = (DATA_DIR: string) => checkHome({ DATA_DIR, DATABASE_URL: undefined });

  test('that it can be written, and leaves nothing in it', async () => {
    const path = await folder();
    expect(await look(path)).toEqual({ status: 'ok', says: `数据文件夹 ${path} 可以写` });
    expect(await readdir(path)).toEqual([]);
  });

  test('that it will be made', async () => {
    const path = join(await folder(), 'one', 'two');
    expect(await look(path)).toEqual({ status: 'ok', says: `数据文件夹 ${path} 还没有，启动时会建` });
  });

  test('that it is no folder', async () => {
    const path = join(await folder(), 'file');
    await writeFile(path, '');
    expect(failures([await look(path)])).toEqual([expect.stringMatching(/不是文件夹 \| 改 DATA_DIR/)]);
  });

  // Root may write anywhere.
  test.skipIf(process.getuid?.() === 0)('that it cannot be written or made', async () => {
    const path = await folder();
    await chmod(path, 0o500);
    expect(failures([await look(path)])).toEqual([expect.stringMatching(/写不进去 \| .*同一个用户/)]);
    expect(failures([await look(join(path, 'data'))])).toEqual([expect.stringMatching(/也建不了/)]);
  });

  test.skipIf(process.platform !== 'linux')('that it cannot be written, whoever asks', async () => {
    expect(failures([await look('/proc/self')])).toEqual([expect.stringMatching(/\/proc\/self 写不进去/)]);
  });
});

describe.skipIf(!hasPostgres)('of PostgreSQL the doctor says', () => {
  let server: Awaited<ReturnType<typeof sharedServer>>;
  beforeAll(async () => {
    server = await sharedServer();
  });
  const look = (DATABASE_URL: string) => checkHome({ DATA_DIR: './data', DATABASE_URL });

  test('its version and ctype, and makes no table', async () => {
    const url = await newDatabase(server, 'TEMPLATE template0');
    expect(await look(url)).toMatchObject({
      status: 'ok',
      says: expect.stringMatching(/^PostgreSQL 1\d\S* 连得上.*ctype \S+UTF-8$/),
    });
  });

  test('that its ctype knows no Chinese', async () => {
    const url = await newDatabase(
      server,
      "TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C'",
    );
    expect(failures([await look(url)])).toEqual([expect.stringMatching(/ctype）是 C，不认得汉字 \| 另建一个数据库/)]);
  });

  test('that its encoding does not do', async () => {
    const url = await newDatabase(
      server,
      "TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER libc",
    );
    expect(failures([await look(url)])).toEqual([expect.stringMatching(/连得上，但用不了 \| .*编码是 SQL_ASCII/)]);
  });

  test('that the password is wrong, without telling it', async () => {
    const url = new URL(urlOf(server, 'postgres'));
    url.password = 'not-for-anybody-password';
    expect(failures([await look(url.href)])).toEqual([
      expect.stringMatching(/password authentication failed.*\(28P01\) \| 检查 DATABASE_URL/),
    ]);
  });

  test('that there is no such database', async () => {
    expect(failures([await look(urlOf(server, 'no_such'))])).toEqual([expect.stringMatching(/no_such.*3D000/)]);
  });
});

test('of PostgreSQL that does not run the doctor says so', async () => {
  const { port } = new URL(await nowhere());
  const url = `postgresql://u:not-for-anybody@127.0.0.1:${port}/x`;
  expect(failures([await checkHome({ DATA_DIR: '', DATABASE_URL: url })])).toEqual([
    expect.stringMatching(/ECONNREFUSED.* \| 检查 DATABASE_URL/),
  ]);
});

describe('of the service on this machine the doctor says', () => {
  const look = (address: string) => checkHere({ HOST: '127.0.0.1', PORT: Number(new URL(address).port) }, patience);

  test('that it runs', async () => {
    const address = await standIn({ '/healthz': healthy });
    expect(await look(address)).toEqual({ status: 'ok', says: `服务在 ${address} 运行` });
  });

  test('that it does not run, which is no fault', async () => {
    expect(await look(await nowhere())).toMatchObject({
      status: 'off',
      says: expect.stringMatching(/没有在 \S+ 运行（连接被拒绝.*先 npm start/),
    });
  });

  test('that another program has the port', async () => {
    expect(failures([await look(await standIn({ '/healthz': html() }))])).toEqual([
      expect.stringMatching(/不是本服务 \| .*改 PORT/),
    ]);
  });
});

const ways: [when: string, answer: Answer, says: RegExp][] = [
  ['another page is there', html(), /到不了本服务：回答的是一个网页（200），不是本服务/],
  ['another program is there', json({ status: 'up' }), /回答的不是本服务（200）/],
  ['it leads elsewhere', redirected, /回答是跳转（301） \| 把 PUBLIC_URL 写成跳转之后的网址/],
  ['the proxy has nothing behind it', html(504), /反向代理在，后面的服务没有回答（504）/],
  ['nobody answers', hanging, /0.4 秒内没有回答 \| 检查域名解析、防火墙/],
];

describe('of the public address the doctor says what to do', () => {
  const look = (PUBLIC_URL: string | undefined, needed = true) => checkPublicUrl({ PUBLIC_URL }, needed, patience);

  test.each(ways)('when %s', async (_when, answer, says) => {
    expect(failures([await look(await standIn({ '/healthz': answer }))])).toEqual([expect.stringMatching(says)]);
  });

  test('when nobody listens', async () => {
    expect(failures([await look(await nowhere())])).toEqual([expect.stringMatching(/连接被拒绝/)]);
  });

  test('when the name is unknown', async () => {
    expect(failures([await look('https://no-such-name.invalid')])).toEqual([expect.stringMatching(/域名解析不出来/)]);
  });

  test('when nobody vouches for the certificate', async () => {
    expect(failures([await look(await selfSigned())])).toEqual([
      expect.stringMatching(/证书是自己签的，别人不认 \| .*受信任的证书/),
    ]);
  });

  test('when https is asked where there is none', async () => {
    const plain = await standIn({ '/healthz': healthy });
    expect(failures([await look(plain.replace('http:', 'https:'))])).toEqual([expect.stringMatching(/那里不是 https/)]);
  });

  test('when it is needed and missing, and only then', async () => {
    expect(failures([await look(undefined)])).toEqual([expect.stringMatching(/PUBLIC_URL 没有填写/)]);
    expect(await look(undefined, false)).toMatchObject({ status: 'off' });
  });

  test('nothing when the service answers; neither its user nor its password', async () => {
    const right = await standIn({ '/healthz': healthy });
    expect(await look(right)).toMatchObject({ status: 'ok', says: expect.stringMatching(/能到本服务；不是 https/) });
    const named = (await nowhere()).replace('//', '//me:not-for-anybody@');
    expect(failures([await look(named)])[0]).not.toContain('me:');
  });
});

describe('of the identity provider of staff the doctor says', () => {
  const found = '/.well-known/openid-configuration';
  const secrets = { STAFF_OIDC_CLIENT_ID: 'x', STAFF_OIDC_CLIENT_SECRET: 'not-for-anybody-oidc' };
  const look = (STAFF_OIDC_ISSUER: string) => checkOidc(envOf({ ...secrets, STAFF_OIDC_ISSUER }), patience);
  const document = (issuer: string) => ({
    issuer,
    authorization_endpoint: `${issuer}/a`,
    token_endpoint: `${issuer}/t`,
  });

  test('that it can be asked', async () => {
    const issuer: string = await standIn({
      [found]: (req, res, body) => json(document(`http://${req.headers.host}/`))(req, res, body),
    });
    expect(await look(issuer)).toEqual({ status: 'ok', says: `身份认证服务 ${issuer} 问得到` });
  });

  test.each([
    ['another issuer', json(document('https://other.example')), /自称的 issuer 和 STAFF_OIDC_ISSUER 不一样/],
    ['a page', html(), /回答的不是它的说明文件 \| 在浏览器里打开/],
    ['nothing', html(404), /回答的是一个网页（404）/],
    ['no word', hanging, /0.4 秒内没有回答/],
  ] satisfies [string, Answer, RegExp][])('that there is %s', async (_what, answer, says) => {
    expect(failures([await look(await standIn({ [found]: answer }))])).toEqual([expect.stringMatching(says)]);
  });

  test('nothing where there is none', async () => {
    expect(await checkOidc(envOf({}), patience)).toMatchObject({ status: 'off' });
  });
});

/** The callback address over HTTP: who gets in, and what they are told. */
import { describe, expect, test } from 'vitest';
import { callbackCipher } from '../../../bot/wecom/crypto.ts';
import { callbackServer, time } from '../../support/wecom/callbackServer.ts';
import { envelope, getCallback, queryOf, sample, sealed, signed, xmlOf } from '../../support/wecom/callbacks.ts';
import { secretsOf } from '../../support/wecom/vectors.ts';

const message = (more: Record<string, string | number> = {}): string =>
  xmlOf({
    ToUserName: sample.receiveId,
    FromUserName: 'mycreate',
    CreateTime: time,
    MsgType: 'text',
    Content: '开始自查',
    MsgId: '4561255354251345929',
    AgentID: 218,
    ...more,
  });

test('the address proves itself with the bare text, also when a proxy turned + into a space', async () => {
  const { address } = await callbackServer();
  const cipher = callbackCipher(sample);
  let echostr = '';
  while (!echostr.includes('+')) echostr = cipher.seal('1616140317555161061');
  const { query } = signed(echostr);
  for (const plus of ['%2B', '+']) {
    const encoded = encodeURIComponent(echostr).replaceAll('%2B', plus);
    const { status, text, ms } = await getCallback(address, `${query}&echostr=${encoded}`);
    expect([status, text]).toEqual([200, '1616140317555161061']);
    expect(ms).toBeLessThan(1000);
  }
});

test('nobody has a message read out by asking for its echo', async () => {
  const { address } = await callbackServer();
  const { query, body } = sealed(message());
  const encrypted = /<Encrypt><!\[CDATA\[(.*?)\]\]>/.exec(body)?.[1] ?? '';
  const { status, text } = await getCallback(address, `${query}&${queryOf({ echostr: encrypted })}`);
  expect(status).toBe(400);
  expect(text).not.toContain('mycreate');
});

describe('parameters', () => {
  const spoiled: [string, (query: URLSearchParams) => void][] = [
    ['no signature', (query) => query.delete('msg_signature')],
    ['no timestamp', (query) => query.delete('timestamp')],
    ['no nonce', (query) => query.delete('nonce')],
    ['an empty signature', (query) => query.set('msg_signature', '')],
    ['a short signature', (query) => query.set('msg_signature', query.get('msg_signature')?.slice(0, 39) ?? '')],
    ['a signature in capitals', (query) => query.set('msg_signature', query.get('msg_signature')?.toUpperCase() ?? '')],
    ['a signature of other signs', (query) => query.set('msg_signature', '签'.repeat(40))],
    ['two signatures', (query) => query.append('msg_signature', query.get('msg_signature') ?? '')],
    ['two timestamps', (query) => query.append('timestamp', '1')],
    ['two nonces', (query) => query.append('nonce', '')],
    ['another timestamp', (query) => query.set('timestamp', '1683511199')],
    ['another nonce', (query) => query.set('nonce', 'abc')],
    [
      'an array',
      (query) => {
        const signature = query.get('msg_signature') ?? '';
        query.delete('msg_signature');
        query.append('msg_signature[]', signature);
      },
    ],
  ];
  test.each(spoiled)('%s: refused', async (_what, spoil) => {
    const { send, taken } = await callbackServer();
    const good = sealed(message());
    const query = new URLSearchParams(good.query);
    spoil(query);
    expect((await send({ ...good, query: query.toString() })).status).toBe(400);
    expect(taken).toEqual([]);
    expect((await send(good)).status).toBe(200);
  });

  test('no query at all', async () => {
    const { address, send, taken } = await callbackServer();
    expect((await send({ query: '', body: sealed(message()).body })).status).toBe(400);
    expect((await getCallback(address, '')).status).toBe(400);
    expect((await getCallback(address, 'echostr=abc')).status).toBe(400);
    expect(taken).toEqual([]);
  });
});

describe('bodies', () => {
  const { query, body } = sealed(message());
  const encrypted = /<Encrypt>.*<\/Encrypt>/.exec(body)?.[0] ?? '';
  test.each([
    ['empty', ''],
    ['no XML', 'hello'],
    ['JSON', JSON.stringify({ encrypt: encrypted })],
    ['no Encrypt', '<xml><ToUserName>a</ToUserName></xml>'],
    ['an empty Encrypt', '<xml><Encrypt></Encrypt></xml>'],
    ['two Encrypts', `<xml>${encrypted}${encrypted}</xml>`],
    ['an Encrypt with elements inside', `<xml><Encrypt>${encrypted}</Encrypt></xml>`],
    ['two roots', `${body}${body}`],
    ['a message that nobody encrypted', message()],
    ['a bomb of entities', `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><xml>${encrypted}<a>&b;</a></xml>`],
  ])('%s: refused', async (_what, spoiled) => {
    const { send, taken } = await callbackServer();
    expect((await send({ query, body: spoiled })).status).toBe(400);
    expect(taken).toEqual([]);
  });

  test('one of a megabyte is refused before it is read', async () => {
    const { send, taken } = await callbackServer();
    const { status, ms } = await send({ query, body: envelope('A'.repeat(1024 * 1024)) });
    expect(status).toBe(413);
    expect(ms).toBeLessThan(1000);
    expect((await send({ query, body: envelope('A'.repeat(63 * 1024)) })).status).toBe(400);
    expect(taken).toEqual([]);
  });

  test.each(['text/xml', 'application/xml', 'text/xml; charset=utf-8', 'text/plain'])('%s is taken', async (type) => {
    const { send, taken } = await callbackServer();
    expect((await send(sealed(message()), type)).status).toBe(200);
    expect(taken).toHaveLength(1);
  });
});

describe('what is inside', () => {
  const refused: [string, string][] = [
    ['another corp', message({ ToUserName: 'wx0000000000000000' })],
    ['no corp', xmlOf({ FromUserName: 'a', CreateTime: time, AgentID: 218 })],
    ['another app', message({ AgentID: 219 })],
    ['no app', xmlOf({ ToUserName: sample.receiveId, FromUserName: 'a', CreateTime: time, MsgType: 'text' })],
    ['no time', xmlOf({ ToUserName: sample.receiveId, FromUserName: 'a', AgentID: 218 })],
    ['a time that is none', message({ CreateTime: 'now' })],
    [
      'two corps',
      xmlOf({ ToUserName: sample.receiveId, CreateTime: time, AgentID: 218 }, '<ToUserName>x</ToUserName>'),
    ],
    ['a bomb', `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}">]>${message()}`],
    ['no XML', 'hello'],
    ['nothing', ''],
  ];
  test.each(refused)('%s: refused', async (_what, plaintext) => {
    const { send, taken } = await callbackServer({ agentId: 218 });
    expect((await send(sealed(plaintext))).status).toBe(400);
    expect(taken).toEqual([]);
  });

  test('sealed for another corp, or with another key, or by nobody: refused', async () => {
    const { send, taken } = await callbackServer();
    const another = { ...sample, receiveId: 'wx0000000000000000' };
    const key = { ...sample, encodingAesKey: secretsOf('B').encodingAesKey };
    expect((await send(sealed(message(), another))).status).toBe(400);
    expect((await send(sealed(message(), key))).status).toBe(400);
    expect((await send(signed('AAAA'))).status).toBe(400);
    expect((await send(signed(Buffer.alloc(64).toString('base64')))).status).toBe(400);
    expect(taken).toEqual([]);
  });

  test.each([
    ['as old as a redelivery may be', -599, 200],
    ['too old', -601, 400],
    ['a little ahead of our clock', 299, 200],
    ['far ahead of it', 301, 400],
  ])('%s: %i seconds', async (_what, seconds, status) => {
    const { send, log } = await callbackServer();
    expect((await send(sealed(message({ CreateTime: time + seconds })))).status).toBe(status);
    if (status === 400) expect(log()).toContain('请检查本机时钟');
  });
});

test('whoever is refused is told the same, whatever was wrong', async () => {
  const { send, address } = await callbackServer({ agentId: 218 });
  const good = sealed(message());
  const answers = [
    await send({ ...good, query: 'a=b' }),
    await send({ ...good, body: 'x' }),
    await send({ ...good, query: good.query.replace(/nonce=\w/, 'nonce=z') }),
    await send(signed('AAAA')),
    await send(sealed(message({ ToUserName: 'x' }))),
    await send(sealed(message({ AgentID: 1 }))),
    await send(sealed(message({ CreateTime: 1 }))),
    await getCallback(address, 'echostr=abc'),
  ];
  const told = answers.map(({ status, text, type }) => {
    const { reference: _each, ...same } = JSON.parse(text) as Record<string, unknown>;
    return { status, type, ...same };
  });
  expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1);
});

test('a thousand refusals are a few lines in the log, and none of them holds the query or a name', async () => {
  const { send, log } = await callbackServer();
  const good = sealed(message());
  for (let number = 0; number < 50; number += 1) await send({ ...good, query: `${good.query}0` });
  const lines = log()
    .split('\n')
    .filter((line) => line.includes('被拒绝'));
  expect(lines).toHaveLength(1);
  expect(log()).not.toMatch(/msg_signature|nonce=|mycreate|开始自查|QDG6eK/);
});

test('what cannot be kept is answered with 5xx, so that it comes again, and with nothing of the reason', async () => {
  const { send, log } = await callbackServer({
    take: async () => {
      throw new Error('disk full in /secret/folder');
    },
  });
  const { status, text } = await send(sealed(message()));
  expect(status).toBe(503);
  expect(text).not.toContain('disk');
  expect(log()).toContain('callback not kept');
});

/** Callbacks of every shape, seeded: nothing crashes, nothing is answered with 5xx, nothing unsigned has an effect. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heardIn } from '../../../../bot/channels/wecom/incoming.ts';
import { agentId, messageXml } from '../../../support/wecom/appService.ts';
import { callbackServer, time } from '../../../support/wecom/callbackServer.ts';
import { getCallback, postCallback, type Sealed, sealed } from '../../../support/wecom/callbacks.ts';

const odd = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '007',
    '1e9',
    '9'.repeat(40),
    ']]>',
    '<![CDATA[',
    '<xml>',
    '</xml>',
    '<!DOCTYPE a>',
    '&amp;',
    '@all',
    '__proto__',
    '\u0000',
    '国'.repeat(500),
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const names = [
  'ToUserName',
  'FromUserName',
  'CreateTime',
  'MsgType',
  'Content',
  'MsgId',
  'AgentID',
  'Event',
  'EventKey',
  'ResponseCode',
  'SelectedItems',
  'SelectedItem',
  'OptionIds',
  '__proto__',
  'constructor',
];
const kinds = fc.constantFrom('text', 'image', 'event', 'location', 'x');
const events = fc.constantFrom('enter_agent', 'template_card_event', 'subscribe', '');
const base = fc.record({
  MsgType: kinds,
  Event: events,
  Content: odd,
  EventKey: odd,
  MsgId: fc.constantFrom('1', '4561255354251345929', 'x'),
});

/** A callback with some of its text exchanged, doubled, cut or wrapped. */
const plaintexts = fc
  .tuple(
    base,
    fc.array(fc.tuple(fc.constantFrom(...names), odd, fc.constantFrom('set', 'double', 'wrap', 'cut')), {
      maxLength: 4,
    }),
  )
  .map(([fields, changes]) => {
    let xml = messageXml('zhangsan', time, fields);
    for (const [name, value, how] of changes) {
      const element = new RegExp(`<${name}>.*?</${name}>`, 's').exec(xml)?.[0] ?? '';
      if (how === 'set') xml = element ? xml.replace(element, () => `<${name}>${value}</${name}>`) : xml;
      if (how === 'double') xml = xml.replace('</xml>', () => `<${name}>${value}</${name}></xml>`);
      if (how === 'wrap') xml = xml.replace(element, () => `<${name}>${element}</${name}>`);
      if (how === 'cut') xml = xml.slice(0, xml.length - value.length);
    }
    return xml;
  });

/** What came through is read as the channel does. */
async function opened() {
  const taken: string[] = [];
  const take = async (plaintext: string): Promise<void> => {
    heardIn(plaintext);
    taken.push(plaintext);
  };
  return { ...(await callbackServer({ agentId, take })), taken };
}

test('what WeCom signs is taken or refused, whatever is in it', async () => {
  const { address, taken } = await opened();
  await fc.assert(
    fc.asyncProperty(plaintexts, async (plaintext) => {
      const { status } = await postCallback(address, sealed(plaintext));
      expect([200, 400]).toContain(status);
    }),
    { numRuns: 600, seed: 20230508 },
  );
  expect(taken.length).toBeGreaterThan(80);
  expect(taken.length).toBeLessThan(520);
});

test('what nobody signed is refused, whatever is changed', async () => {
  const { address, taken, log } = await opened();
  const changes = fc.record({
    at: fc.nat(400),
    sign: fc.constantFrom('A', '=', '<', '&', '%', '0', '+', '国'),
    where: fc.constantFrom('query', 'body'),
  });
  await fc.assert(
    fc.asyncProperty(plaintexts, fc.array(changes, { minLength: 1, maxLength: 3 }), async (plaintext, changed) => {
      const good = sealed(plaintext);
      const bad: Sealed = { ...good };
      for (const { at, sign, where } of changed) {
        const text = bad[where];
        bad[where] = text.slice(0, at % text.length) + sign + text.slice((at % text.length) + 1);
      }
      const encrypted = (body: string): string | undefined =>
        /<Encrypt><!\[CDATA\[(.*?)\]\]><\/Encrypt>/.exec(body)?.[1];
      const query = (text: string): string => new URLSearchParams(text).toString();
      // Only around what is signed: what it says is the same.
      fc.pre(encrypted(bad.body) !== encrypted(good.body) || query(bad.query) !== query(good.query));
      const { status } = await postCallback(address, bad);
      expect(status).toBe(400);
      expect((await getCallback(address, bad.query)).status).toBe(400);
    }),
    { numRuns: 400, seed: 20230508 },
  );
  expect(taken).toEqual([]);
  expect(log()).not.toMatch(/TypeError|RangeError|ERR_OSSL/);
});

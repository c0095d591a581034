import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { callerAddress, networkOf } from '../../../bot/limits/address.ts';
import { type TrustProxy, trustProxyOf } from '../../../bot/limits/trustProxy.ts';
import { addressOf } from '../../../bot/staff/visit.ts';

const sent = (peer: string | undefined, forwarded?: string): Pick<IncomingMessage, 'headers' | 'socket'> => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  // Only the peer's address is read.
  socket: { remoteAddress: peer } as IncomingMessage['socket'],
});
const caller = (trust: TrustProxy | undefined, peer: string, forwarded?: string) =>
  callerAddress(trust)(sent(peer, forwarded));

describe('whose word is taken', () => {
  test.each<[what: string, trust: string | undefined, peer: string, forwarded: string | undefined, told: string]>([
    ['nobody’s unless told', undefined, '198.51.100.1', '203.0.113.9', '198.51.100.1'],
    ['of none in front', '0', '198.51.100.1', '203.0.113.9', '198.51.100.1'],
    ['of one proxy', '1', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
    [
      'of one proxy, whatever the caller wrote before it',
      '1',
      '10.0.0.1',
      '1.1.1.1, 2.2.2.2, 203.0.113.9',
      '203.0.113.9',
    ],
    ['of two proxies', '2', '10.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
    ['of two, where only one has written', '2', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['of a proxy that told nothing', '1', '10.0.0.1', undefined, '10.0.0.1'],
    ['of a proxy by its address', '10.0.0.1', '10.0.0.1', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
    [
      'of a network of proxies, through all of them',
      '10.0.0.0/8',
      '10.0.0.1',
      '1.1.1.1, 203.0.113.9, 10.9.9.9',
      '203.0.113.9',
    ],
    ['of nobody outside that network', '10.0.0.0/8', '198.51.100.1', '203.0.113.9', '198.51.100.1'],
    ['of a network in IPv6', 'fd00::/8', 'fd00::1', '2001:db8::7', '2001:db8::7'],
    ['up to what is no address', '2', '10.0.0.1', 'unknown, 203.0.113.9', '203.0.113.9'],
    ['up to what is no address, at once', '1', '10.0.0.1', "'; DROP TABLE", '10.0.0.1'],
    ['with a port', '1', '10.0.0.1', '203.0.113.9:51234', '203.0.113.9'],
    ['with brackets and a port', '1', '10.0.0.1', '[2001:db8::7]:443', '2001:db8::7'],
    ['of a peer in IPv6 dress', '127.0.0.1', '::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
  ])('%s', (_what, trust, peer, forwarded, told) => {
    expect(caller(trust === undefined ? undefined : trustProxyOf(trust), peer, forwarded)).toBe(told);
  });

  test('a caller that has hung up has none', () => {
    expect(callerAddress(1)(sent(undefined, '1.2.3.4'))).toBe('');
  });
});

test('signing in counts by the same addresses, once it is said which proxies there are', () => {
  // Only headers and the peer are read.
  const request = sent('10.0.0.1', '1.1.1.1, 2001:db8:1:2::7') as Parameters<ReturnType<typeof addressOf>>[0];
  expect(addressOf({ PUBLIC_URL: 'https://a.example', TRUST_PROXY: 1 })(request)).toBe('2001:db8:1:2::/64');
  expect(addressOf({ PUBLIC_URL: 'https://a.example', TRUST_PROXY: 0 })(request)).toBe('10.0.0.1');
  // Without a word about proxies one of this house is believed, where there must be one.
  expect(addressOf({ PUBLIC_URL: 'https://a.example', TRUST_PROXY: undefined })(request)).toBe('2001:db8:1:2::7');
  expect(addressOf({ PUBLIC_URL: undefined, TRUST_PROXY: undefined })(request)).toBe('10.0.0.1');
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff'.toLowerCase(), '2001:db8:1:2::/64'],
  ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each([
  '10',
  '-1',
  '1.5',
  'yes',
  '10.0.0.0/33',
  '10.0.0.0/8/8',
  '10.0.0',
  'proxy.example.cn',
  '::/129',
  ',',
  '10.0.0.0/',
])('TRUST_PROXY “%s” is refused', (text) => {
  expect(trustProxyOf(text)).toBeUndefined();
});

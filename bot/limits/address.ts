/**
 * Who sends a request, as far as its address tells: the peer, or what trusted proxies say of whom they heard. Read from the right of
 * X-Forwarded-For, where each proxy adds its own peer; what stands further left was written by the caller and proves nothing.
 */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';
import type { TrustProxy } from './trustProxy.ts';

type Sent = Pick<IncomingMessage, 'headers' | 'socket'>;

/** Without port, brackets, zone, and without the IPv6 dress of an IPv4 address; undefined for what is no address. */
function plain(text: string): string | undefined {
  const [, bracketed] = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text) ?? [];
  const [, beforePort] = /^([\d.]+):\d{1,5}$/.exec(text) ?? [];
  const address = (bracketed ?? beforePort ?? text).replace(/%.*$/, '').toLowerCase();
  if (isIP(address) === 0) return undefined;
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address) ?? [];
  return mapped ?? address;
}

function listOf(trust: readonly string[]): BlockList {
  const list = new BlockList();
  for (const each of trust) {
    const [address = '', bits] = each.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** Whether the address that is `hops` away from us (0: the peer) is a proxy that may speak for others. */
function trusts(trust: TrustProxy): (address: string, hops: number) => boolean {
  if (typeof trust === 'number') return (_address, hops) => hops < trust;
  const list = listOf(trust);
  return (address) => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

/** The way to tell a caller's address; '' where there is none any more (it hung up). */
export function callerAddress(trust: TrustProxy | undefined): (req: Sent) => string {
  const isTrusted = trusts(trust ?? 0);
  return ({ headers, socket }) => {
    let caller = plain(socket.remoteAddress ?? '') ?? '';
    // Node joins repeated headers; the type knows lists all the same.
    const told = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    for (let hops = 0; caller !== '' && isTrusted(caller, hops); hops += 1) {
      const next = plain(told.pop()?.trim() ?? '');
      // The chain ends, or somebody wrote what is no address: the last one that is known sent it.
      if (next === undefined) break;
      caller = next;
    }
    return caller;
  };
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const parts = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [left, right] = [parts(head), parts(tail ?? '')];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(gap).fill('0'), ...right].map((each) => each.replace(/^0+(?=.)/, ''));
}

/** What counts as one caller: an IPv4 address, or the /64 that one line of an IPv6 customer has to itself. */
export function networkOf(address: string): string {
  return isIPv6(address) ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address;
}

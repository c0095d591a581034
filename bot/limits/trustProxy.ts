/** `TRUST_PROXY`: whose word about the caller's address is taken. Nobody's unless told: a header is written by whoever sends it. */
import { isIP, isIPv4 } from 'node:net';

/** How many proxies stand in front, or which addresses and networks (CIDR) they have. */
export type TrustProxy = number | readonly string[];

/** More would be no chain of proxies any more. */
const mostHops = 9;

function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  if (isIP(address) === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIPv4(address) ? 32 : 128));
}

/** undefined where it is neither a number of proxies nor a list of addresses. */
export function trustProxyOf(text: string): TrustProxy | undefined {
  if (/^\d+$/.test(text)) return Number(text) <= mostHops ? Number(text) : undefined;
  const networks = text
    .split(/[,\s]+/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return networks.length > 0 && networks.every(isNetwork) ? networks : undefined;
}

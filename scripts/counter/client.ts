/** Whom a request counts for when there are too many: an address, told by the connection or by a proxy we trust. */
import { BlockList, isIP } from 'node:net';

/** Addresses whose word on their reader's address is taken: this machine's own where nothing else is set. */
export function trustedProxies(listed: readonly string[]): BlockList {
  const proxies = new BlockList();
  proxies.addSubnet('127.0.0.0', 8, 'ipv4');
  proxies.addAddress('::1', 'ipv6');
  for (const text of listed) {
    const [address = '', prefix] = text.split('/');
    const family = familyOf(address);
    const length = Number(prefix ?? (family === 'ipv6' ? 128 : 32));
    if (family === undefined || !Number.isInteger(length)) throw new RangeError(`no address: ${text}`);
    proxies.addSubnet(address, length, family);
  }
  return proxies;
}

/**
 * The reader's address cut to what one person usually has: a whole IPv4 address, the first 64 bits of an IPv6
 * one. `told` is what a proxy says (`X-Real-IP`); anybody else's word is not asked.
 */
export function clientOf(peer: string, told: string | undefined, proxies: BlockList): string {
  const family = familyOf(peer);
  const isTrusted = family !== undefined && proxies.check(peer, family);
  return cut(isTrusted && told !== undefined && familyOf(told) !== undefined ? told : peer);
}

/** How many groups of an IPv6 address its network has. */
const networkGroups = 4;

function cut(address: string): string {
  if (address.startsWith('::ffff:') && address.includes('.')) return address.slice('::ffff:'.length);
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const groups = head.split(':').filter(Boolean);
  const rest = tail?.split(':').filter(Boolean) ?? [];
  const missing = tail === undefined ? 0 : 8 - groups.length - rest.length;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...rest]
    .slice(0, networkGroups)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  return version === 0 ? undefined : version === 6 ? 'ipv6' : 'ipv4';
}

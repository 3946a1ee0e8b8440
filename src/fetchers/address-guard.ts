import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96');

function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  // ipaddr.js also reads short, octal and hexadecimal IPv4; only what the resolver and the socket print counts here.
  const family = address.includes('%') ? 0 : isIP(address);
  if (family === 4) return ipaddr.IPv4.parse(address);
  if (family === 0) return null;
  // It reads ::127.0.0.1 as if it were mapped (::ffff:127.0.0.1): the URL parser spells it in plain hexadecimal.
  const parsed = ipaddr.IPv6.parse(new URL(`http://[${address}]/`).hostname.slice(1, -1));
  return parsed.isIPv4MappedAddress() ? parsed.toIPv4Address() : parsed;
}

function lastFourBytes(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(12));
}

/** RFC 5214: an interface identifier 0000:5efe or 0200:5efe, then an IPv4 address, under any prefix. */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x0200);
}

function isGlobalIPv6(address: ipaddr.IPv6): boolean {
  if (address.match(NAT64)) return lastFourBytes(address).range() === 'unicast';
  // Outside 2000::/3 nothing is routed to the public; 6to4, Teredo and all other special ranges inside are no
  // 'unicast' for ipaddr.js, whatever IPv4 address they carry.
  if (!address.match(GLOBAL_UNICAST) || address.range() !== 'unicast') return false;
  return !isIsatap(address) || lastFourBytes(address).range() === 'unicast';
}

/**
 * Whether an address, as the resolver or a socket prints it, is on the public internet (IANA special-purpose
 * registries), IPv4 inside IPv6 unwrapped. Anything else, also what is no address, is not.
 */
export function isGloballyRoutable(address: string): boolean {
  const parsed = parse(address);
  if (parsed === null) return false;
  return parsed instanceof ipaddr.IPv4 ? parsed.range() === 'unicast' : isGlobalIPv6(parsed);
}

/** 127.0.0.0/8 and ::1, also as mapped addresses. */
export function isLoopback(address: string): boolean {
  return parse(address)?.range() === 'loopback';
}

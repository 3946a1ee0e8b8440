import { BlockList, isIPv4, isIPv6 } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether a literal address belongs to this machine alone. Names never do: where they lead is decided elsewhere. */
export function isLoopback(address: string): boolean {
  return (isIPv4(address) && LOOPBACK.check(address, 'ipv4')) || (isIPv6(address) && LOOPBACK.check(address, 'ipv6'));
}

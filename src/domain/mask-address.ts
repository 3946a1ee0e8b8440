/**
 * An address as it may be shown in a log, a status line or a picture: `jane@example.org` → `j***@e***.org`. What has
 * no recognisable shape becomes `***`, so that nothing personal slips through.
 */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const local = [...address.slice(0, Math.max(at, 0)).trim()];
  const host = address.slice(at + 1).trim();
  if (at < 1 || local.length === 0 || host === '') return '***';
  const dot = host.lastIndexOf('.');
  const ending = dot > 0 && /^\.[\p{L}\p{N}-]+$/u.test(host.slice(dot)) ? host.slice(dot) : '';
  return `${local[0]}***@${[...host][0]}***${ending}`;
}

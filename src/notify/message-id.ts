/** A Message-ID without angle brackets, the same for the same row wherever and whenever it is composed. */
export function messageIdFor(rowId: string, host: string): string {
  const domain = host.trim().toLowerCase();
  // A name that is never registered (RFC 2606): better than letting an odd setting break the header.
  return `${rowId}@${/^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?$/.test(domain) ? domain : 'clausewatch.invalid'}`;
}

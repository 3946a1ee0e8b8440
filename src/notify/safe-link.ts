/** The address as a link may carry it, or null: only http and https, without credentials, at most 2,000 characters. */
export function safeLink(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  if (url.username !== '' || url.password !== '' || url.href.length > 2000) return null;
  return url.href;
}

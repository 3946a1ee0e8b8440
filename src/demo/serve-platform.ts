import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { DemoPage, DemoPlatform } from './demo-platform.ts';
import { type RequestNoise, renderPolicyPage } from './page-template.ts';
import { renderCookieWall, renderErrorPage } from './stand-in-pages.ts';

// Step 0 was published on this day, every further one a fortnight later: only for Last-Modified.
const FIRST_DAY = Date.UTC(2026, 0, 12, 9);
const FORTNIGHT = 14 * 24 * 3_600_000;

/** A server of one platform, not yet listening. `currentStep` is asked at every request. */
export function createPlatformServer(platform: DemoPlatform, currentStep: () => number): Server {
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://platform.invalid').pathname;
    if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'Method not allowed\n');
    if (path === '/robots.txt')
      return sendText(response, 200, 'User-agent: *\nDisallow: /account\nDisallow: /search\n');
    if (path === platform.server.oldPath) return redirect(response, platform.server.path);
    if (path !== platform.server.path) return sendText(response, 404, 'Not found\n');
    return sendPage(platform, currentStep(), { request, response });
  });
}

function sendPage(
  platform: DemoPlatform,
  step: number,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): void {
  const page = pageAt(platform, step);
  const noise = { nonce: randomBytes(16).toString('base64'), csrfToken: randomUUID(), requestId: randomUUID() };
  const validators = page.kind === 'policy' ? validatorsOf(platform, step) : {};
  response.setHeader('Content-Security-Policy', `script-src 'nonce-${noise.nonce}'; style-src 'nonce-${noise.nonce}'`);
  response.setHeader('Set-Cookie', `visit=${noise.requestId}; Path=/; HttpOnly; SameSite=Lax`);
  response.setHeader('Cache-Control', page.kind === 'policy' ? 'no-cache' : 'no-store');
  for (const [name, value] of Object.entries(validators)) response.setHeader(name, value);
  if (isNotModified(request, validators)) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('Content-Type', platform.server.contentType);
  response.statusCode = 200;
  sendBody(response, renderPage(platform, page, noise), platform.server.gzip && acceptsGzip(request));
}

function pageAt(platform: DemoPlatform, step: number): DemoPage {
  const at = platform.steps[step];
  if (!at) throw new RangeError(`${platform.id} has no step ${step}.`);
  return at.page;
}

function renderPage(platform: DemoPlatform, page: DemoPage, noise: RequestNoise): string {
  switch (page.kind) {
    case 'policy':
      return renderPolicyPage(platform.chrome, { ...page, title: platform.document.name }, noise);
    case 'cookie-wall':
      return renderCookieWall(platform.chrome, noise);
    case 'error-page':
      return renderErrorPage(platform.chrome, noise);
  }
}

// Of what is published, not of the bytes: those differ with every request.
function validatorsOf(platform: DemoPlatform, step: number): Record<string, string> {
  const published = JSON.stringify(pageAt(platform, step));
  if (platform.server.validator === 'etag') {
    return { ETag: `W/"${createHash('sha256').update(published).digest('hex').slice(0, 16)}"` };
  }
  if (platform.server.validator === 'last-modified') {
    const since = platform.steps.findIndex(({ page }) => JSON.stringify(page) === published);
    return { 'Last-Modified': new Date(FIRST_DAY + since * FORTNIGHT).toUTCString() };
  }
  return {};
}

function isNotModified(request: IncomingMessage, validators: Record<string, string>): boolean {
  const { ETag: etag, 'Last-Modified': lastModified } = validators;
  if (etag) return request.headers['if-none-match'] === etag;
  return lastModified !== undefined && request.headers['if-modified-since'] === lastModified;
}

function acceptsGzip(request: IncomingMessage): boolean {
  return /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
}

function sendBody(response: ServerResponse, text: string, compressed: boolean): void {
  response.setHeader('Vary', 'Accept-Encoding');
  if (compressed) response.setHeader('Content-Encoding', 'gzip');
  response.end(compressed ? gzipSync(text) : text);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { Location: location }).end();
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}

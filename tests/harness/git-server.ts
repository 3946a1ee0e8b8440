import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LoopbackHandler } from './loopback-web.ts';

/** The repositories below a folder as git itself serves them, by `git http-backend` (CGI). */
export function gitBackend(root: string): LoopbackHandler {
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const backend = spawn('git', ['http-backend'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: root,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: decodeURIComponent(pathname),
        QUERY_STRING: searchParams.toString(),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding']?.toString() ?? '',
        GIT_PROTOCOL: request.headers['git-protocol']?.toString() ?? '',
      },
    });
    backend.stdin.on('error', () => undefined);
    request.pipe(backend.stdin);
    void passOn(backend.stdout as AsyncIterable<Buffer>, response);
  };
}

/** What a CGI program writes: headers, an empty line, and the answer. */
async function passOn(output: AsyncIterable<Buffer>, response: ServerResponse): Promise<void> {
  let head = Buffer.alloc(0);
  for await (const chunk of output) {
    if (response.headersSent) {
      response.write(chunk);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) continue;
    const lines = head.subarray(0, end).toString().split('\r\n');
    const headers = Object.fromEntries(lines.map((line) => line.split(/: ?(.*)/, 2) as [string, string]));
    const { Status = '200 OK', ...others } = headers;
    response.writeHead(Number.parseInt(Status, 10), others);
    response.write(head.subarray(end + 4));
  }
  response.end();
}

/** Sends the beginning of what another handler answers, and nothing more. */
export function cutShort(handler: LoopbackHandler, bytes: number, then: 'break off' | 'fall silent'): LoopbackHandler {
  return (request: IncomingMessage, response: ServerResponse) => {
    let left = bytes;
    const write = response.write.bind(response) as (chunk: Buffer) => boolean;
    response.write = ((chunk: Buffer) => {
      if (left <= 0) return true;
      write(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0 && then === 'break off') response.socket?.destroySoon();
      return true;
    }) as typeof response.write;
    response.end = (() => response) as typeof response.end;
    handler(request, response);
  };
}

// Speaks the protocol of `clausewatch extract --batch` on stdin and stdout, in this thread: for measuring the reading alone.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { extractDocument } from '../src/extract/extract-document.ts';

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const { id, file, url, contentType = '' } = JSON.parse(line);
  const body = readFileSync(file);
  const started = performance.now();
  const { title, language, verdict, reason, markdown, hash } = extractDocument({
    documentId: file,
    url,
    contentType,
    body,
  });
  const ms = Math.round((performance.now() - started) * 10) / 10;
  process.stdout.write(`${JSON.stringify({ id, title, language, verdict, reason, markdown, hash, ms })}\n`);
}

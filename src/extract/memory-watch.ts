import process from 'node:process';
import { setInterval } from 'node:timers';

// Runs beside the reader, in a thread of its own. The heap limit does not count what parsers keep in buffers, and a
// compressed stream grows a thousandfold while the reader is busy: only another thread can end it in time.

const MAX_BYTES = 800 * 1024 * 1024;

setInterval(() => {
  if (process.memoryUsage.rss() > MAX_BYTES) process.kill(process.pid, 'SIGKILL');
}, 20);

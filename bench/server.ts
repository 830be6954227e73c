import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createPool } from '#kit/sql.ts';
import { peakMemory } from './processor.ts';
import type { Usage } from './serve.ts';
import { benchSite } from './site.ts';

/** The staff site in a process of its own, so that its memory and its time are its own. */
const { url, port, floor } = JSON.parse(readFileSync(0, 'utf8')) as {
  url: string;
  port: number;
  floor: number;
};
const site = await benchSite(createPool(url, 10, undefined, 4));
await site.listen({ port, host: '127.0.0.1' });
const ready = Buffer.alloc(20_000, 'A page that is ready. ');
createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8').end(ready);
}).listen(floor, '127.0.0.1');
process.send?.('ready');
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const memory = process.memoryUsage.rss();
  process.send?.({ memory, peak: peakMemory(), busy: (user + system) / 1000 } satisfies Usage);
});

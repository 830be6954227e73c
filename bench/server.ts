import { readFileSync } from 'node:fs';
import { createPool } from '#kit/sql.ts';
import type { Usage } from './measure.ts';
import { benchSite } from './site.ts';

/** The staff site in a process of its own, so that its memory and its time are its own. */
const { url, port } = JSON.parse(readFileSync(0, 'utf8')) as { url: string; port: number };
const site = await benchSite(createPool(url, 10));
await site.listen({ port, host: '127.0.0.1' });
process.send?.('ready');
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ memory: process.memoryUsage().rss, busy: (user + system) / 1000 } satisfies Usage);
});

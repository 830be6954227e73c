import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { smtp } from '#kit/carriers/smtp.ts';
import { createPool } from '#kit/sql.ts';
import { jobs } from '#modules/outgoing/index.ts';
import { peakMemory } from './processor.ts';
import type { Usage, Waiting } from './serve.ts';
import { benchServices, benchSite } from './site.ts';

/** The staff site in a process of its own, so that its memory and its time are its own. */
const { url, port, floor } = JSON.parse(readFileSync(0, 'utf8')) as {
  url: string;
  port: number;
  floor: number;
};
const pool = createPool(url, 10, undefined, 4);
const site = await benchSite(pool);
await site.listen({ port, host: '127.0.0.1' });
const ready = Buffer.alloc(20_000, 'A page that is ready. ');
createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8').end(ready);
}).listen(floor, '127.0.0.1');
process.send?.('ready');
process.on('message', async (asked: 'usage' | Waiting) => {
  if (asked !== 'usage') await send(asked);
  const { user, system } = process.cpuUsage();
  const memory = process.memoryUsage.rss();
  process.send?.({ memory, peak: peakMemory(), busy: (user + system) / 1000 } satisfies Usage);
});

async function send({ organisation, smtp: url, runs }: Waiting): Promise<void> {
  const email = smtp({ url, from: 'sam@mail.example' });
  const services = await benchServices(pool, { email });
  const job = jobs.find(({ name }) => name === 'messages');
  for (let run = 0; run < runs; run += 1) await job?.run(services, organisation);
  email.close();
}

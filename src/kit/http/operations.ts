import { collectDefaultMetrics, Gauge, Histogram, Registry } from '@prometheus-io/client';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { countMessagesStanding } from '../carriers-standing.ts';
import { outboxStanding } from '../outbox.ts';
import type { Services } from '../services.ts';
import { type Asset, assetsPath } from '../styles.ts';
import { Fault } from './errors.ts';

const open = (because: string) => ({
  may: 'public.visit',
  records: { nothing: because },
  rateLimit: false as const,
});
const aYear = 'public, max-age=31536000, immutable';

export function serveAssets(app: FastifyInstance, assets: readonly Asset[]): void {
  for (const { name, type, body } of assets) {
    app.get(assetsPath + name, { config: open('the same for everybody') }, (_request, reply) =>
      reply.type(type).header('cache-control', aYear).send(body),
    );
  }
  app.get('/robots.txt', { config: open('the same for everybody') }, (_request, reply) =>
    reply.type('text/plain').send('User-agent: *\nDisallow: /\n'),
  );
}

/**
 * Counts and times by route, for the machine itself only: whoever
 * comes through a proxy or another host finds nothing.
 */
export function serveMetrics(app: FastifyInstance, services: Services): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const seconds = new Histogram({
    name: 'lintel_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.04, 0.1, 0.5, 2],
    registers: [register],
  });
  countMail(register, services);
  countMessages(register, services);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get('/metrics', { config: open('figures of the program, not of anybody') }, async (request, reply) => {
    if (!mayReadMetrics(request, services.settings.metricsHost)) throw new Fault('not-found');
    return reply.type(register.contentType).send(await register.metrics());
  });
}

/** Letters that wait for the mail server, and those that were given up: of all landlords, of nobody in particular. */
function countMail(register: Registry, { db }: Services): void {
  new Gauge({
    name: 'lintel_mail',
    help: 'E-mail in the outbox: waiting to be sent, or given up',
    labelNames: ['standing'],
    registers: [register],
    async collect() {
      const { waiting, gaveUp } = await outboxStanding(db);
      this.set({ standing: 'waiting' }, waiting);
      this.set({ standing: 'gave up' }, gaveUp);
    },
  });
}

/** Messages to people that wait, are held, in doubt or did not arrive: of all landlords, of nobody in particular. */
function countMessages(register: Registry, { db }: Services): void {
  new Gauge({
    name: 'lintel_messages',
    help: 'Messages to people that have not left, or ask for somebody, by channel and standing',
    labelNames: ['channel', 'standing'],
    registers: [register],
    async collect() {
      this.reset();
      for (const { channel, state, messages } of await countMessagesStanding(db.pool))
        this.set({ channel, standing: state }, messages);
    },
  });
}

/** What a program that collects figures sends by itself. */
const collectors: readonly string[] = [
  'accept',
  'accept-encoding',
  'connection',
  'host',
  'user-agent',
  'x-prometheus-scrape-timeout-seconds',
];

/**
 * A proxy on this machine speaks for anybody, and each says so by another header, or only by an older protocol or a
 * public name. So the figures are given to who asks as a collector does, and in no other way; who asks is read off the
 * connection, and never from what a proxy says.
 */
function mayReadMetrics({ headers, raw, socket, hostname }: FastifyRequest, named: string): boolean {
  const address = socket.remoteAddress ?? '';
  const direct = raw.httpVersion === '1.1' && Object.keys(headers).every((name) => collectors.includes(name));
  if (!direct) return false;
  if (isLoopback(address)) return hostname === 'localhost' || hostname === '[::1]' || isLoopback(hostname);
  return !isLoopback(named) && (address === named || address === `::ffff:${named}`);
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.endsWith('127.0.0.1');
}

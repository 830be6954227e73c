import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { newId } from '#kit/ids.ts';
import { capture, replay } from './capture.ts';
import type { Scenario } from './scenarios.ts';
import { asSent, type Signed } from './signed.ts';

const warmUps = 5;

/** What the statements of one request alone would manage: captured from the program itself, replayed without it. */
export async function bareRate(
  app: pg.Pool,
  site: FastifyInstance,
  signed: Signed,
  scenario: Scenario,
  connections: number,
  seconds: number,
): Promise<number> {
  for (let n = 1; n <= warmUps; n += 1) await send(site, signed, scenario, 1_000_000 + n);
  const started = newId<string>();
  const batches = await capture(app, () => send(site, signed, scenario, 2_000_001));
  return replay(app, batches, () => renewing(started), connections, seconds);
}

/** One request of a scenario, without a network between; throws where the page refuses. */
export async function send(
  site: FastifyInstance,
  signed: Signed,
  scenario: Scenario,
  n: number,
): Promise<void> {
  const { path, body, headers, method } = { body: '', ...asSent(scenario.request(n), signed) };
  const response = await site.inject({ method, url: path, headers, ...(body && { payload: body }) });
  if (response.statusCode < 400) return;
  throw new Error(`${scenario.name} answered ${response.statusCode}: ${says(response.body)}`);
}

/** What a refused form says at its top. */
function says(body: string): string {
  const summary = /govuk-error-summary__list[\s\S]*?<\/ul>/.exec(body)?.[0] ?? body.slice(0, 500);
  return summary.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids that the captured work made are made anew, the same one each time it recurs in one replay. */
export function renewing(since: string): (value: unknown) => unknown {
  const renewed = new Map<unknown, string>();
  return (value) => {
    if (typeof value !== 'string' || !uuid.test(value) || value < since) return value;
    const fresh = renewed.get(value) ?? newId<string>();
    renewed.set(value, fresh);
    return fresh;
  };
}

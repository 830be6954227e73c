import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { destinations, staffRoutes } from '../../src/app.ts';
import { accepted, accepts } from './accepted.ts';
import { captureLog } from './capture.ts';
import { crawl } from './crawl.ts';
import { type Party, parties } from './parties.ts';
import { referencesIn, type Scope, secretsIn } from './secrets.ts';
import { staffSiteOf } from './staff-site.ts';
import type { Visitor, World } from './world.ts';
import { worlds } from './worlds.ts';

const aboutCases = [
  'caseentryxwords',
  'contactxnotes',
  'safecontactxvalue',
  'disclosurexverbatim',
  'riskratingxreason',
];
/** What somebody sees who may see it. */
const shown: Partial<Readonly<Record<Scope, readonly string[]>>> = {
  hidden: aboutCases,
  open: aboutCases,
  elsewhere: aboutCases,
  waiting: ['disclosurexverbatim'],
  register: ['personxgivenname'],
  signin: ['staffxemail'],
  draft: ['draftxwords'],
};

/** Thousands of requests: on a busy machine they take their minutes. */
export const patience = { timeout: 900_000 };

/** A test of the staff site, walked by each of a party. */
export function walkedBy(party: Party): (t: TestContext) => Promise<void> {
  return async (t) => {
    const { before, after, forms } = await worlds(t);
    const own = (world: World) => ({
      ...world,
      visitors: world.visitors.filter(({ name }) => isOf(party, name)),
    });
    const site = async (world: World) => {
      const app = await staffSiteOf(t, world, staffRoutes, destinations);
      return { world: own(world), app };
    };
    const sites = { before: await site(before), after: await site(after) };
    const log = captureLog(sites.after.app);
    const { findings, seen } = await crawl({ ...sites, routes: staffRoutes, forms });

    await t.test('tells nobody what they may not know', () => {
      const leaks = findings.filter((finding) => !accepted.some((each) => accepts(each, finding)));
      assert.deepEqual(
        leaks.map(({ route, who, leak }) => `${route} | ${who} | ${leak}`),
        [],
      );
    });

    await t.test('every accepted difference is still there: what was mended is struck off', () => {
      const stale = accepted.flatMap((each) => {
        const walked = each.who.filter((who) => isOf(party, who));
        const gone = walked.filter(
          (who) => !findings.some((finding) => finding.who === who && accepts(each, finding)),
        );
        const struck = each.once && gone.length < walked.length ? [] : gone;
        return struck.map((who) => `${who}: ${each.because}`);
      });
      assert.deepEqual(stale, []);
    });

    await t.test('whoever may know did see it: a walk that sees nothing proves nothing', () => {
      const unseen = sites.after.world.visitors.flatMap((visitor) =>
        placesFor(visitor).flatMap((place) =>
          seen.get(visitor.name)?.has(place) ? [] : `${visitor.name}: ${place}`,
        ),
      );
      assert.deepEqual(unseen, []);
    });

    await t.test('writes nothing of it into the log, the metrics or a message', () =>
      keepsQuiet({ ...sites.after, log }),
    );
  };
}

function isOf(party: Party, name: string): boolean {
  return (parties[party] as readonly string[]).includes(name);
}

function placesFor({ sees }: Visitor): readonly string[] {
  return sees.flatMap((scope) => (shown[scope] ?? []).map((place) => `${scope} ${place}`));
}

export function leaksIn(text: string): readonly string[] {
  return [...secretsIn(text), ...referencesIn(text)].map(({ place }) => place);
}

interface Quiet {
  readonly world: World;
  readonly app: FastifyInstance;
  readonly log: readonly string[];
}

async function keepsQuiet({ world, app, log }: Quiet): Promise<void> {
  const { body: metrics } = await app.inject('/metrics');
  assert.match(metrics, /lintel_request_seconds_count\{[^}]*route="\/cases\/:id"/);
  app.log.info('a line to be kept');
  assert.match(log.join('\n'), /a line to be kept/);
  const messages = world.mail.map(({ kind, link }) => `${kind} ${link}`);
  for (const text of [log.join('\n'), metrics, messages.join('\n')]) assert.deepEqual(leaksIn(text), []);
  assert.doesNotMatch(metrics, /[0-9a-f]{8}-[0-9a-f]{4}-/, 'an id in the metrics');
}

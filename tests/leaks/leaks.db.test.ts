import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { buildHelpSite, buildStaffSite } from '#kit/http/sites.ts';
import { helpShell } from '#modules/help-site/index.ts';
import { destinations, helpRoutes, staffRoutes } from '../../src/app.ts';
import { proof } from '../site.ts';
import { captureLog } from './capture.ts';
import { type Crawled, crawl } from './crawl.ts';
import { label } from './findings.ts';
import { neverPlanted, unplanted } from './planted.ts';
import { referencesIn, secretsIn } from './secrets.ts';
import { unlisted } from './served.ts';
import { buildWorld, type Visitor, type World } from './world.ts';

/** Answers that may differ although nobody learns anything, or learns what they may; each with its reason. */
const accepted: readonly { readonly finding: RegExp; readonly because: string }[] = [
  {
    finding: /^GET \/second-factor\/enrolment \| .* changed when a secret was planted/,
    because: 'it shows a fresh secret for an authenticator each time',
  },
  {
    finding: /^GET \/emergency-access \| a data protection officer \| .* changed when a secret was planted/,
    because: 'whoever reviews emergency access is told that there was some',
  },
  {
    finding:
      /^POST \/emergency-access\/:use\/(?:review|ending) \| a data protection officer \| changed what lies behind the wall/,
    because: 'whoever reviews emergency access ends it, and writes what they found beside the case',
  },
  {
    finding: /^(?:GET \/homes\/:id\/markers|POST \/markers) \| .* changed when a secret was planted/,
    because: 'a marker is there to be read by whoever visits, and says nothing of why',
  },
  {
    finding:
      /^GET \/homes\/:id\/markers \| a (?:colleague|contractor) \| (?:(?:register|nextdoor) propertyxaddresslines in the body|.* differs from what does not exist: status 200)/,
    because: 'whoever visits homes may know which there are, and not who lives there',
  },
  {
    finding: /^GET \/emergency-access\/colleagues \| .* changed when a secret was planted/,
    because: 'managers are told how often colleagues ask for emergency access, and not for what',
  },
];

interface Walk extends Crawled {
  readonly world: World;
  readonly app: FastifyInstance;
  readonly log: readonly string[];
}

const outline = ({ findings }: Crawled) =>
  findings.map(({ route, who, leak }) => `${route} | ${who} | ${leak}`);
const leaksIn = (text: string) => [...secretsIn(text), ...referencesIn(text)].map(({ place }) => place);

async function walkStaffSite(t: TestContext): Promise<Walk> {
  const world = await buildWorld(t);
  const contents = { routes: [...staffRoutes, proof], destinations, keepDraft: async () => false };
  const app = await buildStaffSite(world.services, contents);
  t.after(() => app.close());
  const log = captureLog(app);
  return { world, app, log, ...(await crawl(world, { app, routes: staffRoutes })) };
}

async function walkHelpSite(t: TestContext): Promise<Walk> {
  const world = await buildWorld(t);
  const services = { ...world.services, db: { pool: world.database.public, checkRows: true } };
  const app = await buildHelpSite(services, { routes: helpRoutes, shell: helpShell });
  t.after(() => app.close());
  const log = captureLog(app);
  const passerBy: Visitor = {
    name: 'somebody on the help site',
    landlord: 'one',
    roles: null,
    sees: [],
    organisation: world.landlords.one.organisation,
    staff: null,
  };
  const walked = await crawl({ ...world, visitors: [passerBy] }, { app, routes: helpRoutes });
  return { world, app, log, ...walked };
}

// Over 20 s: every route is asked by thirteen visitors, about what is there and what is not, twice.
// Thousands of requests: on a busy machine they take their minutes.
test('the staff site, walked by everybody', { timeout: 900_000 }, async (t) => {
  const walk = await walkStaffSite(t);
  const { world, app, log, seen } = walk;
  const found = outline(walk);

  await t.test('tells nobody what they may not know', () => {
    const leaks = found.filter((line) => !accepted.some(({ finding }) => finding.test(line)));
    assert.deepEqual(leaks, []);
  });

  await t.test('every accepted difference is still there: what was mended is struck off', () => {
    const stale = accepted.filter(({ finding }) => !found.some((line) => finding.test(line)));
    assert.deepEqual(
      stale.map(({ because }) => because),
      [],
    );
  });

  await t.test('whoever needs to know did see it: a walk that sees nothing proves nothing', () => {
    for (const place of [
      'caseentryxwords',
      'contactxnotes',
      'safecontactxvalue',
      'disclosurexverbatim',
      'riskratingxreason',
    ])
      for (const scope of ['hidden', 'open', 'elsewhere'])
        assert.ok(seen.has(`${scope} ${place}`), `${scope} ${place}`);
    for (const place of ['waiting disclosurexverbatim', 'register personxgivenname', 'signin staffxemail'])
      assert.ok(seen.has(place), place);
    assert.ok(
      [...seen].some((place) => place.startsWith('draft ')),
      'no draft was seen by its author',
    );
  });

  await t.test('answers nothing that is in no list of routes', () => {
    assert.deepEqual(unlisted(app, [...staffRoutes, proof].map(label)), []);
  });

  await t.test('writes nothing of it into the log, the metrics or a message', async () => {
    const metrics = await app.inject('/metrics');
    assert.match(metrics.body, /lintel_request_seconds_count\{[^}]*route="\/cases\/:id"/);
    app.log.info('a line to be kept');
    assert.match(log.join('\n'), /a line to be kept/);
    const messages = world.mail.map(({ kind, link }) => `${kind} ${link}`);
    for (const text of [log.join('\n'), metrics.body, messages.join('\n')])
      assert.deepEqual(leaksIn(text), []);
    assert.doesNotMatch(metrics.body, /[0-9a-f]{8}-[0-9a-f]{4}-/, 'an id in the metrics');
  });

  await t.test('every table in which somebody could write was planted', async () => {
    assert.deepEqual(await unplanted(world), []);
    assert.deepEqual(
      Object.keys(neverPlanted).filter((table) => world.tables.has(table)),
      [],
    );
  });
});

test('the help site, walked by a passer-by', async (t) => {
  const walk = await walkHelpSite(t);
  assert.deepEqual(outline(walk), []);
  assert.deepEqual(unlisted(walk.app, helpRoutes.map(label)), []);
  assert.deepEqual(leaksIn(walk.log.join('\n')), []);
});

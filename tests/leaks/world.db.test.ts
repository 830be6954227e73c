import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildHelpSite } from '#kit/http/sites.ts';
import { helpShell } from '#modules/help-site/index.ts';
import { destinations, helpRoutes, staffRoutes } from '../../src/app.ts';
import { proof } from '../site.ts';
import { captureLog } from './capture.ts';
import { crawl } from './crawl.ts';
import { label } from './findings.ts';
import { neverPlanted, unplanted } from './planted.ts';
import { unlisted } from './served.ts';
import { staffSiteOf } from './staff-site.ts';
import { leaksIn } from './walk.ts';
import type { Visitor, World } from './world.ts';
import { worlds } from './worlds.ts';

test('every table in which somebody could write was planted', async (t) => {
  const { after } = await worlds(t);
  assert.deepEqual(await unplanted(after), []);
  assert.deepEqual(
    Object.keys(neverPlanted).filter((table) => after.tables.has(table)),
    [],
  );
});

test('the staff site answers nothing that is in no list of routes', async (t) => {
  const { after } = await worlds(t);
  const app = await staffSiteOf(t, after, staffRoutes, destinations);
  assert.deepEqual(unlisted(app, [...staffRoutes, proof].map(label)), []);
});

test('the help site, walked by a passer-by', async (t) => {
  const { before, after } = await worlds(t);
  const shown = async (world: World) => {
    const services = { ...world.services, db: { pool: world.database.public, checkRows: true } };
    const app = await buildHelpSite(services, { routes: helpRoutes, shell: helpShell });
    t.after(() => app.close());
    const passerBy: Visitor = {
      name: 'somebody on the help site',
      landlord: 'one',
      roles: null,
      sees: [],
      organisation: world.landlords.one.organisation,
      staff: null,
    };
    return { world: { ...world, visitors: [passerBy] }, app };
  };
  const sites = { before: await shown(before), after: await shown(after) };
  const log = captureLog(sites.after.app);
  const { findings } = await crawl({ ...sites, routes: helpRoutes, forms: [] });
  assert.deepEqual(findings, []);
  assert.deepEqual(unlisted(sites.after.app, helpRoutes.map(label)), []);
  assert.deepEqual(leaksIn(log.join('\n')), []);
});

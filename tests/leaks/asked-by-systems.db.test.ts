import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildStaffSite } from '#kit/http/sites.ts';
import { aSystem } from '#modules/holds/testing.ts';
import { apiRoutes } from '../../src/app.ts';
import { captureLog } from './capture.ts';
import { secretsIn } from './secrets.ts';
import { worlds } from './worlds.ts';

test('whatever another system asks, it is told no more than an answer, and no log says more', async (t) => {
  const { after } = await worlds(t);
  const { database, services, landlords } = after;
  const behind = { pool: database.owner, checkRows: true };
  const { token } = await aSystem(behind, landlords.one.organisation, services.now());
  const { rows } = await database.owner.query<{ by: string; reference: string }>(
    `select 'tenancy' as by, reference from tenancy union all
      select 'person', coalesce(reference, family_name) from person union all
      select 'address', reference from property union all select 'uprn', coalesce(uprn, '1') from property`,
  );
  assert.ok(rows.length > 5, 'everybody is asked about');
  const contents = { routes: [], destinations: [], keepDraft: async () => false, api: apiRoutes };
  const app = await buildStaffSite(services, contents);
  t.after(() => app.close());
  const log = captureLog(app);
  const get = (url: string, authorization = `Bearer ${token}`) =>
    app.inject({ url, headers: { authorization } });
  for (const { by, reference } of rows) {
    const query = new URLSearchParams({ [by]: reference });
    const { body, statusCode, headers } = await get(`/api/v1/holds?${query}`);
    assert.equal(statusCode, 200, body);
    assert.deepEqual(secretsIn(body + JSON.stringify(headers)), []);
    const refused = await get(`/api/v1/holds?${query}`, 'Bearer nothing-that-anybody-made');
    assert.deepEqual(secretsIn(refused.body + JSON.stringify(refused.headers)), []);
  }
  const { body } = await get('/api/v1/holds/list');
  const places = new Set(secretsIn(body).map(({ place }) => place));
  assert.deepEqual(
    [...places],
    ['tenancyxreference'],
    'the references by which it asks, and nothing besides',
  );
  assert.ok(!secretsIn(body).some(({ scope }) => scope === 'elsewhere'), 'of this landlord alone');
  assert.deepEqual(secretsIn((await get('/api/v1/openapi.json')).body), []);
  assert.deepEqual(secretsIn(log.join('')), []);
});

import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { LightMyRequestResponse } from 'fastify';
import { type sql, transact } from '#kit/sql.ts';
import { openCase } from '#modules/cases/store/open-case.ts';
import { openApiDocument } from '#modules/holds/openapi.ts';
import { aRegister, aSystem } from '#modules/holds/testing.ts';
import type { PersonId, PropertyId, StaffId } from '#rules/facts.ts';
import { lintelSite } from './lintel-site.ts';
import { addColleague } from './site.ts';

/** A landlord with tenancies, one of a couple, and a system that may ask. */
export async function aHoldingLandlord(t: TestContext) {
  const site = await lintelSite(t, '2026-11-30T09:00');
  const landlord = await site.landlord('vivid-2023');
  const { organisation } = landlord;
  const behind = { pool: site.database.owner, checkRows: true };
  const idOf = await aRegister(behind, organisation, { T1: ['P1', 'P2'], T2: ['P3'], T3: [], T4: ['P4'] });
  const system = await aSystem(behind, organisation, site.clock.now());
  const get = async (path: string, token = system.token) =>
    asDescribed(
      'get',
      path,
      await site.app.inject({ method: 'GET', url: path, headers: { authorization: `Bearer ${token}` } }),
    );
  const send = async (path: string, body: unknown, token = system.token) =>
    asDescribed(
      'post',
      path,
      await site.app.inject({
        method: 'POST',
        url: path,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  const post = (body: unknown, token = system.token) => send('/api/v1/holds', body, token);
  const answer = async (query: string) => (await get(`/api/v1/holds?${query}`)).json().answer as string;
  const worker = await addColleague(site.services, landlord, ['da_worker']);
  const opening = async (about: { readonly person?: string; readonly home?: string }) => {
    const { caseId } = await transact(
      site.services.db,
      { organisation, staff: worker, roles: ['da_worker'] },
      async (tx) =>
        openCase(tx, await officeFor(site, organisation, worker), {
          disclosureId: null,
          personId: about.person ? (idOf(about.person) as PersonId) : null,
          describedAs: about.person ? '' : 'Somebody',
          propertyId: about.home ? (idOf(about.home) as PropertyId) : null,
          tenancyId: null,
          immediateDanger: false,
          children: 'not_asked',
          blocked: [],
        }),
    );
    return caseId;
  };
  const arrange = (statement: ReturnType<typeof sql>) =>
    transact(behind, { organisation }, (tx) => tx.run(statement));
  return {
    ...site,
    addLandlord: site.landlord,
    landlord,
    behind,
    organisation,
    idOf,
    system,
    get,
    post,
    send,
    answer,
    opening,
    worker,
    arrange,
  };
}

async function officeFor(
  { services, clock }: Awaited<ReturnType<typeof lintelSite>>,
  organisation: Awaited<ReturnType<Awaited<ReturnType<typeof lintelSite>>['landlord']>>['organisation'],
  staff: StaffId,
) {
  const { officeUnder } = await import('#kit/office.ts');
  return officeUnder(services.packs, 'vivid-2023', { organisation, staff, now: clock.now() });
}

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });

/** Fails unless an answer is what the OpenAPI document says of its address, status and type. */
function asDescribed(method: 'get' | 'post', path: string, answer: LightMyRequestResponse) {
  const item = openApiDocument.paths[path.split('?')[0] as '/api/v1/holds'];
  if (item === undefined) return answer;
  const responses: Responses = item[method].responses;
  const type = String(answer.headers['content-type']).split(';')[0] ?? '';
  const schema = responses[answer.statusCode]?.content[type]?.schema;
  assert.ok(schema, `${answer.statusCode} ${type} is not described`);
  const fits = ajv.compile('$ref' in schema ? openApiDocument.components.schemas.Problem : schema);
  for (const text of type.endsWith('ndjson') ? answer.body.trim().split('\n') : [answer.body])
    assert.ok(fits(JSON.parse(text)), `${text} ${ajv.errorsText(fits.errors)}`);
  return answer;
}
type Responses = Readonly<
  Record<number, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>
>;

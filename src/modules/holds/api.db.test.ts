import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { LightMyRequestResponse } from 'fastify';
import { newId } from '#kit/ids.ts';
import { sql, transact } from '#kit/sql.ts';
import { openCase } from '#modules/cases/store/open-case.ts';
import type { PersonId, PropertyId, StaffId } from '#rules/facts.ts';
import { lintelSite } from '../../../tests/lintel-site.ts';
import { addColleague } from '../../../tests/site.ts';
import { openApiDocument } from './openapi.ts';
import { aRegister, aSystem } from './testing.ts';

/** A landlord with tenancies, one of a couple, and a system that may ask. */
async function aLandlord(t: TestContext) {
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
  const post = async (body: unknown, token = system.token) =>
    asDescribed(
      'post',
      '/api/v1/holds',
      await site.app.inject({
        method: 'POST',
        url: '/api/v1/holds',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
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
    behind,
    organisation,
    idOf,
    system,
    get,
    post,
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

test('from the moment that a case opens, its tenancy is held for every tenant, by every reference', async (t) => {
  const { answer, opening } = await aLandlord(t);
  assert.equal(await answer('tenancy=T1&contact=letter'), 'no');
  await opening({ person: 'P1' });
  for (const query of ['tenancy=T1', 'person=P1', 'person=P2', 'address=H-T1', 'uprn=1000'])
    assert.equal(await answer(`${query}&contact=letter`), 'yes', query);
  assert.equal(await answer(`address=${encodeURIComponent('1 Mill Lane, Exeter, EX1 2AB')}`), 'yes');
  assert.equal(await answer('tenancy=T2'), 'no');
});

test('what was told holds already before anybody has looked at it', async (t) => {
  const { answer, arrange, organisation, idOf } = await aLandlord(t);
  await arrange(sql`insert into disclosure (organisation_id, id, reference, route, received_at, recorded_at, told_by,
      verbatim, immediate_danger, person_id)
    values (${organisation}, ${newId()}, 'D-1', 'phone', now(), now(), 'neighbour', 'Shouting', 'no', ${idOf('P1')})`);
  assert.equal(await answer('tenancy=T1'), 'yes');
});

test('a reference that is not on the register is asked about first', async (t) => {
  const { answer } = await aLandlord(t);
  for (const query of ['tenancy=T9', 'person=P9', 'address=nowhere', 'uprn=99'])
    assert.equal(await answer(query), 'call_first', query);
});

test('the whole list holds every tenancy with its answer, in the same order each time', async (t) => {
  const { get, opening } = await aLandlord(t);
  await opening({ home: 'H-T2' });
  const lines = async () =>
    (await get('/api/v1/holds/list')).body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const first = await lines();
  assert.deepEqual(
    first.map((line) => [line.tenancy, line.answer]),
    [
      ['T1', 'no'],
      ['T2', 'yes'],
      ['T3', 'no'],
      ['T4', 'no'],
      [undefined, undefined],
    ],
  );
  assert.deepEqual(first.at(-1), { end: true, tenancies: 4 });
  assert.deepEqual(await lines(), first);
});

test('many are asked at once, and answered in their order', async (t) => {
  const { post, opening } = await aLandlord(t);
  await opening({ person: 'P4' });
  const answered = await post({ by: 'tenancy', references: ['T4', 'T9', 'T1', 'T4'], contact: 'letter' });
  assert.equal(answered.statusCode, 200);
  assert.deepEqual(
    answered
      .json()
      .answers.map((each: { reference: string; answer: string }) => [each.reference, each.answer]),
    [
      ['T4', 'yes'],
      ['T9', 'call_first'],
      ['T1', 'no'],
      ['T4', 'yes'],
    ],
  );
});

test('who asked what, when and what they were told is kept before the answer leaves', async (t) => {
  const { get, database, system } = await aLandlord(t);
  await get('/api/v1/holds?tenancy=T1&contact=letter');
  const { rows } = await database.owner.query(
    'select system_id, question, contacts, asked, told from hold_asked',
  );
  assert.deepEqual(rows, [
    { system_id: system.id, question: 'tenancy', contacts: ['letter'], asked: ['T1'], told: 'A' },
  ]);
  await database.owner.query('alter table hold_asked add constraint never check (false) not valid');
  const failed = await get('/api/v1/holds?tenancy=T1&contact=letter');
  assert.equal(failed.statusCode, 500, 'what cannot be kept is not answered');
});

test('answers are alike to the byte but for the answer itself, whatever is on record', async (t) => {
  const { get, opening } = await aLandlord(t);
  await opening({ person: 'P1' });
  const seen = await Promise.all(
    ['T1', 'T2', 'T9'].map(async (reference) => {
      const { statusCode, headers, body } = await get(`/api/v1/holds?tenancy=${reference}&contact=letter`);
      const { date, ...rest } = headers;
      return { statusCode, headers: rest, length: body.length, fields: Object.keys(JSON.parse(body)) };
    }),
  );
  assert.deepEqual(seen[0]?.fields, ['answer', 'code', 'means']);
  assert.equal(seen[0]?.headers['cache-control'], 'no-store');
  assert.deepEqual(seen[1], seen[0]);
  assert.deepEqual(seen[2], seen[0]);
});

test('each answer costs the same statements: one looks it up, one keeps it, and none begins or ends', async (t) => {
  const { get, opening, services } = await aLandlord(t);
  await opening({ person: 'P1' });
  await Promise.all(['T1', 'T2', 'T9'].map((each) => get(`/api/v1/holds?tenancy=${each}`)));
  const asked: string[] = [];
  const { pool } = services.db;
  const client = await pool.connect();
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  Object.assign(client, {
    query: (...given: unknown[]) => {
      asked.push((given[0] as { text: string }).text);
      return query(...given);
    },
  });
  client.release();
  const told: string[][] = [];
  for (const reference of ['T1', 'T2', 'T9']) {
    asked.length = 0;
    await get(`/api/v1/holds?tenancy=${reference}`);
    told.push([...asked]);
  }
  assert.equal(told[0]?.length, 2);
  assert.deepEqual(told[1], told[0]);
  assert.deepEqual(told[2], told[0]);
});

test('a token that never was, has ended or was revoked gets one answer', async (t) => {
  const { get, behind, organisation, clock, arrange, system } = await aLandlord(t);
  const ended = await aSystem(behind, organisation, clock.now(), { expiresAt: clock.now() });
  await arrange(sql`update hold_token set revoked_at = now() where system_id = ${system.id}`);
  const answers = await Promise.all(
    [system.token, ended.token, system.token.replace(/.{3}$/, 'xxx'), 'x'.repeat(43), 'short', ''].map(
      async (token) => {
        const { statusCode, headers, body } = await get('/api/v1/holds?tenancy=T1', token);
        const { date, ...rest } = headers;
        return { statusCode, body, headers: rest };
      },
    ),
  );
  assert.equal(answers[0]?.statusCode, 401);
  assert.equal(answers[0]?.headers['content-type'], 'application/problem+json; charset=utf-8');
  for (const each of answers) assert.deepEqual(each, answers[0]);
});

test('a token answers only what it is for', async (t) => {
  const { get, post, behind, organisation, clock } = await aLandlord(t);
  const { token } = await aSystem(behind, organisation, clock.now(), {
    questions: ['tenancy'],
    contacts: ['letter'],
  });
  assert.equal((await get('/api/v1/holds?tenancy=T1', token)).statusCode, 200);
  assert.equal((await get('/api/v1/holds?tenancy=T1&contact=visit', token)).statusCode, 403);
  assert.equal((await get('/api/v1/holds?person=P1', token)).statusCode, 403);
  assert.equal((await get('/api/v1/holds/list', token)).statusCode, 403);
  assert.equal((await post({ by: 'person', references: ['P1'] }, token)).statusCode, 403);
});

test('a token of one landlord learns nothing of another', async (t) => {
  const { get, behind, clock, opening, addLandlord } = await aLandlord(t);
  await opening({ person: 'P1' });
  const other = await addLandlord('livv-2024');
  const { token } = await aSystem(behind, other.organisation, clock.now());
  assert.equal((await get('/api/v1/holds?tenancy=T1', token)).json().answer, 'call_first');
  assert.deepEqual((await get('/api/v1/holds/list', token)).body, '{"end":true,"tenancies":0}\n');
});

test('whatever is sent, the answer is a problem that says what is wrong, and never a fault', async (t) => {
  const { get, post, database } = await aLandlord(t);
  const long = 'x'.repeat(201);
  const wrong = [
    () => get('/api/v1/holds'),
    () => get('/api/v1/holds?tenancy='),
    () => get(`/api/v1/holds?tenancy=${long}`),
    () => get('/api/v1/holds?tenancy=T1&tenancy=T2'),
    () => get('/api/v1/holds?tenancy=T1&person=P1'),
    () => get('/api/v1/holds?tenancy[a]=1'),
    () => get('/api/v1/holds?tenancy=%00'),
    () => get('/api/v1/holds?tenancy=T1&contact=pigeon'),
    () => get('/api/v1/holds?tenancy=T1&why=1'),
    () => get('/api/v1/holds/list?tenancy=T1'),
    () => post('{'),
    () => post(''),
    () => post('[]'),
    () => post('null'),
    () => post('"T1"'),
    () => post('{"__proto__":{"by":"tenancy"}}'),
    () => post({ by: 'list', references: ['T1'] }),
    () => post({ by: 'tenancy', references: [] }),
    () => post({ by: 'tenancy', references: 'T1' }),
    () => post({ by: 'tenancy', references: [['T1']] }),
    () => post({ by: 'tenancy', references: [null, 1, {}] }),
    () => post({ by: 'tenancy', references: ['T1\u0000'] }),
    () => post({ by: 'tenancy', references: ['\ud800'] }),
    () => post({ by: 'tenancy', references: Array.from({ length: 10_000 }, () => 'T1') }),
    () => post({ by: 'tenancy', references: ['T1'], extra: 1 }),
  ];
  for (const send of wrong) {
    const { statusCode, headers, body } = await send();
    assert.equal(statusCode, 400, `${send} ${body}`);
    assert.equal(headers['content-type'], 'application/problem+json; charset=utf-8');
    assert.ok(JSON.parse(body).errors.length > 0, `${send} ${body}`);
    assert.ok(!body.includes('T1') && !body.includes(long), 'what was sent is not said again');
  }
  const large = await post({
    by: 'tenancy',
    references: Array.from({ length: 10_000 }, () => 'x'.repeat(100)),
  });
  assert.equal(large.statusCode, 413);
  assert.equal((await get('/api/v1/nothing')).json().type, 'urn:lintel:problem:not-found');
  const { rows } = await database.owner.query('select count(*)::int as count from hold_asked');
  assert.equal(rows[0].count, 0, 'and nothing is kept of it');
});

test('strange references are no more than unknown ones', async (t) => {
  const { post } = await aLandlord(t);
  const references = ["' or true --", '%', '_', '{}', '💡', 'a\u202eb', '../..', 'İ', ' '];
  for (const by of ['tenancy', 'person', 'address', 'uprn']) {
    const answered = await post({ by, references });
    assert.equal(answered.statusCode, 200, answered.body);
    const answers = answered.json().answers as { answer: string; reference: string }[];
    assert.deepEqual(
      answers.map(({ reference }) => reference),
      references,
    );
    assert.ok(answers.every(({ answer }) => answer === 'call_first'));
  }
});

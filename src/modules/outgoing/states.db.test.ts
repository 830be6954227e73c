import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import type { Became, Found } from '#kit/carrier.ts';
import { anyService } from '#kit/carriers/any-service.ts';
import { type HttpService, textService } from '#kit/carriers/text-service.ts';
import { buildStaffSite } from '#kit/http/sites.ts';
import { agreedIn } from '#modules/agreement/index.ts';
import { type Team, teamOf } from '#modules/cases/testing.ts';
import type { CaseId } from '#rules/facts.ts';
import { httpService, json } from '../../../tests/http-service.ts';
import { callbacks } from './routes/callbacks.ts';
import { agrees, program, remembering, standingOf, taken, writes } from './testing.ts';

/** A service for tests that can be asked, and says what the test says. */
function asked(says: { became?: Became; found?: Found; carries?: typeof taken }) {
  const of: string[] = [];
  return {
    ...remembering((parcel) => (says.carries ?? taken)(parcel)),
    of,
    stateOf: async (carrierId: string): Promise<Became> => {
      of.push(carrierId);
      return says.became ?? { how: 'on_its_way' };
    },
    find: async (id: string): Promise<Found> => {
      of.push(id);
      return says.found ?? { how: 'not_known', fault: '500' };
    },
  };
}

const lost = (() => ({ how: 'not_known', fault: 'no_answer' })) as unknown as typeof taken;

async function aMessage(t: TestContext, service: ReturnType<typeof asked>) {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  await agrees(team, caseId);
  const id = await writes(team, caseId);
  const { run, later, services, now } = program(team, { text: service });
  await run();
  return { team, caseId, id, run, later, services, now, stands: () => standsOf(team, caseId, id) };
}

async function standsOf(team: Team, caseId: CaseId, id: string) {
  const { state, asks } = await standingOf(team, caseId, id);
  return [state, asks];
}

test('a service is asked what became of a message, less and less often, until it says so', async (t) => {
  const says: Parameters<typeof asked>[0] = {};
  const service = asked(says);
  const { id, run, later, stands } = await aMessage(t, service);
  assert.deepEqual(service.of, [], 'not at once');
  for (let minute = 0; minute < 30; minute += 1) {
    later({ minutes: 1 });
    await run();
  }
  assert.deepEqual(service.of, [`c-${id}`, `c-${id}`, `c-${id}`]);
  says.became = { how: 'arrived' };
  later({ hours: 1 });
  await run();
  assert.deepEqual(await stands(), ['delivered', false]);
  later({ hours: 100 });
  await run();
  assert.equal(service.of.length, 4, 'and then never again');
});

test('what did not arrive asks for somebody; a number that is no more puts the way in doubt', async (t) => {
  const off = await aMessage(t, asked({ became: { how: 'not_arrived', fault: 'off', gone: false } }));
  off.later({ minutes: 2 });
  await off.run();
  assert.deepEqual(await off.stands(), ['failed', true]);
  const agreedOf = async ({ team, caseId }: typeof off) =>
    team.as(team.worker, (tx) => agreedIn(tx, team.organisation, caseId));
  assert.equal((await agreedOf(off))?.changedSince, null);

  const gone = await aMessage(t, asked({ became: { how: 'not_arrived', fault: 'gone', gone: true } }));
  gone.later({ minutes: 2 });
  await gone.run();
  assert.notEqual((await agreedOf(gone))?.changedSince, null);
  const next = await writes(gone.team, gone.caseId);
  await gone.run();
  const { state, reasons } = await standingOf(gone.team, gone.caseId, next);
  assert.equal(state, 'held');
  assert.match(reasons[0]?.reason ?? '', /when a message came back, it was no longer sure/);
  await agrees(gone.team, gone.caseId, { value: '07700 900456' });
  assert.equal((await agreedOf(gone))?.changedSince, null, 'until they say what is right now');
});

test('what comes back late puts the same number in doubt, whatever was agreed meanwhile', async (t) => {
  const late = await aMessage(t, asked({ became: { how: 'not_arrived', fault: 'gone', gone: true } }));
  const { team, caseId, run, later, now } = late;
  later({ minutes: 1 });
  await agrees(team, caseId, { value: '+44 7700 900123', codeWord: 'Bluebell' }, now());
  later({ minutes: 2 });
  await run();
  const agreed = await team.as(team.worker, (tx) => agreedIn(tx, team.organisation, caseId));
  assert.notEqual(agreed?.changedSince, null);
  const next = await writes(team, caseId);
  await run();
  assert.equal((await standingOf(team, caseId, next)).state, 'held');
});

test('what may have left is found by our own id, and then it has left', async (t) => {
  const service = asked({
    carries: lost,
    found: { how: 'there', carrierId: 'n-1' },
    became: { how: 'arrived' },
  });
  const { run, later, stands, id } = await aMessage(t, service);
  assert.deepEqual(await stands(), ['doubtful', true]);
  later({ minutes: 2 });
  await run();
  assert.deepEqual(await stands(), ['delivered', false]);
  assert.deepEqual(service.of, [id, 'n-1']);
  assert.equal(service.parcels.length, 1);
});

test('what a service never had is decided anew, but not before it had time to know', async (t) => {
  const says: Parameters<typeof asked>[0] = { carries: lost, found: { how: 'not_there' } };
  const service = asked(says);
  const { team, caseId, run, later, stands } = await aMessage(t, service);
  for (let minute = 0; minute < 15; minute += 1) {
    later({ minutes: 1 });
    await run();
  }
  assert.deepEqual(await stands(), ['doubtful', true]);
  await agrees(team, caseId, { shared: 'yes', whoMightAnswer: 'his mother' });
  for (let minute = 0; minute < 10; minute += 1) {
    later({ minutes: 1 });
    await run();
  }
  assert.deepEqual(await stands(), ['held', true], 'the door asks again, and what is agreed has changed');
  assert.equal(service.parcels.length, 1);
});

test('while a service says nothing clear, what is in doubt stays in doubt', async (t) => {
  const service = asked({ carries: lost });
  const { run, later, stands } = await aMessage(t, service);
  for (let hour = 0; hour < 30; hour += 1) {
    later({ hours: 3 });
    await run();
  }
  assert.deepEqual(await stands(), ['doubtful', true]);
  assert.equal(service.of.length, 7);
  assert.equal(service.parcels.length, 1);
});

const key = 'k'.repeat(40);

test('a service tells us what became of a message, and a stranger learns nothing by trying', async (t) => {
  const server = await httpService(t, (_asked, response) => json(response, 201, { id: 'm-1' }));
  const words = { at: '/status', arrived: ['delivered'], notArrived: ['failed'] };
  const settings = textService.parse({
    service: 'http',
    send: { url: `${server.url}/send`, json: { to: '{{to}}', text: '{{words}}' }, id: '/id' },
    callback: { header: 'x-signature', id: '/id', ...words },
  });
  const carrier = anyService(settings as HttpService, { callback: key });
  const { services, stands } = await aMessage(t, carrier as never);
  assert.deepEqual(await stands(), ['sent', false]);
  const site = await buildStaffSite(services, { routes: [], destinations: [], callbacks } as never);
  t.after(() => site.close());
  const tell = (said: string, by = key, type = 'application/json') => {
    const signature = createHmac('sha256', by).update(said).digest('hex');
    return site.inject({
      ...{ method: 'POST', url: '/callbacks/text', payload: said },
      headers: { 'content-type': type, 'x-signature': signature },
    });
  };
  const delivered = '{"id":"m-1","status":"delivered"}';
  const answers = [
    await tell(delivered, 'another key'),
    await tell('{"id":"another","status":"delivered"}'),
    await tell('', 'another key'),
    await tell('no json at all', key, 'text/html'),
  ];
  assert.deepEqual(await stands(), ['sent', false]);
  answers.push(await tell(delivered), await tell(delivered), await tell('{"id":"m-1","status":"failed"}'));
  assert.deepEqual(await stands(), ['delivered', false], 'and what has arrived stays so');
  const unlike = ({ headers: { date: _, ...rest } }: (typeof answers)[number]) => rest;
  for (const answer of answers) {
    assert.deepEqual([answer.statusCode, answer.body], [204, '']);
    assert.deepEqual(unlike(answer), unlike(answers[0] as never));
  }
});

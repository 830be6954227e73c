import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { titleOf, triedPacks } from '../packs.ts';
import { importPeople } from '../register-lived-in.ts';
import { yesToTheIdva } from '../sharing-lived-in.ts';
import { asks, enough } from './asking.ts';
import { atMillLane } from './home-steps.ts';
import { type Colleague, type Office, openOffice } from './office.ts';
import { asZip } from './sharing-steps.ts';
import { boardRow, moment } from './steps.ts';

const everyKind = ['who', 'account', 'risk', 'plan', 'contact', 'home', 'family', 'health'];
const theirs = {
  ...{ purpose: 'support', ground: 'consent', view: 'agrees', told: 'told' },
  ...{ necessity: 'They go to court with people', proportionality: 'Nothing but what she wants from them' },
};
const theIdva = { agency: 'Exampleton Idva Service', role: 'Duty Idva', sort: 'specialist' };

const idOf = (path: string) => path.split('/').at(-1) ?? '';
const finished = { ending: 'finished', dangerNow: 'no' };

/** The first address on a page that looks like that. */
async function linkOn(worker: Colleague, page: string, like: RegExp): Promise<string> {
  const { body } = await worker.get(page);
  const found = new RegExp(`href="([^"]*${like.source})"`).exec(body)?.[1];
  assert.ok(found, `${like.source} on ${page}`);
  return found.replaceAll('&amp;', '&');
}

/** What the police found, which agencies may see. @returns the id of the entry that tells of it */
async function receives(worker: Colleague, file: string, score: string, page: string): Promise<string> {
  await worker.finishes(page, {
    ...{ tool: 'dash', receivedFrom: 'Exampleshire Police', levelStated: 'medium', scoreStated: score },
    ...moment('received', '2026-11-18T09:30'),
  });
  const { body } = await worker.get(`${file}/entries`);
  for (const [, path = ''] of body.matchAll(/href="(\/cases\/[^"]+\/entries\/[0-9a-f-]{36})"/g))
    if ((await worker.reads(path)).includes(`Score stated: ${score}.`)) {
      const given = { audience: ['person', 'agencies'], reason: 'They sent it so that others know' };
      await worker.finishes(`${path}/audience`, given);
      return idOf(path);
    }
  throw new Error(`${score} is not in the chronology`);
}

const agreesThePlan = (worker: Colleague, file: string, prompted = 'asked') =>
  worker.finishes(`${file}/plan/agreement`, {
    ...{ standing: 'agreed', how: 'in_person', ownWords: 'Yes.', promptedBy: prompted },
  });

/** All of it is there, and leaves for the Idva as they agreed. */
async function everythingLeft(office: Office) {
  const { worker, file } = await atMillLane(office);
  await worker.finishes(`${file}/consents/new`, { ...yesToTheIdva, kinds: everyKind });
  const assessment = await asks(worker, file, enough({ 'answer-1': 'yes' }));
  await worker.finishes(`${assessment}/ending`, finished);
  const received = await receives(worker, file, '16', `${file}/risk/received/new`);
  await worker.finishes(`${file}/plan/actions/new`, {
    ...{ what: 'Fetch the children by the front gate', owner: 'colleague', ownerId: worker.staff },
    ...{ 'due-day': '25', 'due-month': '11', 'due-year': '2026' },
  });
  await agreesThePlan(worker, file, 'first');
  const chosen = {
    ...{
      ...theIdva,
      ...theirs,
      who: 'yes',
      plan: 'yes',
      assessments: [idOf(assessment)],
      entries: [received],
    },
    ...{ words: 'Ring her on 07700 900123 in the morning.', wordKinds: ['contact'] },
  };
  const kept = await worker.finishes(`${file}/shares/new`, chosen);
  const share = await worker.finishes(`${file}/shares/new`, chosen);
  await worker.fills(`${share}/file`, asZip);
  return { worker, file, assessment, share, kept };
}

const putRight: Readonly<Record<string, RegExp>> = {
  'an assessment': /An assessment was put right by another/,
  'what others assessed, of which an entry tells': /What an entry tells of was put right/,
  'a line of the plan': /Something in the plan that they have was changed, and agreed/,
  'their date of birth': /Their name or date of birth was put right/,
  'a number in our words': /A number or an e-mail address in it is no way to reach them any more/,
};
const news = async (one: Colleague) =>
  (await one.reads('/notifications')).split('Read, or settled since')[0] ?? '';
const told = /was sent was put right since/;

for (const pack of triedPacks)
  test(`whatever left and was put right since is told, offered and counted (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    await office.at('2026-11-18T10:00');
    const { worker, file, assessment, share, kept } = await everythingLeft(office);
    await office.at('2026-11-18T10:10');

    await t.test('what was done, or came to the plan, is no correction', async () => {
      await worker.finishes(`${file}/plan/actions/new`, {
        ...{ what: 'Ask the school who else asks', owner: 'colleague', ownerId: worker.staff },
        ...{ 'due-day': '25', 'due-month': '11', 'due-year': '2026' },
      });
      await agreesThePlan(worker, file);
      await office.at('2026-11-18T10:11');
      assert.doesNotMatch(await worker.reads(share), /Put right since/);
    });

    const questions = await worker.finishes(`${assessment}/correction`, { reason: 'I ticked the wrong box' });
    await worker.finishes(questions, { 'answer-2': 'yes' });
    assert.doesNotMatch(await worker.reads(share), /Put right since/, 'nothing stands in its place yet');
    await worker.finishes(`${questions.replace(/\/answers$/, '')}/ending`, finished);
    const received = await linkOn(worker, `${file}/risk`, /\/risk\/received\/[0-9a-f-]{36}/);
    await receives(worker, file, '6', `${received}/correction`);
    const action = await linkOn(worker, `${file}/plan`, /\/plan\/actions\/[0-9a-f-]{36}/);
    await worker.finishes(action, { what: 'Fetch the children by the back gate' });
    await agreesThePlan(worker, file);
    await importPeople(office, 'P1,Zelda,Quince,Zelda Marlow,1981-02-01,07700 900123,');
    const another = { channel: 'phone', value: '07700 900555', agreed: 'yes' };
    await worker.finishes(`${file}/contact/new`, another);
    await office.at('2026-11-18T10:12');

    for (const [what, says] of Object.entries(putRight))
      await t.test(`${what} is told on its page`, async () => {
        assert.match(await worker.reads(share), says);
        assert.doesNotMatch(await worker.reads(kept), says, 'by that nothing left');
      });
    const title = titleOf(pack, 'correction-sent');
    await t.test('whoever sent it is told, and owes it; both lead to where it is sent', async () => {
      assert.match(await news(worker), told);
      assert.match(await worker.reads('/day'), new RegExp(title));
      const since = await linkOn(worker, '/day', /\/shares\/since\/[0-9a-f-]{36}/);
      assert.equal((await worker.get(since)).headers.location, `${share}#since`);
    });
    await t.test('what puts it right is offered, and once that left nothing is owed', async () => {
      const offered = await linkOn(worker, share, /\/shares\/new\?corrects=[0-9a-f-]+/);
      const how = { words: 'Ring us: we reach her.', wordKinds: ['contact'] };
      const anew = await worker.finishes(offered, { ...theirs, ...how });
      await worker.fills(`${anew}/file`, asZip);
      const page = await worker.reads(share);
      assert.equal(page.split('The correction was sent').length - 1, 5, page);
      assert.doesNotMatch(page, /has it uncorrected/);
      await office.at('2026-11-18T10:14');
      assert.doesNotMatch(await news(worker), told);
      assert.match((await boardRow(office.manager, title)).join(' '), /5/);
    });
  });

test('a number that the register knows no more is told too, and what was taken away on paper alone', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  await office.at('2026-11-18T10:00');
  const { worker, assessment, share, kept } = await everythingLeft(office);
  const number = putRight['a number in our words'] ?? / /;
  await worker.get(
    await worker.finishes(`${assessment}/copies/new`, { purpose: 'partner', recipient: idOf(kept) }),
  );
  await importPeople(office, 'P1,Zelda,Quince,Zelda Marlow,1980-02-01,07700 900123;07700 900777,');
  assert.doesNotMatch(await worker.reads(share), number, 'one that came beside it');
  await importPeople(office, 'P1,Zelda,Quince,Zelda Marlow,1980-02-01,07700 900777,');
  assert.match(await worker.reads(share), number);

  const questions = await worker.finishes(`${assessment}/correction`, { reason: 'I ticked the wrong box' });
  await worker.finishes(`${questions.replace(/\/answers$/, '')}/ending`, finished);
  const page = await worker.reads(kept);
  assert.match(page, putRight['an assessment'] ?? / /);
  assert.doesNotMatch(page, number, 'a sheet of answers holds none');
});

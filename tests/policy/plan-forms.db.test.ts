import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { aPlan, meetsAtTheLibrary } from '../plan-lived-in.ts';
import { addSession, browser, london } from '../site.ts';
import { fillIn } from './form.ts';
import { type Colleague, openOffice, words } from './office.ts';
import { aCase } from './steps.ts';

const said = 'She said that he';

/** The first address of a kind that a plan links to, and the form that is found from there. */
async function linked(worker: Colleague, file: string, end: string): Promise<string> {
  const [at, form = ''] = end.split(' ');
  const { body } = await worker.get(`${file}/plan`);
  const found = new RegExp(`href="([^"]*/(?:plan|support)/${at})"`).exec(body)?.[1];
  assert.ok(found, `nothing leads to ${end}`);
  return found + form;
}

const anAction = 'actions/[0-9a-f-]{36}';
const forms = [
  ['the words of a plan', 'draft', 'ownWords'],
  ['a new action', 'actions/new', 'why'],
  ['a change of an action', anAction, 'why'],
  ['what became of an action', `${anAction}/outcome`, 'note'],
  ['an offer', 'new', 'ownWords'],
  ['another answer', '[0-9a-f-]{36} /answer', 'ownWords'],
  ['an agreement', 'agreement', 'ownWords'],
  ['a copy', 'copies/new', 'ownWords'],
] as const;

test('nothing that is written into a plan is lost', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  for (const [what, end, field] of forms)
    await t.test(`a session that ends in the middle of ${what} keeps it, for its writer alone`, async () => {
      lintel.clock.set(london('2026-11-18T10:00'));
      const office = await openOffice(lintel);
      const { worker, landlord } = office;
      const file = await aCase(worker);
      await worker.finishes(`${file}/contact/new`, meetsAtTheLibrary);
      await aPlan(worker, file);
      const path = await linked(worker, file, end);
      const signsIn = async () =>
        browser(
          lintel.app,
          worker.staff,
          await addSession(lintel.services, landlord.organisation, worker.staff),
        );
      const desk = await signsIn();
      const begun = fillIn((await desk.get(path)).body, path, { [field]: said });
      lintel.clock.set(london('2026-11-18T10:31'));
      assert.equal((await desk.post(begun.action, begun.fields)).statusCode, 303);
      const again = await signsIn();
      const offered = await again.get(path);
      assert.match(offered.body, /You have a draft saved/);
      assert.doesNotMatch(offered.body, new RegExp(said), 'not before it is asked for');
      assert.match((await again.get(`${path}?draft=continue`)).body, new RegExp(said));
      const colleague = await office.manager.get(`${path}?draft=continue`);
      assert.doesNotMatch(colleague.body, new RegExp(`${said}|You have a draft`));
    });

  for (const [what, end, first, second] of [
    ['the words', 'draft', { ownWords: 'First: I stay' }, { ownWords: said }],
    ['an action', anAction, { what: 'First: ring at noon' }, { what: said }],
    [
      'an agreement',
      'agreement',
      { standing: 'agreed', how: 'phone', promptedBy: 'asked', ownWords: 'First: yes' },
      { standing: 'not_yet', how: 'phone', promptedBy: 'asked', reason: 'Time', ownWords: said },
    ],
  ] as const)
    await t.test(
      `two who change ${what} at once: the second sees both texts, and nothing is lost`,
      async () => {
        const office = await openOffice(lintel);
        await office.at('2026-11-18T10:00');
        const { worker, manager } = office;
        const file = await aCase(worker);
        await worker.finishes(`${file}/contact/new`, meetsAtTheLibrary);
        await aPlan(worker, file);
        const path = await linked(worker, file, end);
        const open = fillIn((await manager.get(path)).body, path, second);
        await worker.finishes(path, first);
        const stale = await manager.post(open.action, open.fields);
        assert.equal(stale.statusCode, 409);
        assert.match(words(stale.body), /Somebody else changed this while you were writing/);
        assert.match(stale.body, new RegExp(said), 'what was typed, still in its box');
        const sent = await manager.post(open.action, fillIn(stale.body, path, second).fields);
        assert.equal(sent.statusCode, 303, 'and saved once both were read');
      },
    );
});

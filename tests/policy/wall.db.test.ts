import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import { newId } from '#kit/ids.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { type Colleague, openOffice, words } from './office.ts';
import { aCase, findsOnBoard, opensCase, writesDown } from './steps.ts';

const contactClause = `/board/${triedPacks[0]?.purposes['same-day-contact']}`;

const secret = /Zelda|Quince|my sister|Bluebell|07700 900/;
const parts = [
  '',
  '/entries',
  '/people',
  '/contact',
  '/access',
  '/contacts/new',
  '/plans/new',
  '/allocation',
];

test('what somebody must not know', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  await t.test('a conflicted administrator sees nothing, not even that there is something', async () => {
    const office = await openOffice(lintel);
    const { worker, manager } = office;
    const involved = await office.colleague('administrator', 'da_manager');
    const { reference } = await writesDown(worker, { person_name: 'Zelda Quince' });
    const disclosure = await findsOnBoard(worker, reference);
    const file = await opensCase(worker, disclosure, worker, { given_name: 'Zelda', family_name: 'Quince' });
    const number = /C-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await worker.get(file)).body)?.[0] ?? 'no reference';
    const person =
      /href="(\/people\/[0-9a-f-]+)"/.exec((await involved.post('/people', { q: 'Quince' })).body)?.[1] ?? '';
    assert.match(
      await involved.reads('/cases/team'),
      new RegExp(number),
      'before anybody knew of the conflict',
    );
    await manager.finishes(`${file}/conflicts/new`, {
      staffId: involved.staff,
      relation: 'relative',
      reason: 'His cousin',
    });

    for (const part of parts)
      assert.deepEqual(
        await answer(involved, file + part),
        await answer(involved, `/cases/${newId()}${part}`),
        part,
      );
    assert.deepEqual(await answer(involved, disclosure), await answer(involved, `/disclosures/${newId()}`));
    await office.at('2026-11-18T17:30');
    const anywhere = [
      '/',
      '/cases',
      '/cases/team',
      '/cases/team.csv',
      '/cases/team?state=triaged',
      '/disclosures',
    ];
    const further = ['/disclosures?show=triaged', '/people', '/notifications', '/board', contactClause];
    const shows = (page: LightMyRequestResponse, path: string) => {
      assert.ok(page.statusCode < 400, path);
      for (const trace of [number, file, reference, disclosure, 'my sister'])
        assert.equal(page.body.includes(trace), false, `${path} shows ${trace}`);
    };
    for (const path of [...anywhere, ...further]) shows(await involved.get(path), path);
    const searched = await involved.post('/people', { q: 'Quince' });
    shows(searched, 'a search for her');
    assert.equal(searched.body.includes(person), false, 'she is not on the register for them');
    assert.deepEqual(await answer(involved, person), await answer(involved, `/people/${newId()}`));
    const notified = await involved.get('/notifications');
    assert.match(words(notified.body), /Nothing new/);
    assert.doesNotMatch(notified.body, /Mark all as read|\(\d+ unread\)/, 'not even a count');
    assert.match((await manager.get(contactClause)).body, new RegExp(number), 'the same page, for a manager');
  });

  await t.test('nor can they lift the conflict, or act on the case by its address', async () => {
    const office = await openOffice(lintel);
    const involved = await office.colleague('administrator', 'da_manager');
    await office.at('2026-11-18T10:00');
    const file = await aCase(office.worker, {
      staff_involved: 'yes',
      colleague_1: involved.staff,
      relation_1: 'neighbour',
    });
    const access = await office.manager.get(`${file}/access`);
    const ending = /href="([^"]*\/conflicts\/[0-9a-f-]+\/ending)"/.exec(access.body)?.[1];
    assert.ok(ending, 'the manager can lift it');
    const people = await office.worker.reads(`${file}/access`);
    const entries = await office.worker.reads(`${file}/entries`);
    for (const path of [ending, `${file}/conflicts/new`, `${file}/allocation`, `${file}/access/new`])
      assert.equal(
        (await involved.post(path, { staffId: involved.staff, reason: 'Mine' })).statusCode,
        404,
        path,
      );
    for (const path of [
      `${file}/entries/new`,
      `${file}/contacts/new`,
      `${file}/plans/new`,
      `${file}/children`,
    ])
      assert.equal((await involved.post(path, { words: 'Mine', _version: '1' })).statusCode, 404, path);
    assert.equal(await office.worker.reads(`${file}/access`), people);
    assert.equal(await office.worker.reads(`${file}/entries`), entries);
  });

  await t.test(
    'a contractor’s concern reaches triage, and the contractor can read nothing back',
    async () => {
      const office = await openOffice(lintel);
      await office.at('2026-11-18T10:00');
      const { worker } = office;
      const plumber = await office.colleague('contractor');
      const thanks = await plumber.finishes('/concerns/new', {
        immediate_danger: 'no',
        where_known: 'not_known',
        indicators: ['locks_outside'],
        verbatim: 'Zelda asked me not to tell my sister.',
      });
      const receipt = await plumber.reads(thanks);
      const reference = /D-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(receipt)?.[0] ?? 'no reference';
      assert.doesNotMatch(receipt, secret);
      assert.match(await worker.reads('/notifications'), /Something new is waiting in triage/);
      const disclosure = await findsOnBoard(worker, reference);
      assert.match(await worker.reads(disclosure), /Zelda asked me not to tell my sister/);
      const file = await opensCase(worker, disclosure, worker, { connection: 'married' });

      for (const path of [
        disclosure,
        `${disclosure}/triage`,
        '/disclosures',
        file,
        '/cases',
        '/people',
        '/board',
      ])
        assert.equal((await plumber.get(path)).statusCode, 403, path);
      for (const path of [
        '/',
        thanks,
        '/concerns/new',
        '/concerns/new?draft=continue',
        '/notifications',
        '/guidance',
      ])
        assert.doesNotMatch((await plumber.get(path)).body, secret, path);
      const other = await office.colleague('contractor');
      assert.doesNotMatch((await other.get(thanks)).body, new RegExp(reference));
    },
  );
});

/** An answer as somebody outside can tell it from another. */
async function answer(reader: Colleague, path: string) {
  const { statusCode, body, headers } = await reader.get(path);
  return {
    statusCode,
    title: /<title>[^<]*/.exec(body)?.[0],
    length: body.length,
    cache: headers['cache-control'],
  };
}

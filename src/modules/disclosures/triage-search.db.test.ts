import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officeUnder } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { testSite } from '../../../tests/site.ts';
import { recordPerson } from '../register/index.ts';
import { nothingElseKnown, receiveDisclosure, routes } from './index.ts';

const told = {
  ...nothingElseKnown,
  route: 'phone',
  toldBy: 'person',
  verbatim: 'He says I may not see my sister.',
  immediateDanger: 'no',
  personName: 'Zelda Quince',
} as const;

test('the register is searched within the page: what was typed is kept, and no name is in an address', async (t) => {
  const site = await testSite(t, routes, '2026-11-23T10:00');
  const landlord = await site.landlord('vivid-2023');
  const worker = await site.colleague(landlord, ['da_worker']);
  const { organisation, packId } = landlord;
  const { packs } = site.services;
  const office = officeUnder(packs, packId, { organisation, staff: null, now: site.clock.now() });
  const value = { ...told, receivedAt: office.now };
  const [zelda, { id }] = await transact(site.services.db, { organisation, system: true }, async (tx) => [
    await recordPerson(tx, office, { givenName: 'Zelda', familyName: 'Quince' }),
    await receiveDisclosure(tx, office, { value }),
  ]);
  const page = await worker.get(`/disclosures/${id}/triage`);
  const offered = new RegExp(`name="person" value="${zelda}"`);
  assert.match(page.body, offered);
  const search = `/disclosures/${id}/triage/search`;
  const typed = { _version: '1', why: 'She is his aunt' };
  const nobody = await worker.post(search, { ...typed, search: 'nobody at all' });
  assert.match(nobody.body, /Nobody and no home like that/);
  const found = await worker.post(search, { ...typed, search: 'zelda' });
  assert.match(found.body, offered);
  assert.doesNotMatch(found.body, /(?:href|action)="[^"]*zelda/i);
  const chosen = await worker.post(search, { ...typed, search: 'zelda', person: zelda });
  assert.match(chosen.body, new RegExp(`name="person_id" value="${zelda}"`));
  assert.match(chosen.body, /She is his aunt/, 'what was typed is kept');
  const letGo = await worker.post(search, { ...typed, person_id: zelda, person: '' });
  assert.match(letGo.body, /name="person_id" value=""/);
  assert.equal((await worker.get(search)).headers.location, `/disclosures/${id}/triage`);
});

import type { TestContext } from 'node:test';
import { officeUnder } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import type { Role } from '#rules/facts.ts';
import { type TestBrowser, type TestSite, testSite } from '../../../tests/site.ts';
import { keepDraft } from '../account/index.ts';
import { recordPerson } from '../register/index.ts';
import { type DisclosureValue, nothingElseKnown, receiveDisclosure, routes } from './index.ts';

export const told: DisclosureValue = {
  ...nothingElseKnown,
  receivedAt: Temporal.Instant.from('2026-11-23T09:30:00Z'),
  route: 'phone',
  toldBy: 'person',
  verbatim: 'He says I may not see my sister.\nI am scared.',
  immediateDanger: 'no',
  personName: 'Zelda Quince',
  allegedName: 'Orson Quince',
  connection: 'married',
  children: 'no',
  safeToContact: 'yes',
  contactChannel: 'text',
  contactValue: '07700 900123',
};
export const adults = { connection: 'married', person_age: 'adult', alleged_age: 'adult', children: 'no' };
export const newCase = { ...adults, definition: 'meets', outcome: 'new_case' };
export const handover = {
  ...adults,
  connection: 'not_connected',
  definition: 'not_connected',
  outcome: 'handover',
  handover_to: 'asb',
  handover_contact: 'Rang the duty officer',
  handover_said: 'She wants the noise to stop',
  safety_step: 'She stays with a friend tonight',
  reached: 'no',
  not_reached_why: 'He is at home with her',
};
export const reached = {
  reached: 'yes',
  reached_channel: 'phone',
  'reached_at-day': '23',
  'reached_at-month': '11',
  'reached_at-year': '2026',
  'reached_at-time': '10:00',
};

export async function office(t: TestContext) {
  const site = await testSite(t, routes, '2026-11-23T10:00', { keepDraft });
  const landlord = await site.landlord('vivid-2023');
  const { organisation, packId } = landlord;
  const system = { organisation, system: true } as const;
  const author = () =>
    officeUnder(site.services.packs, packId, { organisation, staff: null, now: site.clock.now() });
  return {
    site,
    colleague: (roles: readonly Role[]) => site.colleague(landlord, roles),
    receive: (value: Partial<DisclosureValue> = {}) =>
      transact(site.services.db, system, (tx) =>
        receiveDisclosure(tx, author(), { value: { ...told, ...value } }),
      ),
    person: (givenName: string, familyName: string) =>
      transact(site.services.db, system, (tx) => recordPerson(tx, author(), { givenName, familyName })),
  };
}

export async function rows(site: TestSite, query: string) {
  return (await site.database.owner.query(query)).rows;
}

export const decide = (by: TestBrowser, id: string, fields: Readonly<Record<string, string>>) =>
  by.post(`/disclosures/${id}/triage`, { _version: '1', ...fields });

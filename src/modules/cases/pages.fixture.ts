import type { TestContext } from 'node:test';
import { z } from 'zod';
import { officeUnder } from '#kit/office.ts';
import { sql, transact } from '#kit/sql.ts';
import * as caseFile from '#modules/case-file/index.ts';
import * as chronology from '#modules/chronology/index.ts';
import * as contact from '#modules/contact/index.ts';
import { happened } from '#modules/obligations/index.ts';
import * as wall from '#modules/wall/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { testSite } from '../../../tests/site.ts';
import * as cases from './index.ts';

export const titleOf = (body: string) => /<title>([^<]*)<\/title>/.exec(body)?.[1] ?? '';
export const text = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** Every page of a case that its file, its parts and its wall have. @param decisions about sharing */
export const partsOfCases = (deciding: Parameters<typeof chronology.routes>[0]) => [
  ...[cases, caseFile, contact, wall].flatMap((each) => each.routes),
  ...chronology.routes(deciding),
];
const routes = partsOfCases({ open: async () => [], keep: async () => {} });

/** A case whose first-contact clock runs since ten o'clock, and the people around it. */
export async function aRunningCase(
  t: TestContext,
  packId = 'vivid-2023',
  shown: Parameters<typeof testSite>[1] = routes,
) {
  const site = await testSite(t, shown, '2026-11-18T10:00');
  const landlord = await site.landlord(packId);
  const manager = await site.colleague(landlord, ['da_manager'], 'The manager');
  const otherManager = await site.colleague(landlord, ['da_manager'], 'The other manager');
  const worker = await site.colleague(landlord, ['da_worker'], 'The worker');
  const administrator = await site.colleague(landlord, ['administrator'], 'The administrator');
  const { organisation } = landlord;
  const author = { organisation, staff: worker.staff, now: site.clock.now() };
  const office = officeUnder(site.services.packs, packId, author);
  const caseId = await transact(
    site.services.db,
    { organisation, staff: worker.staff, roles: ['da_worker'] },
    async (tx) => {
      const opened = await cases.openCase(tx, office, {
        disclosureId: null,
        personId: null,
        describedAs: 'Somebody quite invented',
        propertyId: null,
        tenancyId: null,
        immediateDanger: false,
        children: 'not_asked',
        leadId: worker.staff,
        blocked: [],
      });
      await happened(tx, office, { name: 'disclosure.received', caseId: opened.caseId });
      return opened.caseId;
    },
  );
  const outcomes = (commitment = 'first-contact') =>
    transact({ pool: site.database.owner, checkRows: true }, { organisation }, (tx) =>
      tx.rows(
        z.object({ outcome: z.string().nullable() }),
        sql`select outcome from obligation where commitment = ${commitment}`,
      ),
    ).then((rows) => rows.map((row) => row.outcome));
  return { site, landlord, manager, otherManager, worker, administrator, caseId, outcomes, organisation };
}

export const at = (name: string, when: string) => {
  const [date = '', time = ''] = when.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year, [`${name}-time`]: time };
};

export const attempt = (outcome: string, when: string, more: Record<string, string> = {}) => ({
  channel: 'phone',
  whom: outcome === 'someone_else_answered' ? 'somebody_else' : 'person',
  outcome,
  ...(outcome.endsWith('_safely') && { dangerNow: 'no' }),
  notes: 'Nothing more',
  ...at('happened', when),
  ...more,
});

export const pagesOf = (caseId: CaseId) =>
  [
    '',
    '/entries',
    '/people',
    '/contact',
    '/access',
    '/entries/new',
    '/people/new',
    '/contact/new',
    '/contacts/new',
    '/plans/new',
    '/allocation',
    '/conflicts/new',
  ].map((page) => `/cases/${caseId}${page}`);

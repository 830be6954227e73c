import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { Team } from '#modules/cases/testing.ts';
import { entriesOf } from '#modules/chronology/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { mayReach } from '#rules/handling.ts';
import { recordConsent } from './store/consents.ts';
import { decideShare, type NewShare } from './store/decide.ts';
import { recipientFor } from './store/recipients.ts';

/** Somebody’s words to the police, on a ground other than agreement. */
export const withoutAgreement: Omit<NewShare, 'caseId' | 'recipientId'> = {
  ...{ agency: 'Exampleshire Police', role: 'Officer in the case', purpose: 'safety', kinds: ['account'] },
  ...{
    entries: [],
    planVersionId: null,
    assessments: [],
    words: 'He has said that he will come back tonight.',
  },
  ...{ basis: 'recognised-interest', condition: 'unlawful-acts', power: 'crime-and-disorder' },
  ...{ necessity: 'They can watch the street', proportionality: 'Nothing of what she told us before' },
  ...{
    view: 'not_asked',
    viewWords: 'She does not answer',
    told: 'will_be',
    toldWhy: 'As soon as she answers',
  },
  ...{ inDanger: false, needsSecond: true },
};

/** In a case of its own, the worker would tell the police. @returns what the second person decides */
export async function aShare(team: Team): Promise<string> {
  const caseId = await team.open(team.worker);
  return team.as(team.worker, async (tx, office) => {
    const { agency, role } = withoutAgreement;
    const recipientId = await recipientFor(tx, office, caseId, { agency, role, sort: 'police' });
    const shareId = await decideShare(tx, office, { ...withoutAgreement, caseId, recipientId });
    const row = z.object({ id: z.string() });
    return (await tx.one(row, sql`select id from share_second where share_id = ${shareId}`)).id;
  });
}

/**
 * Whatever of the chronology may go is decided to go: to a court as they agree, or to the police on another ground.
 * @returns which decision
 */
export async function decidesAllOf(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  to: 'court' | 'police',
): Promise<string> {
  const { entries } = await entriesOf(tx, office.organisation, caseId, { order: 'oldest', most: 500 });
  const { shown } = mayReach('agencies', entries);
  const chosen = { caseId, entries: shown.map(({ id }) => id), words: '' };
  if (to === 'police') {
    const { agency, role } = withoutAgreement;
    const recipientId = await recipientFor(tx, office, caseId, { agency, role, sort: 'police' });
    return decideShare(tx, office, { ...withoutAgreement, ...chosen, recipientId });
  }
  const court = {
    agency: 'The county court',
    role: 'Clerk',
    purpose: 'prosecution',
    kinds: ['account'],
  } as const;
  const recipientId = await recipientFor(tx, office, caseId, { ...court, sort: 'court' });
  await recordConsent(tx, office, {
    ...{
      caseId,
      recipientId,
      ...court,
      answer: 'given',
      givenBy: 'person',
      heardBy: 'nobody',
      authority: '',
    },
    ...{ way: 'phone', words: 'They may read it', givenAt: office.now, until: null },
  });
  return decideShare(tx, office, {
    ...{ ...withoutAgreement, ...chosen, ...court, recipientId, basis: '', condition: '', power: '' },
    ...{ view: 'agrees', viewWords: '', told: 'told', toldWhy: '', needsSecond: false },
  });
}

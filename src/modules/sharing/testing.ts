import { z } from 'zod';
import { sql } from '#kit/sql.ts';
import type { Team } from '#modules/cases/testing.ts';
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

import { z } from 'zod';
import { id, sql } from '#kit/sql.ts';
import { addPerson, endPerson, openFile, peopleIn } from '#modules/case-file/index.ts';
import {
  decideJudgement,
  judgementsOf,
  proposeJudgement,
  recordAllegation,
} from '#modules/counter-allegations/index.ts';
import { today } from '#rules/calendar.ts';
import type { PersonId } from '#rules/facts.ts';
import { type SignsAnswered, signs } from '#rules/who-harms-whom.ts';
import type { Acts, InCase } from './acting.ts';

const harmed = Object.fromEntries(signs.map(({ name }) => [name, 'harmed'])) as SignsAnswered;
const row = z.object({ personId: id<PersonId>() });
const byMistake = 'Named for somebody else of the same name';

/** It is said to be the other way round, and judged by two. */
export const accountActs: Acts<
  'hear-other-account' | 'judge-account' | 'agree-to-account' | 'name-by-mistake' | 'put-right-who'
> = {
  async 'hear-other-account'(here) {
    const { tx, office } = here.acting;
    const about = await feared(here);
    if (!about) return undefined;
    await recordAllegation(tx, office, {
      ...{ caseId: here.caseId, aboutId: about.id, source: 'police', heardOn: today(office) },
      way: 'A call from the officer in the case',
      words: 'They told the officer that they are the one who was hit, and showed a scratched arm.',
    });
    return undefined;
  },
  async 'judge-account'({ acting: { tx, office, organisation }, caseId }, { comes }) {
    const [file, people] = await Promise.all([
      openFile(tx, organisation, caseId),
      peopleIn(tx, organisation, caseId),
    ]);
    const judged = await judgementsOf(tx, organisation, caseId);
    const about = people.find(({ part, endedAt }) => part === 'alleged_perpetrator' && endedAt === null);
    const settled = judged.some(({ decision, conclusion }) => decision === null || conclusion === 'harmed');
    if (!file || file.closedAt || !about || settled) return undefined;
    const it = { caseId, aboutId: about.id, heard: 'alone', conclusion: comes } as const;
    await proposeJudgement(
      tx,
      office,
      comes === 'harmed'
        ? {
            ...{ ...it, signs: harmed, specialist: 'harmed', specialistOn: today(office) },
            ...{
              specialistWho: 'The Idva service',
              specialistWay: 'By telephone, to whoever leads the case',
            },
            words: 'They are afraid of the key in the door, ask before they spend, and see nobody any more.',
          }
        : {
            ...{ ...it, signs: { ...harmed, fear: 'not_known', control: 'not_known' }, specialist: 'none' },
            ...{ specialistOn: null, specialistWho: '', specialistWay: '' },
            words: 'The specialist service rings back next week, and nobody could ask them alone yet.',
          },
    );
    return undefined;
  },
  async 'agree-to-account'({ acting: { tx, office, organisation }, caseId }) {
    const waits = (await judgementsOf(tx, organisation, caseId)).find(({ decision }) => decision === null);
    if (!waits || waits.proposedBy === office.staff) return undefined;
    const { id: judgementId, version } = waits;
    await decideJudgement(tx, office, { caseId, judgementId, version, decision: 'approved', why: '' });
    return undefined;
  },
  async 'name-by-mistake'({ acting: { tx, office, organisation }, caseId }) {
    const file = await openFile(tx, organisation, caseId);
    if (!file || file.closedAt) return undefined;
    const other = await tx.maybe(
      row,
      sql`select o.person_id as "personId" from case_file c
          join case_file o on o.organisation_id = c.organisation_id and o.lead_id = c.lead_id and o.closed_at is null
            and o.id <> c.id and o.person_id is not null and o.person_id is distinct from c.person_id
        where c.organisation_id = ${organisation} and c.id = ${caseId} order by o.opened_at desc, o.id limit 1`,
    );
    if (!other) return undefined;
    const part = { part: 'alleged_perpetrator', connection: 'intimate', describedAs: '' } as const;
    await addPerson(tx, office, { ...part, caseId, personId: other.personId, notes: byMistake });
    return undefined;
  },
  async 'put-right-who'({ acting: { tx, office, organisation }, caseId }) {
    const people = await peopleIn(tx, organisation, caseId);
    const wrong = people.find(({ notes, endedAt }) => notes === byMistake && endedAt === null);
    if (wrong)
      await endPerson(tx, office, {
        ...{ caseId, id: wrong.id, version: wrong.version },
        reason: 'It was somebody else of the same name',
      });
    return undefined;
  },
};

async function feared({ acting: { tx, organisation }, caseId }: InCase) {
  const [file, people] = await Promise.all([
    openFile(tx, organisation, caseId),
    peopleIn(tx, organisation, caseId),
  ]);
  if (!file || file.closedAt) return undefined;
  return people.find(({ part, endedAt }) => part === 'alleged_perpetrator' && endedAt === null);
}

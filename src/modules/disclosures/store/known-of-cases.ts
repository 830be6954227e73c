import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { type Agreed, agreedIn } from '#modules/agreement/index.ts';
import { callsOf, type PromisedCall } from '#modules/calls/index.ts';
import {
  type CaseAbout,
  type CaseFile,
  casesAbout,
  openFile,
  type PersonInCase,
  peopleIn,
} from '#modules/case-file/index.ts';
import type { PersonId, PropertyId } from '#rules/facts.ts';

/** What a case knows already of what triage asks, so that nobody asks the person or types it again. */
export interface KnownOfCase {
  readonly file: CaseFile;
  readonly agreed: Agreed | null;
  readonly children: readonly PersonInCase[];
  /** Calls that were promised and are still owed. */
  readonly calls: readonly PromisedCall[];
  readonly honour: boolean;
}

/** The cases about whoever or whatever was chosen, and what the first few of them know. */
export interface AboutChosen {
  readonly cases: readonly CaseAbout[];
  readonly known: readonly KnownOfCase[];
}

/** Behind the asker's wall. The last of them that is read is the case that counts as opened. */
export async function aboutChosen(
  tx: Tx,
  office: Pick<Office, 'organisation'>,
  chosen: { readonly personId: PersonId | null; readonly propertyId: PropertyId | null },
): Promise<AboutChosen> {
  const cases = await casesAbout(tx, office.organisation, chosen);
  return { cases, known: await knownOfCases(tx, office, cases) };
}

/** More cases than anybody compares in one sitting are found by their own pages. */
const atMost = 3;

const honourRow = z.object({ honour: z.boolean() });

/** Of the first few cases about a person or a home, as far as whoever asks may see each. */
async function knownOfCases(
  tx: Tx,
  { organisation }: Pick<Office, 'organisation'>,
  cases: readonly CaseAbout[],
): Promise<readonly KnownOfCase[]> {
  const known: KnownOfCase[] = [];
  for (const { id: caseId } of cases.slice(0, atMost)) {
    const [file, agreed, people, calls, { honour }] = await Promise.all([
      openFile(tx, organisation, caseId),
      agreedIn(tx, organisation, caseId),
      peopleIn(tx, organisation, caseId),
      callsOf(tx, organisation, { caseId }),
      tx.one(
        honourRow,
        sql`select exists (select from abuse_factor f where f.organisation_id = ${organisation}
          and f.case_id = ${caseId} and f.characteristic = 'honour_based' and f.ended_at is null) as honour`,
      ),
    ]);
    if (!file) continue;
    known.push({
      file,
      agreed,
      children: people.filter(({ part, endedAt }) => part === 'child_victim' && endedAt === null),
      calls: calls.filter(({ endedHow }) => endedHow === null),
      honour,
    });
  }
  return known;
}

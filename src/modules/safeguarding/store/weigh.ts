import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { empty, id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import type { PartInCase } from '#rules/words.ts';
import { type Asked, askedBy, type Before, belongsTo, pressing } from '../asked-by.ts';
import { stepsThatCount } from '../referral.ts';
import { askFor, prompted } from './promise.ts';
import { type Referral, referralsOf } from './rows.ts';

const row = z.object({
  id: z.uuid(),
  caseId: id<CaseId>().nullable(),
  disclosureId: id<DisclosureId>().nullable(),
  fact: z.string(),
  detail: z.string(),
  instrument: z.string(),
  part: z.string().nullable() as unknown as z.ZodType<PartInCase | null>,
  age: z.string(),
  bornOn: plainDate.nullable(),
  knownAt: instant.nullable(),
});
type Noted = z.infer<typeof row>;

/**
 * Weighs facts that were noted since: for each that asks for a decision, one is owed. Of one case, at once, what
 * somebody answered there; the rest, and everything else, by a job for whom no wall stands before anything.
 * @returns how many were weighed
 */
export async function weighFacts(
  tx: Tx,
  office: Office,
  only?: { readonly caseId: CaseId },
): Promise<number> {
  const own = only ? sql`and f.case_id = ${only.caseId} and f.fact in ('children', 'adult')` : empty;
  const noted = await tx.rows(
    row,
    sql`select f.id, coalesce(f.case_id, d.case_id) as "caseId", f.disclosure_id as "disclosureId", f.fact, f.detail,
        coalesce(a.instrument, '') as instrument, c.part, coalesce(c.age, '') as age,
        coalesce(c.born_on, p.date_of_birth) as "bornOn", f.known_at as "knownAt"
      from safeguarding_fact f
      left join disclosure d on d.organisation_id = f.organisation_id and d.id = f.disclosure_id
      left join risk_assessment a on f.fact = 'answer' and a.organisation_id = f.organisation_id and a.id = f.source_id
      left join person_needs n on f.fact = 'needs' and n.organisation_id = f.organisation_id and n.id = f.source_id
      left join case_person c on f.fact in ('person', 'needs') and c.organisation_id = f.organisation_id
        and c.id = coalesce(n.case_person_id, f.source_id)
      left join person p on p.organisation_id = f.organisation_id
        and p.id = coalesce(c.person_id, case when f.fact = 'resident' then f.source_id end)
      where f.organisation_id = ${office.organisation} and f.weighed_at is null ${own}
      order by f.known_at nulls last, f.id limit 200 for update of f skip locked`,
  );
  for (const fact of noted) await weigh(tx, office, fact);
  return noted.length;
}

async function weigh(tx: Tx, office: Office, fact: Noted): Promise<void> {
  const asked = askedBy(fact, today(office));
  const knownAt = fact.knownAt ?? office.now;
  const referralId = asked && (await referralFor(tx, office, { ...fact, knownAt }, asked));
  await tx.run(sql`update safeguarding_fact set weighed_at = ${office.now}, known_at = ${knownAt},
      case_id = ${fact.caseId}, kind = ${asked?.kind ?? null}, reason = ${asked?.reason ?? ''},
      referral_id = ${referralId}
    where organisation_id = ${office.organisation} and id = ${fact.id}`);
}

async function referralFor(
  tx: Tx,
  office: Office,
  { caseId, disclosureId, knownAt }: Noted & { readonly knownAt: Temporal.Instant },
  asked: Asked,
): Promise<string> {
  const which = caseId ? { caseId } : disclosureId ? { disclosureId } : null;
  if (!which) throw new Error('A fact is about a case or about what was told');
  const all = await referralsOf(tx, office.organisation, which);
  const before = all.filter(({ kind }) => kind === asked.kind);
  const there = belongsTo(before.map(asBefore), { ...asked, knownAt });
  if (there === null) return askFor(tx, office, { caseId, disclosureId, knownAt, ...asked });
  const known = before.find((each) => each.id === there);
  if (pressing(asked) === 'under_16' && known && isNewlyUnder16(known))
    await prompted(tx, office, { id: there, caseId, disclosureId, knownAt, ...asked });
  return there;
}

/** It is owed the same day from now on. */
function isNewlyUnder16({ standing, facts }: Referral): boolean {
  return standing === 'undecided' && facts.every(({ reason }) => reason !== 'under_16');
}

function asBefore(referral: Referral): Before {
  const { id: referralId, standing, facts } = referral;
  const made = stepsThatCount(referral).find(({ step }) => step === 'made');
  const none = referral.decisions.findLast(({ decision }) => decision === 'approved');
  return {
    id: referralId,
    standing,
    reasons: facts.map(({ reason }) => reason),
    settledAt: made?.recordedAt ?? none?.proposedAt ?? null,
  };
}

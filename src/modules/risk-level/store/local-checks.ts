import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { type Sql, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { type CheckOutcome, type LastCheck, monthsACheckHolds } from '../local-checks.ts';
import { holdsFrom } from './holds-from.ts';

/** The last check of a line, for the select of whoever reads lines. @param of `k.meeting_id = m.id` */
export function lastCheckOf(organisation: Sql, of: Sql): Sql {
  return sql`(select jsonb_build_object('on', k.checked_on, 'withWhom', k.with_whom, 'outcome', k.outcome,
      'words', k.words, 'byName', b.name)
    from pathway_check k left join staff b on b.organisation_id = k.organisation_id and b.id = k.recorded_by
    where k.organisation_id = ${organisation} and ${of}
    order by k.checked_on desc, k.recorded_at desc limit 1)`;
}

export const lastCheckRow = z.custom<LastCheck>().nullable();

export interface NewCheck {
  readonly of: 'meeting' | 'threshold';
  readonly lineId: string;
  readonly checkedOn: Temporal.PlainDate;
  readonly withWhom: string;
  readonly outcome: CheckOutcome;
  readonly words: string;
}

/** A check stands beside those before it; what was said is never changed. */
export async function addCheck(tx: Tx, office: Office, check: NewCheck): Promise<void> {
  const { of, lineId, checkedOn, withWhom, outcome, words } = check;
  const checkId = newId<string>();
  await tx.run(sql`insert into pathway_check (organisation_id, id, meeting_id, threshold_id, checked_on, with_whom,
      outcome, words, recorded_at, recorded_by)
    values (${office.organisation}, ${checkId}, ${of === 'meeting' ? lineId : null},
      ${of === 'threshold' ? lineId : null}, ${checkedOn}, ${withWhom}, ${outcome}, ${words}, ${office.now},
      ${office.staff})`);
  const data = { checked: of, outcome };
  await record(tx, office, { name: 'risk.threshold-changed', subjectId: checkId, data });
}

const count = z.object({ lines: z.number() });

/** How many lines that hold today nobody has checked, or not for twelve months, or are said to be different. */
export async function linesToCheck(
  tx: Tx,
  organisation: OrganisationId,
  today: Temporal.PlainDate,
): Promise<number> {
  const good = today.subtract({ months: monthsACheckHolds });
  const { lines } = await tx.one(
    count,
    sql`with line as (
        select m.id, m.known, m.checked_on, m.set_at from (
          select distinct on (area_id, kind) * from area_meeting
          where organisation_id = ${organisation} and (effective_from is null or effective_from <= ${today})
          order by area_id, kind, effective_from desc nulls last, set_at desc, id desc) m where m.held
        union all
        select t.id, t.known, null, t.proposed_at from (
          select distinct on (p.area_id, p.instrument) p.* from risk_threshold p
          where p.organisation_id = ${organisation} and p.area_id is not null
            and coalesce(${holdsFrom}, '-infinity') <= ${today}
            and (not p.needs_second or p.decision = 'approved')
          order by p.area_id, p.instrument, ${holdsFrom} desc nulls last, p.proposed_at desc, p.id desc) t)
      select count(*) as lines from line left join lateral (
        select k.checked_on, k.outcome from pathway_check k
        where k.organisation_id = ${organisation} and (k.meeting_id = line.id or k.threshold_id = line.id)
        order by k.checked_on desc, k.recorded_at desc limit 1) k on true
      where k.outcome = 'differs' or coalesce(greatest(line.checked_on, k.checked_on,
        case when line.known = 'said_here' then line.set_at::date end), '-infinity') < ${good}`,
  );
  return lines;
}

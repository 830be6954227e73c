import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { type ClosedInPeriod, closedIn, quartersOf } from '../closures.ts';
import type { Days } from '../period.ts';

const row = z.object({
  day: plainDate,
  agreedAt: instant,
  proposedBy: z.string().nullable(),
  agreedBy: z.string().nullable(),
  opened: z.boolean(),
});

/** On which days of a period the office was closed by the landlord's own decision, and who agreed to them. */
export async function closuresIn(
  tx: Tx,
  { organisation, calendar }: Pick<Office, 'organisation' | 'calendar'>,
  period: Days,
): Promise<ClosedInPeriod> {
  const { from, to } = quartersOf(period);
  const rows = await tx.rows(
    row,
    sql`select d.day, d.agreed_at as "agreedAt", proposer.name as "proposedBy", decider.name as "agreedBy",
        d.opened_at is not null as opened
      from closed_day d
      join office_closure c on c.organisation_id = d.organisation_id and c.id = d.closure_id
      left join staff proposer on proposer.organisation_id = c.organisation_id and proposer.id = c.proposed_by
      left join staff decider on decider.organisation_id = c.organisation_id and decider.id = c.decided_by
      where d.organisation_id = ${organisation} and d.day between ${from} and ${to}
      order by d.day, d.agreed_at`,
  );
  const days = rows.map(({ agreedAt, proposedBy, agreedBy, ...each }) => ({
    ...each,
    agreedOn: atTheOffice(agreedAt, calendar).toPlainDate(),
    proposedBy: proposedBy ?? 'Lintel',
    agreedBy: agreedBy ?? 'Lintel',
  }));
  return closedIn(period, days, calendar);
}

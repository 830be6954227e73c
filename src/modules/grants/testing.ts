import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx, transact } from '#kit/sql.ts';
import { morning, type Team } from '#modules/cases/testing.ts';
import { today } from '#rules/calendar.ts';
import type { StaffId } from '#rules/facts.ts';
import { financialYear } from './ledger.ts';
import { openFund, topUp } from './store/funds.ts';

/** Somebody who looks after the money of this landlord, through the real role. */
export interface Finance {
  readonly staff: StaffId;
  readonly as: <T>(work: (tx: Tx, office: Office) => Promise<T>, now?: Temporal.Instant) => Promise<T>;
  /** A fund with a budget for the year that runs. @returns its id */
  readonly open: (name: string, pence: number) => Promise<string>;
}

export async function financeOf(team: Team): Promise<Finance> {
  const staff = newId<StaffId>();
  const { organisation } = team;
  await transact(team.behind, { organisation }, (tx) =>
    tx.run(sql`insert into staff (organisation_id, id, email, name, roles, invited_at, enrolled_at)
      values (${organisation}, ${staff}, 'money@example.org', 'The finance officer', ${['finance']}, ${morning},
        ${morning})`),
  );
  const as: Finance['as'] = (work, now) =>
    transact(team.db, { organisation, staff, roles: ['finance'] }, (tx) => work(tx, team.author(staff, now)));
  const open = (name: string, pence: number) =>
    as(async (tx, office) => {
      const fundId = (await openFund(tx, office, { name, about: '' })) ?? '';
      const year = financialYear(today(office));
      await topUp(tx, office, { fundId, year, pence, words: 'The budget of the year' });
      return fundId;
    });
  return { staff, as, open };
}

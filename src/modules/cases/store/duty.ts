import type { StaffContext } from '#kit/http/route.ts';
import { type Colleague, listStaff } from '#modules/account/index.ts';
import { type DutySpan, dutySpans } from '#modules/rota/index.ts';
import { caseRoles } from '#rules/facts.ts';

/** Who could make contact in the coming days, and when they are on duty. */
export interface TeamDuty {
  readonly members: readonly Colleague[];
  readonly spans: readonly DutySpan[];
}

/** Far enough over any bank holiday; beyond it a page says that there is no safe moment. */
const daysAhead = 10;

/** The whole team, whoever may see the case: sent beside its queries, it costs a page no round trip of its own. */
export async function teamDuty({ tx, organisation, now, pack, services }: StaffContext): Promise<TeamDuty> {
  const members = await listStaff(tx, organisation, { roles: caseRoles });
  const spans = await dutySpans(tx, organisation, {
    calendar: services.packs.calendarOf(pack),
    staffIds: members.map((member) => member.id),
    from: now,
    to: now.add({ hours: 24 * daysAhead }),
  });
  return { members, spans };
}

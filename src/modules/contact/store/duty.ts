import type { StaffContext } from '#kit/http/route.ts';
import { type Colleague, listStaff } from '#modules/account/index.ts';
import { dutySpans, gendersOf, onCallBetween } from '#modules/rota/index.ts';
import { caseRoles } from '#rules/facts.ts';
import type { Duty } from '#rules/safe-moment.ts';

/** Who could make contact in the coming days, and when they are on duty. */
export interface TeamDuty {
  readonly members: readonly Colleague[];
  readonly spans: readonly Duty[];
}

/** Far enough over any bank holiday; beyond it a page says that there is no safe moment. */
const daysAhead = 10;

/** The whole team, whoever may see the case: sent beside its queries, it costs a page no round trip of its own. */
export async function teamDuty({ tx, organisation, now, calendar }: StaffContext): Promise<TeamDuty> {
  const members = await listStaff(tx, organisation, { roles: caseRoles });
  const staffIds = members.map((member) => member.id);
  const to = now.add({ hours: 24 * daysAhead });
  const [spans, genders, onCall] = await Promise.all([
    dutySpans(tx, organisation, { calendar, staffIds, from: now, to }),
    gendersOf(tx, organisation, staffIds),
    onCallBetween(tx, organisation, { from: now, to }),
  ]);
  const called = onCall.flatMap((each) =>
    [each.staffId, each.secondId].flatMap((staffId) =>
      staffId ? [{ staffId, from: each.from, to: each.to, onCall: true }] : [],
    ),
  );
  const all = [...spans, ...called];
  return { members, spans: all.map((span) => ({ ...span, gender: genders.get(span.staffId) })) };
}

import { z } from 'zod';
import { id, instant, join, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { consentAsks, type OnDay } from './consents-asking.ts';

const row = z.object({ caseId: id<CaseId>(), reference: z.string(), danger: z.boolean() });
const untouched = row.extend({
  list: z.literal('untouched'),
  leadId: id<StaffId>().nullable(),
  since: instant,
});
const asked = row.extend({
  list: z.literal('asked'),
  leadId: id<StaffId>(),
  dangerAskedAt: instant.nullable(),
  dangerUnaskedAt: instant.nullable(),
  lastContactAt: instant.nullable(),
});
const leaderless = row.extend({ list: z.literal('leaderless'), high: z.boolean() });
const afterClosing = row.extend({ list: z.literal('afterClosing') });
const ledBy = { leadId: id<StaffId>().nullable() };
const messages = row.extend({ list: z.literal('messages'), ...ledBy });
const unledMessages = row.extend({ list: z.literal('unledMessages'), ...ledBy });
const consents = row.extend({ list: z.literal('consents'), ...ledBy });
const unledConsents = row.extend({ list: z.literal('unledConsents'), ...ledBy });
const listed = z.discriminatedUnion('list', [
  untouched,
  asked,
  leaderless,
  afterClosing,
  messages,
  unledMessages,
  consents,
  unledConsents,
]);

export type UntouchedCase = Omit<z.infer<typeof untouched>, 'list'>;
export type HighRiskAsked = Omit<z.infer<typeof asked>, 'list'>;
export type LeaderlessCase = Omit<z.infer<typeof leaderless>, 'list'>;
export type MessagesAsking = Omit<z.infer<typeof messages>, 'list'>;
export type ConsentAsking = Omit<z.infer<typeof consents>, 'list'>;
export type RiskAfterClosing = Omit<z.infer<typeof afterClosing>, 'list'>;

export interface CasesOfDay {
  /** On which nobody acts although the alarm was raised. */
  readonly untouched: readonly UntouchedCase[];
  /** At high risk: whether danger was asked about; those that rest are left alone. */
  readonly asked: readonly HighRiskAsked[];
  /** Open, led by nobody, and at high risk, in danger, or of a level that nobody judged; the worst first. */
  readonly leaderless: readonly LeaderlessCase[];
  /** Closed, and a level was proposed since that nobody judged, nor opened the case again (`riskAfterClosing`). */
  readonly afterClosing: readonly RiskAfterClosing[];
  /** With a message that does not leave, did not arrive or may have: those of these colleagues, and nobody’s. */
  readonly messages: readonly MessagesAsking[];
  readonly unledMessages: readonly MessagesAsking[];
  /** In which they agreed to share something, and have to be asked again. */
  readonly consents: readonly ConsentAsking[];
  readonly unledConsents: readonly ConsentAsking[];
}

/** The cases of these colleagues that need them and, for whoever allocates, those that need somebody. */
export async function casesOfDay(
  tx: Tx,
  organisation: OrganisationId,
  asked: OnDay & { readonly staffIds: readonly StaffId[]; readonly allocates: boolean },
): Promise<CasesOfDay> {
  const asks = consentAsks(asked);
  // Each by its own index.
  const lists = [...ofTheirs(asked.staffIds, asks), ...(asked.allocates ? ofNobody(asks) : [])];
  const found = await tx.rows(
    listed,
    join(
      lists.map(
        ({ list, where, danger = sql`c.immediate_danger` }) => sql`(select ${list} as list, c.id as "caseId",
          c.reference, ${danger} as danger, c.lead_id as "leadId", c.untouched_since as since,
          c.danger_asked_at as "dangerAskedAt", c.danger_unasked_at as "dangerUnaskedAt",
          c.last_contact_at as "lastContactAt", ${high} as high
        from case_file c where c.organisation_id = ${organisation} and ${where})`,
      ),
      ' union all ',
    ),
  );
  return {
    untouched: found.filter((each) => each.list === 'untouched'),
    asked: found.filter((each) => each.list === 'asked'),
    leaderless: found.filter((each) => each.list === 'leaderless'),
    afterClosing: found.filter((each) => each.list === 'afterClosing'),
    messages: found.filter((each) => each.list === 'messages'),
    unledMessages: found.filter((each) => each.list === 'unledMessages'),
    consents: found.filter((each) => each.list === 'consents'),
    unledConsents: found.filter((each) => each.list === 'unledConsents'),
  };
}

interface List {
  readonly list: keyof CasesOfDay;
  readonly where: Sql;
  readonly danger?: Sql;
}

/** Open or closed: what stands at the door asks for somebody all the same. */
const messageAsks = sql`c.id in (select m.case_id from message m
  where m.organisation_id = c.organisation_id and m.asks)`;
const high = sql`coalesce(c.risk_level = 'high', false) or c.immediate_danger`;

function ofTheirs(staffIds: readonly StaffId[], consentAsks: Sql): readonly List[] {
  const led = sql`c.lead_id = any (${[...staffIds]}::uuid[]) and c.closed_at is null`;
  return [
    {
      list: 'untouched',
      where: sql`${led} and c.untouched_since is not null
        and coalesce(lintel.last_acted(c.organisation_id, c.id), c.opened_at) <= c.untouched_since
        order by c.untouched_since, c.id limit 100`,
    },
    {
      list: 'asked',
      where: sql`${led} and c.paused_at is null and c.risk_level = 'high' and not c.immediate_danger
        order by c.danger_asked_at nulls first, c.id limit 100`,
    },
    {
      list: 'messages',
      where: sql`c.lead_id = any (${[...staffIds]}::uuid[]) and ${messageAsks} order by c.id limit 100`,
    },
    {
      list: 'consents',
      where: sql`${led} and c.paused_at is null and ${consentAsks} order by c.id limit 100`,
    },
  ];
}

const ofNobody = (consentAsks: Sql): readonly List[] => [
  {
    list: 'unledConsents',
    where: sql`c.lead_id is null and c.closed_at is null and c.paused_at is null and ${consentAsks}
      order by c.id limit 50`,
  },
  { list: 'unledMessages', where: sql`c.lead_id is null and ${messageAsks} order by c.id limit 50` },
  {
    list: 'leaderless',
    where: sql`c.lead_id is null and c.closed_at is null
      and (c.risk_level = 'high' or c.immediate_danger or c.risk_level is not null and not c.risk_judged)
      order by c.immediate_danger desc, high desc, c.opened_at limit 50`,
  },
  {
    list: 'afterClosing',
    danger: sql`c.risk_level = 'high'`,
    where: sql`c.closed_at is not null and not c.risk_judged and c.risk_level_at > c.closed_at
      and c.risk_level <> 'standard' order by danger desc, c.risk_level_at limit 50`,
  },
];

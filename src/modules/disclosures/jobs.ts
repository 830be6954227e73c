import { z } from 'zod';
import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { id, instant, sql, type Tx, transact } from '#kit/sql.ts';
import type { DisclosureId, OrganisationId } from '#rules/facts.ts';
import { disclosureOf, type HelpReport, helpReport } from './help-report.ts';
import { receiveDisclosure } from './store/receive.ts';
import { tellOfClaimsLeft } from './store/who-has-it.ts';
import type { DisclosureValue } from './value.ts';

const reportRow = z.object({ id: id<DisclosureId>(), receivedAt: instant, fields: z.unknown() });
type Report = z.infer<typeof reportRow>;

const atOnce = 20;

/**
 * Turns what was told on the help site into disclosures, each exactly once: the report's id is the disclosure's, and
 * both change in one transaction.
 */
export async function takeHelpReports(services: Services, organisation: OrganisationId): Promise<void> {
  for (let taken = 0; taken < atOnce; taken += 1) {
    const more = await transact(services.db, { organisation, system: true }, (tx) =>
      takeOne(services, tx, organisation),
    );
    if (!more) return;
  }
}

async function takeOne(services: Services, tx: Tx, organisation: OrganisationId): Promise<boolean> {
  const report = await tx.maybe(
    reportRow,
    sql`select id, received_at as "receivedAt", fields from help_report
      where organisation_id = ${organisation} and taken_at is null
      order by received_at, id limit 1 for update skip locked`,
  );
  if (!report) return false;
  const office = await officeOf(tx, services, organisation);
  await receiveDisclosure(tx, office, { value: toldIn(report), id: report.id });
  await tx.run(sql`update help_report set taken_at = ${office.now}
    where organisation_id = ${organisation} and id = ${report.id}`);
  return true;
}

/** What cannot be read as a report is still somebody telling us: it is kept as it came, never dropped. */
function toldIn({ fields, receivedAt }: Report): DisclosureValue {
  const read = helpReport.safeParse(fields);
  return disclosureOf(read.success ? read.data : unread(fields), receivedAt);
}

function unread(fields: unknown): HelpReport {
  return helpReport.parse({ reported_for: 'me', verbatim: JSON.stringify(fields, null, 2).slice(0, 10_000) });
}

function claimsLeft(services: Services, organisation: OrganisationId): Promise<void> {
  return transact(services.db, { organisation, system: true }, async (tx) =>
    tellOfClaimsLeft(tx, await officeOf(tx, services, organisation)),
  );
}

/** Within seconds of being sent: somebody may be waiting. */
export const jobs: readonly Job[] = [
  { name: 'help-reports', every: Temporal.Duration.from({ seconds: 5 }), run: takeHelpReports },
  { name: 'left-in-triage', every: Temporal.Duration.from({ minutes: 5 }), run: claimsLeft },
];

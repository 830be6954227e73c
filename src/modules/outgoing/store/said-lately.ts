import { z } from 'zod';
import { takeTurn } from '#kit/advisory-lock.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { agreedIn } from '#modules/agreement/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { SendingChannel } from '#rules/may-send.ts';
import type { Over } from '#rules/ways.ts';
import { type Going, samePlace, valueOver } from '../same-place.ts';

/** The same words come by the same way twice within this time only where somebody says so. */
const lately = Temporal.Duration.from({ hours: 24 });

interface Saying {
  readonly caseId: CaseId;
  readonly channel: SendingChannel;
  readonly over: Over;
  readonly words: string;
}

const row = z.object({
  id: z.uuid(),
  over: z.string() as z.ZodType<Over>,
  writtenAt: instant,
  sentAt: instant.nullable(),
  left: z.boolean(),
  wentTo: z.string().nullable(),
});
/** What said the same words a little while ago. */
export type Said = z.infer<typeof row>;

/** As somebody reads it: spaces and capital letters make no other words of it. */
const folded = (words: string) => words.trim().replace(/\s+/g, ' ').toLowerCase();

const textRow = row.extend({ words: z.string() });

/** What was written by this channel in the case and has arrived, or still may, the last first. */
async function saying(
  tx: Tx,
  organisation: Office['organisation'],
  { caseId, channel, words }: Saying,
  since: Temporal.Instant,
): Promise<readonly Said[]> {
  const found = await tx.rows(
    textRow,
    sql`select m.id, coalesce(m.way_id::text, 'first') as over, m.written_at as "writtenAt", m.sent_at as "sentAt",
        m.words, m.state in ('sending', 'sent', 'delivered', 'doubtful') or m.printed_at is not null as left,
        coalesce((select w.value from agreed_way w where w.organisation_id = m.organisation_id
            and w.id = m.agreed_way_id),
          (select s.value from safe_contact s where s.organisation_id = m.organisation_id
            and s.id = m.safe_contact_id)) as "wentTo"
      from message m where m.organisation_id = ${organisation} and m.case_id = ${caseId} and m.channel = ${channel}
        and coalesce(m.sent_at, m.written_at) > ${since} and m.state not in ('withdrawn', 'failed')
      order by m.written_at desc, m.id desc limit 100`,
  );
  return found.filter((each) => folded(each.words) === folded(words));
}

/** Whoever puts one at the door of this case, or lets one leave, is the only one until their transaction ends. */
export const turnOfCase = (tx: Tx, organisation: Office['organisation'], caseId: CaseId) =>
  takeTurn(tx, organisation, `messages ${caseId}`);

/**
 * The last message that says the same to the same number, mailbox or letter box, from the last 24 hours, unless it
 * never arrives; null: none. Whoever asks has the turn of this case until their transaction ends: two who press at
 * once do not both find none.
 */
export async function saidLately(
  tx: Tx,
  { organisation, now }: Pick<Office, 'organisation' | 'now'>,
  message: Saying,
): Promise<Said | null> {
  await turnOfCase(tx, organisation, message.caseId);
  const said = await saying(tx, organisation, message, now.subtract(lately));
  if (said.length === 0) return null;
  const agreed = await agreedIn(tx, organisation, message.caseId);
  const going = (over: Over, wentTo: string | null = null): Going => ({
    over,
    to: wentTo ?? valueOver(agreed, over),
  });
  const here = going(message.over);
  return (
    said.find((each) => samePlace(message.channel, here, going(each.over, each.left ? each.wentTo : null))) ??
    null
  );
}

/**
 * The same, as one is about to leave: of those that left already, wherever each was meant to go as it was written.
 * Whoever lets it go has the turn of the case.
 */
export async function leftLately(
  tx: Tx,
  { organisation, now }: Pick<Office, 'organisation' | 'now'>,
  message: Saying & { readonly id: string },
  to: string,
): Promise<Said | null> {
  const said = await saying(tx, organisation, message, now.subtract(lately));
  const here: Going = { over: message.over, to };
  return (
    said.find(
      (each) =>
        each.left &&
        each.id !== message.id &&
        samePlace(message.channel, here, { over: each.over, to: each.wentTo ?? '' }),
    ) ?? null
  );
}

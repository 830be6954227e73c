import { z } from 'zod';
import type { Carried, Parcel } from '#kit/carrier.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { type TestChannel, type TestOutcome, testWords } from '../carriers.ts';
import { keepStanding } from './carrier-standing.ts';

/** Queues a message to whoever asks: to a telephone that they name, or to the address with which they sign in. */
export async function askForTest(tx: Tx, office: Office, channel: TestChannel, phone: string): Promise<void> {
  const { organisation, staff, now } = office;
  await tx.run(sql`insert into carrier_test (organisation_id, id, channel, phone, asked_by, asked_at)
    values (${organisation}, ${newId()}, ${channel}, ${phone}, ${staff}, ${now})`);
  await record(tx, office, { name: 'carrier.test-asked', data: { channel } });
}

const countRow = z.object({ asked: z.number() });

/** How many whoever asks has had sent within the hour. */
export async function testsWithinTheHour(tx: Tx, { organisation, staff, now }: Office): Promise<number> {
  const { asked } = await tx.one(
    countRow,
    sql`select count(*) as asked from carrier_test where organisation_id = ${organisation}
      and asked_by = ${staff} and asked_at > ${now.subtract({ hours: 1 })}`,
  );
  return asked;
}

const testRow = z.object({
  channel: z.enum(['text', 'email']),
  askedAt: instant,
  outcome: z.string() as unknown as z.ZodType<TestOutcome | ''>,
  fault: z.string(),
});
export type CarrierTest = z.infer<typeof testRow>;

/** Those of whoever asks, the newest first. */
export function testsOf(tx: Tx, { organisation, staff }: Office): Promise<readonly CarrierTest[]> {
  return tx.rows(
    testRow,
    sql`select channel, asked_at as "askedAt", outcome, fault from carrier_test
      where organisation_id = ${organisation} and asked_by = ${staff} order by asked_at desc limit 5`,
  );
}

const takenRow = z.object({ id: z.uuid(), channel: z.enum(['text', 'email']), to: z.string() });
export interface TakenTest {
  readonly channel: TestChannel;
  readonly parcel: Parcel;
}

/** One that waits: it is tried once, whatever becomes of this program. Null: none. */
export async function takeTest(tx: Tx, { organisation, now }: Office): Promise<TakenTest | null> {
  const taken = await tx.maybe(
    takenRow,
    sql`with next as (select t.id, t.channel, t.asked_by, t.phone from carrier_test t
        where t.organisation_id = ${organisation} and t.tried_at is null order by t.asked_at limit 1
        for update skip locked), tried as (
        update carrier_test set tried_at = ${now}, phone = '' from next
          where organisation_id = ${organisation} and carrier_test.id = next.id)
      select next.id, next.channel, case next.channel when 'text' then next.phone else s.email end as to
      from next join staff s on s.organisation_id = ${organisation} and s.id = next.asked_by`,
  );
  return (
    taken && { channel: taken.channel, parcel: { id: taken.id, to: taken.to, words: testWords, sender: '' } }
  );
}

export async function settleTest(
  tx: Tx,
  office: Office,
  { channel, parcel }: TakenTest,
  carried: Carried,
  service: string,
): Promise<void> {
  const fault = carried.how === 'taken' ? '' : carried.fault;
  await keepStanding(tx, office, { channel, service }, carried);
  await tx.run(sql`update carrier_test set done_at = ${office.now}, outcome = ${carried.how}, fault = ${fault}
    where organisation_id = ${office.organisation} and id = ${parcel.id}`);
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Lintel, lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { type Office, openOffice } from './office.ts';
import { boardRow, findsOnBoard, moment, writesDown } from './steps.ts';

interface Told {
  readonly when: string;
  readonly at: string;
  /** The last moment at which the promise can be kept. */
  readonly due: string;
  readonly says: RegExp;
}

const days: readonly Told[] = [
  {
    when: 'received at 16:55 is due the same day, five minutes later',
    at: '2026-11-18T16:55',
    due: '2026-11-18T17:00',
    says: /5 minutes left/,
  },
  {
    when: 'received on a Saturday is due on Monday',
    at: '2026-11-21T11:00',
    due: '2026-11-23T17:00',
    says: /Due Monday by 17:00/,
  },
  {
    when: 'received on a bank-holiday Monday is due on Tuesday',
    at: '2026-08-31T10:00',
    due: '2026-09-01T17:00',
    says: /Due tomorrow by 17:00/,
  },
  {
    when: 'received on Friday evening, before the clocks go forward on 29 March, is due by Monday’s summer time',
    at: '2026-03-27T17:30',
    due: '2026-03-30T17:00',
    says: /Due Monday by 17:00/,
  },
  {
    when: 'received on 29 March, just after the hour that is not there, is due on Monday',
    at: '2026-03-29T02:10',
    due: '2026-03-30T17:00',
    says: /Due tomorrow by 17:00/,
  },
  {
    when: 'received on 25 October, in the hour that comes twice, is due by Monday’s winter time',
    at: '2026-10-25T01:30',
    due: '2026-10-26T17:00',
    says: /Due tomorrow by 17:00/,
  },
];

test('a disclosure', async (t) => {
  const lintel = await lintelSite(t, '2026-01-05T10:00');
  for (const { when, at, due, says } of days)
    await t.test(when, async () => {
      const { office, receipt } = await tellsAt(lintel, at);
      assert.match(receipt, says);
      await office.at(due);
      assert.deepEqual(
        await boardRow(office.worker),
        ['none ended', '0', '0', '0', '1', '0'],
        'not broken yet',
      );
      await office.at(Temporal.PlainDateTime.from(due).add({ minutes: 1 }).toString());
      assert.deepEqual(
        await boardRow(office.worker),
        ['0%', '1', '0', '1', '0', '1'],
        'broken, and still owed',
      );
    });

  await t.test(
    'known to somebody yesterday is due since yesterday, whenever it is written down',
    async () => {
      const yesterday = moment('received', '2026-11-17T15:00');
      const { office, receipt, reference } = await tellsAt(lintel, '2026-11-18T10:00', yesterday);
      assert.match(receipt, /Overdue by 1 working hour/i);
      const page = await office.worker.reads(await findsOnBoard(office.worker, reference));
      assert.match(page, /First known Tuesday 17 November 2026 at 15:00/);
      assert.match(page, /Written down Wednesday 18 November 2026 at 10:00/);
    },
  );

  await t.test('cannot be known before it was told, nor tomorrow', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const tomorrow = {
      immediate_danger: 'no',
      route: 'phone',
      verbatim: 'Words',
      ...moment('received', '2026-11-19T09:00'),
    };
    const sent = await office.worker.fills('/disclosures/new', tomorrow);
    assert.equal(sent.statusCode, 422);
    assert.match(sent.body, /Words/);
  });
});

test('the delay of a colleague who noticed something is measured', async (t) => {
  const lintel = await lintelSite(t, '2026-11-16T10:00');
  for (const { id: packId } of triedPacks) {
    const office = await openOffice(lintel, packId);
    await office.at('2026-11-18T11:00');
    const caretaker = await office.colleague('colleague');
    const notices = async (when: string) =>
      caretaker.finishes('/concerns/new', {
        immediate_danger: 'no',
        where_known: 'not_known',
        verbatim: 'She flinched when he came in.',
        ...moment('received', when),
      });
    const measured = () => boardRow(office.worker, 'who notice something report it the same shift');
    await notices('2026-11-18T09:30');
    assert.deepEqual((await measured()).slice(0, 4), ['100%', '1', '0', '0'], 'told in the same shift');
    await notices('2026-11-17T15:00');
    await office.at('2026-11-18T11:05');
    assert.deepEqual((await measured()).slice(0, 4), ['50%', '2', '0', '1'], 'told a day later');
  }
});

async function tellsAt(
  lintel: Lintel,
  at: string,
  more = {},
): Promise<{ office: Office; receipt: string; reference: string }> {
  const office = await openOffice(lintel);
  await office.at(at);
  return { office, ...(await writesDown(office.worker, more)) };
}

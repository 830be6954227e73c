import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { met, mostly, runs } from '../../tests/property.ts';
import type { StaffId } from './facts.ts';
import { type Household, nearness } from './household.ts';
import { type Destination, type Message, maySend, type SendingFacts } from './may-send.ts';
import type { PaperAgreement } from './own-paper.ts';
import { minutesAtLeast } from './safe-hours.ts';
import { earliestSafeMoment } from './safe-moment.ts';
import { agreements, at, office, phoneAgreed, windows } from './testing.ts';
import { termsOver } from './ways.ts';

const asked = at('2026-07-01 09:00');
const moments = fc.integer({ min: -60, max: 90 * 24 * 60 }).map((minutes) => asked.add({ minutes }));
const perhaps = fc.option(fc.constant(at('2026-07-02 09:00')));
const seldom = <T>(usual: T, other: T) => fc.constantFrom(usual, usual, usual, usual, other);

const further = fc.record({
  channel: fc.constantFrom('phone', 'text', 'email', 'post', 'in_person'),
  shared: fc.constantFrom('no', 'yes', 'not_known'),
  whoMightAnswer: seldom('', 'his mother'),
  doNot: seldom('', 'Never write'),
  windows: fc.array(windows, { maxLength: 2 }),
  never: fc.array(windows, { maxLength: 1 }),
  mayText: fc.boolean(),
  agreedWithPerson: seldom(true, false),
  endedAt: fc.option(fc.constant(asked), { freq: 5 }),
  unsureSince: fc.constant(null),
  changedSince: fc.constant(null),
});
const agreed: fc.Arbitrary<PaperAgreement> = fc
  .record({
    first: agreements,
    way: further,
    more: fc.record({
      doNot: seldom('', 'Never write'),
      shared: fc.constantFrom<'no' | 'yes' | 'not_known'>('no', 'no', 'yes', 'not_known'),
      whoMightAnswer: seldom('', 'his mother'),
      agreedWithPerson: seldom(true, false),
      unsureSince: perhaps,
      changedSince: perhaps,
      movedSince: perhaps,
    }),
    doubted: seldom(false, true),
  })
  .map(({ first, way, more, doubted }) => ({
    ...first,
    ...more,
    ...(doubted ? {} : { unsureSince: null, changedSince: null }),
    askedAt: asked,
    further: [
      {
        ...{ id: '1', wayId: 'w', name: 'another', times: '', mayLeaveVoicemail: false, askedAt: asked },
        ...(way as Pick<NonNullable<PaperAgreement['further']>[number], 'channel' | 'shared'> & typeof way),
      },
    ],
  }));
const [writer, reader, kin] = ['writer', 'reader', 'kin'] as unknown as [StaffId, StaffId, StaffId];
const lastDay = Temporal.PlainDate.from('2026-07-20');
const messages: fc.Arbitrary<Message> = fc.record({
  writtenBy: fc.constantFrom(writer, writer, null, kin),
  read: fc.subarray([
    { words: 'Never write', by: writer },
    { words: 'Never write', by: reader },
    { words: 'Never write', by: kin },
    { words: 'Something else', by: reader },
  ]),
  usefulUntil: fc.constant(lastDay),
  channel: fc.constantFrom('text', 'email', 'post'),
  over: fc.constantFrom('first', 'w', 'another'),
  says: fc.constantFrom('neutral', 'something'),
});
const facts: fc.Arbitrary<SendingFacts> = fc.record({
  agreement: fc.option(agreed, { freq: 20 }),
  standing: fc.constantFrom('open', 'open', 'open', 'paused', 'closed'),
  household: fc.record<Household>({
    tenants: fc.constantFrom(null, 0, 1),
    others: fc.constantFrom(null, 0, 1),
    children: fc.boolean(),
    feared: fc.subarray([...nearness]),
  }),
  blockedStaff: fc.constantFrom([], [kin], [kin]),
  destination: fc.record<Destination>({
    address: seldom<Destination['address']>('clear', 'unclear'),
    atHome: fc.constantFrom(true, false, null),
    alsoOf: seldom<Destination['alsoOf']>('nobody', 'feared'),
  }),
  now: moments,
  calendar: fc.constant(office),
});

const neutral: Message = {
  ...{ channel: 'text', over: 'first', says: 'neutral', writtenBy: writer, read: [], usefulUntil: lastDay },
};
const plain = {
  agreement: {
    ...{ ...phoneAgreed, channel: 'text', mayText: true, windows: [], askedAt: asked },
    ...{ shared: 'no', whoMightAnswer: '', doNot: '', movedSince: null, further: [] },
  } satisfies PaperAgreement,
  standing: 'open',
  household: { tenants: 0, others: 0, children: false, feared: [] },
  blockedStaff: [],
  destination: { address: 'clear', atHome: null, alsoOf: 'nobody' },
} as const satisfies Omit<SendingFacts, 'now' | 'calendar'>;
const atTen: SendingFacts = { ...plain, now: at('2026-07-02 10:00'), calendar: office };
const nearly = mostly(
  atTen,
  fc
    .record({ facts, terms: mostly<PaperAgreement>(plain.agreement, agreed) })
    .map(({ facts: wild, terms }) => ({
      ...wild,
      agreement: terms,
    })),
);
const situations = fc.oneof(fc.tuple(facts, messages), fc.tuple(nearly, mostly(neutral, messages)));

/** What is never allowed, written down without the rules: minutes of the week, counted by hand. */
function never(message: Message, facts: SendingFacts) {
  const { agreement, standing, household, destination, now, blockedStaff } = facts;
  const { channel, over, says, read, writtenBy } = message;
  const blocked = (by: StaffId | null) => by !== null && blockedStaff.includes(by);
  if (blocked(writtenBy)) return true;
  if (standing !== 'open' || agreement === null || over === 'another') return true;
  const own = agreement.further?.find((way) => way.wayId === over);
  const way = own ?? agreement;
  const clock = now.toZonedDateTimeISO('Europe/London');
  const minute = clock.hour * 60 + clock.minute;
  const inside = (spans: PaperAgreement['windows'], last: number) =>
    spans.some(({ days, from, to }) => {
      const [begins = 0, ends = 0] = [from, to].map(
        (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
      );
      return days.includes(clock.dayOfWeek) && begins <= minute && minute < ends + last;
    });
  const timed = channel !== 'post';
  if (timed && inside([...agreement.never, ...way.never], 1)) return true;
  if (timed && way.windows.length > 0 && !inside(way.windows, 0)) return true;
  if (timed && way.windows.length === 0 && way.times !== '') return true;
  const [opens, closes] = [9 * 60, 17 * 60];
  if (timed && way.windows.length === 0 && (clock.dayOfWeek > 5 || minute < opens || minute >= closes))
    return true;
  if (now.epochMilliseconds - asked.epochMilliseconds > 30 * 24 * 3_600_000) return true;
  if (agreement.channel === 'none' || way.unsureSince || way.changedSince || !way.agreedWithPerson)
    return true;
  if (own?.endedAt || destination.address !== 'clear' || destination.alsoOf !== 'nobody') return true;
  const dealtWith = read.some(
    ({ words, by }) => words === 'Never write' && !blocked(by) && (says === 'neutral' || by !== writtenBy),
  );
  if ((agreement.doNot || way.doNot) && !dealtWith) return true;
  if (Temporal.PlainDate.compare(clock.toPlainDate(), lastDay) > 0) return true;
  const allowed = own
    ? own.channel === channel || (own.channel === 'phone' && channel === 'text' && own.mayText)
    : agreement.channel === channel ||
      { text: agreement.mayText, email: agreement.mayEmail, post: agreement.mayPost }[channel];
  if (!allowed) return true;
  if (says === 'something' && channel !== 'post') return true;
  if (way.shared !== 'no' || way.whoMightAnswer) return true;
  const sameThing =
    own || agreement.channel === channel || (channel === 'text' && agreement.channel === 'phone');
  if (!sameThing) return true;
  if (channel !== 'post') return false;
  if (!own && agreement.movedSince) return true;
  if (destination.atHome === false) return false;
  if (says === 'something' && (household.tenants !== 0 || household.feared.length === 0)) return true;
  return household.feared.some((each) => each !== 'not_known' || says === 'something');
}

test('whatever is agreed, whatever is sent and whenever: nothing leaves that is never allowed', () => {
  let [sent, tried] = [0, 0];
  fc.assert(
    fc.property(situations, ([known, message]) => {
      tried += 1;
      const { decision } = maySend(message, known);
      if (decision === 'send') sent += 1;
      if (never(message, known)) assert.notEqual(decision, 'send');
    }),
    runs(100_000, 3_000),
  );
  assert.ok(met(sent, tried, { oneIn: 50 }), 'and something does leave');
});

test('no text and no e-mail leaves at a moment that the earliest safe moment would not name', () => {
  let [sent, tried] = [0, 0];
  fc.assert(
    fc.property(situations, ([known, message]) => {
      tried += 1;
      if (message.channel === 'post' || maySend(message, known).decision !== 'send') return;
      sent += 1;
      const { agreement, now, calendar } = known;
      const terms = termsOver(agreement && { further: [], ...agreement }, message.over);
      const from = now.subtract({ minutes: minutesAtLeast });
      const always = { staffId: writer, from, to: now.add({ hours: 24 }) };
      const duty = [always, { ...always, onCall: true }];
      const agreed = terms && { ...terms, workerGender: '' as const };
      const moment = earliestSafeMoment({ agreement: agreed, now: from, due: null, calendar, duty });
      assert.notEqual(moment.kind, 'none');
      if (moment.kind === 'none') return;
      assert.ok(Temporal.Instant.compare(moment.from, now) <= 0, `named ${moment.from}, sent ${now}`);
    }),
    runs(100_000, 5_000),
  );
  assert.ok(met(sent, tried, { oneIn: 50 }), 'and something does leave');
});

test('where no hours were named, nothing leaves at four in the morning, nor on a Sunday', () => {
  const known = { ...plain, calendar: office };
  for (const time of ['2026-07-02 04:09', '2026-07-02 08:59', '2026-07-02 17:00', '2026-07-05 11:00']) {
    const sending = maySend(neutral, { ...known, now: at(time) });
    assert.equal(sending.decision, 'wait', time);
    if (sending.decision === 'wait')
      assert.match(sending.reasons[0].reason, /named no hours.+working day between 09:00 and 17:00/);
  }
  for (const time of ['2026-07-02 09:00', '2026-07-02 16:59'])
    assert.equal(maySend(neutral, { ...known, now: at(time) }).decision, 'send', time);
  const evening = { days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', to: '21:00' };
  const theirs = { ...plain.agreement, windows: [evening] };
  assert.equal(
    maySend(neutral, { ...known, agreement: theirs, now: at('2026-07-05 20:15') }).decision,
    'send',
  );
  const letter: Message = { ...neutral, channel: 'post' };
  const byPost = { ...plain.agreement, channel: 'post' as const };
  const elsewhere = { ...plain.destination, atHome: false };
  const posted = { ...known, agreement: byPost, destination: elsewhere, now: at('2026-07-05 04:09') };
  assert.equal(maySend(letter, posted).decision, 'send', 'a letter wakes nobody');
});

test('whatever is held says why, on what that rests, and what would open the door', () => {
  fc.assert(
    fc.property(situations, ([known, message]) => {
      const sending = maySend(message, known);
      if (sending.decision !== 'send')
        for (const { reason, basis, opens } of sending.reasons) assert.ok(reason && basis && opens);
      else assert.ok(!never(message, known));
    }),
    runs(10_000),
  );
});

test('what waits for the time leaves by itself once it has come, and nothing else ever does', () => {
  let [waited, tried] = [0, 0];
  fc.assert(
    fc.property(situations, ([known, message]) => {
      tried += 1;
      if (maySend(message, known).decision !== 'wait') return;
      waited += 1;
      const always = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59' };
      const anyTime = <T extends object>(way: T): T => ({ ...way, windows: [always], never: [], times: '' });
      const { agreement } = known;
      const agreed = agreement && { ...anyTime(agreement), further: agreement.further?.map(anyTime) ?? [] };
      assert.equal(maySend(message, { ...known, agreement: agreed }).decision, 'send');
    }),
    runs(100_000, 2_000),
  );
  assert.ok(met(waited, tried, { oneIn: 500 }), 'and something does wait');
});

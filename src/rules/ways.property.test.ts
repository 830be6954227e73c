import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../tests/property.ts';
import { earliestOverAll } from './earliest-way.ts';
import type { StaffId } from './facts.ts';
import { contactGate } from './gate.ts';
import { againstAgreement } from './kept-agreement.ts';
import { agreements, at, office, phoneAgreed, windows } from './testing.ts';
import { everyWay, type FurtherWay, furtherChannels, termsOf, termsOver } from './ways.ts';
import { waysNow } from './ways-now.ts';

const asked = phoneAgreed.askedAt;
const perhaps = fc.constantFrom<Temporal.Instant | null>(null, null, null, asked.add({ hours: 1 }));
const further: fc.Arbitrary<FurtherWay> = fc.record({
  id: fc.uuid(),
  wayId: fc.uuid(),
  channel: fc.constantFrom(...furtherChannels.map(({ value }) => value)),
  mayLeaveVoicemail: fc.boolean(),
  mayText: fc.boolean(),
  times: fc.constantFrom('', '', 'After the school run'),
  windows: fc.array(windows, { maxLength: 2 }),
  never: fc.array(windows, { maxLength: 2 }),
  agreedWithPerson: fc.boolean(),
  askedAt: fc.constant(asked),
  unsureSince: perhaps,
  changedSince: perhaps,
  endedAt: perhaps,
});
const moment = fc.integer({ min: 0, max: 7 * 24 * 60 }).map((minutes) => asked.add({ minutes }));
const way = fc.constantFrom(
  ...(['phone', 'text', 'email', 'in_person', 'video', 'web_chat', 'post', 'through_somebody'] as const),
);
const left = fc.constantFrom('voicemail', 'message', 'nothing' as const);

const call = fc.record({ way, at: moment, left });
const opens = (
  agreement: ReturnType<typeof termsOver>,
  { way: channel, at: now }: { way: never; at: never },
) => contactGate({ agreement, channel, now, calendar: office }).open;

test('what the first choice allows opens no further way: each is judged by its own terms and by nothing else', () => {
  fc.assert(
    fc.property(agreements, agreements, further, call, (one, other, own, made) => {
      fc.pre((one.channel === 'none') === (other.channel === 'none'));
      const needs = { never: one.never, interpreter: one.interpreter, workerGender: one.workerGender };
      const [first, second] = [one, { ...other, ...needs }].map((each) =>
        againstAgreement(termsOf(each, own), { ...made, begunBy: 'us' }, office),
      );
      assert.deepEqual(first, second);
      assert.equal(
        opens(termsOf(one, own), made as never),
        opens(termsOf({ ...other, ...needs }, own), made as never),
      );
    }),
    runs(300),
  );
});

test('adding, changing or ending a way loosens neither the first nor any other', () => {
  fc.assert(
    fc.property(agreements, further, further, call, (first, own, added, made) => {
      fc.pre(own.wayId !== added.wayId);
      const before = { ...first, further: [own] };
      const after = { ...first, further: [own, added] };
      for (const over of ['first', own.wayId]) {
        const [was, is] = [before, after].map((agreed) => termsOver(agreed, over));
        assert.equal(opens(was ?? null, made as never), opens(is ?? null, made as never));
      }
    }),
    runs(300),
  );
});

test('a way that was ended, is in doubt or was not agreed with the person never opens, whatever else is agreed', () => {
  fc.assert(
    fc.property(agreements, further, call, (first, own, made) => {
      const sound =
        own.endedAt === null && own.unsureSince === null && own.changedSince === null && own.agreedWithPerson;
      fc.pre(!sound || first.channel === 'none');
      assert.equal(opens(termsOf(first, own), made as never), false);
    }),
    runs(300),
  );
});

test('it is there for what it was agreed for: a number for calls is none for letters', () => {
  fc.assert(
    fc.property(agreements, further, call, (first, own, made) => {
      const allowed =
        own.channel === made.way || (made.way === 'text' && own.channel === 'phone' && own.mayText);
      fc.pre(!allowed);
      assert.equal(opens(termsOf(first, own), made as never), false);
      const against = againstAgreement(termsOf(first, own), { ...made, begunBy: 'us' }, office);
      assert.ok(against.includes('way_not_agreed') || against.includes('no_way_known'));
    }),
    runs(300),
  );
});

test('another number is against what was agreed, whatever was; what they choose themselves is against nothing', () => {
  fc.assert(
    fc.property(agreements, call, (first, made) => {
      const ours = againstAgreement(first, { ...made, begunBy: 'us', elsewhere: true }, office);
      assert.ok(ours.includes('way_not_agreed') || ours.includes('no_way_known'));
      assert.deepEqual(againstAgreement(first, { ...made, begunBy: 'them', elsewhere: true }, office), []);
    }),
    runs(300),
  );
});

test('what was told since in their name, and not agreed with them, puts every further way in doubt', () => {
  const own: FurtherWay = {
    ...{
      id: '1',
      wayId: '1',
      channel: 'phone' as const,
      mayLeaveVoicemail: false,
      mayText: false,
      times: '',
    },
    ...{
      windows: [],
      never: [],
      agreedWithPerson: true,
      askedAt: asked,
      unsureSince: null,
      changedSince: null,
    },
    endedAt: null,
  };
  const now = asked.add({ hours: 3 });
  const stands = (first: Partial<typeof phoneAgreed>) => {
    const agreement = termsOf({ ...phoneAgreed, ...first }, own);
    return contactGate({ agreement, channel: 'phone', now, calendar: office }).open;
  };
  assert.equal(stands({}), true);
  assert.equal(stands({ agreedWithPerson: false }), true, 'they themselves agreed to this one no earlier');
  assert.equal(stands({ agreedWithPerson: false, askedAt: asked.add({ hours: 1 }) }), false);
});

const staffId = 'colleague' as StaffId;
const duty = [0, 1, 2].map((day) => ({
  staffId,
  from: at('2026-07-01 09:00').add({ hours: 24 * day }),
  to: at('2026-07-01 17:00').add({ hours: 24 * day }),
}));

test('the earliest safe moment is within the terms of the way that it names, and no later than for any other', () => {
  fc.assert(
    fc.property(agreements, fc.array(further, { maxLength: 3 }), (first, ways) => {
      const agreed = { ...first, further: ways };
      const facts = { now: at('2026-07-01 09:00'), due: null, calendar: office, duty };
      const found = earliestOverAll({ ...facts, agreed });
      if (found.kind === 'none') return;
      const terms = termsOver(agreed, found.over);
      assert.ok(terms && terms.channel !== 'none');
      const channel = terms.channel;
      assert.equal(contactGate({ agreement: terms, channel, now: found.from, calendar: office }).open, true);
      const alone = everyWay(agreed)
        .filter(({ terms: { channel: each } }) => each !== 'post')
        .map(({ terms: own }) => earliestOverAll({ ...facts, agreed: { ...own, further: [] } }));
      for (const each of alone)
        if (each.kind !== 'none') assert.ok(Temporal.Instant.compare(found.from, each.from) <= 0);
    }),
    runs(300),
  );
});

test('what is said to be open passes the gate of that very way until it is said to shut; nothing else passes', () => {
  const minutesIn = (from: Temporal.Instant, to: Temporal.Instant) =>
    Array.from({ length: Math.ceil(from.until(to).total('minutes')) }, (_, more) =>
      from.add({ minutes: more }),
    );
  const changing = at('2026-10-25 00:15');
  const when = fc.oneof(
    moment,
    fc.integer({ min: 0, max: 180 }).map((minutes) => changing.add({ minutes })),
  );
  fc.assert(
    fc.property(agreements, fc.array(further, { maxLength: 2 }), when, (anyFirst, ways, now) => {
      const recently = { askedAt: now.subtract({ hours: 24 * 25 }) };
      const agreed = { ...anyFirst, ...recently, further: ways.map((own) => ({ ...own, ...recently })) };
      const said = waysNow(agreed, now, office);
      assert.deepEqual(
        said.map(({ over }) => over),
        everyWay(agreed).map(({ over }) => over),
      );
      for (const each of said) {
        const terms = termsOver(agreed, each.over);
        const opensAt = (then: Temporal.Instant) =>
          contactGate({
            agreement: terms,
            channel: terms === null || terms.channel === 'none' ? 'phone' : terms.channel,
            now: then,
            calendar: office,
          }).open;
        assert.equal(opensAt(now), each.open);
        const turn = each.open ? each.until : each.next;
        if (turn === null) continue;
        assert.equal(opensAt(turn), !each.open);
        for (const then of minutesIn(now, turn)) assert.equal(opensAt(then), each.open, then.toString());
      }
    }),
    runs(100),
  );
});

test('a way that is in doubt, or not agreed with the person, is said to open at no time', () => {
  fc.assert(
    fc.property(agreements, further, moment, (first, own, now) => {
      fc.pre(own.unsureSince !== null || own.changedSince !== null || !own.agreedWithPerson);
      fc.pre(own.endedAt === null);
      const [, said] = waysNow({ ...first, further: [own] }, now.add({ hours: 2 }), office);
      assert.ok(said && !said.open && said.next === null);
    }),
    runs(200),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shelve } from '#kit/pack-shelf.ts';
import { packs } from '#packs/index.ts';
import {
  type Beginning,
  beginnings,
  type Happened,
  keptAlready,
  looksBack,
  owed,
  rested,
  type Standing,
  standingAfter,
} from './obligations.ts';

const shelf = shelve(packs);
const vivid = shelf.find('vivid-2023');
const calendar = shelf.calendarOf(vivid, '');

function london(text: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/London').toInstant();
}

/** The first-contact promise of a disclosure received then (V4.1a). */
function promise(received: string): Beginning {
  const at = london(received);
  const begun = beginnings({ pack: vivid, calendar, now: at }, { event: 'disclosure.received', at });
  const found = begun.find(({ commitment }) => commitment === 'first-contact');
  assert.ok(found);
  return found;
}

function after(
  before: Beginning,
  event: Parameters<typeof standingAfter>[1],
  at: string,
  now = at,
): Beginning {
  return { ...before, ...standingAfter(before, event, london(at), london(now)) };
}

const outcome = ({ outcome: how }: Standing) => how;

test('a disclosure at 16:55 on a Wednesday promises contact today by 17:00', () => {
  const { dueAt, nextLookAt, escalateAt } = promise('2026-11-18T16:55');
  assert.ok(dueAt.equals(london('2026-11-18T17:00')));
  assert.ok(escalateAt.at(-1)?.equals(dueAt));
  assert.ok(nextLookAt?.equals(london('2026-11-18T16:57:30')), 'half of five minutes has gone');
});

test('a voicemail is not contact', () => {
  const rung = after(promise('2026-11-18T10:00'), 'contact.attempted', '2026-11-18T10:30');
  assert.equal(outcome(rung), null);
});

test('a safe, two-way contact the same day keeps the promise', () => {
  const reached = after(promise('2026-11-18T10:00'), 'contact.made', '2026-11-18T16:59');
  assert.equal(outcome(reached), 'met');
  assert.ok(!owed(reached));
});

test('a contact at the very moment it is due keeps the promise', () => {
  assert.equal(outcome(after(promise('2026-11-18T10:00'), 'contact.made', '2026-11-18T17:00')), 'met');
});

test('a plan approved by a manager is counted apart, and a contact in time outranks it', () => {
  const planned = after(promise('2026-11-18T10:00'), 'contact-plan.approved', '2026-11-18T12:00');
  assert.equal(outcome(planned), 'met_by_plan');
  assert.equal(outcome(after(planned, 'contact.made', '2026-11-18T15:00')), 'met');
  assert.equal(outcome(after(planned, 'contact.made', '2026-11-19T10:00')), 'met_by_plan');
});

test('a plan approved after the promise was broken does not mend it', () => {
  const late = after(promise('2026-11-18T10:00'), 'contact-plan.approved', '2026-11-18T17:01');
  assert.equal(outcome(late), 'breached');
  assert.ok(owed(late), 'the person is still waiting');
});

test('met late stays broken, and says when it was kept after all', () => {
  const late = after(promise('2026-11-18T10:00'), 'contact.made', '2026-11-19T09:30');
  assert.equal(outcome(late), 'breached');
  assert.ok(late.endedAt?.equals(london('2026-11-18T17:00')));
  assert.ok(late.fulfilledAt?.equals(london('2026-11-19T09:30')));
  assert.ok(!owed(late));
  const again = after(late, 'contact.made', '2026-11-20T09:30');
  assert.ok(again.fulfilledAt?.equals(london('2026-11-19T09:30')), 'the first contact counts');
});

test('a contact made in time but written down the next morning waits for a second person', () => {
  const swept = after(promise('2026-11-18T10:00'), 'contact-plan.approved', '2026-11-18T17:01');
  const told = after(swept, 'contact.made', '2026-11-18T16:40', '2026-11-19T09:00');
  assert.equal(outcome(told), 'recorded_late');
});

test('what was written down late stays so, whatever else is typed; what was known in time outranks it', () => {
  const late = after(promise('2026-11-18T10:00'), 'contact.made', '2026-11-18T16:40', '2026-11-19T09:00');
  assert.equal(late.makes, 'met');
  const again = after(late, 'contact.made', '2026-11-18T12:00', '2026-11-20T09:00');
  assert.deepEqual([again.outcome, again.endedAt], [late.outcome, late.endedAt]);
  const planned = after(promise('2026-11-18T10:00'), 'contact-plan.approved', '2026-11-18T15:00');
  assert.equal(
    outcome(after(planned, 'contact.made', '2026-11-18T12:00', '2026-11-19T09:00')),
    'met_by_plan',
  );
});

test('a contact before anybody knew keeps nothing', () => {
  assert.equal(outcome(after(promise('2026-11-18T10:00'), 'contact.made', '2026-11-18T09:00')), null);
});

test('a concern reported the same day keeps its promise at once; three days later it is broken at once', () => {
  const reported = (noticed: string, now: string) =>
    beginnings(
      { pack: vivid, calendar, now: london(now) },
      { event: 'concern.reported', at: london(noticed) },
    ).find(({ commitment }) => commitment === 'concern-reported');
  assert.equal(reported('2026-11-18T10:00', '2026-11-18T16:00')?.outcome, 'met');
  const late = reported('2026-11-18T10:00', '2026-11-21T10:00');
  assert.equal(late?.outcome, 'breached');
  assert.equal(late?.nextLookAt, null);
});

test('an event that promises nothing begins nothing', () => {
  assert.deepEqual(
    beginnings(
      { pack: vivid, calendar, now: london('2026-11-18T10:00') },
      { event: 'case.viewed', at: london('2026-11-18T10:00') },
    ),
    [],
  );
});

test('what they wished themselves ends a broken promise: it stays broken, and nobody presses on', () => {
  const at = london('2026-11-25T10:00');
  const broken: Standing = { outcome: 'breached', endedAt: london('2026-11-20T17:00'), fulfilledAt: null };
  assert.deepEqual(rested(broken, at), { ...broken, fulfilledAt: at });
  assert.ok(!owed(rested(broken, at)));
  const kept: Standing = { outcome: 'met', endedAt: at, fulfilledAt: null };
  const running: Standing = { outcome: null, endedAt: null, fulfilledAt: null };
  for (const standing of [kept, running]) assert.equal(rested(standing, at), standing);
});

/** That the risk is assessed after a contact, where the contact was written down two hours late. */
function assessing(contact: string): Beginning {
  const at = london(contact);
  const begun = beginnings(
    { pack: vivid, calendar, now: at.add({ hours: 2 }) },
    { event: 'contact.made', at },
  );
  const found = begun.find(({ commitment }) => commitment === 'risk-assessed');
  assert.ok(found);
  return found;
}

const happened = (event: Happened['event'], at: string): Happened => ({
  event,
  at: london(at),
  eventId: `${event} ${at}`,
});

test('an assessment written down before the contact keeps the promise, from the time at which it was asked', () => {
  const promised = assessing('2026-11-18T10:30');
  const now = london('2026-11-18T12:30');
  for (const asked of ['2026-11-18T10:40', '2026-11-18T10:00', '2026-11-16T15:00']) {
    const kept = keptAlready(promised, [happened('risk.assessment-finished', asked)], now);
    assert.equal(kept?.standing.outcome, 'met', asked);
    assert.ok(kept.standing.endedAt?.equals(london(asked)), asked);
  }
  assert.equal(keptAlready(promised, [happened('contact.attempted', '2026-11-18T10:00')], now), null);
  assert.equal(keptAlready(promised, [], now), null);
});

test('of several assessments the first one keeps it, in whatever order they were written down', () => {
  const [late, early] = [
    happened('risk.assessment-finished', '2026-11-18T11:00'),
    happened('risk.received', '2026-11-17T09:00'),
  ];
  const kept = keptAlready(assessing('2026-11-18T10:30'), [late, early], london('2026-11-18T12:30'));
  assert.equal(kept?.by, early);
});

test('recorded after the contact was, an assessment of the same morning keeps it too', () => {
  const promised = assessing('2026-11-18T10:30');
  assert.equal(
    outcome(after(promised, 'risk.assessment-finished', '2026-11-18T10:00', '2026-11-18T14:00')),
    'met',
  );
});

test('where the contact is written down weeks late, an assessment in between was late, and is owed no more', () => {
  const now = london('2026-12-10T09:00');
  const kept = keptAlready(
    assessing('2026-11-02T10:00'),
    [happened('risk.assessment-finished', '2026-11-20T10:00')],
    now,
  );
  assert.equal(kept?.standing.outcome, 'breached');
  assert.ok(kept.standing.fulfilledAt?.equals(london('2026-11-20T10:00')));
  assert.ok(!owed(kept.standing));
});

test('a promise is not kept by what was before it, unless it says so: a contact before the disclosure is none', () => {
  const first = promise('2026-11-18T10:00');
  const now = london('2026-11-18T12:00');
  assert.equal(keptAlready(first, [happened('contact.made', '2026-11-18T09:59')], now), null);
  assert.equal(
    keptAlready(first, [happened('contact.made', '2026-11-18T10:00')], now)?.standing.outcome,
    'met',
  );
});

test('what recurs looks at nothing before it: an earlier review did not know of what happened since', () => {
  const now = london('2026-11-18T12:00');
  const review = beginnings(
    { pack: vivid, calendar, now },
    { event: 'risk.review-triggered', at: london('2026-11-16T09:00') },
  );
  const [change] = review.filter(({ commitment }) => commitment === 'risk-review-change');
  assert.ok(change);
  assert.equal(looksBack(change, true, now), false);
  assert.equal(looksBack(change, false, now), true, 'about the case alone, the record may be late');
  assert.equal(
    looksBack(change, false, change.startedAt),
    false,
    'what begins now has had no time to be kept',
  );
  const contact = assessing('2026-11-18T10:30');
  assert.equal(looksBack(contact, false, contact.startedAt), true, 'unless what was before it counts');
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clockOf, commitmentsUnder, situation } from '../testing.ts';
import { vivid2023 } from './pack.ts';

/** The appendix of the policy, row by row. */
const rows = `
  V1a V1b V1c V2a V2b V3.1 V3.2 V3.3 V3.4 V3.5 V3.6 V3.7 V3.8 V4.1a V4.1b V4.1c V4.1d V4.1e V4.2a
  V4.2b V4.2c V4.3a V4.3b V4.3c V4.3d V4.3e V4.4a V4.4b V4.4c V4.4d V4.5a V4.5b V4.6a V4.6b V4.6c
  V4.7a V4.7b V4.8a V4.8b V4.8c V4.9a V4.9b V4.10a V4.10b V5 V6a V6b V6c
`
  .trim()
  .split(/\s+/);

describe('VIVID’s policy of October 2023', () => {
  test('is carried whole: 48 clauses, in the order of the policy', () => {
    assert.equal(rows.length, 48);
    assert.deepEqual(
      vivid2023.clauses.map((clause) => clause.id),
      rows,
    );
  });

  test('names one time itself, that of the first contact; every other is said to be Lintel’s', () => {
    for (const { id, measure, definition } of vivid2023.commitments)
      if (['clock', 'evidence', 'cadence'].includes(measure.kind) && id !== 'first-contact')
        assert.match(definition, /(is|are) Lintel’s\./, id);
  });

  test('promises something under every clause but the two lists of related documents', () => {
    const unpromised = vivid2023.clauses.filter(({ id }) => commitmentsUnder(vivid2023, id).length === 0);
    assert.deepEqual(
      unpromised.map(({ id, statement }) => [id, statement]),
      [
        ['V6a', true],
        ['V6b', true],
      ],
    );
  });

  test('takes Lintel’s own promises on risk, plans and decisions under clauses of its own', () => {
    for (const id of ['risk-assessed', 'risk-review-high', 'plan-agreed'])
      assert.ok(commitmentsUnder(vivid2023, 'V4.1c').includes(id), id);
    for (const id of ['decisions-respected', 'agreed-next-contact'])
      assert.ok(commitmentsUnder(vivid2023, 'V3.4').includes(id), id);
  });

  test('speaks of victims', () => {
    assert.equal(vivid2023.words.person, 'victim');
    assert.doesNotMatch(JSON.stringify(vivid2023), /survivor/i);
  });

  test('gives breathing space of one to three months from the disclosure, unless it is declined', () => {
    const space = {
      minMonths: 1,
      maxMonths: 3,
      clause: 'V4.4a',
      begins: 'disclosure',
      given: 'unless-declined',
    };
    assert.deepEqual(vivid2023.breathingSpace, space);
    const given = vivid2023.commitments.find(({ id }) => id === 'breathing-space');
    assert.deepEqual(given?.measure, {
      kind: 'evidence',
      of: 'disclosure.received',
      shownBy: ['breathing-space.given'],
      per: 'disclosure',
      withinWorkingDays: 1,
    });
  });

  test('enforces only where that is safe to do: nobody may override it', () => {
    assert.equal(vivid2023.perpetratorGate.strictness, 'strict');
    assert.doesNotMatch(JSON.stringify(vivid2023.commitments), /manager’s reasons/);
  });

  test('shows what stands in it as it cannot stay: a date that has passed, blank dates, a misprinted law', () => {
    const found = (id: string) =>
      vivid2023.clauses
        .find((clause) => clause.id === id)
        ?.forReview?.map((each) => each.found)
        .join(' ') ?? '';
    assert.match(found('V4.10a'), /2021 and 2022/);
    assert.match(found('V6c'), /blank/);
    assert.match(found('V6a'), /Clare’s Law 2017/);
  });

  test('was due for review by the end of October 2024', () => {
    assert.equal(vivid2023.nextReview, '2024-10-31');
    assert.equal(vivid2023.reviewEveryMonths, 12);
  });
});

describe('a disclosure under VIVID’s policy', () => {
  const contact = situation(vivid2023, 'first-contact');

  test('at 16:55 on a working day: contact is due by 17:00 that day', () => {
    assert.equal(contact.due('2026-07-01 16:55'), '2026-07-01 17:00');
  });

  test('on a Saturday: contact is due by the close of Monday, and half the time lies on Monday', () => {
    assert.equal(contact.due('2026-07-04 10:00'), '2026-07-06 17:00');
    assert.deepEqual(contact.escalated('2026-07-04 10:00'), [
      '2026-07-06 13:00',
      '2026-07-06 15:00',
      '2026-07-06 17:00',
    ]);
  });

  test('on the bank-holiday Monday in May: contact is due on Tuesday', () => {
    assert.equal(contact.due('2026-05-25 11:00'), '2026-05-26 17:00');
  });

  test('on Christmas Eve 2026 after hours: Christmas, the weekend and the substitute day are passed over', () => {
    assert.equal(contact.due('2026-12-24 17:30'), '2026-12-29 17:00');
  });

  test('a voicemail left in time, a conversation the next morning: the promise is broken', () => {
    const state = contact.stands(
      '2026-07-01 11:00',
      '2026-07-02 12:00',
      ['contact.attempted', '2026-07-01 14:00'],
      ['contact.made', '2026-07-02 09:30'],
    );
    assert.equal(state, 'breached');
  });

  test('no safe way today, and a manager approved a plan in time: counted apart', () => {
    const state = contact.stands('2026-07-01 11:00', '2026-07-02 12:00', [
      'contact-plan.approved',
      '2026-07-01 15:00',
    ]);
    assert.equal(state, 'met_by_plan');
  });

  test('is triaged within four working hours, on Friday afternoon by Monday morning', () => {
    assert.equal(situation(vivid2023, 'triage').due('2026-07-03 15:00'), '2026-07-06 11:00');
  });

  test('handed over to another service, it is triaged too', () => {
    const state = situation(vivid2023, 'triage').stands('2026-07-01 09:00', '2026-07-01 14:00', [
      'disclosure.handed-over',
      '2026-07-01 12:00',
    ]);
    assert.equal(state, 'met');
  });

  test('comes first: contact, triage, allocation and its review stand under the clause on priority', () => {
    assert.deepEqual(commitmentsUnder(vivid2023, 'V3.5'), [
      'case-allocated',
      'work-comes-first',
      'first-contact',
      'triage',
      'supervision',
      'nobody-forgotten',
      'home-made-safe-high',
      'home-made-safe',
      'home-locks',
      'home-security',
      'sanctuary-room',
      'tenancy-changes',
      'tenancy-changes-decided',
      'tenancy-changes-done',
    ]);
  });
});

describe('a concern under VIVID’s policy', () => {
  test('noticed in the morning and reported at 16:00 was reported the same shift; the next day it was not', () => {
    const concern = situation(vivid2023, 'concern-reported');
    const reported = (at: string) => concern.stands('2026-07-01 10:00', at, ['concern.reported', at]);
    assert.equal(reported('2026-07-01 16:00'), 'met');
    assert.equal(reported('2026-07-02 09:05'), 'breached');
  });

  test('is timed and never escalated: the report is there before anybody could be warned', () => {
    assert.deepEqual(clockOf(vivid2023, 'concern-reported').escalateAt, []);
  });
});

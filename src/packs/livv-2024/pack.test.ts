import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clockOf, commitmentsUnder, situation } from '../testing.ts';
import { livv2024 } from './pack.ts';

/** The appendix of the policy, row by row. */
const rows = `
  L1.1 L1.2 L1.3 L1.4a L1.4b L1.5 L1.6 L2.1a L2.1b L2.1c L2.1d L2.1e L2.1f L2.1g L2.2 L2.3 L2.4
  L2.5 L2.6 L2.7a L2.7b L2.7c L2.7d L2.7e L2.7f L2.7g L2.7h L2.7i L2.8 L2.9 L2.10 L2.11 L2.12a
  L2.12b L2.12c L2.13 L2.14 L2.15 L3.1a L3.1b L4.1 Lc1 Lc2
`
  .trim()
  .split(/\s+/);

describe('Livv’s policy of July 2024', () => {
  test('is carried whole: 43 clauses, in the order of the policy', () => {
    assert.equal(rows.length, 43);
    assert.deepEqual(
      livv2024.clauses.map((clause) => clause.id),
      rows,
    );
  });

  test('names no time itself: every one is said to be Lintel’s', () => {
    for (const { id, measure, definition } of livv2024.commitments)
      if (['clock', 'evidence', 'cadence'].includes(measure.kind))
        assert.match(definition, /(is|are) Lintel’s\./, id);
  });

  test('promises something under every clause but the opening statement and the list of laws', () => {
    const unpromised = livv2024.clauses.filter(({ id }) => commitmentsUnder(livv2024, id).length === 0);
    assert.deepEqual(
      unpromised.map(({ id, statement }) => [id, statement]),
      [
        ['L1.1', true],
        ['Lc1', true],
      ],
    );
  });

  test('takes Lintel’s own promises on risk, plans and decisions under clauses of its own', () => {
    for (const id of ['risk-assessed', 'risk-review-high', 'plan-agreed'])
      assert.ok(commitmentsUnder(livv2024, 'L2.1d').includes(id), id);
    for (const id of ['decisions-respected', 'agreed-next-contact'])
      assert.ok(commitmentsUnder(livv2024, 'L2.7i').includes(id), id);
  });

  test('speaks of survivors', () => {
    assert.equal(livv2024.words.person, 'survivor');
    const { clauses, ...rest } = livv2024;
    const said = clauses.filter((clause) => !clause.statement).map((clause) => clause.says);
    assert.doesNotMatch(JSON.stringify([said, rest]), /victim/i);
  });

  test('promises no breathing space', () => {
    assert.equal(livv2024.breathingSpace, null);
  });

  test('stops any action that may raise the survivor’s risk', () => {
    assert.deepEqual(livv2024.perpetratorGate, { strictness: 'strict', clause: 'L2.12a' });
  });

  test('is to be reviewed after three years, by the end of July 2027', () => {
    assert.equal(livv2024.nextReview, '2027-07-31');
    assert.equal(livv2024.reviewEveryMonths, 36);
  });

  test('names who implements, signs off, reviews and delivers it', () => {
    assert.deepEqual(
      livv2024.responsibilities
        .filter(({ clause }) => clause.startsWith('L3'))
        .map(({ duty }) => duty.split(' ')[0]),
      ['Act', 'Implements', 'Signs', 'Reviews', 'Delivers'],
    );
  });
});

describe('what was read again in Livv’s policy', () => {
  const says = (id: string) => livv2024.clauses.find((clause) => clause.id === id)?.says ?? '';

  test('any suggestions of honour-based abuse start the advice', () => {
    assert.match(says('L1.4b'), /any suggestions of honour-based abuse/);
    const advice = livv2024.commitments.find(({ id }) => id === 'honour-based-abuse');
    assert.match(advice?.definition ?? '', /anything suggested/);
  });

  test('the maintenance company is within it: its people report, and are trained', () => {
    for (const id of ['L2.4', 'L2.14', 'Lc2']) assert.match(says(id), /maintenance company/, id);
  });

  test('the manager amends it, and the team gives customers support and guidance', () => {
    assert.match(says('L3.1b'), /reviews and amends it.*support and guidance/);
    assert.match(says('L2.12c'), /policy and procedure/);
  });

  test('it is reviewed sooner where a reason for it stands open', () => {
    const measure = livv2024.commitments.find(({ id }) => id === 'review')?.measure;
    assert.deepEqual(measure, { kind: 'review', sooner: true });
  });

  test('misprinted laws stand as they were found, with what is right', () => {
    const found = livv2024.clauses.find(({ id }) => id === 'Lc1')?.forReview ?? [];
    assert.ok(
      found.some((each) => each.found === 'Protection of Freedoms Act 2014' && each.says.includes('2012')),
    );
  });
});

describe('a disclosure under Livv’s policy', () => {
  const contact = situation(livv2024, 'first-contact');

  test('is to be answered quickly: by the close of the working day, said to be Lintel’s own', () => {
    assert.deepEqual(commitmentsUnder(livv2024, 'L2.2'), [
      'first-contact',
      'call-as-promised',
      'triage',
      'reopened-contact',
      'try-again',
    ]);
    assert.equal(contact.due('2026-07-01 16:55'), '2026-07-01 17:00');
    for (const commitment of livv2024.commitments.filter(({ clauses }) => clauses.includes('L2.2')))
      assert.match(commitment.definition, /Lintel’s/);
  });

  test('on the Saturday when the clocks go back: contact is due at 17:00 on Monday', () => {
    assert.equal(contact.due('2026-10-24 22:00'), '2026-10-26 17:00');
  });

  test('before Easter 2027: Good Friday and Easter Monday, when the clocks have changed, are passed over', () => {
    assert.equal(contact.due('2027-03-25 17:00'), '2027-03-30 17:00');
  });

  test('a safe conversation by email the same afternoon keeps the promise', () => {
    const state = contact.stands('2026-07-01 11:00', '2026-07-01 15:00', [
      'contact.made',
      '2026-07-01 14:59',
    ]);
    assert.equal(state, 'met');
  });

  test('nobody reached by the close of the day: the promise is broken from then on', () => {
    assert.equal(contact.stands('2026-07-01 11:00', '2026-07-01 17:00'), 'running');
    assert.equal(contact.stands('2026-07-01 11:00', '2026-07-01 17:01'), 'breached');
  });
});

describe('a colleague under Livv’s policy', () => {
  const concern = situation(livv2024, 'concern-reported');

  test('who notices something on a Saturday call-out and reports it on Monday reports it in time', () => {
    const monday = '2026-07-06 09:30';
    assert.equal(concern.stands('2026-07-04 11:00', monday, ['concern.reported', monday]), 'met');
  });

  test('who waits two days does not', () => {
    const friday = '2026-07-03 10:00';
    assert.equal(concern.stands('2026-07-01 11:00', friday, ['concern.reported', friday]), 'breached');
  });

  test('who works on a disclosure can see that children are asked about, under two clauses', () => {
    for (const clause of ['L1.4a', 'L2.5'])
      assert.ok(commitmentsUnder(livv2024, clause).includes('children-asked'));
    assert.equal(clockOf(livv2024, 'first-contact').starts, 'disclosure.received');
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { endedBecause } from '#rules/ended-because.ts';
import type { Clause, Commitment, Measure, Pack } from '#rules/pack.ts';
import { purposeNames } from '#rules/purposes.ts';
import { officeRules } from '#rules/testing.ts';
import { findPack, packs } from './index.ts';
import { parsePack } from './schema.ts';
import { commitmentsUnder } from './testing.ts';

const clause: Clause = { id: 'X1', heading: 'Contact', says: 'Contact is made quickly.' };
const commitment: Commitment = {
  id: 'first-contact',
  clauses: ['X1'],
  title: 'Contact',
  definition: 'Disclosures with contact in time.',
  measure: {
    kind: 'clock',
    starts: 'disclosure.received',
    stops: ['contact.made'],
    byPlan: ['contact-plan.approved'],
    due: { workingDays: 1 },
    escalateAt: [0.5, 1],
  },
};
const nothingSaid = Object.fromEntries(purposeNames.map((purpose) => [purpose, null])) as Pack['purposes'];
const pack: Pack = {
  id: 'example-2026',
  version: '1',
  title: 'Domestic abuse policy',
  publisher: 'Example Homes',
  inForceFrom: '2026-01-01',
  nextReview: '2027-01-01',
  reviewEveryMonths: 12,
  words: {
    person: 'survivor',
    people: 'survivors',
    customer: 'resident',
    customers: 'residents',
    perpetrator: 'person causing harm',
    team: 'safety team',
  },
  calendar: officeRules,
  responsibilities: [{ clause: 'X1', role: 'Everyone', duty: 'Acts by it' }],
  breathingSpace: null,
  perpetratorGate: { strictness: 'strict', clause: 'X1' },
  purposes: { ...nothingSaid, 'same-day-contact': 'X1' },
  clauses: [clause],
  commitments: [commitment],
  headline: [{ title: 'Contact in time', promises: ['first-contact'] }],
};

const space = { minMonths: 1, maxMonths: 3, clause: 'X1', begins: 'disclosure', given: 'unless-declined' };

/** What is wrong with the example when it differs so, as `path: reason`. */
function problems(differences: object): readonly string[] {
  const read = parsePack(JSON.parse(JSON.stringify({ ...pack, ...differences })));
  return read.ok ? [] : read.problems.map(({ path, reason }) => `${path}: ${reason}`);
}
const measured = (measure: object) => problems({ commitments: [{ ...commitment, measure }] });
const inTime = { kind: 'evidence', of: 'case.opened', shownBy: ['case.allocated'], per: 'case' };
const clock = (differences: object) => measured({ ...commitment.measure, ...differences });

describe('a landlord’s own pack', () => {
  test('is read as it is written', () => {
    assert.deepEqual(parsePack(structuredClone(pack)), { ok: true, pack });
  });

  test('may carry a plain statement that nothing measures, but no promise without a measure', () => {
    const other: Clause = { id: 'X2', heading: 'About', says: 'Abuse is a crime.' };
    assert.deepEqual(problems({ clauses: [clause, { ...other, statement: true }] }), []);
    assert.deepEqual(problems({ clauses: [clause, other] }), [
      'clauses[1]: no commitment names "X2"; where it cannot be measured yet, say so with "unmeasured"',
    ]);
  });

  test('names first on the board only what can be kept or broken', () => {
    assert.deepEqual(
      problems({ headline: [{ title: 'Contact', promises: ['first-contact', 'kindness'] }] }),
      ['headline[0].promises[1]: "kindness" is not a commitment of this pack with a deadline'],
    );
  });

  test('names only clauses that it has', () => {
    assert.deepEqual(problems({ commitments: [{ ...commitment, clauses: ['X1', 'X9'] }] }), [
      'commitments[0].clauses[1]: "X9" is not a clause of this pack',
    ]);
    assert.deepEqual(problems({ perpetratorGate: { strictness: 'strict', clause: 'X9' } }), [
      'perpetratorGate.clause: "X9" is not a clause of this pack',
    ]);
    assert.deepEqual(problems({ breathingSpace: { ...space, clause: 'X9' } }), [
      'breathingSpace.clause: "X9" is not a clause of this pack',
    ]);
    assert.deepEqual(problems({ responsibilities: [{ clause: 'X9', role: 'All', duty: 'All' }] }), [
      'responsibilities[0].clause: "X9" is not a clause of this pack',
    ]);
  });

  test('says for every purpose which clause says so, or that the policy is silent: none is forgotten', () => {
    const { review, ...forgotten } = pack.purposes;
    assert.equal(review, null);
    assert.deepEqual(problems({ purposes: forgotten }), ['purposes.review: is missing']);
    assert.deepEqual(problems({ purposes: { ...pack.purposes, review: 'X9' } }), [
      'purposes.review: "X9" is not a clause of this pack',
    ]);
    assert.equal(problems({ purposes: { ...pack.purposes, review: '' } }).length, 1);
    assert.match(problems({ purposes: { ...pack.purposes, reviews: 'X1' } })[0] ?? '', /"reviews"/);
  });

  test('uses each id once', () => {
    assert.deepEqual(problems({ clauses: [clause, clause] }), [
      'clauses[1].id: "X1" is already the id of clauses[0]',
    ]);
    assert.deepEqual(problems({ commitments: [commitment, commitment] }), [
      'commitments[1].id: "first-contact" is already the id of commitments[0]',
    ]);
  });

  test('names only events that Lintel records', () => {
    assert.deepEqual(clock({ starts: 'disclosure.recieved' }), [
      'commitments[0].measure.starts: is not the name of an event that Lintel records (see rules/event.ts)',
    ]);
  });

  test('escalates in rising shares, none after it is due', () => {
    assert.deepEqual(clock({ escalateAt: [0.75, 0.5] }), [
      'commitments[0].measure.escalateAt: does not rise from share to share',
    ]);
    assert.deepEqual(clock({ escalateAt: [1.5] }), [
      'commitments[0].measure.escalateAt[0]: is more than 1, which is due',
    ]);
  });

  test('is due by a rule that the clock knows', () => {
    const [problem] = clock({ due: { within: 'a-week' } });
    assert.match(
      problem ?? '',
      /^commitments\[0\]\.measure\.due: is none of \{ "within": "same-working-day" \}/,
    );
    assert.equal(clock({ due: { workingDays: 0 } }).length, 1);
  });

  test('measures in a way that the board knows, and spells every field as the schema does', () => {
    const [problem] = measured({ kind: 'promise' });
    assert.match(problem ?? '', /^commitments\[0\]\.measure\.kind: is not a kind of measure/);
    assert.match(problems({ calender: {} })[0] ?? '', /^the file: .*"calender"/);
  });

  test('measures what is shown in working days, and says what to write where it still counts calendar days', () => {
    const wrong = (measure: object) => measured(measure).filter((each) => each.includes('.measure'));
    assert.deepEqual(wrong({ ...inTime, withinWorkingDays: 5 }), []);
    const [missing, old] = wrong({ ...inTime, withinDays: 28 });
    assert.match(`${missing}`, /measure\.withinWorkingDays: is not a whole number/);
    assert.match(
      `${old}`,
      /measure\.withinDays: .*write withinWorkingDays, in working days of the office \(20 for 28/,
    );
  });

  test('has dates and times that exist, in order', () => {
    assert.deepEqual(problems({ nextReview: '2027-02-30' }), [
      'nextReview: is not a date such as 2026-10-25',
    ]);
    assert.deepEqual(problems({ nextReview: '2025-12-31' }), ['nextReview: is not after inForceFrom']);
    const calendar = { ...officeRules, closes: '09:00', cutOff: '18:00', outOfHoursTarget: '07:00' };
    assert.deepEqual(problems({ calendar }), [
      'calendar.closes: is not after the office opens',
      'calendar.cutOff: is not within office hours',
      'calendar.outOfHoursTarget: is not within office hours',
    ]);
    assert.deepEqual(problems({ calendar: { ...officeRules, timeZone: 'Europe/Lonodn' } }), [
      'calendar.timeZone: is not a time zone such as Europe/London',
    ]);
    assert.deepEqual(problems({ calendar: { ...officeRules, workingDays: [] } }), [
      'calendar.workingDays: has no working day',
    ]);
    assert.deepEqual(problems({ breathingSpace: { ...space, minMonths: 3, maxMonths: 1 } }), [
      'breathingSpace.maxMonths: is less than minMonths',
    ]);
  });

  test('says everything that is wrong at once', () => {
    assert.equal(problems({ id: 'Not An Id', publisher: '', reviewEveryMonths: 0.5 }).length, 3);
    assert.equal(parsePack(null).ok, false);
    assert.equal(parsePack([]).ok, false);
  });
});

describe('the packs that come with Lintel', () => {
  test('are found by their id', () => {
    for (const each of packs) assert.equal(findPack(each.id), each);
    assert.equal(findPack('of-nobody'), undefined);
    assert.equal(new Set(packs.map((each) => each.id)).size, packs.length);
  });

  for (const each of packs)
    describe(each.id, () => {
      test('survives JSON unchanged and passes the schema that a landlord’s own pack passes', () => {
        assert.deepEqual(parsePack(JSON.parse(JSON.stringify(each))), { ok: true, pack: each });
      });

      test('calls by their common names the promises that pages speak of', () => {
        for (const id of ['first-contact', 'triage', 'concern-reported', 'safe-contact', 'children-asked'])
          assert.ok(
            each.commitments.some((commitment) => commitment.id === id),
            id,
          );
      });

      test('says of every clause that nothing is promised under that it is a statement', () => {
        for (const { id, statement } of each.clauses)
          assert.equal(commitmentsUnder(each, id).length === 0, statement === true, id);
      });

      test('ends a promise by plan only by what the board has words for', () => {
        for (const { id, measure } of each.commitments)
          if (measure.kind === 'clock')
            assert.deepEqual(
              measure.byPlan.filter((event) => !(event in endedBecause)),
              [],
              id,
            );
      });

      test('says of what it does not measure that it is not yet in Lintel', () => {
        for (const { id, measure, definition } of each.commitments) {
          const missing = unmeasured(measure, definition);
          if (missing !== null) assert.match(missing, /not yet in Lintel/, id);
        }
      });
    });
});

/** The sentence that says so of a promise which nothing shows yet; null: something does. */
function unmeasured(measure: Measure, definition: string): string | null {
  if (measure.kind === 'unmeasured') return measure.because;
  const never = (by: 'asked' | 'offered' | 'done') => by in measure && Reflect.get(measure, by) === null;
  const waits = never('asked') || never('offered') || never('done');
  return waits ? definition : null;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { StaffId } from '#rules/facts.ts';
import { runs } from '../../../tests/property.ts';
import { breakdowns, discreet, least, twelveMonths } from './breakdown.ts';
import { ethnicities, offered, questions } from './equality.ts';
import { adviceForm } from './forms/advice-form.ts';
import { equalityForm } from './forms/equality-form.ts';
import { needsForm, typedNeeds } from './forms/needs-form.ts';
import { hasNeeds, openNeeds, saidNeeds } from './needs.ts';
import { maySeeEquality, maySeeRestricted } from './who.ts';

const blank = { _version: '0' };
const fields = (
  schema: { safeParse(value: unknown): { error?: { issues: { path: PropertyKey[] }[] } | undefined } },
  form: object,
) => schema.safeParse(form).error?.issues.map(({ path }) => String(path[0])) ?? [];

test('anything may be left out of somebody’s needs, and nothing at all is not saved', () => {
  assert.deepEqual(fields(needsForm, blank), ['form']);
  assert.deepEqual(fields(needsForm, { ...blank, heard: 'yes' }), []);
  assert.deepEqual(fields(needsForm, { ...blank, health: 'Sleeps badly' }), []);
  assert.deepEqual(fields(needsForm, { ...blank, age: '7' }), []);
  for (const age of ['-1', '7.5', 'ten', '130'])
    assert.deepEqual(fields(needsForm, { ...blank, age }), ['age'], age);
});

test('a need for which nothing is done is told apart from one that is met, and from none', () => {
  const value = needsForm.parse({
    ...blank,
    health: 'Sleeps badly',
    support: 'A mentor',
    supportDone: 'Found one',
  });
  assert.deepEqual(saidNeeds(value), ['support', 'health']);
  assert.deepEqual(openNeeds(value), ['health']);
});

test('what was written stands in the form of the next version, word for word', () => {
  const texts = fc.string({ maxLength: 40 }).map((text) => text.trim());
  fc.assert(
    fc.property(
      texts,
      texts,
      fc.integer({ min: 0, max: 120 }),
      fc.constantFrom('yes', 'no', 'not_known'),
      (need, done, age, seen) => {
        const value = needsForm.parse({ ...blank, safety: need, safetyDone: done, age: String(age), seen });
        assert.deepEqual(needsForm.parse({ ...blank, ...typedNeeds(value) }), value);
      },
    ),
    runs(100),
  );
});

test('everybody in a case has needs but whoever is said to cause the harm', () => {
  assert.equal(hasNeeds('child_victim'), true);
  assert.equal(hasNeeds('witness'), true);
  assert.equal(hasNeeds('alleged_perpetrator'), false);
});

test('not asked, would rather not say, and an answer are three things, and none is required', () => {
  assert.deepEqual(fields(equalityForm, blank), ['form'], 'nothing was asked');
  const value = equalityForm.parse({ ...blank, sex: 'prefers_not', religion: 'none' });
  assert.deepEqual([value.sex, value.religion, value.ethnicity], ['prefers_not', 'none', 'not_asked']);
  assert.deepEqual(fields(equalityForm, { ...blank, sex: 'something else' }), ['sex']);
  for (const question of questions)
    assert.deepEqual(
      offered(question)
        .slice(0, 2)
        .map(({ value: first }) => first),
      ['not_asked', 'prefers_not'],
    );
});

test('the nineteen ethnic groups of the standard, and sex and gender apart', () => {
  assert.equal(ethnicities.length, 19);
  const names = questions.map(({ name }) => name);
  assert.ok(names.includes('sex') && names.includes('gender'));
});

test('advice says from whom, about what, when, what was advised and what we did', () => {
  const now = Temporal.Instant.from('2026-11-18T10:00:00Z');
  const form = adviceForm('Europe/London', now);
  assert.deepEqual(fields(form, {}).toSorted(), ['about', 'advised', 'done', 'fromWhom', 'sought']);
  const complete = {
    fromWhom: 'A specialist helpline',
    about: ['honour_based'],
    'sought-day': '18',
    'sought-month': '11',
    'sought-year': '2026',
    'sought-time': '09:30',
    advised: 'Speak to nobody in the family',
    done: 'Agreed with her to meet at the library',
  };
  assert.deepEqual(fields(form, complete), []);
  assert.deepEqual(fields(form, { ...complete, 'sought-time': '10:30' }), ['sought'], 'not in the future');
});

test('nationality and immigration are for whoever leads the case, and managers; in an emergency for nobody', () => {
  const [lead, other] = ['lead', 'other'] as unknown as [StaffId, StaffId];
  const file = { leadId: lead, emergencyUntil: null };
  assert.equal(maySeeRestricted(file, { id: lead, roles: ['da_worker'] }).allowed, true);
  assert.equal(maySeeRestricted(file, { id: other, roles: ['da_worker'] }).allowed, false);
  assert.equal(maySeeRestricted(file, { id: other, roles: ['da_manager'] }).allowed, true);
  const emergencyUntil = Temporal.Instant.from('2026-11-18T11:00:00Z');
  assert.equal(
    maySeeRestricted({ ...file, emergencyUntil }, { id: other, roles: ['da_manager'] }).allowed,
    false,
  );
  assert.equal(maySeeEquality({ emergencyUntil }).allowed, false);
});

test('no hidden figure can be worked out from those that are told', () => {
  const sums = fc
    .array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 9 })
    .map((cases) => cases.map((each, index) => ({ label: `answer ${index}`, cases: each })));
  fc.assert(
    fc.property(sums, (given) => {
      const { rows, total } = discreet(given);
      const hidden = rows.filter(({ cases }) => cases === null).length;
      assert.notEqual(hidden, 1, 'one alone is the total less the others');
      for (const [index, { cases }] of rows.entries()) {
        if (cases === null) continue;
        assert.equal(cases % least, 0);
        assert.ok((given[index]?.cases ?? 0) >= least, 'what is small is never told');
      }
      assert.ok(total === null || total % least === 0);
    }),
    runs(2_000),
  );
});

test('the breakdown tells ethnic groups by five, and every answer that there is', () => {
  const counts = [
    { characteristic: 'ethnicity', answer: 'asian_indian', cases: 4 },
    { characteristic: 'ethnicity', answer: 'asian_chinese', cases: 3 },
    { characteristic: 'ethnicity', answer: 'white_british', cases: 52 },
    { characteristic: 'ethnicity', answer: 'not_asked', cases: 11 },
    { characteristic: 'ethnicity', answer: 'prefers_not', cases: 2 },
  ] as const;
  const [ethnicity] = breakdowns(counts);
  assert.deepEqual(ethnicity?.rows, [
    { label: 'Not asked yet', cases: 10 },
    { label: 'Prefers not to say', cases: null },
    { label: 'White', cases: 50 },
    { label: 'Mixed', cases: null },
    { label: 'Asian', cases: 5 },
    { label: 'Black', cases: null },
    { label: 'Another', cases: null },
  ]);
  assert.equal(ethnicity?.total, 70);
});

test('it tells of whole months, so that no day’s change is seen', () => {
  const { from, until } = twelveMonths(Temporal.PlainDate.from('2026-11-18'));
  assert.deepEqual([from.toString(), until.toString()], ['2025-11-01', '2026-11-01']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { triedPacks } from '../../tests/packs.ts';
import { reasonInWords } from './clauses.ts';
import { type ActFacts, mayAct, type Stage } from './may-act.ts';
import { type SafetyAnswers, type SafetyQuestion, safetyQuestions } from './safety-test.ts';

const now = Temporal.Instant.from('2026-11-18T10:00:00Z');
const yesterday = now.subtract({ hours: 24 });

const safe: SafetyAnswers = {
  ...{ reveals: 'no', together: 'no', children: 'no', court_order: 'none', goes: 'stays' },
  ...{ suicide: 'no', weapons: 'no', honour: 'no', fails: 'no', worse: 'no' },
};
const supports = { answer: 'support', fears: 'no', askedAt: yesterday } as const;
const tested = { answers: safe, specialist: 'none', testedAt: yesterday, level: 'medium' } as const;
const open: ActFacts = {
  ...{ view: supports, test: tested, changedAt: null, decided: 'yes', told: 'told', isLaw: true },
  ...{ closed: false, danger: false, level: 'medium', judged: true, honour: false, apart: 'none' },
};

function shutBy(facts: Partial<ActFacts>, stage: Stage = 'take'): readonly string[] {
  const answer = mayAct({ ...open, ...facts }, now, stage);
  return answer.open ? [] : answer.reasons.map(({ by }) => by);
}
function isStopped(facts: Partial<ActFacts>): boolean {
  const answer = mayAct({ ...open, ...facts }, now, 'take');
  return !answer.open && answer.raises;
}
const answering = (answers: Partial<SafetyAnswers>, specialist: 'none' | 'does_not_raise' = 'none') => ({
  test: { ...tested, answers: { ...safe, ...answers }, specialist },
});

for (const pack of triedPacks) {
  test(`they support it, it is safe, a manager agreed and they know: it is open (${pack.id})`, () => {
    assert.equal(pack.perpetratorGate.strictness, 'strict');
    assert.deepEqual(shutBy({}), []);
  });

  test(`“may raise the risk” stops it whoever agreed, and cites the landlord’s own clause (${pack.id})`, () => {
    const answer = mayAct({ ...open, ...answering({ worse: 'yes' }) }, now, 'take');
    assert.equal(answer.open, false);
    if (answer.open) return;
    assert.equal(answer.raises, true);
    const own = pack.purposes['perpetrator-gate'];
    assert.match(reasonInWords(pack, answer.reasons[0]), new RegExp(`${own}\\)$`));
    for (const each of answer.reasons) assert.notEqual(each.opens, '');
  });
}

test('nothing on record is never open', () => {
  const nothing = { view: null, test: null, decided: 'no', told: 'no', judged: false, level: null } as const;
  assert.deepEqual(shutBy(nothing), ['not_judged', 'no_view', 'no_test', 'not_decided', 'not_told']);
});

test('each question that nobody could answer shuts it: unknown is not safe', () => {
  for (const { name } of safetyQuestions)
    assert.ok(shutBy(answering({ [name]: 'not_known' })).includes('answers_not_known'), name);
});

test('each answer that may raise the risk stops it, and no specialist makes it safe', () => {
  const all = safetyQuestions as readonly SafetyQuestion[];
  const raising = all.flatMap(({ name, raises }) => raises.map((value) => [name, value] as const));
  assert.deepEqual(raising, [
    ['reveals', 'yes'],
    ['court_order', 'not_served'],
    ['goes', 'near'],
    ['fails', 'yes'],
    ['worse', 'yes'],
  ]);
  for (const [name, value] of raising)
    assert.equal(isStopped(answering({ [name]: value }, 'does_not_raise')), true, name);
});

test('living together, children, weapons, suicide or so-called honour: a specialist is asked first', () => {
  for (const name of ['together', 'children', 'weapons', 'suicide', 'honour'] as const) {
    assert.deepEqual(shutBy(answering({ [name]: 'yes' })), ['specialist_needed']);
    assert.deepEqual(shutBy(answering({ [name]: 'yes' }, 'does_not_raise')), []);
  }
});

test('a tick of so-called honour anywhere in the case counts, whatever the test says', () => {
  assert.deepEqual(shutBy({ honour: true }), ['specialist_needed']);
});

test('a specialist who sees a higher risk stops it; one who cannot say leaves it shut', () => {
  assert.equal(isStopped({ test: { ...tested, specialist: 'raises' } }), true);
  const cannotSay = { ...tested, answers: { ...safe, children: 'yes' }, specialist: 'cannot_say' } as const;
  assert.deepEqual(shutBy({ test: cannotSay }), ['specialist_needed']);
});

test('their view is weighed with a specialist, and is no veto; what they fear is', () => {
  for (const answer of ['oppose', 'unsure', 'not_safe_to_ask'] as const) {
    const view = { ...supports, answer };
    assert.deepEqual(shutBy({ view }), ['specialist_needed'], answer);
    assert.deepEqual(shutBy({ view, ...answering({}, 'does_not_raise') }), [], answer);
  }
  assert.equal(isStopped({ view: { ...supports, fears: 'yes' } }), true);
  assert.deepEqual(shutBy({ view: { ...supports, fears: 'not_known' } }), ['fears_not_known']);
});

test('what they take back shuts it until they are asked again', () => {
  const view = { ...supports, answer: 'withdrawn' } as const;
  assert.ok(shutBy({ view, ...answering({}, 'does_not_raise') }).includes('view_withdrawn'));
});

test('after fourteen days both are asked again', () => {
  const then = now.subtract({ hours: 14 * 24 });
  assert.deepEqual(shutBy({ view: { ...supports, askedAt: then } }), []);
  const before = then.subtract({ minutes: 1 });
  assert.deepEqual(shutBy({ view: { ...supports, askedAt: before } }), ['view_old']);
  assert.deepEqual(shutBy({ test: { ...tested, testedAt: before } }), ['test_old']);
});

test('a new assessment, an incident or a move asks both again, and another level the test', () => {
  assert.deepEqual(shutBy({ changedAt: now }), ['view_overtaken', 'test_overtaken']);
  assert.deepEqual(shutBy({ changedAt: yesterday }), []);
  assert.ok(shutBy({ level: 'standard' }).includes('level_changed'));
});

test('a danger that stands stops it, whatever was agreed', () => {
  assert.equal(isStopped({ danger: true }), true);
});

test('a Bill is not law', () => {
  assert.deepEqual(shutBy({ isLaw: false }), ['not_law']);
});

test('what a manager agreed to before it changed is not agreed to', () => {
  assert.deepEqual(shutBy({ decided: 'other' }), ['decided_otherwise']);
  assert.deepEqual(shutBy({ decided: 'no' }, 'decide'), [], 'it is open to be decided');
});

test('where telling them would not be safe, nobody goes on without a specialist', () => {
  assert.deepEqual(shutBy({ told: 'not_safe' }), ['not_told_alone']);
  assert.deepEqual(shutBy({ told: 'not_safe', ...answering({}, 'does_not_raise') }), []);
});

test('while it is open who mainly harms whom, nothing is done about whoever is feared', () => {
  for (const apart of ['open', 'cannot_tell', 'overtaken'] as const)
    assert.deepEqual(shutBy({ apart }), ['not_told_apart'], apart);
});

test('where the person of the case was found to harm, it is stopped; where they are harmed, it goes on', () => {
  assert.deepEqual(shutBy({ apart: 'harms' }), ['harms']);
  for (const apart of ['none', 'harmed', 'no_allegation'] as const)
    assert.deepEqual(shutBy({ apart }), [], apart);
});

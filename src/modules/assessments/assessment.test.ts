import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseForm } from '#kit/forms.ts';
import { newId } from '#kit/ids.ts';
import { dayFields } from '#kit/typed-day.ts';
import { runs } from '../../../tests/property.ts';
import {
  type Answered,
  type Answers,
  type AssessmentSummary,
  answerTo,
  assessedWhenEnded,
  endedInWords,
  eventsOfEnding,
  givenOn,
  progressInWords,
  restingAssessment,
  scoreOf,
} from './assessment.ts';
import { answersForm, typedAnswers } from './forms/answers-form.ts';
import { endingForm } from './forms/ending-form.ts';
import { receivedForm } from './forms/received-form.ts';
import { builtIn } from './instruments/catalogue.ts';
import { dash } from './instruments/dash.ts';
import { dashScotland } from './instruments/dash-scotland.ts';
import { type Instrument, type Item, itemsOf } from './instruments/instrument.ts';
import { severity } from './instruments/severity.ts';
import { same } from './sheet.ts';

const cases = 100_000;
const answered = (item: string, answer: Answered['answer']): Answered => ({
  item,
  answer,
  note: '',
  source: '',
});
const those = (...given: readonly Answered[]): Answers => new Map(given.map((each) => [each.item, each]));
const sheet = { sheet: newId<string>(), base: '1' };

/** Lines as a browser sends and a form keeps them: not blank, without blanks around. */
const text = fc
  .oneof(
    { weight: 4, arbitrary: fc.constant('') },
    fc.constantFrom('Yes', 'no', 'not_asked', 'She said “no”.\nTwice.', '0', '  — ', '<b>&amp;'),
  )
  .map((each) => each.trim());
const someAnswers = (instrument: Instrument): fc.Arbitrary<Answers> =>
  fc
    .array(
      fc.constantFrom(...itemsOf(instrument)).chain((item) =>
        fc.record(
          {
            item: fc.constant(item.id),
            answer: fc.constantFrom(...givenOn[item.scale].map(({ value }) => value)),
            note: text,
            source: text,
          },
          { noNullPrototype: true },
        ),
      ),
      { maxLength: 5 },
    )
    .map((all) => those(...all));

const forms = new Map(builtIn.map((instrument) => [instrument, answersForm(instrument)]));

function roundTrip(instrument: Instrument, answers: Answers): Answers {
  const form = forms.get(instrument) ?? assert.fail();
  const parsed = parseForm(form, { ...typedAnswers(instrument, answers), ...sheet });
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.value.answers;
}

test('from answers to a form and back, no answer, no word and no source ever changes', () => {
  const share = Math.ceil(cases / builtIn.length);
  for (const instrument of builtIn)
    fc.assert(
      fc.property(someAnswers(instrument), (answers) => {
        const back = roundTrip(instrument, answers);
        for (const { id } of itemsOf(instrument))
          assert.ok(same(answerTo(back, id), answerTo(answers, id)), id);
      }),
      runs(share, 1_000 / builtIn.length),
    );
});

test('a blank is never a no: what is left out of a form is not asked, and is counted nowhere', () => {
  const item = fc.constantFrom(...itemsOf(dash));
  const form = answersForm(dash);
  fc.assert(
    fc.property(
      someAnswers(dash),
      fc.uniqueArray(item, { maxLength: 4 }),
      (answers, left: readonly Item[]) => {
        const typed = { ...typedAnswers(dash, answers), ...sheet };
        const gone = new Set(left.map(({ id }) => `answer-${id}`));
        const sent = Object.fromEntries(Object.entries(typed).filter(([name]) => !gone.has(name)));
        const parsed = parseForm(form, sent);
        assert.ok(parsed.ok);
        for (const { id } of left) assert.equal(answerTo(parsed.value.answers, id).answer, 'not_asked');
        const { answered: count } = scoreOf(dash, parsed.value.answers);
        assert.ok(count <= 24 - left.length);
      },
    ),
    runs(cases / 10),
  );
});

test('the score is the yeses among what counts; a don’t know is answered, and is no yes', () => {
  const answers = those(
    answered('1', 'yes'),
    answered('2', 'no'),
    answered('3', 'dont_know'),
    answered('4', 'not_asked'),
  );
  assert.deepEqual(scoreOf(dash, answers), { yes: 1, answered: 3, of: 24 });
  assert.equal(progressInWords(scoreOf(dash, answers)), '3 of 24 answered');
});

test('Scotland’s questions about children are asked and do not count', () => {
  const answers = those(answered('C1', 'yes'), answered('C2', 'yes'), answered('24', 'yes'));
  assert.deepEqual(scoreOf(dashScotland, answers), { yes: 1, answered: 1, of: 24 });
});

test('the grid of severity has grades and no score', () => {
  const answers = those(answered('physical', 'high'), answered('physical-severity', 'more'));
  assert.deepEqual(scoreOf(severity, answers), { yes: 0, answered: 2, of: 12 });
  assert.doesNotMatch(
    endedInWords(severity, { ...scoreOf(severity, answers), ...told, ending: 'finished' }),
    /yes/,
  );
});

const told = {
  endingWords: '',
  fewWhy: '',
  askAgainOn: null,
  askedBy: 'Carys Webb',
  how: 'phone',
  correctionReason: '',
} as const;

test('the chronology says how far it went and how it ended, in the person’s favour', () => {
  const words = endedInWords(dash, { yes: 9, answered: 11, of: 24, ...told, ending: 'stopped_by_person' });
  const first = 'Dash: 9 yes, 11 of 24 answered. Asked by Carys Webb, by phone. They wished to stop.';
  assert.equal(words, `${first} No day was agreed: leave it until they bring it up.`);
  const askAgainOn = Temporal.PlainDate.from('2026-11-25');
  const stopped = { ...told, ending: 'stopped_by_person', askAgainOn } as const;
  const agreed = endedInWords(dash, { yes: 9, answered: 11, of: 24, ...stopped });
  assert.equal(agreed, `${first} To be asked again on Wednesday 25 November 2026, as agreed with them.`);
});

test('stopped at their wish, the risk was assessed as far as they would; what became unsafe is still owed', () => {
  assert.equal(assessedWhenEnded('finished', 24), true);
  assert.equal(assessedWhenEnded('stopped_by_person', 3), true);
  assert.equal(assessedWhenEnded('stopped_by_person', 0), false);
  assert.equal(assessedWhenEnded('not_safe', 20), false);
});

test('how it ended is told apart: finished, stopped at their wish, broken off', () => {
  assert.deepEqual(eventsOfEnding('finished', 24), ['risk.assessed', 'risk.assessment-finished']);
  assert.deepEqual(eventsOfEnding('stopped_by_person', 3), ['risk.assessed', 'risk.stopped-at-their-wish']);
  assert.deepEqual(eventsOfEnding('stopped_by_person', 0), ['risk.stopped-at-their-wish']);
  assert.deepEqual(eventsOfEnding('finished', 1, 'The line broke off'), [
    'risk.assessed',
    'risk.finished-with-few',
  ]);
  assert.deepEqual(eventsOfEnding('not_safe', 20), ['risk.assessment-stopped']);
});

test('what they wished to stop rests until they come back to it', () => {
  const at = (day: string) => Temporal.Instant.from(`2026-11-${day}T10:00:00Z`);
  const one = (day: string, ending: AssessmentSummary['ending'], more: Partial<AssessmentSummary> = {}) =>
    ({
      id: day,
      askedAt: at(day),
      endedAt: ending && at(day),
      ending,
      correctedById: null,
      ...more,
    }) as AssessmentSummary;
  const stopped = one('18', 'stopped_by_person');
  assert.equal(restingAssessment([stopped]), stopped);
  assert.equal(
    restingAssessment([one('19', 'not_safe'), stopped]),
    stopped,
    'what became unsafe was no coming back',
  );
  assert.equal(restingAssessment([one('20', 'finished'), stopped]), null);
  assert.equal(restingAssessment([one('18', 'stopped_by_person', { correctedById: 'x' })]), null);
  assert.equal(restingAssessment([]), null);
});

test('a day to ask again is for when they wished to stop, after today and within six months', () => {
  const form = endingForm({ answered: 3, enough: 3, today: Temporal.PlainDate.from('2026-11-18') });
  const sent = (ending: string, day: string | null) =>
    form.safeParse({ ending, ...(day && dayFields('askAgain', Temporal.PlainDate.from(day))) });
  assert.equal(sent('stopped_by_person', '2026-11-19').data?.askAgainOn?.toString(), '2026-11-19');
  assert.equal(sent('stopped_by_person', '2027-05-18').success, true);
  assert.equal(sent('stopped_by_person', null).data?.askAgainOn, null, 'they need agree to none');
  for (const day of ['2026-11-18', '2026-11-01', '2027-05-19'])
    assert.equal(sent('stopped_by_person', day).success, false, day);
  for (const ending of ['finished', 'not_safe'])
    assert.equal(sent(ending, '2026-11-25').success, false, ending);
});

test('one answer of 24 is finished only with a real reason, and never with a letter', () => {
  const form = endingForm({ answered: 1, enough: 18, today: Temporal.PlainDate.from('2026-11-18') });
  const finished = (fewWhy: string) => form.safeParse({ ending: 'finished', endingWords: '', fewWhy });
  assert.equal(finished('').success, false);
  assert.equal(finished('x').success, false);
  assert.equal(finished('Known from the police, and not asked again').success, true);
  assert.equal(
    form.safeParse({ ending: 'stopped_by_person', endingWords: '', fewWhy: '' }).success,
    true,
    'nobody is pressed for a reason to stop',
  );
});

test('why few were answered is said for each assessment, never in the words of the last one', () => {
  const lastWhy = 'She was tired. We go on on Friday.';
  const form = endingForm({ answered: 1, enough: 18, lastWhy, today: Temporal.PlainDate.from('2026-11-18') });
  const finished = (fewWhy: string) => form.safeParse({ ending: 'finished', endingWords: '', fewWhy });
  assert.equal(finished('she was tired, we go on on friday').success, false);
  assert.equal(finished('She was tired again; her sister came at noon').success, true);
});

test('what somebody else assessed comes with their level, or with their words', () => {
  const now = Temporal.Instant.from('2026-11-18T10:00:00Z');
  const form = receivedForm('Europe/London', now);
  const came = {
    'received-day': '17',
    'received-month': '11',
    'received-year': '2026',
    'received-time': '10:00',
  };
  const sent = (more: Readonly<Record<string, string>>) =>
    form.safeParse({ tool: 'dara', toolName: '', receivedFrom: 'The police', ...came, ...empty, ...more });
  const empty = { scoreStated: '', levelStated: '', levelWords: '', words: '', handling: '' };
  assert.equal(sent({}).success, false);
  assert.equal(sent({ words: 'x' }).success, false);
  assert.equal(
    sent({ levelStated: 'other' }).success,
    false,
    'graded in another way, and nobody knows which',
  );
  assert.equal(sent({ levelStated: 'high' }).success, true);
  assert.equal(sent({ levelStated: 'other', levelWords: 'Gold' }).success, true);
  assert.equal(sent({ words: 'She was frightened, and he had been told to leave.' }).success, true);
});

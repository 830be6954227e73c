import { z } from 'zod';
import { choice, formGiven, known, line, optionalChoice, type Typed, words } from '#kit/forms.ts';
import { isReason } from '#kit/real-reason.ts';
import { type MomentBounds, moment, typedMoment } from '#kit/typed-moment.ts';
import { stillRightAnswers } from '#modules/agreement/pure.ts';
import { promisedRing, ringAt, type Wish, wishes } from '#modules/calls/pure.ts';
import { askingDanger } from '#modules/danger/pure.ts';
import { honourField } from '#modules/needs/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { asksAboutTheirTimes } from '#rules/kept-agreement.ts';
import type { WithFurther } from '#rules/ways.ts';
import {
  asksAboutSuspicion,
  contactChannels,
  contactOutcomes,
  fitsWhoBegan,
  mightBeAsked,
  namesSomebody,
  saysReached,
  suspicions,
  whoBegan,
} from '../contact-outcomes.ts';
import { breachesInWords } from '../contact-words.ts';
import { heldAgainst } from '../held-against.ts';
import { asksOver, overWhich } from '../over.ts';
import { isContact, plainlyNobody, type WithWhom, whomFor, withWhom } from '../with-whom.ts';

export interface ContactFacts {
  readonly calendar: WorkingCalendar;
  readonly firstKnown: Temporal.Instant;
  readonly now: Temporal.Instant;
  /** Whether anything is agreed about contact: then every contact asks whether it is still right. */
  readonly agreed: boolean;
  /** What was agreed at that moment; null: nothing was. */
  readonly agreedAt: (at: Temporal.Instant) => WithFurther | null;
  /** Every further way that there is or was, by id. */
  readonly ways: readonly string[];
  /** Whether a call to them is promised: then it is asked what they said of it. */
  readonly promised: boolean;
}

export const theirTimes = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not_known', label: 'Not known' },
] as const;

const fields = z.object({
  channel: choice(
    contactChannels.map((channel) => channel.value),
    'Say how you tried',
  ),
  begunBy: optionalChoice(
    whoBegan.map(({ value }) => value),
    'us',
  ),
  over: line(60),
  happened: moment,
  outcome: choice(
    contactOutcomes.map((outcome) => outcome.value),
    'Say what came of it',
  ),
  whom: optionalChoice(
    withWhom.map(({ value }) => value),
    '',
  ),
  suspicion: optionalChoice(
    suspicions.map((suspicion) => suspicion.value),
    'not_asked',
  ),
  stillRight: optionalChoice(
    stillRightAnswers.map((answer) => answer.value),
    'not_asked',
  ),
  inTheirTimes: optionalChoice(
    theirTimes.map(({ value }) => value),
    'not_asked',
  ),
  doNow: words(2_000),
  notes: words(),
  promisedCall: optionalChoice(
    wishes.map(({ value }) => value),
    'still',
  ),
  ring: promisedRing,
  ...honourField,
  facts: known<ContactFacts>(),
});
type Answers = z.infer<typeof fields>;

/**
 * A contact or an attempt. `happened` lies between when we first knew and now; how, what came of it and with whom fit
 * together; and where it went against what was agreed at that time, it says what is to be done now.
 */
const schema = fields
  .superRefine((answers, check) => {
    for (const [field, message] of Object.entries(problemsOf(answers)))
      if (message) check.addIssue({ code: 'custom', path: [field], message });
  })
  .transform(({ facts, ...answers }) => {
    const { suspicion, stillRight, whom, inTheirTimes, happened, over, promisedCall, ring, ...contact } =
      answers;
    const then = facts.agreedAt(happened);
    const reached = isContact({ ...contact, withWhom: whomOf(answers) }, then);
    return {
      ...contact,
      happened,
      over: over === '' ? undefined : over,
      withWhom: whomOf(answers),
      inTheirTimes: inTheirTimes === 'not_asked' ? undefined : inTheirTimes,
      stillRight: reached && stillRight !== 'not_asked' ? stillRight : undefined,
      promisedCall: { wish: facts.promised ? promisedCall : ('still' as const), ringAt: ring },
      maySuspect: asksAboutSuspicion(contact.outcome) ? suspicion : ('not_asked' as const),
    };
  });

function read(typed: Typed, facts: ContactFacts) {
  const { timeZone } = facts.calendar.rules;
  const bounds: MomentBounds = {
    timeZone,
    notAfter: facts.now,
    tooLate: 'Record a contact once it has happened',
    notBefore: facts.firstKnown,
    tooEarly: 'This is before anybody told us. Check the day and the time',
  };
  const happened = typedMoment(typed, 'happened', bounds);
  const promisedAt = typeof happened === 'string' ? facts.now : happened;
  return { ...typed, happened, ring: ringAt(typed, { promisedAt, timeZone }), facts };
}

export const contactForm = formGiven(schema, read);

/** The same, with whether there is danger now. */
export const contactFormAskingDanger = formGiven(askingDanger(schema, mightBeAsked), read);

/** Nobody is asked with whom nobody was reached. */
function whomOf({ channel, outcome, whom }: Pick<Answers, 'channel' | 'outcome' | 'whom'>): WithWhom {
  return whom === '' || plainlyNobody(channel, outcome) ? 'nobody' : whom;
}

function problemsOf({ facts, ...answers }: Answers): Readonly<Record<string, string | undefined>> {
  const { channel, outcome, begunBy, happened, suspicion, stillRight, inTheirTimes, doNow, notes } = answers;
  const fitting = whomFor(channel, outcome);
  if (fitting.length === 0)
    return {
      outcome: 'This cannot come of the way that you chose. Check how you tried, and what came of it',
    };
  if (!fitsWhoBegan(outcome, begunBy))
    return { outcome: 'This comes of a try of ours. Say that we got in touch, or what came of theirs' };
  const then = facts.agreedAt(happened);
  const unclear = overProblem(answers, then, facts);
  const over = overWhich(answers.over === '' ? undefined : answers.over, begunBy, then);
  const against = heldAgainst(
    { ...answers, inTheirTimes: told(inTheirTimes), happenedAt: happened },
    over,
    facts.calendar,
  );
  const reached = isContact({ ...answers, withWhom: whomOf(answers) }, then);
  const elsewhere = over.kind === 'another';
  const asksTimes =
    asksAboutTheirTimes(over.terms, { way: channel, begunBy, elsewhere }) && inTheirTimes === 'not_asked';
  return {
    over: unclear,
    whom: whomProblem(answers, then),
    suspicion:
      asksAboutSuspicion(outcome) && suspicion === 'not_asked'
        ? 'Say whether whoever answered may now suspect something'
        : undefined,
    stillRight:
      facts.agreed && saysReached(outcome) && answers.whom !== 'somebody_else' && stillRight === 'not_asked'
        ? 'Say whether what was agreed is still right, or that it was not safe to ask'
        : undefined,
    promisedCall: facts.promised ? wishProblem(answers.promisedCall, reached) : undefined,
    ring:
      facts.promised && answers.promisedCall === 'moved' && reached && answers.ring === null
        ? 'Say when they asked to be rung'
        : undefined,
    inTheirTimes: asksTimes
      ? `Say whether it was one of the times that they told us: “${over.terms?.times ?? ''}”`
      : undefined,
    notes:
      saysReached(outcome) && !isReason(notes)
        ? 'Write down in a sentence what was said, for whoever speaks with them next'
        : undefined,
    doNow:
      !asksTimes && !unclear && against.length > 0 && !isReason(doNow)
        ? `This went against what was agreed. ${breachesInWords(against)} Say what is to be done now`
        : undefined,
  };
}

/** With one way agreed nobody has to say that it was that one; with several, and for a try of ours, somebody does. */
function overProblem(
  { over, begunBy }: Pick<Answers, 'over' | 'begunBy'>,
  then: WithFurther | null,
  { ways }: ContactFacts,
): string | undefined {
  if (over === '') return asksOver(begunBy, then) ? 'Say which number, address or place it was' : undefined;
  return over === 'first' || over === 'another' || ways.includes(over) ? undefined : 'Choose from the list';
}

/** Only the person moves a call that was promised to them, and only in a contact. */
function wishProblem(wish: Wish, reached: boolean): string | undefined {
  if (wish === 'still' || reached) return undefined;
  return 'Only they say so, in a safe contact. Choose that they still expect it';
}

function whomProblem(
  answers: Pick<Answers, 'channel' | 'outcome' | 'whom'>,
  then: WithFurther | null,
): string | undefined {
  const { channel, outcome, whom } = answers;
  if (plainlyNobody(channel, outcome)) return undefined;
  if (whom === '') return 'Say with whom it was';
  if (!whomFor(channel, outcome).includes(whom))
    return 'This does not fit what came of it. Say with whom it was';
  return whom === 'trusted' && !namesSomebody(then)
    ? 'What was agreed then names nobody whom they trust. Choose “Somebody else”'
    : undefined;
}

function told(answer: Answers['inTheirTimes']) {
  return answer === 'not_asked' ? undefined : answer;
}

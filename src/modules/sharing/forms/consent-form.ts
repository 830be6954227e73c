import { z } from 'zod';
import {
  choice,
  choices,
  formGiven,
  kept,
  known,
  line,
  offeredOrNone,
  onList,
  optionalChoice,
  requiredLine,
  type Typed,
  words,
} from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { optionalDay, typedDay } from '#kit/typed-day.ts';
import { moment, typedMoment } from '#kit/typed-moment.ts';
import { because } from '#rules/clauses.ts';
import { consentDays, freelyGiven } from '#rules/consent.ts';
import type { Pack } from '#rules/pack.ts';
import {
  consentAnswers,
  consentChanges,
  type DataKind,
  dataKinds,
  type Giver,
  givers,
  type Listener,
  listeners,
  type RecipientSort,
  recipientSorts,
  sharePurposes,
} from '#rules/sharing.ts';
import { askedWays } from '../ways-asked.ts';

const values = <T extends string>(list: readonly { readonly value: T }[]) => list.map(({ value }) => value);

/** To whom: one whom the case has, or another by its name and role. */
export const recipientFields = {
  recipient: offeredOrNone<string>('Choose from the list'),
  agency: requiredLine('Say which agency'),
  role: requiredLine('Say which person, desk or role there'),
  sort: choice<RecipientSort>(values(recipientSorts), 'Say what kind of agency it is'),
};

interface InCase {
  readonly id: string;
  readonly agency: string;
  readonly role: string;
  readonly sort: RecipientSort;
  readonly endedAt: Temporal.Instant | null;
}

/**
 * Whom of the case they chose, or named as the case has them already, with all that the case knows of it; null:
 * somebody whom it does not have. What is missing of another is said with everything else that is.
 */
export function recipientTyped(typed: Typed, recipients: readonly InCase[]): object {
  const there = recipients.filter(({ endedAt }) => endedAt === null);
  const chosen = onList(
    there.map(({ id }) => id),
    typed,
    'recipient',
  );
  const [agency, role] = [plain(kept(typed, 'agency')), plain(kept(typed, 'role'))];
  const known = there.find((each) =>
    chosen === '' ? plain(each.agency) === agency && plain(each.role) === role : each.id === chosen,
  );
  if (!known) return { recipient: chosen };
  return { recipient: known.id, agency: known.agency, role: known.role, sort: known.sort };
}

function plain(text: string): string {
  return text.trim().toLocaleLowerCase('en-GB').replaceAll(/\s+/g, ' ');
}

export const consentForm = formGiven(
  z
    .object({
      answer: choice(values(consentAnswers), 'Say what they answered'),
      ...recipientFields,
      purpose: choice(values(sharePurposes), 'Say what it would be shared for'),
      kinds: choices<DataKind>(values(dataKinds)).refine(
        (chosen) => chosen.length > 0,
        'Choose what they were asked about',
      ),
      by: optionalChoice<Giver, ''>(values(givers), ''),
      authority: line(300),
      heard: optionalChoice<Listener, ''>(values(listeners), ''),
      way: choice(values(askedWays), 'Say how they were asked'),
      asked: moment,
      until: optionalDay,
      words: words(4_000),
      pack: known<Pack>(),
    })
    .superRefine((given, context) => {
      if (given.answer === 'given') freeProblems(given, context);
    })
    .transform(({ pack: _, ...given }) => given),
  (typed, pack: Pack, recipients: readonly InCase[], { timeZone, now }: Moment) => {
    const asked = typedMoment(typed, 'asked', {
      timeZone,
      notAfter: now,
      tooLate: 'This must be in the past',
    });
    const from = typeof asked === 'string' ? now : asked;
    const given = from.toZonedDateTimeISO(timeZone).toPlainDate();
    const until = typedDay(typed, 'until', {
      notBefore: given,
      tooEarly: 'This must be after they were asked',
      notAfter: given.add({ days: consentDays.most }),
      tooLate: 'At most half a year: then they are asked again',
    });
    return { ...typed, pack, asked, until, ...recipientTyped(typed, recipients) };
  },
);

interface Moment {
  readonly timeZone: string;
  readonly now: Temporal.Instant;
}

interface Given {
  readonly pack: Pack;
  readonly by: Giver | '';
  readonly heard: Listener | '';
  readonly authority: string;
}

/** A yes is theirs: from whom it came, and who could hear. */
function freeProblems({ pack, by, heard, authority }: Given, context: z.core.$RefinementCtx<unknown>): void {
  const say = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message, input: '' });
  if (by === '') say('by', 'Say from whom it came');
  else {
    const theirs = freelyGiven({ by, heard: 'nobody' });
    if (!theirs.allowed) say('by', because(pack, theirs));
  }
  if (by === 'authority' && authority === '') say('authority', 'Say who decides for them, and by what');
  if (heard === '') say('heard', 'Say who else could hear');
  else {
    const free = freelyGiven({ by: 'person', heard });
    if (!free.allowed) say('heard', because(pack, free));
  }
}

/** What they said of it later. */
export const changeForm = formGiven(
  z.object({
    change: choice(values(consentChanges), 'Say what they said'),
    way: choice(values(askedWays), 'Say how they said it'),
    said: moment,
    words: words(4_000),
  }),
  (typed, timeZone: string, now: Temporal.Instant) => ({
    ...typed,
    said: typedMoment(typed, 'said', { timeZone, notAfter: now, tooLate: 'This must be in the past' }),
  }),
);

export const recipientEndingForm = z.object({ why: reason('Say what has changed', 1_000) });

import { againstPost, type Held, held } from './against-post.ts';
import { type AgreedChannel, type Agreement, timesInWordsOnly, withinNever } from './agreement.ts';
import type { WorkingCalendar } from './calendar.ts';
import type { StaffId } from './facts.ts';
import { type Against, alsoOfFeared, gateThen, untimed } from './gate.ts';
import { caseClosed, caseRests, withConflict } from './held-in-case.ts';
import type { Household } from './household.ts';
import { readByOthers } from './others-at.ts';
import type { PaperAgreement } from './own-paper.ts';
import { inSafeHours } from './safe-hours.ts';
import { type Over, termsOver } from './ways.ts';

export type SendingChannel = Extract<AgreedChannel, 'text' | 'email' | 'post'>;

/** A message to the person, as it would leave at this moment. */
export interface Message {
  readonly channel: SendingChannel;
  /** Over which of the agreed ways. */
  readonly over: Over;
  /** Whether whoever else reads it learns anything: `neutral` is “Please call …”. */
  readonly says: 'neutral' | 'something';
  /** Who wrote it; null: nobody is known to have. */
  readonly writtenBy: StaffId | null;
  /** Words of what must not be done that somebody of the team has read: this message does none of it. */
  readonly read: readonly Reading[];
  /** The last day on which it is of any use. */
  readonly usefulUntil: Temporal.PlainDate;
}

export interface Reading {
  readonly words: string;
  readonly by: StaffId;
}

/** What is known of the number, the mailbox or the letter box to which it would go. */
export interface Destination {
  /** `none`: nothing was agreed for this; `unclear`: not a number or an address alone; `no_mobile`: read out aloud. */
  readonly address: 'clear' | 'none' | 'unclear' | 'no_mobile';
  /** Of post: whether it is the home of the case, or may be; null: nobody can tell. */
  readonly atHome: boolean | null;
  /** The register has the same number or mailbox of whoever is feared, or of somebody else. */
  readonly alsoOf: 'nobody' | 'feared' | 'somebody';
}

export interface SendingFacts {
  /** As it is now, not as it was when the message was written; null: nothing was agreed. */
  readonly agreement: PaperAgreement | null;
  readonly standing: 'open' | 'paused' | 'closed';
  readonly household: Household;
  /** Who must not know of the case: they are with the family, or with whoever is feared. */
  readonly blockedStaff: readonly StaffId[];
  readonly destination: Destination;
  readonly now: Temporal.Instant;
  readonly calendar: WorkingCalendar;
}

type Reasons = readonly [Held, ...Held[]];

/** `wait`: nothing but the time is against it, and a time that was agreed will come. */
export type Sending =
  | { readonly decision: 'send' }
  | { readonly decision: 'wait'; readonly reasons: Reasons }
  | { readonly decision: 'hold'; readonly reasons: Reasons };

/**
 * May this leave now? Whatever is unknown, old or unsure holds it: the gate says whether the way is open, and here is
 * asked beside that who else would read it (V3.2, L2.1a).
 */
export function maySend(message: Message, facts: SendingFacts): Sending {
  const { agreement, now, calendar } = facts;
  const terms = termsOver(agreement && { further: [], ...agreement }, message.over);
  const gate = gateThen({ agreement: terms, channel: message.channel, now, calendar });
  const outOfTime = terms !== null && onlyTheTime(terms, message.channel, facts);
  const against = [...(gate.open ? [] : gate.reasons), ...outsideHours(terms, message.channel, facts)].map(
    (each) => ({
      opens: outOfTime ? 'It waits for a time that may be used.' : 'Ask them again, at a safe moment.',
      ...each,
    }),
  );
  const around = [
    ...inCase(facts.standing),
    ...outOfUse(message, facts),
    ...byWhom(message, facts.blockedStaff),
    ...inWords(message, agreement, facts.blockedStaff),
    ...whereTo(message, facts.destination),
    ...whoElseReads(message, agreement),
    ...(message.channel === 'post'
      ? againstPost(message.says, facts.household, facts.destination.atHome)
      : []),
  ];
  const [first, ...rest] = around;
  const [shut, ...others] = against.filter(({ reason }) => !around.some((each) => each.reason === reason));
  if (first)
    return { decision: 'hold', reasons: [...(shut ? [shut, ...others] : []), first, ...rest] as never };
  if (shut === undefined) return { decision: 'send' };
  return { decision: outOfTime ? 'wait' : 'hold', reasons: [shut, ...others] };
}

/** Whether the same way is open at another time of the week: asked of the rule itself, with the hours taken away. */
function onlyTheTime(
  terms: Agreement,
  channel: SendingChannel,
  { now, calendar }: Pick<SendingFacts, 'now' | 'calendar'>,
): boolean {
  if (untimed.includes(channel) || timesInWordsOnly(terms)) return false;
  const anyTime = { ...terms, windows: [], never: [], times: '' };
  return !inSafeHours(terms, now, calendar) && gateThen({ agreement: anyTime, channel, now, calendar }).open;
}

/** A phone lights up by itself: where they named no hours, it is in office hours alone that it does. */
function outsideHours(
  terms: Agreement | null,
  channel: SendingChannel,
  { now, calendar }: Pick<SendingFacts, 'now' | 'calendar'>,
): readonly Against[] {
  if (terms === null || untimed.includes(channel) || inSafeHours(terms, now, calendar)) return [];
  const { opens, closes } = calendar.rules;
  if (terms.windows.length === 0 && !withinNever(terms.never, now, calendar))
    return [
      {
        reason: `They named no hours, so it leaves on a working day between ${opens} and ${closes} alone.`,
        basis: 'access-needs',
      },
    ];
  const gate = gateThen({ agreement: terms, channel, now, calendar });
  return gate.open ? [{ reason: 'What is left of this time is too short.', basis: 'access-needs' }] : [];
}

function inCase(standing: SendingFacts['standing']): readonly Held[] {
  if (standing === 'open') return [];
  return [standing === 'paused' ? caseRests : caseClosed];
}

function outOfUse({ usefulUntil }: Message, { now, calendar }: SendingFacts): readonly Held[] {
  const today = now.toZonedDateTimeISO(calendar.rules.timeZone).toPlainDate();
  if (Temporal.PlainDate.compare(today, usefulUntil) <= 0) return [];
  return [
    held(
      'The last day on which it is of any use is over.',
      'records',
      'Withdraw it, and write another where one is needed.',
    ),
  ];
}

function byWhom({ writtenBy }: Message, blockedStaff: readonly StaffId[]): readonly Held[] {
  if (writtenBy === null || !blockedStaff.includes(writtenBy)) return [];
  const opens = 'Withdraw it. Somebody else of the team writes what is still needed.';
  return [withConflict('Whoever wrote it has a conflict of interest.', opens)];
}

/**
 * Whether somebody's reading of what must not be done counts for a message: not that of whoever must not know of the
 * case, nor of whoever wrote something that tells.
 */
export function readingCounts(
  { by }: Pick<Reading, 'by'>,
  { says, writtenBy }: Pick<Message, 'says' | 'writtenBy'>,
  blockedStaff: readonly StaffId[],
): boolean {
  return !blockedStaff.includes(by) && (says === 'neutral' || by !== writtenBy);
}

/** What must not be done is known in words, which no rule can read: somebody reads them, beside this message. */
function inWords(
  message: Message,
  agreement: PaperAgreement | null,
  blockedStaff: readonly StaffId[],
): readonly Held[] {
  const { over, says, read } = message;
  const own = agreement?.further?.find(({ wayId }) => wayId === over);
  return [...new Set([agreement?.doNot ?? '', own?.doNot ?? ''].map((said) => said.trim()))]
    .filter((said) => said !== '')
    .filter((said) => !read.some((each) => each.words === said && readingCounts(each, message, blockedStaff)))
    .map((said) =>
      held(
        `They said what not to do: “${said}”.`,
        'safe-contact',
        says === 'neutral'
          ? 'Somebody of the team reads it, and says that this message does none of it.'
          : 'Somebody of the team who did not write it reads both, and says that it does none of it.',
      ),
    );
}

function whereTo({ channel }: Message, { address, alsoOf }: Destination): readonly Held[] {
  const ofWhoeverTheyFear = alsoOfFeared(channel);
  const thing = { text: 'number', email: 'e-mail address', post: 'address' }[channel];
  const why = {
    none: `No ${thing} was agreed for this.`,
    unclear: `What is written down is not one ${thing} alone.`,
    no_mobile: 'It is not a mobile number of here: a text to a telephone in a home is read out aloud.',
  };
  return [
    ...(address === 'clear'
      ? []
      : [
          held(
            why[address],
            'safe-contact',
            `Ask them for the ${thing}, and write down nothing else with it.`,
          ),
        ]),
    ...(alsoOf === 'nobody'
      ? []
      : [
          {
            ...ofWhoeverTheyFear,
            ...(alsoOf === 'somebody' && { reason: 'The register has it as one of somebody else, too.' }),
          },
        ]),
  ];
}

function whoElseReads({ channel, over, says }: Message, agreement: PaperAgreement | null): readonly Held[] {
  const others = readByOthers(channel, over, agreement);
  const asks = 'Ask them, and agree a way that only they use.';
  return [
    ...(says === 'something' && channel !== 'post'
      ? [
          held(
            'A text or an e-mail never says what it is about.',
            'need-to-know',
            'Write no more than “Please call”.',
          ),
        ]
      : []),
    ...(others === '' ? [] : [held(others, 'safe-contact', asks)]),
  ];
}

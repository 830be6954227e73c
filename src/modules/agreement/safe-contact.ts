import {
  type AgreedChannel,
  type Agreement,
  agreedChannels,
  interpreters,
  timesInWordsOnly,
  windowsInWords,
  workerGenders,
} from '#rules/agreement.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { contactGate, doubts, type Gate, nobodyNamedHours } from '#rules/gate.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { readByOthers } from '#rules/others-at.ts';
import type { Over } from '#rules/ways.ts';
import { labelOf } from '#rules/words.ts';
import { type AgreedWay, type Sharing, sharings } from './further-way.ts';
import { furtherFacts, rings } from './further-words.ts';
import { several, waysInWords } from './ways-words.ts';

/** What was agreed; every field has one meaning, and "may" always means yes (L2.1a, L2.3). */
export interface SafeContactValue
  extends Omit<
    Agreement,
    'askedAt' | 'unsureSince' | 'changedSince' | 'movedSince' | 'ofFeared' | 'contactPersonOfFeared'
  > {
  /** The number, the address or the place; shown only where the gate is open, or for a reason. */
  readonly value: string;
  /** Whether others use that phone, mailbox or letter box too. */
  readonly shared: Sharing;
  readonly whoMightAnswer: string;
  readonly mayLeaveVoicemail: boolean;
  readonly withholdNumber: boolean;
  /** The name from which a text or an e-mail comes, so that it tells nobody anything. */
  readonly senderAlias: string;
  /** What is said to whoever else answers. */
  readonly coverReason: string;
  readonly codeWord: string;
  /** How to reach the contact person; kept back like `value`. */
  readonly contactPersonValue: string;
  readonly accessNeedsAsked: boolean;
  readonly language: string;
  readonly adjustments: string;
  readonly doNot: string;
}

/** What nobody was asked is not allowed. */
export const notAsked = {
  shared: 'not_known',
  mayVisit: false,
  windows: [],
  never: [],
  senderAlias: '',
  coverReason: '',
  contactPerson: '',
  contactPersonValue: '',
} as const satisfies Partial<SafeContactValue>;

export interface SafeContact extends SafeContactValue, Agreement {
  readonly number: number;
  readonly further: readonly AgreedWay[];
  readonly recordedAt: Temporal.Instant;
}

export interface Strip {
  /** `some`: one way may be used now, and another may not. */
  readonly state: 'safe' | 'some' | 'check' | 'stop';
  readonly summary: string;
  /** `always`: what must not be done stays in view, however small the screen. */
  readonly facts: readonly { readonly name: string; readonly value: string; readonly always?: true }[];
}

export const nothingAgreed = 'Nothing agreed yet: do not call, text, write or e-mail before asking';

/** Whether the way that was agreed first may be used now. */
export function gateOf(agreed: Agreement | null, now: Temporal.Instant, calendar: WorkingCalendar): Gate {
  const channel = agreed && agreed.channel !== 'none' ? agreed.channel : 'phone';
  return contactGate({ agreement: agreed, channel, now, calendar });
}

/** What stands above every page of a case. Unknown, old or unsure is never shown as safe, and no number with it. */
export function stripOf(agreed: SafeContact | null, now: Temporal.Instant, calendar: WorkingCalendar): Strip {
  if (agreed === null) return { state: 'stop', summary: nothingAgreed, facts: [] };
  if (several(agreed)) return stripOfSeveral(agreed, now, calendar);
  const gate = gateOf(agreed, now, calendar);
  // The door of messages says so too: a green tick there would be taken for a yes.
  const others = gate.open ? readByOthers(agreed.channel, 'first', agreed) : '';
  if (others !== '')
    return {
      state: 'check',
      summary: `${others} Ask them, and agree a way that only they use. ${wayInWords(agreed, false)}`,
      facts: [...factsOf(agreed), { name: 'Asked on', value: askedOn(agreed, calendar) }],
    };
  return {
    state: gate.open ? 'safe' : askFirst(agreed, gate, now) ? 'check' : 'stop',
    summary: gate.open ? wayInWords(agreed, true) : `${gate.reasons[0].reason} ${wayInWords(agreed, false)}`,
    facts: [...inViewWhere(gate.open, agreed), { name: 'Asked on', value: askedOn(agreed, calendar) }],
  };
}

/** Each way is named with whether it may be used now, so that none is taken for another. */
function stripOfSeveral(agreed: SafeContact, now: Temporal.Instant, calendar: WorkingCalendar): Strip {
  const { ways, words } = waysInWords(agreed, now, calendar, (over) => beforeItIsUsed(agreed, over));
  const open = new Set(ways.filter((way) => way.open).map(({ over }) => over));
  const alone = ways.filter(
    ({ over, terms }) => open.has(over) && readByOthers(terms.channel, over, agreed) === '',
  ).length;
  const shut = ways.every(({ terms }) => readFirst(terms, now)) ? 'check' : 'stop';
  return {
    state: alone === ways.length ? 'safe' : alone > 0 ? 'some' : open.size > 0 ? 'check' : shut,
    summary: words,
    facts: [
      ...[
        ...factsOf(agreed),
        { name: 'When', value: timesInWords(agreed) },
        { name: 'Asked on', value: askedOn(agreed, calendar) },
      ].map((fact) =>
        holdsForAll.includes(fact.name) ? fact : { ...fact, name: `${fact.name} (first choice)` },
      ),
      ...furtherFacts(agreed, open, now, calendar),
    ].filter(({ value }) => value !== ''),
  };
}

/** The number of the first way, and on any that shows ours, that it is withheld: read before it is dialled. */
function beforeItIsUsed(agreed: SafeContact, over: Over): string {
  const { channel, withholdNumber } = agreed.further.find(({ wayId }) => wayId === over) ?? agreed;
  const withhold = withholdNumber && rings(channel) ? 'withhold number' : '';
  return [over === 'first' ? agreed.value : '', withhold].filter(Boolean).join(', ');
}

/** What was said once, of whatever way. */
const holdsForAll: readonly string[] = ['Do not', 'Never', 'Code word', 'Visits to the home'];

/** Where it is about to be used, that our number is withheld is seen before it is dialled. */
function inViewWhere(open: boolean, agreed: SafeContact): Strip['facts'] {
  const dials = open && agreed.withholdNumber && rings(agreed.channel);
  return factsOf(agreed).map((fact) =>
    dials && fact.name === 'Withhold our number' ? { ...fact, always: true as const } : fact,
  );
}

function askFirst(agreed: Agreement, gate: Gate, now: Temporal.Instant): boolean {
  return readFirst(agreed, now) || (!gate.open && gate.reasons.includes(nobodyNamedHours));
}

/** Something has to be asked or read before anybody can tell; else the answer is no, at least for now. */
function readFirst(agreed: Agreement, now: Temporal.Instant): boolean {
  if (agreed.channel === 'none' || agreed.ofFeared) return false;
  return doubts(agreed, now).length > 0 || timesInWordsOnly(agreed);
}

function wayInWords(agreed: SafeContactValue, open: boolean): string {
  const way = labelOf(agreedChannels, agreed.channel);
  const value = agreed.value === '' || open ? agreed.value : keptBack(agreed.channel);
  const times = timesInWords(agreed);
  return `${[way, value].filter(Boolean).join(', ')}${times ? `: ${times}` : ''}`;
}

/** In place of a number, an address or a place that is not shown. */
export function keptBack(channel: AgreedChannel): string {
  if (channel === 'phone' || channel === 'text' || channel === 'video') return 'number kept back';
  return channel === 'in_person' ? 'place kept back' : 'address kept back';
}

/** `Monday to Friday 10:00 to 14:00. After the school run`. */
export function timesInWords({ windows, times }: Pick<Agreement, 'windows' | 'times'>): string {
  return [windowsInWords(windows), times].filter(Boolean).join('. ');
}

/** Each permission in a word of its own, so that no tick can be read the wrong way round. */
export function factsOf(agreed: SafeContactValue & Pick<Agreement, 'movedSince'>): Strip['facts'] {
  const permissions = [
    { name: 'Voicemail', value: yesOrNo(agreed.mayLeaveVoicemail) },
    { name: 'Text', value: yesOrNo(agreed.mayText) },
    { name: 'Email', value: yesOrNo(agreed.mayEmail) },
    { name: 'Post', value: whereTheyLived(agreed, agreed.mayPost) },
    { name: 'Visits to the home', value: whereTheyLived(agreed, agreed.mayVisit) },
    { name: 'Withhold our number', value: yesOrNo(agreed.withholdNumber) },
  ];
  const said = [
    { name: 'Do not', value: agreed.doNot, always: true as const },
    { name: 'Never', value: windowsInWords(agreed.never), always: true as const },
    { name: 'Do others use it too', value: sharedInWords(agreed.shared) },
    { name: 'Who might answer', value: agreed.whoMightAnswer },
    { name: 'If somebody else answers, say', value: agreed.coverReason },
    { name: 'Code word', value: agreed.codeWord },
  ].filter((fact) => fact.value !== '');
  return [...permissions, ...said];
}

/** What the person needs from us, so far as it was said (L2.3). */
export function needsOf(agreed: SafeContactValue): Strip['facts'] {
  return [
    { name: 'Language', value: agreed.language },
    { name: 'Interpreter', value: agreed.interpreter && labelOf(interpreters, agreed.interpreter) },
    { name: 'Colleague', value: agreed.workerGender && labelOf(workerGenders, agreed.workerGender) },
    { name: 'Safe place to meet', value: agreed.meetingPlace },
    { name: 'Adjustments', value: agreed.adjustments },
  ].filter((fact) => fact.value !== '');
}

/** Not asked is shown on the form, where it can be asked. */
function sharedInWords(shared: Sharing): string {
  return shared === 'not_known' ? '' : labelOf(sharings, shared);
}

function whereTheyLived({ movedSince }: Pick<Agreement, 'movedSince'>, allowed: boolean): string {
  return allowed && movedSince ? 'Agreed before they moved: ask again first' : yesOrNo(allowed);
}

function yesOrNo(allowed: boolean): 'Yes' | 'No' {
  return allowed ? 'Yes' : 'No';
}

function askedOn({ askedAt }: SafeContact, calendar: WorkingCalendar): string {
  return dayOfWeekInWords(askedAt.toZonedDateTimeISO(calendar.rules.timeZone));
}

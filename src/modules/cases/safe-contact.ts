import type { WorkingCalendar } from '#rules/calendar.ts';
import { dateInWords } from '#rules/moment.ts';
import { type Choice, labelOf } from '#rules/words.ts';

/** The one agreed way to reach the person first. */
export const agreedChannels = [
  { value: 'phone', label: 'Phone call' },
  { value: 'text', label: 'Text message' },
  { value: 'email', label: 'Email' },
  { value: 'in_person', label: 'In person' },
  { value: 'web_chat', label: 'Web chat' },
  { value: 'post', label: 'Post' },
  { value: 'through_somebody', label: 'Through somebody they trust' },
  { value: 'none', label: 'No safe way is known', hint: 'Nobody tries until a way is agreed' },
] as const satisfies readonly Choice[];
export type AgreedChannel = (typeof agreedChannels)[number]['value'];

/** Professional interpreters only: never family, friends or the community, who may be part of it (domain §9). */
export const interpreters = [
  { value: 'not_needed', label: 'Not needed' },
  { value: 'professional', label: 'Professional interpreter' },
  { value: 'professional_woman', label: 'Professional interpreter, a woman' },
  { value: 'professional_man', label: 'Professional interpreter, a man' },
] as const satisfies readonly Choice[];
export type Interpreter = (typeof interpreters)[number]['value'] | '';

export const workerGenders = [
  { value: 'no_preference', label: 'No preference' },
  { value: 'woman', label: 'A woman' },
  { value: 'man', label: 'A man' },
] as const satisfies readonly Choice[];
export type WorkerGender = (typeof workerGenders)[number]['value'] | '';

/** What was agreed; every field has one meaning, and "may" always means yes (L2.1a, L2.3). */
export interface SafeContactValue {
  readonly channel: AgreedChannel;
  /** The number, the address or the place. */
  readonly value: string;
  readonly times: string;
  readonly whoMightAnswer: string;
  readonly mayLeaveVoicemail: boolean;
  readonly mayText: boolean;
  readonly mayEmail: boolean;
  readonly mayPost: boolean;
  readonly withholdNumber: boolean;
  readonly codeWord: string;
  readonly accessNeedsAsked: boolean;
  readonly language: string;
  readonly interpreter: Interpreter;
  readonly workerGender: WorkerGender;
  readonly meetingPlace: string;
  readonly adjustments: string;
  readonly doNot: string;
  readonly agreedWithPerson: boolean;
}

export interface SafeContact extends SafeContactValue {
  readonly number: number;
  readonly recordedAt: Temporal.Instant;
  /** Since then somebody else answered who may suspect something. */
  readonly unsureSince: Temporal.Instant | null;
}

export interface Strip {
  readonly state: 'safe' | 'check' | 'stop';
  readonly summary: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

export const nothingAgreed = 'Nothing agreed yet: do not call, text, write or e-mail before asking';
const staleAfterDays = 30;

/** Older than 30 days: lives change, so it is asked again before it is used. */
export function stale(recordedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(recordedAt.add({ hours: 24 * staleAfterDays }), now) < 0;
}

/** What stands above every page of a case. Unknown, old or unsure is never shown as safe. */
export function stripOf(agreed: SafeContact | null, now: Temporal.Instant, calendar: WorkingCalendar): Strip {
  if (agreed === null) return { state: 'stop', summary: nothingAgreed, facts: [] };
  const doubt = doubtAbout(agreed, now);
  return {
    state: agreed.channel === 'none' ? 'stop' : doubt ? 'check' : 'safe',
    summary: [doubt, wayInWords(agreed)].filter(Boolean).join(' '),
    facts: [...factsOf(agreed), { name: 'Asked on', value: askedOn(agreed, calendar) }],
  };
}

function doubtAbout(agreed: SafeContact, now: Temporal.Instant): string | null {
  if (agreed.unsureSince) return 'Somebody else answered and may suspect something: make sure first.';
  if (!agreed.agreedWithPerson) return 'Not agreed with the person themselves: make sure first.';
  if (stale(agreed.recordedAt, now)) return 'Asked more than 30 days ago: ask again first.';
  return null;
}

function wayInWords({ channel, value, times }: SafeContactValue): string {
  const way = labelOf(agreedChannels, channel);
  return `${[way, value].filter(Boolean).join(', ')}${times ? `: ${times}` : ''}`;
}

/** Each permission in a word of its own, so that no tick can be read the wrong way round. */
export function factsOf(agreed: SafeContactValue): Strip['facts'] {
  const permissions = [
    { name: 'Voicemail', value: yesOrNo(agreed.mayLeaveVoicemail) },
    { name: 'Text', value: yesOrNo(agreed.mayText) },
    { name: 'Email', value: yesOrNo(agreed.mayEmail) },
    { name: 'Post', value: yesOrNo(agreed.mayPost) },
    { name: 'Withhold our number', value: yesOrNo(agreed.withholdNumber) },
  ];
  const said = [
    { name: 'Do not', value: agreed.doNot },
    { name: 'Who might answer', value: agreed.whoMightAnswer },
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

function yesOrNo(allowed: boolean): 'Yes' | 'No' {
  return allowed ? 'Yes' : 'No';
}

function askedOn({ recordedAt }: SafeContact, calendar: WorkingCalendar): string {
  return dateInWords(recordedAt.toZonedDateTimeISO(calendar.rules.timeZone));
}

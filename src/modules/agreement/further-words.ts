import { type Agreement, agreedChannels, windowsInWords } from '#rules/agreement.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { contactGate, type Gate } from '#rules/gate.ts';
import { termsOf } from '#rules/ways.ts';
import { labelOf } from '#rules/words.ts';
import { type AgreedWay, endedInWords, sharings } from './further-way.ts';

interface First extends Agreement {
  readonly further: readonly AgreedWay[];
}
interface Fact {
  readonly name: string;
  readonly value: string;
  readonly always?: true;
}

/** Whether this further way may be used now, by its own terms. */
export function gateOfWay(
  first: Agreement,
  way: AgreedWay,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): Gate {
  return contactGate({ agreement: termsOf(first, way), channel: way.channel, now, calendar });
}

/** `Phone call: may be used now`; never the number. */
export function standingOfWay(
  first: Agreement,
  way: AgreedWay,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): string {
  if (way.endedBecause !== '') return `Ended. ${endedInWords[way.endedBecause]}.`;
  const gate = gateOfWay(first, way, now, calendar);
  return `${labelOf(agreedChannels, way.channel)}: ${gate.open ? 'may be used now.' : gate.reasons[0].reason}`;
}

/** For the strip: which others there are, how each stands, and what must never be done with it, in view always. */
export function furtherFacts(
  agreed: First,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): readonly Fact[] {
  return inForce(agreed).flatMap((way) => [
    { name: `Also ${way.name}`, value: standingOfWay(agreed, way, now, calendar) },
    ...neverWith(way).map((fact) => ({ ...fact, name: `${fact.name} (${way.name})` })),
  ]);
}

/** Where the first choice may not be used now, and another may: by its name. */
export function insteadOf(agreed: First, now: Temporal.Instant, calendar: WorkingCalendar): string {
  const open = inForce(agreed).filter((way) => gateOfWay(agreed, way, now, calendar).open);
  if (open.length === 0) return '';
  return `. May be used now instead: ${open.map(({ name }) => name).join(', ')}`;
}

function inForce({ further }: First): readonly AgreedWay[] {
  return further.filter(({ endedAt }) => endedAt === null);
}

function neverWith({ doNot, never, shared }: AgreedWay): readonly Fact[] {
  const facts: readonly Fact[] = [
    { name: 'Do not', value: doNot, always: true },
    { name: 'Never', value: windowsInWords(never), always: true },
    { name: 'Shared', value: shared === 'no' ? '' : labelOf(sharings, shared), always: true },
  ];
  return facts.filter(({ value }) => value !== '');
}

/** Its terms, each in words of its own. */
export function wayFacts(way: AgreedWay): readonly Fact[] {
  const yesOrNo = (allowed: boolean) => (allowed ? 'Yes' : 'No');
  const rings = way.channel === 'phone';
  return [
    { name: 'What it is for', value: way.purpose },
    { name: 'When', value: [windowsInWords(way.windows), way.times].filter(Boolean).join('. ') },
    { name: 'Never', value: windowsInWords(way.never) },
    { name: 'Do not', value: way.doNot },
    { name: 'Shared', value: labelOf(sharings, way.shared) },
    { name: 'Who might answer or see it', value: way.whoMightAnswer },
    { name: 'If somebody else answers, say', value: way.coverReason },
    { name: 'Voicemail', value: rings ? yesOrNo(way.mayLeaveVoicemail) : '' },
    { name: 'Text', value: rings ? yesOrNo(way.mayText) : '' },
    {
      name: 'Withhold our number',
      value: rings || way.channel === 'text' ? yesOrNo(way.withholdNumber) : '',
    },
    { name: 'Agreed with the person themselves', value: yesOrNo(way.agreedWithPerson) },
  ].filter(({ value }) => value !== '');
}

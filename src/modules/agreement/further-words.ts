import { type Agreement, agreedChannels, windowsInWords } from '#rules/agreement.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { contactGate, type Gate } from '#rules/gate.ts';
import { readByOthers } from '#rules/others-at.ts';
import { inForce, type Over, termsOf } from '#rules/ways.ts';
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

/** `Phone call: may be used now`, or who else reads it; never the number. */
export function standingOfWay(
  first: Agreement,
  way: AgreedWay,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): string {
  if (way.endedBecause !== '') return `Ended. ${endedInWords[way.endedBecause]}.`;
  const gate = gateOfWay(first, way, now, calendar);
  const may = readByOthers(way.channel, way.wayId, { channel: first.channel, further: [way] });
  const stands = gate.open ? may || 'may be used now.' : gate.reasons[0].reason;
  return `${labelOf(agreedChannels, way.channel)}: ${stands}`;
}

/** For the strip: the terms of each further way under its name; in view always those of one that may be used now. */
export function furtherFacts(
  agreed: First,
  open: ReadonlySet<Over>,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): readonly Fact[] {
  return inForce(agreed).flatMap((way) => {
    const inView = open.has(way.wayId) && { always: true as const };
    const terms = wayFacts(way).filter(({ name, value }) => !inViewOf.includes(name) && !usual(name, value));
    const standing = standingOfWay(agreed, way, now, calendar);
    return [
      ...termsInView(way).map(({ name, value }) => ({ name: `${name} (${way.name})`, value, ...inView })),
      {
        name: `Also ${way.name}`,
        value: [standing, ...terms.map(({ name, value }) => `${name}: ${value}`)].join(' · '),
      },
    ];
  });
}

/** What must not be done with this one, and who else may come by it. */
function termsInView({ doNot, never, shared, windows, times }: AgreedWay): readonly Fact[] {
  const facts: readonly Fact[] = [
    { name: 'Do not', value: doNot },
    { name: 'Never', value: windowsInWords(never) },
    { name: 'Shared', value: shared === 'no' ? '' : labelOf(sharings, shared) },
    { name: 'In their words', value: windows.length > 0 ? times : '' },
  ];
  return facts.filter(({ value }) => value !== '');
}

/** Where it was not agreed with them, the way is shut and says so. */
function usual(name: string, value: string): boolean {
  return name === 'Agreed with the person themselves' && value === 'Yes';
}

const inViewOf: readonly string[] = ['Do not', 'Never', 'Shared'];

/** A way on which a number of ours could show. */
export function rings(channel: Agreement['channel']): boolean {
  return channel === 'phone' || channel === 'text';
}

/** Its terms, each in words of its own. */
export function wayFacts(way: AgreedWay): readonly Fact[] {
  const yesOrNo = (allowed: boolean) => (allowed ? 'Yes' : 'No');
  const calls = way.channel === 'phone';
  return [
    { name: 'What it is for', value: way.purpose },
    { name: 'When', value: [windowsInWords(way.windows), way.times].filter(Boolean).join('. ') },
    { name: 'Never', value: windowsInWords(way.never) },
    { name: 'Do not', value: way.doNot },
    { name: 'Shared', value: labelOf(sharings, way.shared) },
    { name: 'Who might answer or see it', value: way.whoMightAnswer },
    { name: 'If somebody else answers, say', value: way.coverReason },
    { name: 'Voicemail', value: calls ? yesOrNo(way.mayLeaveVoicemail) : '' },
    { name: 'Text', value: calls ? yesOrNo(way.mayText) : '' },
    { name: 'Withhold our number', value: rings(way.channel) ? yesOrNo(way.withholdNumber) : '' },
    { name: 'Agreed with the person themselves', value: yesOrNo(way.agreedWithPerson) },
  ].filter(({ value }) => value !== '');
}

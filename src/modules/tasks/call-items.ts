import type { AgreedCall } from '#modules/calls/index.ts';
import { callPaths } from '#modules/calls/pure.ts';
import { agreeAnew, agreeFirst, diaryPaths } from '#modules/diary/pure.ts';
import { atTheOffice } from '#rules/calendar.ts';
import type { DueRule, Pack } from '#rules/pack.ts';
import type { DayItem } from './day.ts';
import type { DayReader } from './day-items.ts';

/** Promises about a call: on the day it is the call itself, at its time. */
export function callCommitments(pack: Pack): readonly string[] {
  return pack.commitments
    .filter(({ measure }) => measure.kind === 'clock' && measure.starts === 'call.promised')
    .map(({ id }) => id);
}

/** On a day it is the time that was promised: what the board allows around it is nobody’s to use up. */
const atThatTime: DueRule = { agreedTime: { minutes: 0, writtenWithinMinutes: 0 } };

/** Somebody waits for it at that time: a minute after, it is late. */
export function callItem(call: AgreedCall, { calendar, standIn }: DayReader): DayItem {
  const { id, caseId, reference, danger, at, to, leadId, plannedId, against, over } = call;
  const time = atTheOffice(at, calendar).toPlainTime().toString({ smallestUnit: 'minute' });
  return {
    ...(caseId && plannedId && { standsFor: diaryPaths.planned(caseId, plannedId) }),
    kind: 'promised_call',
    caseId,
    reference,
    what:
      `We said that we would ring ${to === 'person' ? 'the person' : 'whoever told us'} at ${time}` +
      (against.length === 0 ? '' : `. ${(plannedId ? agreeAnew : agreeFirst)(against, at, calendar)}`),
    at,
    rule: atThatTime,
    appointment: false,
    danger,
    standsInFor: leadId ? (standIn.get(leadId) ?? null) : null,
    href: callPaths.call(id),
    way: against.length === 0 ? ring(over) : 'Look before anybody rings',
  };
}

/** Over that number alone: what is safe for one is not for another. */
function ring(over: string): string {
  return over === '' ? 'Ring, then record it' : `Ring over ${over} and no other, then record it`;
}

/**
 * A call that was promised is on the day once, as that, and not as a call of the diary too; what is not agreed any more
 * is there once, to be decided, and not as if somebody could go or ring.
 */
export function callsOnce(items: readonly DayItem[]): readonly DayItem[] {
  const undecided = items.filter(({ kind }) => kind === 'no_longer_agreed').map(({ href }) => href);
  const stoodFor = new Set([
    ...undecided,
    ...items.flatMap(({ standsFor }) => (standsFor ? [standsFor] : [])),
  ]);
  return items.filter(({ kind, href }) => kind !== 'visit' || !stoodFor.has(href));
}

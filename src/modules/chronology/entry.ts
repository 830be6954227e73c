import type { Choice } from '#rules/words.ts';

/** What an entry tells of. The last ones are written by the program, beside what they tell of. */
export const entryKinds = [
  { value: 'incident', label: 'Incident' },
  { value: 'account', label: 'Their own account' },
  { value: 'observation', label: 'Something seen or noticed' },
  { value: 'decision', label: 'Decision and why' },
  { value: 'action', label: 'Something done' },
  { value: 'agency', label: 'From another agency' },
  { value: 'note', label: 'Note' },
  { value: 'disclosure', label: 'Disclosure' },
  { value: 'contact', label: 'Contact' },
  { value: 'attempt', label: 'Attempt to make contact' },
  { value: 'message', label: 'Message' },
  { value: 'visit', label: 'Visit or call planned' },
  { value: 'risk', label: 'Risk' },
  { value: 'plan', label: 'Action plan' },
  { value: 'task', label: 'Task' },
  { value: 'pause', label: 'Pause' },
  { value: 'supervision', label: 'Case review' },
  { value: 'closing', label: 'Closing' },
] as const satisfies readonly Choice[];
export type EntryKind = (typeof entryKinds)[number]['value'];

const byThemselves = ['incident', 'account', 'observation', 'decision', 'action', 'agency', 'note'];

/** Those that a person writes. */
export const writtenKinds = entryKinds.filter(({ value }) => byThemselves.includes(value));

/** From whom we know. */
export const entrySources = [
  { value: 'person', label: 'The person themselves' },
  { value: 'child', label: 'A child' },
  { value: 'household', label: 'Somebody else in the household' },
  { value: 'informant', label: 'Somebody who told us', hint: 'Never name them to anybody else' },
  { value: 'colleague', label: 'A colleague' },
  { value: 'contractor', label: 'A contractor' },
  { value: 'police', label: 'Police' },
  { value: 'agency', label: 'Another agency' },
  { value: 'record', label: 'Our own records' },
] as const satisfies readonly Choice[];
export type EntrySource = (typeof entrySources)[number]['value'];

export const entriesPerPage = 40;
export const lateAfterHours = 24;

/** Recorded more than a day after somebody knew: shown as such, never hidden (V4.1e). */
export function late(entry: { readonly knownAt: Temporal.Instant; readonly recordedAt: Temporal.Instant }) {
  return entry.recordedAt.epochMilliseconds - entry.knownAt.epochMilliseconds > lateAfterHours * 3_600_000;
}

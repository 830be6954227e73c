import type { Held } from '#rules/against-post.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { allowed, refused, type Verdict } from '#rules/facts.ts';
import { againstMeeting } from '#rules/may-meet.ts';
import type { AgreedNow } from '#rules/no-longer-agreed.ts';
import type { Choice } from '#rules/words.ts';

/** What a contractor is told to do, and no more: no reason, nobody’s story. */
const jobs: Readonly<Record<string, string>> = {
  make_safe: 'Mend a lock, a door or a window',
  lock_change: 'Change locks',
  door_bolt: 'Fit a bolt or a chain to a door',
  window_lock: 'Fit locks to windows',
  window_alarm: 'Fit sensors to windows or doors',
  security_light: 'Fit a light outside',
  camera_doorbell: 'Fit a doorbell',
  door_viewer: 'Fit a viewer to a door',
  letterbox_guard: 'Fit a letterbox with a guard',
  door_replacement: 'Replace a door or its frame',
  fence_gate: 'Mend or fit a fence or a gate',
  safe_room: 'Fit a lock to an inside door',
  sanctuary_room: 'Fit an inside door and its frame, as on the drawing',
  smoke_alarm: 'Fit smoke detectors',
  fire_blanket: 'Fit a fire blanket',
};

export function jobOf(kind: string): string {
  return jobs[kind] ?? 'A small repair';
}

/** Whether somebody there may know whoever they fear, as they say themselves. */
export const conflictAnswers = [
  { value: 'no', label: 'They say that nobody there knows whoever they fear' },
  { value: 'yes', label: 'Somebody there may', hint: 'It is written down, and another is to be chosen' },
  { value: 'not_known', label: 'They were not asked yet' },
] as const satisfies readonly Choice[];

export const thereAnswers = [
  { value: 'no', label: 'No, as they say' },
  { value: 'yes', label: 'Yes, or they may be' },
  { value: 'not_known', label: 'Not known' },
] as const satisfies readonly Choice[];

export const twoPeople = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const satisfies readonly Choice[];

/** May somebody of them be sent, on that day? */
export function maySend(
  { id, vettedUntil }: { readonly id: string; readonly vettedUntil: Temporal.PlainDate },
  conflicts: readonly { readonly contractorId: string }[],
  day: Temporal.PlainDate,
): Verdict {
  if (conflicts.some(({ contractorId }) => contractorId === id))
    return refused('Somebody there may know whoever they fear. Choose another.', 'home-security');
  if (Temporal.PlainDate.compare(vettedUntil, day) < 0)
    return refused('They have to be looked into again first. An administrator does this.', 'home-security');
  return allowed;
}

export interface TimeFacts {
  readonly agreed: AgreedNow | null;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly calendar: WorkingCalendar;
}

/** What speaks against somebody coming then, by what was agreed about visits; who is there is asked by itself. */
export function againstTime({ agreed, startsAt, endsAt, calendar }: TimeFacts): {
  readonly unsafe: boolean;
  readonly reasons: readonly Held[];
} {
  return againstMeeting(
    {
      ...{ channel: 'home', over: 'first', startsAt, endsAt, interpreter: 'not_needed', gender: null },
      ...{ placeThen: null, outside: [], staffIds: [] },
    },
    {
      agreement: agreed,
      around: { closed: false, resting: false, restsUntil: null, blockedStaff: [], feared: [] },
      calendar,
    },
  );
}

export interface Told {
  readonly job: string;
  readonly details: string;
  readonly askFor: string;
  readonly address: string;
  readonly twoPeople: boolean;
}

/** Everything that a contractor is told, line by line: what is read out to them, and what a link shows. */
export function toldInLines(
  { job, details, askFor, address, twoPeople: two }: Told,
  when: string,
): readonly string[] {
  return [
    `${job}.${details.trim() === '' ? '' : ` ${details.trim()}`}`,
    when,
    ...address.split('\n'),
    askFor === '' ? 'Ask for nobody by name.' : `Ask for ${askFor}.`,
    two ? 'Two people come together.' : 'One person may come alone.',
  ];
}

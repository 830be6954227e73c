import { agreedTo, type Consent, type ConsentMoment, type Missing, type Wanted } from './consent.ts';
import { allowed, type LandlordIs, refused, type StaffId, type Verdict } from './facts.ts';
import type { Against } from './gate.ts';
import { groundProblem } from './lawful-basis.ts';
import { dataKinds, type RecipientSort } from './sharing.ts';
import { labelOf } from './words.ts';

/** What was decided to be shared. */
export interface Decided extends Wanted {
  readonly sort: RecipientSort;
  /** Null: on their agreement alone. */
  readonly ground: { readonly basis: string; readonly condition: string } | null;
  readonly decidedBy: StaffId | null;
  readonly decidedAt: Temporal.Instant;
  /** Somebody decided that it is not shared after all. */
  readonly droppedAt: Temporal.Instant | null;
  /** It is a referral of a child or an adult at risk: nothing that is missing stops it (V3.6, L2.5). */
  readonly safeguards?: boolean;
}

/** What a second person said of it; null: nobody was asked. */
export interface Second {
  readonly decision: 'approved' | 'declined' | 'withdrawn' | null;
  readonly by: StaffId | null;
}

export interface SharingFacts {
  readonly consents: readonly Consent[];
  readonly moment: ConsentMoment;
  readonly landlord: LandlordIs | null;
  readonly recipientEndedAt: Temporal.Instant | null;
  readonly second: Second | null;
  /** A danger that was told of and that nobody has dealt with: on record, never a tick. */
  readonly danger: boolean;
  readonly closed: boolean;
  /** Whom a conflict shuts out of the case by now. */
  readonly inConflict: readonly StaffId[];
  /** Of what was chosen, how much may not go to them any more, or never might. */
  readonly mayNotLeave: number;
  /** Something was held back since that what we wrote may repeat in other words, and nobody has looked yet. */
  readonly inDoubt: boolean;
}

export type ShareGate =
  | {
      readonly open: true;
      readonly on: 'consent' | 'ground';
      /** A second person: was not needed, agreed before, or looks at it afterwards, for there is danger now. */
      readonly second: 'not_needed' | 'agreed' | 'afterwards' | 'safeguarding';
      /** Of a referral for safeguarding: what would have stopped anything else. It is kept with what left. */
      readonly overridden?: readonly Against[];
    }
  | { readonly open: false; readonly reasons: readonly [Against, ...Against[]] };

/** So many days a decision stands; what is not sent by then is decided anew. Lintel’s. */
export const decisionDays = 28;

/** Nothing leaves by a decision afterwards, and no link opens. */
export function standsUntil({ decidedAt }: Pick<Decided, 'decidedAt'>): Temporal.Instant {
  return decidedAt.add({ hours: decisionDays * 24 });
}

/**
 * May this leave now? As they agree (L2.8), or on another lawful ground where a second person agrees, who neither
 * decided it nor has a conflict; where somebody is in danger at this moment, that person looks afterwards (V3.2). Asked
 * as it is decided, and again as it leaves: whatever has changed meanwhile shuts it.
 */
export function mayShare(decided: Decided, facts: SharingFacts): ShareGate {
  const agreed = agreedTo(facts.consents, decided, facts.moment);
  const second = secondOf(decided, facts);
  if (decided.safeguards) return safeguarding(decided, facts, agreed);
  const [first, ...rest] = [
    ...always(decided, facts),
    ...(agreed.covered ? [] : withoutConsent(decided, facts, agreed.missing, second)),
  ];
  if (first) return { open: false, reasons: [first, ...rest] };
  if (agreed.covered) return { open: true, on: 'consent', second: 'not_needed' };
  return { open: true, on: 'ground', second: second === 'agreed' ? 'agreed' : 'afterwards' };
}

/**
 * A referral for safeguarding leaves whatever is missing. It does not go where nobody sends it any more: once it was
 * decided that it does not go, or its recipient has changed.
 */
function safeguarding(decided: Decided, facts: SharingFacts, agreed: ReturnType<typeof agreedTo>): ShareGate {
  const wrong = where([
    [decided.kinds.length === 0, 'Nothing was chosen to be shared.'],
    [decided.droppedAt !== null, 'It was decided that this is not shared.'],
    [facts.recipientEndedAt !== null, 'This agency has no part in the case any more, or has changed.'],
  ]);
  const [first, ...rest] = wrong;
  if (first) return { open: false, reasons: [first, ...rest] };
  const consent = agreed.covered ? [] : [not(missingInWords(agreed.missing))];
  const overridden = [...always(decided, facts), ...consent];
  return { open: true, on: agreed.covered ? 'consent' : 'ground', second: 'safeguarding', overridden };
}

/** Whatever they agreed to. */
function always(decided: Decided, facts: SharingFacts): readonly Against[] {
  const { decidedBy, decidedAt, droppedAt, kinds } = decided;
  const tooOld = standsUntil({ decidedAt });
  return where([
    [kinds.length === 0, 'Nothing was chosen to be shared.'],
    [droppedAt !== null, 'It was decided that this is not shared.'],
    [facts.recipientEndedAt !== null, 'This agency has no part in the case any more, or has changed.'],
    [facts.closed, 'The case is closed. Open it again, or decide anew.'],
    [
      decidedBy === null || facts.inConflict.includes(decidedBy),
      'Whoever decided it has a conflict with this case. Somebody else decides anew.',
    ],
    [
      Temporal.Instant.compare(facts.moment.now, tooOld) > 0,
      `It was decided more than ${decisionDays} days ago. Look again, and decide anew.`,
    ],
    [
      facts.mayNotLeave > 0,
      'Something in it may not go to them: whoever told us asked that it be kept, or it was decided since.',
    ],
    [
      facts.inDoubt,
      'Something was held back since, or taken back. What goes may repeat it in other words: somebody who did not ' +
        'send it looks first.',
    ],
    [
      facts.second?.decision === 'declined' || facts.second?.decision === 'withdrawn',
      'A second person did not agree, or it was taken back. Decide anew.',
    ],
  ]);
}

function withoutConsent(
  decided: Decided,
  { moment, landlord, danger }: SharingFacts,
  missing: readonly Missing[],
  second: 'agreed' | 'waits' | 'conflict',
): readonly Against[] {
  const { ground, kinds, purpose, sort } = decided;
  const on = moment.now.toZonedDateTimeISO(moment.timeZone).toPlainDate();
  if (ground === null) return missing.length === 0 ? [] : [not(missingInWords(missing))];
  const problem = groundProblem(ground, kinds, { on, landlord, purpose, sort });
  return where([
    [problem !== null, `${problem?.problem ?? ''}. They have not agreed to it.`],
    [
      second === 'waits' && !(danger && purpose === 'safety'),
      'They have not agreed to all of it, so a second person decides first. Only to keep somebody safe who is in ' +
        'danger now, and it is on record, does that person look afterwards.',
    ],
    [second === 'conflict', 'Whoever agreed has a conflict with this case. Another second person decides.'],
  ]);
}

function secondOf(
  { decidedBy }: Decided,
  { second, inConflict }: SharingFacts,
): 'agreed' | 'waits' | 'conflict' {
  if (second?.decision !== 'approved' || second.by === null || second.by === decidedBy) return 'waits';
  return inConflict.includes(second.by) ? 'conflict' : 'agreed';
}

/** What somebody made who turned out to have a conflict is made anew by somebody else. */
export function byWhomItMay(madeBy: StaffId | null, inConflict: readonly StaffId[]): Verdict {
  if (madeBy === null || !inConflict.includes(madeBy)) return allowed;
  return refused('Whoever made it has a conflict with this case. Somebody else makes it anew.', 'sharing');
}

const howMissing = {
  not_asked: 'They were not asked',
  refused: 'They do not agree',
  withdrawn: 'They took it back',
  stale: 'They have to be asked again',
} as const;

/** `They took it back: the action plan. They were not asked: health, …` */
export function missingInWords(missing: readonly Missing[]): string {
  return [...Map.groupBy(missing, ({ how }) => how)]
    .map(([how, each]) => {
      const kinds = each.map(({ kind }) => labelOf(dataKinds, kind).toLowerCase());
      return `${howMissing[how]}: ${kinds.join('; ')}.`;
    })
    .join(' ');
}

function where(rows: readonly (readonly [holds: boolean, reason: string])[]): readonly Against[] {
  return rows.flatMap(([holds, reason]) => (holds ? [not(reason)] : []));
}

function not(reason: string): Against {
  return { reason, basis: 'sharing' };
}

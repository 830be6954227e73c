import type { ReviewTrigger } from '#modules/case-file/pure.ts';
import type { OutcomeAnswers } from '#modules/closing/index.ts';
import type { AvoidedKind, CostKind, WorkKind } from '#modules/costs/pure.ts';
import type { Holder, Relation } from '#modules/housing/pure.ts';
import type { GainKind, MatterKind } from '#modules/money/pure.ts';
import type { KindOfOffer } from '#modules/support/pure.ts';
import type { RiskLevel } from '#rules/facts.ts';
import type { ChangeRoute, ChangeStep } from '#rules/tenancy-change.ts';
import type { Post } from './team.ts';

/** What colleagues do in a case once somebody was reached; everything in it is about the case of its story. */
export type CaseworkAction = { readonly by: Post } & (
  | {
      readonly does: 'assess';
      /** With the landlord's own tool; else with the Dash. */
      readonly tool?: 'own-1';
      readonly askedAt: Temporal.Instant;
      readonly yes: readonly number[];
      /** They wished to stop after so many questions, and agreed to be asked again on that day. */
      readonly stopped?: {
        readonly after: number;
        readonly words: string;
        readonly askAgainOn: Temporal.PlainDate;
      };
    }
  | {
      readonly does: 'receive-assessment';
      readonly from: string;
      readonly score: number;
      readonly words: string;
    }
  /** The latest assessment goes to a partner on paper. */
  | { readonly does: 'copy-assessment'; readonly why: string }
  | { readonly does: 'state-level'; readonly level: RiskLevel; readonly reason: string }
  | { readonly does: 'decide-lowering'; readonly decision: 'confirmed' | 'declined'; readonly why: string }
  | { readonly does: 'own-view'; readonly level: RiskLevel; readonly words: string }
  | { readonly does: 'known-date'; readonly onDate: Temporal.PlainDate; readonly words: string }
  | { readonly does: 'something-changed'; readonly trigger: ReviewTrigger; readonly words: string }
  | {
      readonly does: 'write-plan';
      readonly wants: 'stay_together' | 'stay_home' | 'leave_later' | 'move' | 'undecided';
      readonly ownWords: string;
      readonly wishes: string;
      readonly emergency: string;
    }
  | {
      readonly does: 'plan-action';
      readonly what: string;
      readonly why: string;
      readonly owner: 'person' | 'colleague' | 'agency';
      readonly agency: string;
      readonly dueOn: Temporal.PlainDate | null;
      readonly safety: boolean;
    }
  | { readonly does: 'finish-action' | 'drop-action'; readonly nth: number; readonly note: string }
  | {
      readonly does: 'offer';
      /** The day on which they agreed to be asked again. */
      readonly askOn: Temporal.PlainDate | null;
      readonly kind: KindOfOffer;
      readonly what: string;
      readonly answer: 'taken' | 'thinking' | 'declined';
      readonly ownWords: string;
    }
  /** The offer of that number in the case: approved, on its way, delivered, and what they say of it. */
  | { readonly does: 'approve-support'; readonly nth: number; readonly pence: number }
  | {
      readonly does: 'answer-offer';
      readonly nth: number;
      readonly answer: 'taken' | 'declined';
      readonly words: string;
    }
  /** A manager decides about what one person does not approve alone. */
  | { readonly does: 'decide-cost'; readonly nth: number }
  /** What was lent is gone, and they are asked about it. */
  | {
      readonly does: 'lose-lent';
      readonly nth: number;
      readonly feared: 'no' | 'maybe';
      readonly words: string;
    }
  | { readonly does: 'order-support'; readonly nth: number; readonly whom: string }
  /** What the work needs is gone through with them, and a contractor is ordered. */
  | {
      readonly does: 'order-works';
      readonly nth: number;
      readonly whom: string;
      readonly works: 'window_alarm' | 'make_safe' | 'door_bolt' | 'sanctuary_room';
      /** In how many days they come, or on the working day after. */
      readonly inDays: number;
    }
  /** The last order goes to its contractor as a link, with the code read out on the telephone. */
  | { readonly does: 'send-works-link' }
  /** One of us spoke with them about what stopped the contractor. */
  | { readonly does: 'look-into-stop'; readonly words: string }
  | { readonly does: 'deliver-support'; readonly nth: number }
  | { readonly does: 'hear-of-support'; readonly nth: number; readonly words: string }
  /** Months later somebody asks them how it is. */
  | { readonly does: 'look-again'; readonly nth: number; readonly words: string }
  | { readonly does: 'tell-of-money'; readonly kind: MatterKind; readonly words: string }
  /** An adviser looks at it, or they would rather leave it. */
  | { readonly does: 'look-at-money'; readonly left: boolean }
  | { readonly does: 'write-time'; readonly kind: WorkKind; readonly quarters: number }
  | { readonly does: 'write-cost'; readonly kind: CostKind; readonly pence: number; readonly words: string }
  /** A manager says from which fund what was billed is paid. */
  | { readonly does: 'name-fund' }
  /** The first of these that something on record shows. */
  | { readonly does: 'count-avoided'; readonly kinds: readonly AvoidedKind[] }
  | {
      readonly does: 'gain-money';
      readonly kind: GainKind;
      readonly once: number;
      readonly weekly: number;
    }
  | {
      readonly does: 'go-through-housing';
      readonly holder: Holder;
      readonly relation: Relation;
      readonly wish: 'stay' | 'leave' | 'not_decided';
      /** They would rather not speak of it. */
      readonly notWanted: boolean;
      readonly words: string;
    }
  /** Somebody would like to move, and was asked where they must not be housed; some are away meanwhile. */
  | {
      readonly does: 'wish-to-move';
      readonly kind: 'transfer' | 'reciprocal' | 'homelessness' | 'exchange';
      readonly words: string;
      readonly asked: boolean;
      readonly away: boolean;
    }
  | { readonly does: 'offer-home'; readonly comes: 'not_safe' | 'same' | 'lesser' }
  | { readonly does: 'agree-to-lesser' }
  | { readonly does: 'move-house' }
  | { readonly does: 'ask-how-safe'; readonly feeling: 'safe' | 'not_safe' | 'not_said' }
  | { readonly does: 'stay-after-all' }
  | {
      readonly does: 'agree-plan';
      readonly standing: 'agreed' | 'not_yet' | 'not_safe_to_agree';
      readonly ownWords: string;
      readonly reason: string;
      readonly again: boolean;
    }
  | {
      readonly does: 'plan-contact';
      readonly channel: 'call' | 'agreed_place';
      readonly startsAt: Temporal.Instant;
    }
  | {
      readonly does: 'ask-to-share';
      readonly to: 'idva' | 'police';
      readonly answer: 'given' | 'refused';
      /** Also whether the agency may know whom it reads of. */
      readonly who?: true;
      readonly words: string;
    }
  /** The police tell something, and ask that it goes no further. */
  | { readonly does: 'hear-in-confidence'; readonly words: string; readonly asked: string }
  /** They allow it. */
  | { readonly does: 'lift-condition'; readonly why: string }
  | { readonly does: 'take-back'; readonly words: string }
  /** The program tells of what was held back or put right, as it does within seconds. */
  | { readonly does: 'tell-of-since' }
  /** What came in for their tenancy is looked into, and an answer put to a manager, who agrees. */
  | { readonly does: 'look-into-tenancy' | 'agree-about-tenancy' }
  /** They ask for a change of their tenancy; what it needs is settled, and a manager decides. */
  | { readonly does: 'ask-for-change'; readonly route: ChangeRoute; readonly words: string }
  | { readonly does: 'settle-change' }
  /** They ask for mediation by themselves; where it is open a manager agrees; shut again it is stopped. */
  | { readonly does: 'ask-for-mediation' | 'agree-to-mediation' | 'arrange-mediation' }
  | { readonly does: 'fear-mediation' | 'stop-mediation' }
  | { readonly does: 'step-change'; readonly step: ChangeStep; readonly words: string }
  /** The first entry that was sent is put right; somebody else looks whether it repeats what was held back. */
  | { readonly does: 'correct-what-left' | 'look-at-doubt'; readonly words: string }
  | {
      readonly does: 'add-files';
      /** What was photographed, and how often. */
      readonly of: 'lock' | 'door';
      readonly shows: string;
    }
  /** The originals of what was decided on. */
  | { readonly does: 'pack-evidence' }
  | {
      readonly does: 'decide-share';
      readonly to: 'idva' | 'police';
      /** With what tells of the files. */
      readonly files?: true;
      /** '': as they agreed. */
      readonly ground: '' | 'legal-obligation';
      /** With whom it is about. */
      readonly who?: true;
      /** With what of the chronology may go to an agency. */
      readonly chronology?: true;
      readonly words: string;
    }
  | { readonly does: 'agree-share' | 'send-share' }
  | { readonly does: 'tell-danger' | 'deal-with-danger'; readonly words: string }
  | { readonly does: 'drop-share'; readonly why: string }
  | { readonly does: 'keep-contact' }
  | {
      readonly does: 'write-message';
      readonly channel: 'text' | 'email';
      readonly words: string;
    }
  | { readonly does: 'write-letter' | 'print-letters' | 'post-letters' }
  /** The one that was written last. */
  | { readonly does: 'withdraw-message'; readonly why: string }
  | { readonly does: 'add-task'; readonly what: string; readonly dueOn: Temporal.PlainDate }
  | { readonly does: 'finish-task'; readonly nth: number }
  | { readonly does: 'review-case'; readonly discussed: string }
  | { readonly does: 'pause'; readonly wish: string; readonly next: Temporal.PlainDate }
  | { readonly does: 'resume'; readonly reason: 'they_came_back' | 'agreed_day' }
  | { readonly does: 'close'; readonly why: string }
  | { readonly does: 'sign-closing' }
  | {
      readonly does: 'consider-action';
      readonly kind: 'warning' | 'behaviour_agreement' | 'programme';
      readonly comes: 'taken' | 'feared' | 'not_safe' | 'not_known';
    }
  | { readonly does: 'hear-other-account' | 'agree-to-account' | 'name-by-mistake' | 'put-right-who' }
  | { readonly does: 'judge-account'; readonly comes: 'harmed' | 'cannot_tell' }
  | { readonly does: 'agree-to-action' | 'take-action' | 'look-after-action' }
  /** What was agreed is shut again: they are asked anew, and it is not done. */
  | { readonly does: 'leave-action'; readonly words: string }
  | {
      readonly does: 'look-at-space';
      readonly nth: number;
      readonly months: 1 | 2 | 3;
      readonly wantsItToEnd: boolean;
    }
  /** Where it ended as nobody had told them yet. */
  | { readonly does: 'tell-space-ended' }
  | { readonly does: 'outcome'; readonly answers: OutcomeAnswers; readonly words: string }
  | { readonly does: 'reopen'; readonly why: string }
  | {
      readonly does: 'place-marker';
      readonly nth: number;
      readonly reviewOn: Temporal.PlainDate;
      readonly why: string;
    }
  | { readonly does: 'end-markers' }
  | { readonly does: 'child-needs'; readonly school: string; readonly words: string }
  | { readonly does: 'describe-themselves'; readonly religion: string; readonly disability: boolean }
  | { readonly does: 'mark-factor'; readonly factor: 'religion' | 'honour_based'; readonly why: string }
  | {
      readonly does: 'seek-advice';
      readonly factor: 'religion' | 'honour_based';
      readonly fromWhom: string;
      readonly advised: string;
      readonly done: string;
    }
  | { readonly does: 'restrict'; readonly to: readonly Post[]; readonly reason: string }
  | { readonly does: 'ask-in-emergency'; readonly person: string; readonly words: string }
  | { readonly does: 'review-emergency'; readonly done: string }
);

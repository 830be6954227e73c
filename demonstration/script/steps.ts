import type { recordSafeContact } from '#modules/agreement/index.ts';
import type { AgreedWayValue } from '#modules/agreement/pure.ts';
import type { addPerson, ChildrenAnswer } from '#modules/case-file/index.ts';
import type { NewEntry } from '#modules/chronology/index.ts';
import type { NewContact } from '#modules/contact/index.ts';
import type { StillSafe } from '#modules/contact/pure.ts';
import type { RateKind } from '#modules/costs/pure.ts';
import type { DisclosureValue, TriageDecision } from '#modules/disclosures/index.ts';
import type { Referral } from '#modules/safeguarding/index.ts';
import type { ConflictRelation } from '#modules/wall/pure.ts';
import type { CaseworkAction } from './casework-actions.ts';
import type { SystemAction } from './system-actions.ts';
import type { Post } from './team.ts';
import type { WordingAction } from './wording-actions.ts';

/** How a way to reach somebody is agreed, as the cases' own front door takes it. */
export type SafeContact = Omit<Parameters<typeof recordSafeContact>[2], 'caseId'>;
type ReferralStep = Referral['steps'][number];
type PartInCase = Parameters<typeof addPerson>[2]['part'];

/** What was told, with colleagues by their post; what is not said is not known. */
export type Told = Pick<DisclosureValue, 'receivedAt' | 'route' | 'toldBy' | 'verbatim' | 'immediateDanger'> &
  Partial<Omit<DisclosureValue, 'conflicts'>> & {
    readonly involved?: readonly { readonly post: Post; readonly relation: ConflictRelation }[];
  };

export type Outcome =
  | { readonly kind: 'new_case'; readonly lead: Post | null }
  /** The case that another story became. */
  | { readonly kind: 'existing_case'; readonly story: string }
  | Extract<TriageDecision['outcome'], { readonly kind: 'handover' }>;

/** A contractor answers over the link to a job, as nobody who is signed in. */
export interface ContractorSays {
  readonly does: 'contractor-says';
  readonly by: null;
  readonly answers: 'accept' | 'arrived' | 'problem';
}

/** Somebody does one thing; people and homes are named by the landlord's own references. */
export type Action =
  | { readonly does: 'receive'; readonly by: Post | null; readonly told: Told }
  /** They were asked at their letting, and want it handed on. */
  | { readonly does: 'hand-on'; readonly by: 'lettings'; readonly reference: string; readonly told: Told }
  | ({
      readonly does: 'triage';
      readonly by: Post;
      readonly person: string | null;
      readonly home: string | null;
      readonly outcome: Outcome;
    } & Pick<
      TriageDecision,
      'facts' | 'definition' | 'safeguarding' | 'safeguardingWhy' | 'adultSafeguarding' | 'why'
    >)
  | { readonly does: 'agree-to-handover'; readonly by: Post; readonly why: string }
  /** What names nobody joins a case once a second person has looked, where nothing else says who it is. */
  | { readonly does: 'agree-to-joining'; readonly by: Post }
  /** *I have this*: what waits in triage is in somebody's hands. */
  | { readonly does: 'claim'; readonly by: Post }
  /** The person told the team themself, and could talk: that was the contact, once somebody else says so too. */
  | {
      readonly does: 'propose-told-contact';
      readonly by: Post;
      readonly spokeBy: Post;
      readonly happenedAt: Temporal.Instant;
      readonly safeBecause: string;
      readonly said: string;
    }
  | { readonly does: 'confirm-told-contact'; readonly by: Post; readonly why: string }
  | { readonly does: 'allocate'; readonly by: Post; readonly to: Post; readonly reason: string }
  | {
      readonly does: 'safe-contact';
      readonly by: Post;
      readonly agreed: SafeContact;
      /** A further way with terms of its own. */
      readonly also?: AgreedWayValue | undefined;
    }
  | ({ readonly does: 'contact'; readonly by: Post } & Pick<
      NewContact,
      | 'happenedAt'
      | 'channel'
      | 'outcome'
      | 'withWhom'
      | 'inTheirTimes'
      | 'maySuspect'
      | 'doNow'
      | 'danger'
      | 'notes'
    >)
  | {
      readonly does: 'deal-with-breach';
      readonly by: Post;
      readonly done: string;
      readonly stillSafe: StillSafe;
    }
  /** What really became of the safeguarding referral that is owed in this story. */
  | ({ readonly does: 'refer'; readonly by: Post } & Pick<ReferralStep, 'step' | 'whom'> &
      Partial<Pick<ReferralStep, 'way' | 'reference' | 'answer' | 'words'>>)
  | { readonly does: 'children'; readonly by: Post; readonly answer: ChildrenAnswer }
  | {
      readonly does: 'add-person';
      readonly by: Post;
      readonly part: PartInCase;
      readonly person: string | null;
      readonly describedAs: string;
      readonly connection: string;
    }
  | ({ readonly does: 'entry'; readonly by: Post; readonly correctsLast?: boolean } & Pick<
      NewEntry,
      'kind' | 'happenedAt' | 'knownAt' | 'source' | 'words'
    >)
  | {
      readonly does: 'propose-plan';
      readonly by: Post;
      readonly why: string;
      readonly plan: string;
      readonly tryAgainAt: Temporal.Instant;
    }
  | {
      readonly does: 'decide-plan';
      readonly by: Post;
      readonly decision: 'approved' | 'declined';
      readonly why: string;
    }
  | {
      readonly does: 'conflict';
      readonly by: Post;
      readonly about: Post;
      readonly relation: ConflictRelation;
      readonly reason: string;
    }
  | { readonly does: 'read-notices'; readonly by: Post }
  | {
      readonly does: 'be-away';
      readonly by: Post;
      readonly from: Temporal.Instant;
      readonly until: Temporal.Instant;
    }
  | {
      readonly does: 'propose-closure';
      readonly by: Post;
      readonly firstDay: Temporal.PlainDate;
      readonly lastDay: Temporal.PlainDate;
      readonly reason: string;
    }
  | { readonly does: 'agree-to-closure'; readonly by: Post }
  | {
      readonly does: 'open-fund';
      readonly by: Post;
      readonly name: string;
      readonly about: string;
      readonly pence: number;
    }
  | {
      readonly does: 'set-rate';
      readonly by: Post;
      readonly kind: RateKind;
      readonly pence: number;
      readonly source: string;
    }
  | SystemAction
  | WordingAction
  /** The program looks at what waits to be sent, and at what came back. */
  | { readonly does: 'messages-go'; readonly by: null }
  /** The program looks whether what was agreed about whoever is feared is shut again, as it does within minutes. */
  | { readonly does: 'agreed-is-looked-at'; readonly by: null }
  | ContractorSays
  /** A tool of the landlord's own, as the file that is pasted. */
  | { readonly does: 'load-instrument'; readonly by: Post; readonly file: string }
  /** Who is rung while the office is closed, and who if they cannot be reached. */
  | {
      readonly does: 'plan-on-call';
      readonly by: Post;
      readonly first: Post;
      readonly second: Post;
      readonly from: Temporal.Instant;
      readonly to: Temporal.Instant;
      readonly reach: string;
    }
  | CaseworkAction;

/** One moment of the simulated months. */
export interface Step {
  readonly at: Temporal.Instant;
  /** The story that it belongs to; '' where it belongs to none. */
  readonly story: string;
  readonly action: Action;
}

/** In the order in which they happen; those of one moment as they were told. */
export function inOrder(steps: readonly Step[]): readonly Step[] {
  return steps.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
}

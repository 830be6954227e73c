import type { Saying } from '#modules/court-steps/index.ts';
import type { NewHold, ProposedSystem } from '#modules/holds/index.ts';
import type { Answer, WhyNot } from '#modules/new-customers/index.ts';
import type { Entered } from '#modules/tenancies/index.ts';
import type { Post } from './team.ts';

/** What is done about other systems of the landlord, which are named by what they are called, and by these. */
export type SystemAction =
  | { readonly does: 'propose-system'; readonly by: Post; readonly system: ProposedSystem }
  | { readonly does: 'agree-to-system'; readonly by: Post; readonly name: string }
  | { readonly does: 'make-token'; readonly by: Post; readonly name: string }
  | {
      readonly does: 'system-asks';
      readonly by: null;
      readonly name: string;
      readonly tenancies: readonly string[];
    }
  | { readonly does: 'enter-tenancy-event'; readonly by: Post; readonly said: Entered }
  | { readonly does: 'look-at-tenancy-events'; readonly by: null }
  | { readonly does: 'look-at-two-cases'; readonly by: null }
  | { readonly does: 'say-step'; readonly by: 'income'; readonly saying: Saying }
  | {
      readonly does: 'ask-of-move';
      readonly by: 'lettings';
      readonly asking: { readonly household: string; readonly address: string; readonly postcode: string };
    }
  | {
      readonly does: 'tell-of-letting';
      readonly by: 'lettings';
      readonly reference: string;
      readonly moves: Temporal.PlainDate;
    }
  | {
      readonly does: 'ask-at-letting';
      readonly by: 'lettings';
      readonly reference: string;
      readonly comes: Answer | WhyNot;
    }
  | { readonly does: 'set-hold'; readonly by: Post; readonly hold: NewHold };

import type { Typed } from '#kit/forms.ts';
import type { Shareable } from '../forms/share-form.ts';

/** What could be chosen, by the words in which a page names it. */
export interface Offered extends Shareable {
  /** How the fields stand as it is opened: where something that left is put right, as that was decided. */
  readonly fresh?: Typed;
  readonly assessmentsNamed: readonly { readonly value: string; readonly text: string }[];
}

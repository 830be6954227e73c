import type { Choice } from '#rules/words.ts';

/** What came of it once it was done. */
export const outcomes = [
  { value: 'held', label: 'It did what it was for' },
  { value: 'goes_on', label: 'It goes on', hint: 'They keep to it, or take part' },
  { value: 'completed', label: 'The programme was completed' },
  { value: 'not_accepted', label: 'The programme or service did not take them' },
  { value: 'failed', label: 'It failed, or was refused', hint: 'The risk is looked at again' },
  { value: 'breached', label: 'They broke it, or stopped', hint: 'The risk is looked at again' },
  { value: 'in_error', label: 'It was written down in error: it was not done' },
] as const satisfies readonly Choice[];
export type Outcome = (typeof outcomes)[number]['value'];

/** After these the risk is looked at again. */
export const unsettling: readonly Outcome[] = ['failed', 'breached'];

/** Why it is not done. Nobody who is against it, or stops it for safety, failed. */
export const droppings = [
  { value: 'safety', label: 'It may raise the risk' },
  { value: 'their_wish', label: 'They do not want it' },
  { value: 'not_agreed', label: 'A manager did not agree' },
  { value: 'not_needed', label: 'It is not needed any more', hint: 'Say what came instead' },
  {
    value: 'done_regardless',
    label: 'Somebody did it all the same',
    hint: 'Without this having been safe. It is counted as that, and the risk is looked at again',
  },
  { value: 'in_error', label: 'It was proposed in error' },
] as const satisfies readonly Choice[];
export type Dropping = (typeof droppings)[number]['value'];

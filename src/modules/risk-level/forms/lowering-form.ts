import { decisionForm } from '#kit/decision-form.ts';
import { loweringDecisions } from '../lowering.ts';

/** A second person confirms, or says why not; whoever proposed it takes it back. */
export const loweringForm = decisionForm(loweringDecisions, {
  choose: 'Confirm or decline',
  whyNot: 'Say why the level should stay as it is',
});

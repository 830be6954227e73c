import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, nameOf } from '#modules/case-file/pure.ts';
import { actionKind } from '#rules/action-kinds.ts';
import { reasonInWords } from '#rules/clauses.ts';
import type { ActAnswer } from '#rules/may-act.ts';
import type { Pack } from '#rules/pack.ts';
import { type ActionState, type Answers, actionStates } from '../deciding.ts';
import type { Action } from '../store/rows.ts';

export interface OneAction {
  readonly action: Action;
  readonly gate: Answers;
  readonly state: ActionState;
}

export const enforcementHead = (model: CaseModel, heading: string, actions?: Html) =>
  caseHead(model, 'Enforcement', heading, actions);

export function kindInWords({ kind }: Pick<Action, 'kind'>): string {
  return actionKind(kind)?.label ?? kind;
}

export function aboutInWords({ people, known }: CaseModel, { aboutId }: Pick<Action, 'aboutId'>): string {
  const about = people.find(({ id }) => id === aboutId);
  return about ? nameOf(known, about) : 'Name not known yet';
}

const colours: Partial<Readonly<Record<ActionState, string>>> = {
  stopped: 'govuk-tag--red',
  waiting: 'govuk-tag--yellow',
  ready: 'govuk-tag--yellow',
  agreed: 'govuk-tag--yellow',
  told: 'govuk-tag--green',
  taken: 'govuk-tag--grey',
  dropped: 'govuk-tag--grey',
};

export function stateTag(state: ActionState): Html {
  return tag({ text: actionStates[state], classes: colours[state] ?? 'govuk-tag--blue' });
}

/** Why it is shut, each with what would open it; the same reasons as whoever tries it all the same is told. */
export function shutBecause(pack: Pack, answer: ActAnswer): Html | undefined {
  if (answer.open) return undefined;
  return html`<ul class="govuk-list govuk-list--bullet">${answer.reasons.map(
    (each) => html`<li>${reasonInWords(pack, each)}<br><span class="govuk-hint">${each.opens}</span></li>`,
  )}</ul>`;
}

/** On every page of it: no duty waits for the gate. */
export const neverWaits = html`<p class="govuk-body">Nothing here holds back 999, the police where somebody is in
  danger, or a safeguarding referral: they never wait for it.</p>`;

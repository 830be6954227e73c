import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, casePaths } from '#modules/case-file/pure.ts';
import { reasonInWords } from '#rules/clauses.ts';
import type { MediateAnswer } from '#rules/may-mediate.ts';
import type { Pack } from '#rules/pack.ts';
import { type Gate, type MediationState, mediationStates } from '../deciding.ts';
import type { Mediation } from '../store/rows.ts';

export interface OneMediation {
  readonly mediation: Mediation;
  readonly gate: Gate;
  readonly state: MediationState;
}

export const mediationHead = (model: CaseModel, heading: string) => caseHead(model, 'Tenancy', heading);

const colours: Partial<Readonly<Record<MediationState, string>>> = {
  never: 'govuk-tag--red',
  shut: 'govuk-tag--red',
  waiting: 'govuk-tag--yellow',
  ready: 'govuk-tag--yellow',
  agreed: 'govuk-tag--green',
  arranged: 'govuk-tag--green',
  ended: 'govuk-tag--grey',
  stopped: 'govuk-tag--grey',
};

export function stateTag(state: MediationState): Html {
  return tag({ text: mediationStates[state], classes: colours[state] ?? 'govuk-tag--blue' });
}

/** Why it is shut, each with what would open it; the same reasons as whoever tries it all the same is told. */
export function shutBecause(pack: Pack, answer: MediateAnswer): Html | undefined {
  if (answer.open) return undefined;
  return html`<ul class="govuk-list govuk-list--bullet">${answer.reasons.map(
    (each) => html`<li>${reasonInWords(pack, each)}<br><span class="govuk-hint">${each.opens}</span></li>`,
  )}</ul>`;
}

/** What they may choose instead, whatever the gate says. */
export function whatElse({ file }: Pick<CaseModel, 'file'>): Html {
  return html`<p class="govuk-body">What else there is: <a class="govuk-link" href="${casePaths.housing(
    file.id,
  )}">their housing options</a>, <a class="govuk-link" href="${casePaths.tenancyEvents(
    file.id,
  )}">a change of the tenancy</a>, <a class="govuk-link" href="${casePaths.moves(file.id)}">a move</a>.</p>`;
}

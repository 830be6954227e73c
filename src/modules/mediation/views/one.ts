import { button } from '#kit/components/button.ts';
import { decidedRow, proposedRow } from '#kit/components/decision.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, deciding, type FormModel, verbatim } from '#modules/case-file/pure.ts';
import type { Verdict } from '#rules/facts.ts';
import { ideas } from '#rules/mediation.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { isArranged, isOver } from '../deciding.ts';
import { paths } from '../paths.ts';
import type { DecisionRow } from '../store/rows.ts';
import { history } from './history.ts';
import { mediationHead, type OneMediation, shutBecause, stateTag, whatElse } from './shared.ts';

/** One request: how it stands, why it is shut, and everything that was said, looked at, decided and done. */
export function mediationPage(model: CaseModel, one: OneMediation): Html {
  const { mediation, state } = one;
  return html`${mediationHead(model, 'Mediation')}
${stands(model, one)}
${summaryList({
  rows: [
    { key: { text: 'How it stands' }, value: { html: stateTag(state) } },
    { key: { text: 'Whose idea' }, value: { text: labelOf(ideas, mediation.idea) } },
    { key: { text: 'What was said' }, value: { html: verbatim(mediation.words) } },
    {
      key: { text: 'Written down' },
      value: {
        text: `${momentInWords(mediation.recordedAt, model.calendar)} by ${mediation.recordedByName ?? 'Lintel'}`,
      },
    },
  ],
})}
${waysOn(model, one)}
${history(model, mediation)}
${whatElse(model)}`;
}

function stands(model: CaseModel, { mediation, gate, state }: OneMediation): Html | undefined {
  if (isOver(mediation)) return undefined;
  if (state === 'shut')
    return html`${warningText({
      text: 'It is shut again. Stop it now: tell the mediator in the agreed way, and nobody why.',
    })}${shutBecause(model.pack, gate.arrange)}`;
  if (gate.arrange.open)
    return insetText({
      text: 'It is open. It shuts by itself as soon as anything that it rests on changes.',
    });
  const next = gate.decide.open ? gate.arrange : gate.decide;
  if (!next.open && next.never)
    return html`${warningText({ text: 'It is not offered, and nobody overrides that.' })}${shutBecause(
      model.pack,
      next,
    )}`;
  return html`${insetText({ text: 'It is not open, because:' })}${shutBecause(model.pack, next)}`;
}

function waysOn({ file }: CaseModel, { mediation, gate }: OneMediation): Html | undefined {
  if (isOver(mediation)) return undefined;
  const { id } = mediation;
  const link = (text: string, href: string, first = false) =>
    button({ text, href, ...(!first && { classes: 'govuk-button--secondary' }) });
  const waiting = mediation.decisions.find(({ decision }) => decision === null);
  const forward = waiting
    ? link('See what a manager decides about', paths.decision(file.id, waiting.id), true)
    : gate.arrange.open
      ? !isArranged(mediation) && link('Write down that it is arranged', paths.arrangement(file.id, id), true)
      : gate.decide.open && link('Put it to a manager', paths.manager(file.id, id), true);
  return html`<div class="govuk-button-group">${forward}${
    mediation.idea === 'theirs' &&
    html`${link('What they say now', paths.wish(file.id, id))}${link(
      'Look at whether it is safe',
      paths.test(file.id, id),
    )}${link('What a specialist says', paths.advice(file.id, id))}`
  }${isArranged(mediation) && link('Write down what came of it', paths.outcome(file.id, id))}${link(
    'Stop it, or leave it',
    paths.stopping(file.id, id),
  )}</div>`;
}

/** What a manager decides about, with everything that it rests on; while it is shut nobody agrees to it. */
export function mediationDecisionPage(
  model: CaseModel,
  formModel: FormModel,
  { mediation, gate }: OneMediation,
  proposal: DecisionRow,
  may: Verdict,
): Html {
  const when = (instant: Temporal.Instant) => momentInWords(instant, model.calendar);
  const agree = gate.decide.open ? [{ value: 'approved', text: 'Agree: it may be arranged' }] : [];
  return html`${mediationHead(model, 'Mediation')}${summaryList({
    rows: [
      { key: { text: 'What was said' }, value: { html: verbatim(mediation.words) } },
      proposedRow(proposal, when, 'Put to a manager'),
      { key: { text: 'Why' }, value: { html: verbatim(proposal.why) } },
      decidedRow(proposal, when, { approved: 'Agreed' }),
    ],
  })}${
    proposal.decision === null &&
    html`${!gate.decide.open && shutBecause(model.pack, gate.decide)}${deciding(model, formModel, {
      may,
      ways: [...agree, { value: 'declined', text: 'Decline: it is not arranged' }],
      hint: 'Needed where you decline it',
      withdraw: paths.withdrawal(model.file.id, proposal.id),
    })}`
  }${history(model, mediation)}`;
}

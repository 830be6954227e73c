import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, casePaths, verbatim } from '#modules/case-file/pure.ts';
import { type ActionKind, actionKind } from '#rules/action-kinds.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { isOver } from '../deciding.ts';
import { droppings, outcomes } from '../outcomes.ts';
import { paths } from '../paths.ts';
import { history } from './history.ts';
import {
  aboutInWords,
  enforcementHead,
  kindInWords,
  neverWaits,
  type OneAction,
  shutBecause,
  stateTag,
} from './shared.ts';

/** One action: how it stands, why it is shut, and everything that was said, tested, decided and done. */
export function actionPage(model: CaseModel, one: OneAction, reviewedAt: Temporal.Instant | null): Html {
  const { action, state } = one;
  const kind = actionKind(action.kind);
  return html`${enforcementHead(model, kindInWords(action))}
${stands(model, one, reviewedAt)}
${summaryList({
  rows: [
    { key: { text: 'How it stands' }, value: { html: stateTag(state) } },
    { key: { text: 'About' }, value: { text: `${aboutInWords(model, action)}, alleged` } },
    { key: { text: 'What would be done' }, value: { html: verbatim(action.what) } },
    kind && { key: { text: 'Law' }, value: { text: lawInWords(kind) } },
    kind && {
      key: { text: 'What has to be so' },
      value: {
        html: html`<ul class="govuk-list">${kind.conditions.map((each) => html`<li>${each}</li>`)}</ul>`,
      },
    },
    {
      key: { text: 'Proposed' },
      value: {
        text: `${momentInWords(action.proposedAt, model.calendar)} by ${action.proposedByName ?? 'Lintel'}`,
      },
    },
  ],
})}
${waysOn(model, one)}
${neverWaits}
${history(model, action)}`;
}

function lawInWords({ source, checkedOn }: ActionKind): string {
  if (source === null) return 'None is needed';
  return checkedOn === null ? `${source}. England; its dates are still to be checked` : `${source}. England`;
}

function stands(model: CaseModel, { action, gate }: OneAction, reviewedAt: Temporal.Instant | null): Html {
  const last = action.steps.find(({ step }) => step === 'outcome' || step === 'dropped');
  const isDone = action.steps.some(({ step }) => step === 'taken');
  if (isDone)
    return html`${
      reviewedAt === null
        ? warningText({
            text: 'It was done, and the risk has not been looked at since. That is owed within two working days.',
          })
        : insetText({
            text: `The risk was looked at after it: ${momentInWords(reviewedAt, model.calendar)}.`,
          })
    }${last && html`<p class="govuk-body">${labelOf(outcomes, last.outcome)}.</p>`}`;
  if (last) return insetText({ text: `Not done. ${labelOf(droppings, last.outcome)}.` });
  if (gate.take.open)
    return insetText({ text: 'They know, or telling them would not be safe. It may be done now.' });
  const next = gate.decide.open ? (gate.tell.open ? gate.take : gate.tell) : gate.decide;
  if (!next.open && next.raises)
    return html`${warningText({ text: 'Stopped: it may raise the risk. Nobody overrides that.' })}${shutBecause(
      model.pack,
      next,
    )}`;
  return html`${insetText({ text: 'It is not done yet, because:' })}${shutBecause(model.pack, next)}`;
}

function waysOn({ file }: CaseModel, { action, gate }: OneAction): Html {
  const { id } = action;
  const link = (text: string, href: string, first = false) =>
    button({ text, href, ...(!first && { classes: 'govuk-button--secondary' }) });
  const isDone = action.steps.some(({ step }) => step === 'taken');
  if (isDone)
    return html`<div class="govuk-button-group">${link('Look at the risk', casePaths.riskLevel(file.id), true)}${link(
      'Write down what came of it',
      paths.outcome(file.id, id),
    )}</div>`;
  if (isOver(action)) return html``;
  const waiting = action.decisions.find(({ decision }) => decision === null);
  const forward = waiting
    ? link('See what a manager decides about', paths.decision(file.id, waiting.id), true)
    : gate.take.open
      ? link('Write down that it was done', paths.taking(file.id, id), true)
      : gate.tell.open
        ? link('They know beforehand', paths.telling(file.id, id), true)
        : gate.decide.open && link('Put it to a manager', paths.manager(file.id, id), true);
  return html`<div class="govuk-button-group">${forward}${link('What they say to it', paths.view(file.id, id))}${link(
    'Test whether it is safe',
    paths.test(file.id, id),
  )}${link('It is not done', paths.dropping(file.id, id))}</div>`;
}

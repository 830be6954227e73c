import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, items } from '#modules/case-file/pure.ts';
import { kindOf } from '#modules/support/pure.ts';
import { dateInWords, dayOfWeekInWords } from '#rules/moment.ts';
import type { Choice } from '#rules/words.ts';
import { avoidedKinds, type Fact, factInWords } from '../avoided.ts';
import { noMove } from '../forms/cost-forms.ts';
import { costInWords, costKinds, stages, waysKnown, workKinds } from '../kinds.ts';
import type { CaseCost, MoveOfCase } from '../store/costs.ts';

const asked = ({ form }: FormModel, field: string, text: string, choices: readonly Choice[]) =>
  radios({
    ...kept(form, field),
    fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
    items: items(choices),
  });

export function costPage(model: CaseModel, form: FormModel, moves: readonly MoveOfCase[]): Html {
  const ofMoves = [
    ...moves.map(({ id, wishedOn }) => ({
      value: id,
      label: `The move that they wished for on ${dateInWords(wishedOn)}`,
    })),
    { value: noMove, label: 'None of them' },
  ];
  return html`${caseHead(model, 'Costs', 'Write down a cost')}
<p class="govuk-body">What was offered has its price with the offer. Here stands what else it cost.</p>
${caseForm(
  form,
  'Save',
  html`${asked(form, 'kind', 'What is it for?', costKinds)}${
    moves.length > 0 && asked(form, 'move', 'For which move?', ofMoves)
  }${asked(form, 'stage', 'Was it quoted or billed?', stages)}${input({
    ...kept(form.form, 'amount'),
    label: { text: 'How much', classes: 'govuk-label--s' },
    ...{ prefix: { text: '£' }, classes: 'govuk-input--width-5', inputmode: 'decimal' },
  })}${asked(form, 'known', 'How do we know?', waysKnown)}${dayInput(form.form, 'fell', {
    legend: 'On which day?',
  })}${textarea({
    ...kept(form.form, 'words'),
    label: { text: 'From whom, and what for', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}

export function timePage(model: CaseModel, form: FormModel): Html {
  return html`${caseHead(model, 'Costs', 'Write down time')}
<p class="govuk-body">Only if you like: nobody is asked for it. Whose time it was is not kept.</p>
${caseForm(
  form,
  'Save',
  html`${asked(form, 'kind', 'What took the time?', workKinds)}${input({
    ...kept(form.form, 'hours'),
    label: { text: 'Hours, in quarters', classes: 'govuk-label--s' },
    hint: { text: 'For example 0.25, 1 or 1.5' },
    ...{ classes: 'govuk-input--width-3', inputmode: 'decimal' },
  })}${dayInput(form.form, 'worked', { legend: 'On which day?' })}`,
)}`;
}

export interface FundFacts {
  readonly cost: CaseCost;
  readonly funds: readonly { readonly id: string; readonly name: string; readonly about: string }[];
}

export function fundPage(model: CaseModel, form: FormModel, { cost, funds }: FundFacts): Html {
  return html`${caseHead(model, 'Costs', 'From which fund')}
<p class="govuk-body"><strong>${costInWords(cost)}</strong></p>
${
  funds.length === 0
    ? insetText({ text: 'No fund is open. Whoever looks after money opens one.' })
    : caseForm(
        form,
        'Save',
        radios({
          ...kept(form.form, 'fund'),
          fieldset: { legend: { text: 'From which fund is it paid?', classes: 'govuk-fieldset__legend--s' } },
          items: funds.map(({ id, name, about }) => ({
            ...{ value: id, text: name },
            ...(about !== '' && { hint: { text: about } }),
          })),
        }),
      )
}`;
}

const nothingShows =
  'Nothing on record in this case shows yet that something was avoided: a step over income that was held back, ' +
  'work in the home that they confirmed, or a move.';

export function avoidedPage(model: CaseModel, form: FormModel, facts: readonly Fact[]): Html {
  const head = html`${caseHead(model, 'Costs', 'What may have been avoided')}
<p class="govuk-body">An estimate is only as good as what it rests on. If nothing shows it, count nothing.</p>`;
  if (facts.length === 0) return html`${head}${insetText({ text: nothingShows })}`;
  const shown = facts.map((each) => ({
    value: each.id,
    label: `${factInWords(each, (kind) => kindOf(kind).label)}, ${dayOfWeekInWords(each.day)}`,
  }));
  return html`${head}
${caseForm(
  form,
  'Save',
  html`${asked(form, 'kind', 'What was avoided?', avoidedKinds)}${asked(
    ...([form, 'fact', 'What on record shows it?', shown] as const),
  )}${input({
    ...kept(form.form, 'saidBy'),
    label: { text: 'Who says so?', classes: 'govuk-label--s' },
    hint: { text: 'A name and a post' },
  })}${textarea({
    ...kept(form.form, 'words'),
    label: { text: 'Why would it have come to it?', classes: 'govuk-label--s' },
    rows: 4,
  })}`,
)}`;
}

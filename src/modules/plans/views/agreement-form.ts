import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { caseForm, caseHead, type FormModel, items, optionItems } from '#modules/case-file/pure.ts';
import { interpreters } from '#rules/agreement.ts';
import { changesBetween, emptyPlan } from '../changes.ts';
import { contentNow, isEmpty } from '../now.ts';
import { paths } from '../paths.ts';
import { prompts, reviewWithinDays, standings, waysOfAgreeing } from '../plan.ts';
import { changesTable } from './changes.ts';
import { contentOf } from './content.ts';
import type { PlanModel } from './model.ts';
import { staying } from './plan.ts';

/** The plan to go through, what changed since the last time, and how it stands now. */
export function agreementPage(model: PlanModel, formModel: FormModel, meanwhile: Html | null): Html {
  const { plan, file } = model;
  const [newest] = plan.versions;
  const content = contentNow(plan);
  const changes = changesBetween(newest?.content ?? emptyPlan, content);
  return html`${caseHead(model, 'Plan', newest ? 'Look at the plan together again' : 'Agree the plan')}${meanwhile}
${
  isEmpty(plan)
    ? html`<p class="govuk-body">There is nothing in the plan yet. <a class="govuk-link" href="${paths.plan(file.id)}">Write it with them first</a>, or say below why it cannot be agreed now.</p>`
    : html`${staying(content.words.wants)}${newest && changesTable(changes, `What changed since version ${newest.number}`)}<h2 class="govuk-heading-m">The plan</h2>${contentOf(content)}`
}
<h2 class="govuk-heading-m">How it stands</h2>
${caseForm(formModel, 'Save how it stands', fields(model, formModel))}`;
}

function fields({ plan, pack }: PlanModel, { form }: FormModel): Html {
  const { person } = pack.words;
  return html`${radios({
    ...kept(form, 'standing'),
    fieldset: { legend: { text: 'How does the plan stand?', classes: 'govuk-fieldset__legend--s' } },
    items: items(standings),
  })}${textarea({
    ...kept(form, 'reason'),
    label: { text: 'Why, where it is not agreed', classes: 'govuk-label--s' },
    hint: { text: 'To want time is reason enough' },
    rows: 3,
  })}${momentInput(form, 'happened', { legend: 'When did you go through it?' })}${select({
    ...kept(form, 'how'),
    label: { text: 'How?', classes: 'govuk-label--s' },
    items: optionItems(waysOfAgreeing, 'Choose'),
  })}${input({
    ...kept(form, 'present'),
    label: { text: 'Who else was there?', classes: 'govuk-label--s' },
    hint: { text: `Only people whom the ${person} chose` },
  })}${select({
    ...kept(form, 'interpreter'),
    label: { text: 'Interpreter', classes: 'govuk-label--s' },
    items: optionItems(interpreters, 'Not said'),
  })}${textarea({
    ...kept(form, 'ownWords'),
    label: { text: 'What they said about it, in their own words', classes: 'govuk-label--s' },
    rows: 4,
  })}${select({
    ...kept(form, 'promptedBy'),
    label: { text: 'Why is it looked at now?', classes: 'govuk-label--s' },
    items: optionItems(
      prompts.filter(({ value }) => (value === 'first') === (plan.versions.length === 0)),
      'Choose',
    ),
  })}${dayInput(form, 'review', {
    legend: 'When do you look at it again?',
    hint: `A day that suits them, within ${reviewWithinDays} days. After anything that happens, sooner`,
  })}`;
}

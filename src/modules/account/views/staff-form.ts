import { checkboxes } from '#kit/components/checkboxes.ts';
import { type FormModel, formItself } from '#kit/components/form.ts';
import { type FormState, kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { select } from '#kit/components/select.ts';
import { type Html, html } from '#kit/html.ts';
import { roleChoices } from '../roles.ts';
import { askingWith } from './parts.ts';

/** Who can be chosen as a manager or a deputy. */
export type Choosable = readonly { readonly id: string; readonly name: string }[];

export function invitationPage(form: FormModel, colleagues: Choosable): Html {
  return askingWith(
    form,
    'Invite a colleague',
    formItself(
      form,
      'Make a link',
      html`
${input({
  label: { text: 'E-mail address' },
  hint: { text: 'They sign in with it' },
  type: 'email',
  autocomplete: 'off',
  spellcheck: false,
  ...kept(form.form, 'email'),
})}
${memberFields(form.form, colleagues)}`,
      { classes: null },
    ),
  );
}

/** What an administrator may change of anybody. */
export function memberFields(form: FormState, colleagues: Choosable): Html {
  return html`${input({ label: { text: 'Name' }, autocomplete: 'off', spellcheck: false, ...kept(form, 'name') })}
${input({ label: { text: 'Job title' }, autocomplete: 'off', ...kept(form, 'jobTitle') })}
${checkboxes({
  fieldset: { legend: { text: 'Roles', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'Roles that see cases count once a manager of the team has confirmed them' },
  items: roleChoices.map(({ value, label, hint }) => ({ value, text: label, hint: { text: hint } })),
  ...keptChoices(form, 'roles'),
})}
${colleagueSelect('Manager', 'Is told when a task of theirs is late', 'managerId', form, colleagues)}
${colleagueSelect('Deputy', 'Is told when neither they nor their manager act', 'deputyId', form, colleagues)}`;
}

function colleagueSelect(
  label: string,
  hint: string,
  name: string,
  form: FormState,
  colleagues: Choosable,
): Html {
  return select({
    label: { text: label },
    hint: { text: hint },
    items: [
      { value: '', text: 'Nobody' },
      ...colleagues.map((each) => ({ value: each.id, text: each.name })),
    ],
    ...kept(form, name),
  });
}

export interface LinkModel {
  readonly link: string;
  readonly until: string;
  /** They manage the team at once, because nobody could be asked to confirm it. */
  readonly firstManager: boolean;
  readonly back: string;
}

/** The link, to hand over. Shown this once: only its hash is kept. */
export function linkPage({ link, until, firstManager, back }: LinkModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">A link to hand over</h1>
<p class="govuk-body">It works once, until ${until}, and lets whoever has it choose the
  password. It is shown only now.</p>
<p class="govuk-body"><code class="lintel-one-time-link">${link}</code></p>
<p class="govuk-body">Hand it over in person or in a call, to somebody whom you know.
  Where e-mail is set up it is on its way as well.</p>
${firstManager && insetText({ text: firstManagerSays })}
<p class="govuk-body"><a class="govuk-link" href="${back}">Back</a></p></div></div>`;
}

/** Why a role that sees cases counts without a second person, this once. */
export const firstManagerSays =
  'This is the team’s first manager, and there is nobody yet who could confirm it. So it counts at ' +
  'once, and is recorded. From now on a manager of the team confirms everybody who joins it.';

import { button } from '#kit/components/button.ts';
import { type FormState, kept } from '#kit/components/form-state.ts';
import { passwordInput } from '#kit/components/password-input.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import type { Role } from '#rules/facts.ts';
import { rolesInWords } from '../roles.ts';
import { asking, type Hidden } from './parts.ts';
import { newPasswordInput } from './welcome.ts';

export interface AccountModel {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly organisationName: string;
  readonly hasSecondFactor: boolean;
  readonly codesLeft: number;
  readonly hasShortCode: boolean;
}

export function accountPage(model: AccountModel): Html {
  const { name, email, roles, organisationName, hasSecondFactor, codesLeft, hasShortCode } = model;
  const change = (href: string, text: string, visuallyHiddenText: string) => ({
    items: [{ href, text, visuallyHiddenText }],
  });
  return html`<h1 class="govuk-heading-l">Your account</h1>
${summaryList({
  rows: [
    { key: { text: 'Name' }, value: { text: name } },
    { key: { text: 'E-mail address' }, value: { text: email } },
    { key: { text: 'Landlord' }, value: { text: organisationName } },
    { key: { text: 'You are' }, value: { text: rolesInWords(roles) } },
    {
      key: { text: 'Password' },
      value: { text: 'Set' },
      actions: change('/account/password', 'Change', 'your password'),
    },
    {
      key: { text: 'Second step' },
      value: { text: hasSecondFactor ? 'A code from an app on your phone' : 'Not set up' },
      actions: change(
        '/second-factor/enrolment',
        hasSecondFactor ? 'Set up another phone' : 'Set up',
        'for your second step',
      ),
    },
    {
      key: { text: 'Short code' },
      value: {
        text: hasShortCode
          ? 'Set: with it you come back after Hide'
          : 'Not set: after Hide, your password is asked',
      },
      actions: change('/account/short-code', hasShortCode ? 'Change' : 'Set', 'your short code'),
    },
    hasSecondFactor && {
      key: { text: 'Recovery codes' },
      value: { text: codesLeft === 1 ? '1 is left' : `${codesLeft} are left` },
      actions: change('/account/recovery-codes', 'Make new ones', 'to use when you do not have your phone'),
    },
  ],
})}
<p class="govuk-body"><a class="govuk-link" href="/account/sessions">Where you are signed in</a></p>
<p class="govuk-body"><a class="govuk-link" href="/account/drafts">What you began to write and have not sent</a></p>
<p class="govuk-body">If a name or a role is wrong, an administrator can change it.</p>`;
}

export function passwordPage(form: FormState, hidden: Hidden): Html {
  return asking(
    form,
    'Change your password',
    html`<p class="govuk-body">You stay signed in here, and are signed out everywhere else.</p>
<form method="post" action="/account/password" novalidate>
${hidden()}${currentPassword(form)}${newPasswordInput(form)}${button({
  text: 'Change password',
  preventDoubleClick: true,
})}</form>`,
  );
}

export function newCodesPage(form: FormState, hidden: Hidden): Html {
  return asking(
    form,
    'Make new recovery codes',
    html`<p class="govuk-body">The codes that you have now stop working.</p>
<form method="post" action="/account/recovery-codes" novalidate>
${hidden()}${currentPassword(form)}${button({ text: 'Make new codes', preventDoubleClick: true })}</form>`,
  );
}

function currentPassword(form: FormState): Html {
  return passwordInput({
    label: { text: 'Your password now' },
    ...kept(form, 'currentPassword'),
    value: undefined,
  });
}

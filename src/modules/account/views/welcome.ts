import { button } from '#kit/components/button.ts';
import { type FormState, kept } from '#kit/components/form-state.ts';
import { passwordInput } from '#kit/components/password-input.ts';
import { type Html, html } from '#kit/html.ts';
import { passwordAdvice } from '../password-rules.ts';
import { asking, type Hidden } from './parts.ts';

export function newPasswordInput(form: FormState): Html {
  return passwordInput({
    label: { text: 'New password' },
    hint: { text: passwordAdvice },
    autocomplete: 'new-password',
    ...kept(form, 'newPassword'),
    value: undefined,
  });
}

export function welcomePage(path: string, email: string, form: FormState, hidden: Hidden): Html {
  return asking(
    form,
    'Choose a password',
    html`<p class="govuk-body">You will sign in to Lintel with this password and your e-mail address.</p>
<form method="post" action="${path}" novalidate>
${hidden()}<input type="hidden" name="email" autocomplete="username" value="${email}">
${newPasswordInput(form)}
${button({ text: 'Continue', preventDoubleClick: true })}</form>`,
  );
}

export function spentLinkPage(): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">This link no longer works</h1>
<p class="govuk-body">A link works once, for three days. If you have chosen a password already,
  <a class="govuk-link" href="/sign-in">sign in</a>. Otherwise ask an administrator of your organisation for
  a new link.</p></div></div>`;
}

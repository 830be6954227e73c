import { button } from '#kit/components/button.ts';
import { type FormState, kept } from '#kit/components/form-state.ts';
import { passwordInput } from '#kit/components/password-input.ts';
import { type Html, html } from '#kit/html.ts';
import { shortCodeAdvice } from '../short-code.ts';
import { asking, type Hidden } from './parts.ts';

/** What stands there while a page is hidden: nobody's name, no landlord, nothing of what was open. */
export function hiddenPage(form: FormState, hidden: Hidden): Html {
  return asking(
    form,
    'Waiting',
    html`<form method="post" action="/hidden" novalidate>${hidden()}${passwordInput({
      label: { text: 'Short code or password' },
      classes: 'govuk-input--width-20',
      autocomplete: 'off',
      ...kept(form, 'code'),
      value: undefined,
    })}${button({ text: 'Go on', preventDoubleClick: true })}</form>
<p class="govuk-body"><a class="govuk-link" href="/sign-in">Sign in instead</a></p>`,
  );
}

export function shortCodePage(form: FormState, set: boolean, hidden: Hidden): Html {
  return asking(
    form,
    set ? 'Change your short code' : 'Set a short code',
    html`<p class="govuk-body">Hide, on every page, or the Escape key covers the screen with an empty page when somebody
  comes near. You come back with this code, or with your password.</p>
<form method="post" action="/account/short-code" novalidate>${hidden()}${passwordInput({
      label: { text: 'Short code' },
      hint: { text: shortCodeAdvice },
      classes: 'govuk-input--width-10',
      autocomplete: 'off',
      ...kept(form, 'code'),
      value: undefined,
    })}${passwordInput({
      label: { text: 'Your password now' },
      ...kept(form, 'currentPassword'),
      value: undefined,
    })}${button({ text: 'Keep this code', preventDoubleClick: true })}</form>`,
  );
}

import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { type FormState, kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { passwordInput } from '#kit/components/password-input.ts';
import { radios } from '#kit/components/radios.ts';
import { type Html, html } from '#kit/html.ts';
import { asking, type Hidden } from './parts.ts';

export interface SignInModel {
  /** To choose from; one where nothing is to choose. */
  readonly landlords: readonly { readonly slug: string; readonly name: string }[];
  readonly next: string;
  readonly form: FormState;
}

/**
 * One sentence for everything that can be wrong: it says neither whether an account exists
 * nor which part was wrong.
 */
export const signInRefused =
  'The landlord, e-mail address or password is not right, or there were too many attempts. If you are ' +
  'sure of them, wait 15 minutes or use a recovery code.';

export function signInPage({ landlords, next, form }: SignInModel, hidden: Hidden): Html {
  return asking(
    form,
    'Sign in',
    html`<form method="post" action="/sign-in" novalidate>${hidden()}
<input type="hidden" name="next" value="${next}">
${landlordField(landlords, form)}
${input({
  label: { text: 'E-mail address' },
  type: 'email',
  autocomplete: 'username',
  spellcheck: false,
  ...kept(form, 'email'),
})}
${passwordInput({ label: { text: 'Password' }, ...kept(form, 'password'), value: undefined })}
${details({
  summaryText: 'I do not have my phone, or I was asked to wait',
  html: input({
    label: { text: 'Recovery code' },
    hint: { text: 'One of the ten codes that you kept when you set up your phone. It works once.' },
    autocomplete: 'off',
    spellcheck: false,
    classes: 'govuk-input--width-20',
    ...kept(form, 'recoveryCode'),
  }),
})}
${button({ text: 'Sign in', preventDoubleClick: true })}</form>
<p class="govuk-body">If you cannot sign in, ask an administrator of your organisation for a new link.</p>`,
  );
}

function landlordField(landlords: SignInModel['landlords'], form: FormState): Html {
  const [first, second] = landlords;
  if (first && !second) return html`<input type="hidden" name="landlord" value="${first.slug}">`;
  return radios({
    fieldset: { legend: { text: 'Your landlord', classes: 'govuk-fieldset__legend--s' } },
    items: landlords.map(({ slug, name }) => ({ value: slug, text: name })),
    ...kept(form, 'landlord'),
  });
}

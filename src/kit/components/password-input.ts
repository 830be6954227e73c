import { type Html, html } from '../html.ts';
import { button } from './button.ts';
import type { FieldOptions } from './field.ts';
import { input } from './input.ts';
import { classes, content, type Options } from './options.ts';
import { translations } from './translations.ts';

export type PasswordInputOptions = FieldOptions &
  Options<{
    value?: string;
    /** “new-password” where one is chosen; “current-password” unless given. */
    autocomplete?: string;
    button?: Options<{ classes?: string }>;
    showPasswordText?: string;
    hidePasswordText?: string;
    showPasswordAriaLabelText?: string;
    hidePasswordAriaLabelText?: string;
    passwordShownAnnouncementText?: string;
    passwordHiddenAnnouncementText?: string;
  }>;

/** A password with a button that shows it. */
export function passwordInput(options: PasswordInputOptions): Html {
  const id = options.id || options.name;
  const { classes: group, attributes: extra, beforeInput, afterInput } = options.formGroup ?? {};
  return input({
    label: options.label,
    hint: options.hint,
    errorMessage: options.errorMessage,
    id,
    name: options.name,
    describedBy: options.describedBy,
    disabled: options.disabled,
    attributes: options.attributes,
    value: options.value,
    type: 'password',
    spellcheck: false,
    autocapitalize: 'none',
    autocomplete: options.autocomplete || 'current-password',
    classes: classes('govuk-password-input__input govuk-js-password-input-input', options.classes),
    inputWrapper: { classes: 'govuk-password-input__wrapper' },
    formGroup: {
      classes: classes('govuk-password-input', group),
      attributes: { 'data-module': 'govuk-password-input', ...words(options), ...extra },
      beforeInput,
      afterInput: { html: html`${showButton(id, options)}${content(afterInput)}` },
    },
  });
}

function words(options: PasswordInputOptions) {
  return translations({
    'show-password': options.showPasswordText,
    'hide-password': options.hidePasswordText,
    'show-password-aria-label': options.showPasswordAriaLabelText,
    'hide-password-aria-label': options.hidePasswordAriaLabelText,
    'password-shown-announcement': options.passwordShownAnnouncementText,
    'password-hidden-announcement': options.passwordHiddenAnnouncementText,
  });
}

function showButton(id: string, options: PasswordInputOptions): Html {
  return button({
    type: 'button',
    text: options.showPasswordText ?? 'Show',
    classes: classes(
      'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
      options.button?.classes,
    ),
    attributes: {
      'aria-controls': id,
      'aria-label': options.showPasswordAriaLabelText ?? 'Show password',
      hidden: true,
    },
  });
}

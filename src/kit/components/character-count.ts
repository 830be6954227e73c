import { type Attributes, type Html, html } from '../html.ts';
import { hint } from './hint.ts';
import { classes, content, type Options } from './options.ts';
import { type TextareaOptions, textarea } from './textarea.ts';
import { type Translation, translations } from './translations.ts';

export type CharacterCountOptions = Omit<TextareaOptions, 'describedBy' | 'autocomplete' | 'disabled'> &
  Options<{
    maxlength?: number;
    maxwords?: number;
    countType?: 'characters' | 'words';
    /** Per cent of the limit from which the count is shown. */
    threshold?: number;
    countMessage?: Options<{ classes?: string }>;
    textareaDescriptionText?: string;
    charactersUnderLimitText?: Translation;
    charactersAtLimitText?: Translation;
    charactersOverLimitText?: Translation;
    wordsUnderLimitText?: Translation;
    wordsAtLimitText?: Translation;
    wordsOverLimitText?: Translation;
  }>;

/** A text area that says how much may still be written. The server still has to check. */
export function characterCount(options: CharacterCountOptions): Html {
  const id = options.id || options.name;
  const { classes: group, attributes: extra, beforeInput, afterInput } = options.formGroup ?? {};
  const message = hint({
    text: limitText(options),
    id: `${id}-info`,
    classes: classes('govuk-character-count__message', options.countMessage?.classes),
  });
  return textarea({
    ...options,
    id,
    describedBy: `${id}-info`,
    classes: classes('govuk-js-character-count', options.classes),
    formGroup: {
      classes: classes('govuk-character-count', group),
      attributes: { 'data-module': 'govuk-character-count', ...settings(options), ...extra },
      beforeInput,
      afterInput: { html: html`${message}${content(afterInput)}` },
    },
  });
}

function settings(options: CharacterCountOptions): Attributes {
  return {
    'data-maxlength': options.maxlength,
    'data-maxwords': options.maxwords,
    'data-threshold': options.threshold,
    'data-count-type': options.countType || (options.maxwords ? 'words' : undefined),
    ...translations({
      'textarea-description': unlimitedText(options),
      'characters-under-limit': options.charactersUnderLimitText,
      'characters-at-limit': options.charactersAtLimitText,
      'characters-over-limit': options.charactersOverLimitText,
      'words-under-limit': options.wordsUnderLimitText,
      'words-at-limit': options.wordsAtLimitText,
      'words-over-limit': options.wordsOverLimitText,
    }),
  };
}

function limitText(options: CharacterCountOptions): string | undefined {
  const limit = options.maxwords || options.maxlength;
  if (!limit) return undefined;
  const unit = (options.countType || (options.maxwords && 'words')) === 'words' ? 'words' : 'characters';
  const text = options.textareaDescriptionText || `You can enter up to %{count} ${unit}`;
  return text.replace('%{count}', String(limit));
}

/** Without a limit the JavaScript fills the words in, so it needs them. */
function unlimitedText(options: CharacterCountOptions): Translation {
  const text = options.textareaDescriptionText;
  return text && !options.maxwords && !options.maxlength ? { other: text } : undefined;
}

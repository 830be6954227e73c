import { type Html, html } from '../html.ts';
import { type Content, classes, content, type Maybe, type Options } from './options.ts';

export type ContactStripOptions = Options<{
  /** Whether a contact may be tried at all; “stop” is said first and in words. */
  state: 'safe' | 'check' | 'stop';
  /** In one line: “Safe to call, weekdays 10:00 to 14:00”. */
  summary: string;
  /** “Voicemail” → “No”. */
  facts?: readonly Maybe<{ readonly name: string; readonly value: Content }>[];
  /** The landmark's name; “Safe contact” unless given. */
  label?: string;
  action?: { readonly text: string; readonly href: string };
}>;

/**
 * How this person may safely be reached. Given to the page shell as (part of) `beforeMain` and in no other
 * element, it stays in view while the page scrolls.
 */
export function contactStrip(options: ContactStripOptions): Html {
  const { sign, word } = states[options.state];
  const facts = options.facts?.map(
    (fact) =>
      fact &&
      html`<div class="lintel-contact__fact"><dt>${fact.name}</dt> <dd>${content(fact.value)}</dd></div>`,
  );
  return html`<section class="${classes('lintel-contact', `lintel-contact--${options.state}`)}"
    aria-label="${options.label ?? 'Safe contact'}"><div class="lintel-contact__inner">
    <p class="lintel-contact__summary"><span class="lintel-contact__sign"
    aria-hidden="true">${sign}</span><strong
    >${word}</strong> ${options.summary}</p>${
      facts &&
      facts.length > 0 &&
      html`<dl
    class="lintel-contact__facts">${facts}</dl>`
    }${
      options.action &&
      html`<a class="govuk-link lintel-contact__action" href="${options.action.href}">${options.action.text}</a>`
    }</div></section>`;
}

const states = {
  safe: { sign: '✓', word: 'Safe contact:' },
  check: { sign: '?', word: 'Check before contact:' },
  stop: { sign: '✕', word: 'Do not contact:' },
} as const;

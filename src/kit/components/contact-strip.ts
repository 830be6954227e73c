import { type Html, html } from '../html.ts';
import { type Content, classes, content, type Maybe, type Options } from './options.ts';

type Fact = { readonly name: string; readonly value: Content; readonly always?: boolean };

export type ContactStripOptions = Options<{
  /** Whether a contact may be tried at all; “stop” is said first and in words. “some”: one way may. */
  state: 'safe' | 'some' | 'check' | 'stop';
  /** In one line: “Safe to call, weekdays 10:00 to 14:00”. */
  summary: string;
  /** “Voicemail” → “No”. `always`: in view on a phone too, where the others are folded. */
  facts?: readonly Maybe<Fact>[];
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
  const facts = (options.facts ?? []).flatMap((fact) => fact || []);
  const folded = facts.filter((fact) => !fact.always);
  return html`<section class="${classes('lintel-contact', `lintel-contact--${options.state}`)}"
    aria-label="${options.label ?? 'Safe contact'}"><div class="lintel-contact__inner">
    <p class="lintel-contact__summary"><span class="lintel-contact__sign"
    aria-hidden="true">${sign}</span><strong
    >${word}</strong> ${options.summary}</p>${list(facts.filter((fact) => fact.always))}${
      folded.length > 0 &&
      html`<details class="lintel-contact__more"><summary class="lintel-contact__unfold">All that was agreed</summary
    >${list(folded)}</details>`
    }${
      options.action &&
      html`<a class="govuk-link lintel-contact__action" href="${options.action.href}">${options.action.text}</a>`
    }</div></section>`;
}

function list(facts: readonly Fact[]): Html | undefined {
  if (facts.length === 0) return undefined;
  return html`<dl class="lintel-contact__facts">${facts.map(
    ({ name, value }) =>
      html`<div class="lintel-contact__fact"><dt>${name}</dt> <dd>${content(value)}</dd></div>`,
  )}</dl>`;
}

const states = {
  safe: { sign: '✓', word: 'Safe contact:' },
  some: { sign: '!', word: 'Mind which way:' },
  check: { sign: '?', word: 'Check before contact:' },
  stop: { sign: '✕', word: 'Do not contact:' },
} as const;

import { button } from '#kit/components/button.ts';
import { type FormState, formErrors, kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import type { Choice } from '#rules/words.ts';
import { emergency } from './home.ts';

/** The answers that the form offers, as the reports are read (`modules/disclosures`). */
export interface TellUsChoices {
  readonly danger: readonly Choice[];
  readonly answers: readonly Choice[];
  readonly channels: readonly Choice[];
  readonly reportedFor: readonly Choice[];
  readonly reporters: readonly Choice[];
}

export interface TellUsPage {
  readonly choices: TellUsChoices;
  readonly form: FormState;
  readonly action: string;
  /** By which the same form, sent twice, is kept once. */
  readonly submissionId: string;
}

/** Danger first, then a few words. Everything else may stay empty. */
export function tellUsPage({ form, action, submissionId, choices }: TellUsPage): Html {
  const { answers } = choices;
  return html`${formErrors(form)}<h1>Tell us</h1>
${emergency()}
<p>A few words are enough. You need no proof, and you need not give your name. Do not wait here for an answer: nobody reads this all the time.</p>
<form method="post" action="${action}" novalidate autocomplete="off">
<input type="hidden" name="_submission" value="${submissionId}">
${trap()}
${one(form, 'immediate_danger', 'Is anybody in danger right now?', choices.danger, 'If so, please call 999 first')}
${one(form, 'reported_for', 'Who is it about?', choices.reportedFor)}
${text(form, 'verbatim', 'What is happening?', 'In your own words, as much or as little as you like', 7)}
${line(form, 'person_name', 'The name of the person it is about', 'Only if you want to give it. For yourself, whatever you want to be called')}
${line(form, 'address', 'Where', 'An address or a place, if it is safe to say')}
${one(form, 'children', 'Are there children?', answers)}
<h2>If it is about you: how can we reach you safely?</h2>
${one(form, 'device_safe', 'Is this device safe?', answers, 'Nobody else can see it or the accounts on it')}
${one(form, 'safe_to_contact', 'Is it safe for us to contact you?', answers)}
${one(form, 'contact_channel', 'How', choices.channels)}
${line(form, 'contact_value', 'Number, address or place', 'We use it for this and for nothing else')}
${line(form, 'contact_times', 'When', 'Days and times that are safe')}
${line(form, 'who_might_see', 'Who might see or answer?')}
${text(form, 'access_needs', 'What you need from us', 'A language, an interpreter, a woman or a man to talk to, anything else', 2)}
<h2>If it is about somebody else</h2>
<p>We never tell anybody who told us. We cannot tell you what we do, or whether we know the person.</p>
${one(form, 'reporter', 'You are', choices.reporters)}
${one(form, 'informant_known', 'Does the person know that you are telling us?', answers)}
${line(form, 'informant_name', 'Your name', 'Only if you want to give it')}
${line(form, 'informant_contact', 'How we can reach you', 'Only if you want us to')}
${button({ text: 'Send' })}
</form>
<p>We send no confirmation.</p>`;
}

/** A field that no person sees or reaches; only a program that fills in everything fills it in. */
function trap(): Html {
  return html`<div hidden><label for="website">Leave this empty</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>`;
}

function one(form: FormState, name: string, legend: string, choices: readonly Choice[], hint?: string): Html {
  return radios({
    fieldset: { legend: { text: legend } },
    hint: hint === undefined ? undefined : { text: hint },
    items: choices.map(({ value, label }) => ({ value, text: label })),
    ...kept(form, name),
  });
}

function line(form: FormState, name: string, label: string, hint?: string): Html {
  return input({
    label: { text: label },
    hint: hint === undefined ? undefined : { text: hint },
    autocomplete: 'off',
    ...kept(form, name),
  });
}

function text(form: FormState, name: string, label: string, hint: string, rows: number): Html {
  return textarea({
    label: { text: label },
    hint: { text: hint },
    rows,
    autocomplete: 'off',
    ...kept(form, name),
  });
}

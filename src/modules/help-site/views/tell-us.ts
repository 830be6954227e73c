import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { type FormState, formErrors, kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  asked,
  childRows,
  detailsAsked,
  inWords,
  question,
  reportedFor,
  reporters,
} from '#modules/disclosures/pure.ts';
import type { Words } from '#rules/pack.ts';
import type { Choice } from '#rules/words.ts';
import type { There } from '../there.ts';
import { emergency } from './home.ts';
import { whenRead } from './there.ts';

export interface TellUsPage {
  readonly form: FormState;
  readonly action: string;
  /** By which the same form, sent twice, is kept once. */
  readonly submissionId: string;
  readonly words: Words;
  readonly there: There;
}

/** Danger first, then a few words. Everything else may stay empty. */
export function tellUsPage({ form, action, submissionId, words, there }: TellUsPage): Html {
  const field = askingOf(form, words);
  return html`${formErrors(form)}<h1>Tell us</h1>
${emergency()}
<p>A few words are enough. You need no proof, and you need not give your name. Do not wait here for an answer:
  nobody reads this all the time.</p>
${whenRead(there, 'first page')}
<form method="post" action="${action}" novalidate autocomplete="off">
<input type="hidden" name="_submission" value="${submissionId}">
${trap()}
${field('immediateDanger')}
${one(form, 'reported_for', 'Who is it about?', reportedFor)}
${field('verbatim', 7)}
${field('personName')}
${field('address')}
${field('children')}
${children(form)}
${field('honour')}
<h2>If it is about you: how can we reach you safely?</h2>
${deviceQuestion(form)}
${field('safeToContact')}
${field('contactChannel')}
${field('contactValue')}
${field('contactTimes')}
${field('whoCanHear')}
${field('accessNeeds')}
<h2>If it is about somebody else</h2>
<p>We never tell anybody who told us. We cannot tell you what we do, or whether we know the person.</p>
${one(form, 'reporter', 'You are', reporters)}
${field('informantKnown')}
${field('informantName')}
${field('informantContact')}
${button({ text: 'Send' })}
</form>
<p>We send no confirmation. Without a way to reach you that is safe, nobody can answer you: what you wrote is read, and
  what can be done without you is done. If you want an answer, give us a way, or ring a helpline.</p>`;
}

/** Places a question by its name; `rows` where it is answered in words. */
function askingOf(form: FormState, words: Words) {
  const byName = new Map(asked('help').map((each) => [each.name, each]));
  type Name = ReturnType<typeof asked<'help'>>[number]['name'];
  return (name: Name, rows = 2): Html | undefined => {
    const found = byName.get(name);
    if (!found) return undefined;
    const { field, asks } = found;
    const label = inWords(asks.label, words);
    const { drawn, choices } = question(name).kind;
    if (drawn === 'line') return line(form, field, label, asks.hint);
    if (drawn === 'words') return text(form, field, label, asks.hint, rows);
    return one(form, field, label, choices, asks.hint);
  };
}

/** Children one by one, where somebody wants to say more; the others are folded away. */
function children(form: FormState): Html {
  const rows = childRows.map(
    (
      row,
    ) => html`<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend">Child ${row}</legend>
${line(form, `child_${row}_name`, 'Name, or “first child”')}
${line(form, `child_${row}_age`, 'Age, or about how old')}
${line(form, `child_${row}_school`, 'School or nursery')}</fieldset>`,
  );
  return details({ summaryText: 'If you want to tell us more about children', html: html`${rows}` });
}

function deviceQuestion(form: FormState): Html | undefined {
  const asks = detailsAsked('help').device_safe;
  return asks && one(form, 'device_safe', asks.label, asks.kind.choices, asks.hint);
}

/** A field that no person sees or reaches; only a program that fills in everything fills it in. */
function trap(): Html {
  return html`<div hidden><label for="website">Leave this empty</label><input id="website" name="website"
    tabindex="-1" autocomplete="off"></div>`;
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

function text(form: FormState, name: string, label: string, hint: string | undefined, rows: number): Html {
  return textarea({
    label: { text: label },
    hint: hint === undefined ? undefined : { text: hint },
    rows,
    autocomplete: 'off',
    ...kept(form, name),
  });
}

import { button } from '../components/button.ts';
import { details } from '../components/details.ts';
import { verbatim } from '../components/verbatim.ts';
import { isSecret } from '../drafts/fields.ts';
import { keptAll, type Typed } from '../forms.ts';
import { type Html, html } from '../html.ts';

/** A form that came and could not be taken. */
export interface Sent {
  /** Where it was sent to. */
  readonly action: string;
  readonly typed: Typed;
  /** Proof of origin for the same session as the one from which it came; '' where the site asks for none. */
  readonly csrf: string;
  /** It held files, which no page can give back. */
  readonly files: boolean;
}

/**
 * What a form carried, in the page that says why it was not taken. It goes to whoever sent it and is kept nowhere else.
 * The proof of origin is of the same session: nobody who signs in after them can send it. The submission id is the
 * same: if it was saved although nobody could be told, it is not saved twice.
 * @param again whether sending it once more can help
 */
export function sendAgain({ action, typed, csrf, files }: Sent, again: boolean): Html {
  const secret = Object.entries(typed).some(([name, value]) => isSecret(name) && `${value}` !== '');
  const wordsOfTheirs = ownWords(typed);
  if (!again || files || secret)
    return html`${files && html`<p class="govuk-body">Files are not kept: choose them again.</p>`}${
      wordsOfTheirs.length > 0 && shown(wordsOfTheirs, true)
    }`;
  return html`<p class="govuk-body">What you typed is kept on this page. Send it from here when you are ready: what
    was saved already is not saved twice.</p>
    <form method="post" action="${action}" novalidate>${hidden({ ...typed, _csrf: csrf })}${button({
      text: 'Send it again',
      preventDoubleClick: true,
    })}</form>${wordsOfTheirs.length > 0 && shown(wordsOfTheirs, false)}`;
}

function hidden(typed: Typed): Html[] {
  return Object.keys(typed).flatMap((name) =>
    valuesOf(typed, name).map((value) => html`<input type="hidden" name="${name}" value="${value}">`),
  );
}

function valuesOf(typed: Typed, name: string): readonly string[] {
  const value = typed[name];
  return typeof value === 'string' ? [value] : keptAll(typed, name);
}

/** What reads as words: to copy, where it cannot be sent from here. */
function ownWords(typed: Typed): readonly string[] {
  return Object.keys(typed)
    .filter((name) => !name.startsWith('_') && !isSecret(name))
    .flatMap((name) => valuesOf(typed, name))
    .filter((value) => /\S\s+\S/.test(value));
}

function shown(each: readonly string[], open: boolean): Html {
  return details({ summaryText: 'What you typed', open, html: html`${each.map(verbatim)}` });
}

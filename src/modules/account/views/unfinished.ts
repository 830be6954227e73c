import { draftAddress } from '#kit/components/draft-offer.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { type Hidden, type Moment, oneButton } from './parts.ts';

export interface UnfinishedRow {
  readonly form: string;
  readonly about: string | null;
  readonly savedAt: Temporal.Instant;
  /** It stays at least so long; null: it may go any day now. */
  readonly until: Temporal.Instant | null;
  /** The page of its form, where it is known. */
  readonly path: string | null;
}

/** What somebody began to write: which form and since when, and not a word of it. */
export function unfinishedPage(drafts: readonly UnfinishedRow[], hidden: Hidden, at: Moment): Html {
  return html`<h1 class="govuk-heading-l">What you began to write</h1>
<p class="govuk-body">What you type into a long form is saved until you send it. 30 days after you last typed,
  it is deleted. You are told a week before, and nothing goes before you have been back for a week.</p>
${drafts.length === 0 ? html`<p class="govuk-body">Nothing is waiting.</p>` : list(drafts, hidden, at)}`;
}

function list(drafts: readonly UnfinishedRow[], hidden: Hidden, at: Moment): Html {
  return table({
    classes: 'lintel-table--cards',
    firstCellIsHeader: true,
    head: [
      { text: 'Form' },
      { text: 'Saved' },
      { text: 'Kept until' },
      { html: html`<span class="govuk-visually-hidden">Keep or discard</span>` },
    ],
    rows: drafts.map((draft) => [
      { html: nameOf(draft) },
      { text: at(draft.savedAt) },
      { text: draft.until ? at(draft.until) : 'Deleted soon' },
      { html: choices(draft, hidden, at) },
    ]),
  });
}

function nameOf({ form, path }: UnfinishedRow): Html {
  const name = inWords(form);
  if (path !== null) return html`<a class="govuk-link" href="${path}">${name}</a>`;
  return html`${name} <span class="lintel-aside">It waits on the page where you began it</span>`;
}

function choices({ form, about, savedAt }: UnfinishedRow, hidden: Hidden, at: Moment): Html {
  const said = `: ${inWords(form)}, saved ${at(savedAt)}`;
  const { action, back } = {
    action: draftAddress(form, about, { does: 'discard' }),
    back: '/account/drafts',
  };
  const hiddenAndBack: Hidden = () => html`${hidden()}<input type="hidden" name="_return" value="${back}">`;
  return html`${oneButton(draftAddress(form, about, { does: 'keep' }), hidden, {
    text: 'Keep 30 days more',
    about: said,
  })}${oneButton(action, hiddenAndBack, { text: 'Discard', about: said })}`;
}

/** `plan-words`: “Plan words”. */
function inWords(form: string): string {
  const words = form.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { casePaths } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import type { Pair } from '../store/both.ts';

/** Cases that concern each other, for a manager who sees both. */
export function twoCasesPage(pairs: readonly Pair[], calendar: WorkingCalendar): Html {
  return html`<h1 class="govuk-heading-l">Two cases, two colleagues</h1>
<p class="govuk-body">The person of one is feared in the other. They stay two cases, and nobody works on both: whoever
  works on one is not offered for the other, and nothing tells them why. Tell nobody of one side what the other said,
  and do not write down in one that there is the other.</p>
${
  pairs.length === 0
    ? html`<p class="govuk-body">No two open cases that you see concern each other.</p>`
    : table({
        caption: 'Two cases that concern each other, one colleague for both first',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards',
        head: ['One', 'The other', 'How it stands', 'Since'].map((text) => ({ text })),
        rows: pairs.map((pair) => [
          { html: side(pair.oneId, pair.oneReference, pair.oneLead) },
          { html: side(pair.otherId, pair.otherReference, pair.otherLead) },
          { html: stands(pair) },
          { text: momentInWords(pair.foundAt, calendar) },
        ]),
      })
}`;
}

function side(caseId: CaseId, reference: string, lead: string | null): Html {
  return html`<a class="govuk-link" href="${casePaths.overview(caseId)}">${reference}</a><br>${
    lead ?? 'Nobody leads it'
  }<br><a class="govuk-link" href="${paths.ofCase(caseId)}">Who harms whom<span class="govuk-visually-hidden">
    in ${reference}</span></a><br><a class="govuk-link" href="${casePaths.allocation(caseId)}">Give it to
    somebody<span class="govuk-visually-hidden">: ${reference}</span></a>`;
}

function stands({ mutual, oneWorker }: Pair): Html {
  return html`${
    oneWorker
      ? tag({ text: 'One colleague leads both: give one to another', classes: 'govuk-tag--red' })
      : tag({ text: 'Apart', classes: 'govuk-tag--grey' })
  }${mutual && html`<br>Each names the other: asked in both who harms whom`}`;
}

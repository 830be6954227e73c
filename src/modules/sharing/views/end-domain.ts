import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import type { DomainRow, LinkThere } from '../store/domains.ts';

/** What ends with a domain, before it does: nothing stands by default at a mailbox that may be somebody else's now. */
export function endDomainPage(
  form: FormModel,
  { domain, links }: { readonly domain: DomainRow; readonly links: readonly LinkThere[] },
  calendar: WorkingCalendar,
): Html {
  return html`<h1 class="govuk-heading-l">It is not their domain any more</h1>
<p class="govuk-body lintel-long">${domain.agency}: ${domain.domain}</p>
<p class="govuk-body">From now on no link goes there. <strong>Every link that went there opens nothing any
  more</strong>, in every case, also in one that you may not see: who leads each, and who sent it, is told, and sends
  it anew where it is needed. Writing the domain down again opens none of them.</p>
${
  links.length > 0 &&
  html`<h2 class="govuk-heading-m">Links that open there now</h2>
<ul class="govuk-list govuk-list--bullet">${links.map(
    ({ caseId, shareId, reference, expiresAt }) =>
      html`<li><a class="govuk-link" href="${paths.share(caseId, shareId)}">${reference}</a>, until
      ${momentInWords(expiresAt, calendar)}</li>`,
  )}</ul>`
}
${wholeForm(
  form,
  'End it, and its links',
  textarea({
    ...kept(form.form, 'why'),
    label: { text: 'Why it is not theirs any more', classes: 'govuk-label--s' },
    rows: 2,
  }),
)}
<p class="govuk-body"><a class="govuk-link" href="${paths.agencies}">Back to agencies and their domains</a></p>`;
}

import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { Role } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { momentInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import type { DomainRow, EndedDomain } from '../store/domains.ts';

/** Where links may go: an agency's own domain, never a mailbox that anybody can have. */
export function agenciesPage(
  form: FormModel,
  { inUse: domains, ended }: { readonly inUse: readonly DomainRow[]; readonly ended: readonly EndedDomain[] },
  { calendar, roles }: { readonly calendar: WorkingCalendar; readonly roles: readonly Role[] },
): Html {
  const manages = may(roles, 'agency.manage').allowed;
  return html`<h1 class="govuk-heading-l">Agencies and their domains</h1>
<p class="govuk-body">A link to something shared goes to an address at one of these, and nowhere else. Whoever wrote a
  domain down does not send to it: somebody else does.</p>
${
  domains.length === 0
    ? html`<p class="govuk-body">None is on record, so no link can be sent.</p>`
    : table({
        caption: 'Domains on record',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards',
        head: [
          { text: 'Agency' },
          { text: 'Domain' },
          { text: 'How we know' },
          { text: 'Written down' },
          ...(manages ? [{ text: 'Change' }] : []),
        ],
        rows: domains.map((each) => [
          { text: each.agency, classes: 'lintel-cell--words' },
          { text: each.domain },
          { text: each.howKnown, classes: 'lintel-cell--words' },
          { text: `${momentInWords(each.addedAt, calendar)} by ${each.addedByName ?? 'Lintel'}` },
          ...(manages ? [{ html: ending(each) }] : []),
        ]),
      })
}
${
  manages &&
  wholeForm(
    form,
    'Write it down',
    html`<h2 class="govuk-heading-m">Write down another</h2>
${input({ ...kept(form.form, 'agency'), label: { text: 'Agency', classes: 'govuk-label--s' } })}${input({
  ...kept(form.form, 'domain'),
  label: { text: 'Domain', classes: 'govuk-label--s' },
  hint: { text: 'What stands behind the @ of their addresses at work' },
  autocomplete: 'off',
})}${textarea({
  ...kept(form.form, 'howKnown'),
  label: { text: 'How you know that it is theirs', classes: 'govuk-label--s' },
  rows: 2,
})}`,
  )
}
${noLonger(ended, calendar)}`;
}

/** Whoever would write one down again reads first why it was taken away. */
function noLonger(ended: readonly EndedDomain[], calendar: WorkingCalendar): Html | false {
  if (ended.length === 0) return false;
  return html`<h2 class="govuk-heading-m">Not theirs any more</h2>
<p class="govuk-body">No link goes there. Read why before you write one of these down again.</p>
${table({
  caption: 'Domains that ended',
  captionClasses: 'govuk-visually-hidden',
  classes: 'lintel-table--cards',
  head: [{ text: 'Agency' }, { text: 'Domain' }, { text: 'Why' }, { text: 'Ended' }],
  rows: ended.map((each) => [
    { text: each.agency, classes: 'lintel-cell--words' },
    { text: each.domain },
    { text: each.endedWhy, classes: 'lintel-cell--words' },
    { text: `${momentInWords(each.endedAt, calendar)} by ${each.endedByName ?? 'Lintel'}` },
  ]),
})}`;
}

function ending({ id, domain }: DomainRow): Html {
  return html`<a class="govuk-link" href="${paths.endDomain(id)}">End<span
    class="govuk-visually-hidden"> ${domain}</span></a>`;
}

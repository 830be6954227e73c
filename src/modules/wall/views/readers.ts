import { resultsPagination } from '#kit/components/results-pagination.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead } from '#modules/case-file/pure.ts';
import { labelOf } from '#rules/words.ts';
import { leadsTheCase } from '../allocation.ts';
import { reasons } from '../emergency.ts';
import { paths } from '../paths.ts';
import { type DayOfReader, readersPerPage } from '../readers.ts';
import type { Use } from '../store/emergency-uses.ts';
import { readersTable } from './readers-table.ts';

export interface ReadersModel extends CaseModel {
  readonly days: readonly DayOfReader[];
  readonly total: number;
  readonly page: number;
  readonly uses: readonly Use[];
}

/** Who opened this case, when and why: for its lead and managers (V3.2). */
export function readersPage(model: ReadersModel): Html {
  const { days, total, page, file } = model;
  const pages = resultsPagination({
    page,
    total,
    pageSize: readersPerPage,
    href: (number) => `${paths.readers(file.id)}?page=${number}`,
    nouns: ['day of a colleague', 'days of colleagues'],
  });
  return html`${caseHead(model, 'Access', 'Who opened this case')}
<p class="govuk-body">Everybody who looked, a day at a time, the latest first, with what they said it was for.
  Nobody can take a line out. Your own look is recorded as well.</p>
${
  days.length === 0
    ? html`<p class="govuk-body">Nobody on this page.</p>`
    : readersTable(days, (each) => reasonsOf(model, each))
}
${pages}`;
}

/** An emergency with the words that were given for it; what an export or a number was for; else why they are let in. */
function reasonsOf(
  { uses, calendar, file }: ReadersModel,
  { day, staffId, opened, grantedBecause }: DayOfReader,
) {
  const leads = file.leadId === staffId;
  const onThatDay = uses.filter(
    (use) =>
      use.staffId === staffId && use.at.toZonedDateTimeISO(calendar.rules.timeZone).toPlainDate().equals(day),
  );
  const said = [
    ...onThatDay.map((use) => `Emergency: ${labelOf(reasons, use.reason)}. ${use.words}`),
    ...new Set(opened.map(({ why }) => why.replaceAll('_', ' ')).filter((why) => why !== '')),
    ...(leads ? ['Leads this case'] : []),
    ...(grantedBecause === '' || (leads && grantedBecause === leadsTheCase) ? [] : [grantedBecause]),
  ];
  return said.length > 0 ? said : ['Works in the team'];
}

import { button } from '#kit/components/button.ts';
import { deadline } from '#kit/components/deadline.ts';
import { details } from '#kit/components/details.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import {
  caseForm,
  caseHead,
  type FormModel,
  homeInWords,
  nameOf,
  openAgain,
  casePaths as paths,
  promiseInWords,
  stillOwed,
  tenureInWords,
} from '#modules/case-file/pure.ts';
import type { Entry } from '#modules/chronology/index.ts';
import { entryList } from '#modules/chronology/pure.ts';
import { dueMomentInWords, dueRuleOf } from '#rules/closed-since.ts';
import { momentInWords } from '#rules/moment.ts';
import { capitalised, connections, labelOf, partLabel, possessive } from '#rules/words.ts';
import { type MattersModel, mattersNow } from './matters.ts';

export interface OverviewModel extends MattersModel {
  readonly entries: readonly Entry[];
  readonly total: number;
  readonly childrenForm: FormModel;
}

/** What matters now comes first; then who is in the case, and the newest of what was written. */
export function overviewPage(model: OverviewModel): Html {
  const { file } = model;
  return html`${caseHead(model, 'Overview', 'Overview', actions(model))}
${file.immediateDanger && !file.closedAt && danger(model)}${openAgain(model)}
${mattersNow(model)}${allPromises(model)}
${(file.children === 'not_asked' || file.children === 'not_known') && childrenQuestion(model)}
<div class="lintel-overview"><section aria-labelledby="people">
<div class="lintel-heading"><h2 class="govuk-heading-m" id="people">People and home</h2>
<span><a class="govuk-link" href="${paths.people(file.id)}">People in this case</a> ·
<a class="govuk-link" href="${paths.home(file.id)}">Where they live</a></span></div>${peopleOf(model)}</section>
<section aria-labelledby="chronology">
<div class="lintel-heading"><h2 class="govuk-heading-m" id="chronology">Chronology</h2>
${allEntries(model)}</div>${chronology(model)}</section></div>`;
}

/** Said until somebody wrote down what was done: whoever opens the case thinks of today first (V4.1b). */
function danger({ file }: OverviewModel): Html {
  return html`${warningText({
    text: 'We were told of immediate danger. If anybody is in danger now, ring 999 first.',
  })}<p class="govuk-body"><a class="govuk-link" href="${paths.danger(file.id)}">Write down what was done
    about it</a></p>`;
}

function actions({ file, mayAllocate }: OverviewModel): Html {
  return html`<div class="govuk-button-group">
    ${button({ text: 'Record a contact', href: paths.newContact(file.id) })}${button({
      text: 'Add to the chronology',
      href: paths.newEntry(file.id),
      classes: 'govuk-button--secondary',
    })}${
      !file.closedAt &&
      button({
        text: 'There is danger now',
        href: paths.newDanger(file.id),
        classes: 'govuk-button--warning',
      })
    }${
      mayAllocate.allowed &&
      button({
        text: file.leadId ? 'Change the lead' : 'Choose a lead',
        href: paths.allocation(file.id),
        classes: 'govuk-button--secondary',
      })
    }</div>`;
}

/** Asked until it is known (V3.6). */
function childrenQuestion({ childrenForm, pack, file }: OverviewModel): Html {
  return html`${warningText({
    text:
      file.children === 'not_asked'
        ? 'Nobody has asked yet whether children live with this.'
        : 'It is not known yet whether children live with this. Ask again when it is safe.',
  })}${caseForm(
    childrenForm,
    'Save the answer',
    radios({
      name: 'children',
      classes: 'govuk-radios--inline govuk-radios--small',
      fieldset: {
        legend: {
          text: `Are there children in the ${possessive(pack.words.person)} life?`,
          classes: 'govuk-fieldset__legend--s',
        },
      },
      hint: {
        text:
          'A child who sees, hears or lives with abuse is harmed by it too. With a yes, a safeguarding referral is ' +
          'owed today, or two people decide that there is none.',
      },
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
        { value: 'not_known', text: 'Not known yet' },
      ],
    }),
  )}`;
}

/** Every promise, kept and owed, for whoever wants to know when each began. */
function allPromises({ promises, commitmentOf, calendar, now }: OverviewModel): Html | undefined {
  if (promises.length === 0) return undefined;
  const ordered = promises.toSorted((one, other) => Number(stillOwed(other)) - Number(stillOwed(one)));
  return details({
    summaryText: promises.length === 1 ? 'The one promise so far' : `All ${promises.length} promises so far`,
    html: table({
      caption: 'Promises of this case',
      captionClasses: 'govuk-visually-hidden',
      classes: 'lintel-table--dense lintel-table--cards',
      head: [{ text: 'Promise' }, { text: 'Runs from' }, { text: 'Due by' }, { text: 'How it stands' }],
      rows: ordered.map((promise) => {
        const { title, ...words } = promiseInWords(promise, commitmentOf, calendar, now);
        return [
          { text: title },
          { text: momentInWords(promise.startedAt, calendar) },
          {
            text: dueMomentInWords(
              promise.dueAt,
              calendar,
              dueRuleOf(commitmentOf(promise.packId, promise.commitment)),
            ),
          },
          { html: deadline(words) },
        ];
      }),
    }),
  });
}

/** Who is in it and which home it is about, with whether anybody may go there. */
function peopleOf(model: OverviewModel): Html {
  const { people, known, pack } = model;
  const isFirst = ({ part }: (typeof people)[number]) => Number(part === 'at_risk');
  const present = people
    .filter((person) => person.endedAt === null)
    .toSorted((one, other) => isFirst(other) - isFirst(one));
  return summaryList({
    classes: 'lintel-summary--compact',
    rows: [
      ...present.map((person) => ({
        key: { text: partLabel(person.part, pack.words) },
        value: {
          text: [nameOf(known, person), person.connection && labelOf(connections, person.connection)]
            .filter(Boolean)
            .join(': '),
        },
      })),
      { key: { text: 'Home' }, value: { text: capitalised(homeInWords(model)) } },
      { key: { text: 'Tenure' }, value: { text: capitalised(tenureInWords(model)) } },
    ],
  });
}

function allEntries({ total, entries, file }: OverviewModel): Html | undefined {
  if (total <= entries.length) return undefined;
  return html`<a class="govuk-link" href="${paths.entries(file.id)}">All ${total} entries</a>`;
}

function chronology(model: OverviewModel): Html {
  const { entries, total, file, calendar } = model;
  if (total === 0)
    return html`<p class="govuk-body">Nothing is written yet.
      The case was opened on ${momentInWords(file.openedAt, calendar)}.</p>`;
  return entryList(model, entries, 3);
}

import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { few } from '#rules/few.ts';
import { dateInWords } from '#rules/moment.ts';
import { pounds } from '#rules/pounds.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import { type RateKind, rateKinds, rateOn } from '../rates.ts';
import type { SetRate } from '../store/rates.ts';
import type { Cut, YearOfCosts } from '../store/totals.ts';
import { about, aboutOrFew, avoidedName, cutName, gainName, hours, supportName } from './totals-words.ts';

interface Shown {
  readonly years: readonly YearOfCosts[];
  readonly rates: readonly SetRate[];
  readonly sets: boolean;
  readonly today: Temporal.PlainDate;
}

export function totalsPage({ years, rates, sets, today }: Shown): Html {
  return html`<h1 class="govuk-heading-l">Costs</h1>
<p class="govuk-body">What domestic abuse cost, to the nearest £50, by financial year, of months that are over. What
fewer than five cases had is told together with others, or left out: nobody can be found in it, and no home.</p>
<p class="govuk-body"><a class="govuk-link" href="${paths.file}">These totals as a file</a></p>
${years.map((year) => yearPart(year))}
${ratesPart(rates, sets, today)}
<p class="govuk-body">Spent is what somebody wrote down as it was delivered or billed. What has no price yet is not
nought.</p>`;
}

function yearPart(year: YearOfCosts): Html {
  const { name, from, until, whole, totals } = year;
  const last = until.subtract({ days: 1 });
  const nothing = totals.length === 0 && year.cut.kind.length === 0;
  return html`<h2 class="govuk-heading-m">${name}</h2>
<p class="govuk-hint">${dateInWords(from)} to ${dateInWords(last)}${!whole && ', so far'}</p>${
    nothing && html`<p class="govuk-body">Nothing that can be told without telling of somebody.</p>`
  }${
    !whole &&
    html`<p class="govuk-body">Where the homes are, and what may have been avoided, is told once the year is over.</p>`
  }${offersPart(year)}${besidePart(year)}${cutPart(year, 'month', 'by month')}${cutPart(
    year,
    'area',
    'by where the home is',
  )}${fundsPart(year)}${rolePart(year)}${gainedPart(year)}${avoidedPart(year)}`;
}

const looks = { classes: 'lintel-table--cards', firstCellIsHeader: true } as const;
const numeric = (text: string) => ({ text, format: 'numeric' as const });

function offersPart({ name, totals }: YearOfCosts): Html | false {
  return (
    totals.length > 0 &&
    table({
      ...{ ...looks, caption: `Offers in ${name}`, captionClasses: 'govuk-table__caption--s' },
      head: [
        { text: 'What' },
        ...['Approved', 'Spent', 'Delivered', 'Without a price yet'].map((text) => numeric(text)),
      ],
      rows: totals.map((each) => [
        { text: supportName(each.kind) },
        ...[aboutOrFew(each.approvedPence), aboutOrFew(each.spentPence)].map(numeric),
        ...[few(each.delivered), few(each.unpriced)].map(numeric),
      ]),
    })
  );
}

function besidePart({ name, cut }: YearOfCosts): Html | false {
  const beside = cut.kind.filter((each) => !each.name.startsWith('help.'));
  return (
    beside.length > 0 &&
    table({
      ...{ ...looks, caption: `Moves, homes and time in ${name}`, captionClasses: 'govuk-table__caption--s' },
      head: [{ text: 'What' }, numeric('Spent'), numeric('Hours')],
      rows: beside.map((each) => [
        { text: cutName('kind', each.name) },
        numeric(each.quarters > 0 && each.pence === 0 ? 'No rate is set' : about(each.pence)),
        numeric(each.quarters > 0 ? hours(each.quarters) : ''),
      ]),
    })
  );
}

/** Everything together, cut another way; every cut adds up to the same. */
function cutPart({ name, cut }: YearOfCosts, by: Cut, inWords: string): Html | false {
  const rows = cut[by];
  return (
    rows.length > 0 &&
    details({
      summaryText: `All of ${name}, ${inWords}`,
      html: table({
        ...looks,
        ...{ caption: `All of ${name}, ${inWords}`, captionClasses: 'govuk-visually-hidden' },
        head: [{ text: 'What' }, numeric('Spent')],
        rows: rows.map((each) => [{ text: cutName(by, each.name) }, numeric(about(each.pence))]),
      }),
    })
  );
}

/** By when it was paid, as those read it who keep the funds. */
function fundsPart({ name, funds }: YearOfCosts): Html | false {
  return (
    funds.length > 0 &&
    details({
      summaryText: `Paid from funds in ${name}`,
      html: html`<p class="govuk-body">By when it was paid, whatever the day on which it fell. Funds of
which fewer than five cases were paid are not told.</p>${table({
        ...looks,
        ...{ caption: `Paid from funds in ${name}`, captionClasses: 'govuk-visually-hidden' },
        head: [{ text: 'Fund' }, numeric('Paid')],
        rows: funds.map((fund) => [{ text: fund.name }, numeric(about(fund.pence))]),
      })}`,
    })
  );
}

function rolePart({ name, cut }: YearOfCosts): Html | false {
  return (
    cut.role.length > 0 &&
    details({
      summaryText: `Time in ${name}, by role`,
      html: html`<p class="govuk-body">Never by colleague: a role is told where five or more hold it.</p>${table(
        {
          ...looks,
          ...{ caption: `Time in ${name}, by role`, captionClasses: 'govuk-visually-hidden' },
          head: [{ text: 'Role' }, numeric('Hours'), numeric('Spent')],
          rows: cut.role.map((each) => [
            { text: cutName('role', each.name) },
            numeric(hours(each.quarters)),
            numeric(about(each.pence)),
          ]),
        },
      )}`,
    })
  );
}

function gainedPart({ name, gained }: YearOfCosts): Html | false {
  return (
    gained.length > 0 &&
    html`${table({
      ...{ ...looks, caption: `What advice brought in ${name}`, captionClasses: 'govuk-table__caption--s' },
      head: [{ text: 'What' }, numeric('Once'), numeric('In a year')],
      rows: gained.map(({ kind, oncePence, yearlyPence }) => [
        { text: gainName(kind) },
        numeric(aboutOrFew(oncePence)),
        numeric(aboutOrFew(yearlyPence)),
      ]),
    })}<p class="govuk-body">What advice brought is what people have of it, and is never set off against what it
cost. What comes each week is told for a year of fifty-two weeks.</p>`
  );
}

function avoidedPart({ name, avoided }: YearOfCosts): Html | false {
  return (
    avoided.length > 0 &&
    html`${table({
      ...looks,
      ...{
        caption: `What may have been avoided in ${name}: an estimate`,
        captionClasses: 'govuk-table__caption--s',
      },
      head: [{ text: 'What' }, numeric('How often'), numeric('About')],
      rows: avoided.map((each) => [
        { text: avoidedName(each.kind) },
        numeric(String(each.times)),
        numeric(each.unpriced === each.times ? 'No unit cost is set' : about(each.pence)),
      ]),
    })}<p class="govuk-body">Each rests on a step over income that was held back, work that somebody confirmed, or a
move, and on the word of somebody who is named in the case. It is never set off against what was spent.</p>`
  );
}

function ratesPart(rates: readonly SetRate[], sets: boolean, today: Temporal.PlainDate): Html {
  const inForce = rateKinds
    .map(({ value }) => [value, rateOn(rates, value, today)] as const)
    .filter((each): each is readonly [RateKind, SetRate] => each[1] !== null);
  return html`<h2 class="govuk-heading-m">By what it is reckoned</h2>
<p class="govuk-body">A year is reckoned by the rate that held as it began, or else by the first that was set in it. In
a case each day has its own.</p>
${
  inForce.length === 0
    ? html`<p class="govuk-body">No hourly rate and no unit cost is set. Hours and what was avoided are told without
money.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${inForce.map(
        ([kind, rate]) => html`<li><strong>${labelOf(rateKinds, kind)}: ${pounds(rate.pence)}</strong> from
      ${dateInWords(rate.fromDay)}<br>${rate.source}</li>`,
      )}</ul>`
}${sets && button({ text: 'Set a rate', href: paths.rates, classes: 'govuk-button--secondary' })}`;
}

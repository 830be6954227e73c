import { details } from '#kit/components/details.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type AgreedWay,
  endedInWords,
  gateOfWay,
  keptBack,
  standingOfWay,
  wayFacts,
} from '#modules/agreement/pure.ts';
import { type CaseModel, casePaths as paths } from '#modules/case-file/pure.ts';
import { agreedChannels } from '#rules/agreement.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { inForce } from '#rules/ways.ts';
import { capitalised, labelOf } from '#rules/words.ts';

interface WaysModel extends CaseModel {
  /** Every version of every further way, the latest of each first. */
  readonly wayVersions: readonly AgreedWay[];
  /** Whether a reason was given for this one: then it is shown, this once. */
  readonly revealed: string | null;
}

/**
 * What is agreed beside the first choice: each folded under its name with how it stands now; what must never be done
 * with any of them stands above every page of the case.
 * @param asksWhy the form for whoever needs one that is kept back all the same
 */
export function furtherWays(model: WaysModel, asksWhy: (way: AgreedWay) => Html): Html | undefined {
  const { agreed, file } = model;
  if (agreed === null || agreed.channel === 'none') return undefined;
  const ways = inForce(agreed);
  return html`<h2 class="govuk-heading-m">Other numbers, addresses and places</h2>
${ways.length === 0 && html`<p class="govuk-body">None was agreed.</p>`}${ways.map((way) =>
  folded(model, agreed, way, asksWhy),
)}<p class="govuk-body"><a class="govuk-link" href="${paths.newWay(file.id)}">Add another number, address or
  place</a></p>${earlier(model)}`;
}

function folded(
  model: WaysModel,
  first: NonNullable<CaseModel['agreed']>,
  way: AgreedWay,
  asksWhy: (way: AgreedWay) => Html,
): Html {
  const { now, calendar, file, revealed } = model;
  const { open } = gateOfWay(first, way, now, calendar);
  const shown = open || revealed === way.wayId;
  const link = (href: string, text: string) =>
    html`<a class="govuk-link" href="${href}">${text}<span class="govuk-visually-hidden"> ${way.name}</span></a>`;
  return details({
    summaryText: `${capitalised(way.name)}. ${standingOfWay(first, way, now, calendar)}`,
    open: revealed === way.wayId,
    html: html`${wayCard(model, way, shown)}${!shown && asksWhy(way)}
      <p class="govuk-body">${link(paths.way(file.id, way.wayId), 'Ask them again, or change it')}<br>${link(
        paths.endWay(file.id, way.wayId),
        'End it',
      )}</p>`,
  });
}

/** One asking about one way; its number only where the gate is open, or for a reason. */
export function wayCard({ calendar }: Pick<CaseModel, 'calendar'>, way: AgreedWay, shown: boolean): Html {
  const asked = way.endedBecause === '' ? 'Asked' : 'Ended';
  const by = `${asked} on ${momentInWords(way.recordedAt, calendar)} by ${way.recordedByName ?? 'Lintel'}`;
  const facts = [
    { name: 'Way', value: labelOf(agreedChannels, way.channel) },
    { name: 'Number, address or place', value: shown ? way.value : capitalised(keptBack(way.channel)) },
    ...wayFacts(way),
    ...(way.endedBecause === '' ? [] : [{ name: 'Ended', value: endedInWords[way.endedBecause] }]),
    {
      name: 'Asked about on',
      value: dayOfWeekInWords(way.askedAt.toZonedDateTimeISO(calendar.rules.timeZone)),
    },
  ];
  return summaryList({
    classes: 'lintel-summary--compact',
    card: { title: { text: `${capitalised(way.name)}. ${by}`, headingLevel: 3 } },
    rows: facts.map(({ name, value }) => ({ key: { text: name }, value: { text: value } })),
  });
}

/** What was agreed of them before, and what was ended; an old number is kept back like one in use. */
function earlier(model: WaysModel): Html | undefined {
  const current = new Set(inForce(model.agreed).map(({ id }) => id));
  const before = model.wayVersions.filter(({ id }) => !current.has(id));
  if (before.length === 0) return undefined;
  return details({
    summaryText: `What was agreed of others before, or was ended (${before.length})`,
    html: html`${before.map((way) => wayCard(model, way, false))}`,
  });
}

import { button } from '#kit/components/button.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { toldFigure } from '#rules/told-figure.ts';
import { labelOf } from '#rules/words.ts';
import { type Count, heldForInWords, looked, outcomesOfTests, testChannels } from '../carriers.ts';
import { paths } from '../paths.ts';
import type { CarrierStanding } from '../store/carrier-standing.ts';
import type { CarrierTest } from '../store/carrier-tests.ts';

type When = (at: Temporal.Instant) => string;

export interface CarriersModel {
  /** What each service is called that is set up. */
  readonly names: Partial<Record<'text' | 'email' | 'replies', string>>;
  readonly standings: readonly CarrierStanding[];
  readonly counts: readonly Count[];
  readonly tests: readonly CarrierTest[];
  readonly when: When;
  /** The day alone: a minute would tell when somebody was written to. */
  readonly day: When;
}

/** By what messages leave and whether it works: counts, never content, and no case. */
export function carriersPage(model: CarriersModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Messages that leave</h1>
<p class="govuk-body">Texts, e-mail and letters to the people whom we support. What is sent to whom is between the team
  and them. Here stands by what it leaves, whether that works, and how many wait.</p>
<h2 class="govuk-heading-m">Services</h2>${services(model)}
${button({ text: 'Send a test message', href: paths.carrierTest })}
${tests(model)}<h2 class="govuk-heading-m">What has not left, or not arrived</h2>${counted(model.counts)}</div></div>`;
}

function services(model: CarriersModel): Html {
  const { names } = model;
  return summaryList({
    rows: [
      { key: { text: 'Text messages' }, value: { html: service(model, 'text') } },
      { key: { text: 'E-mail' }, value: { html: service(model, 'email') } },
      names.replies !== undefined && {
        key: { text: 'Answers to e-mail' },
        value: { html: service(model, 'replies') },
      },
      { key: { text: 'Letters' }, value: { text: 'Printed here. Nothing needs to be set up.' } },
    ],
  });
}

function service({ names, standings, when, day }: CarriersModel, channel: CarrierStanding['channel']): Html {
  const name = names[channel];
  if (!name)
    return html`${tag({ text: 'Not set up', classes: 'govuk-tag--grey' })} Nothing leaves. Whoever runs Lintel sets it
      up.`;
  const known = standings.find((each) => each.channel === channel);
  const told = channel === 'replies' ? when : day;
  return html`${name}<br>${
    known?.service === name
      ? standing(known, told)
      : html`Set up. Nothing has left by it yet.${byAnother(known, told)}`
  }`;
}

/** What was used before it: the one of the demonstration, or one that was changed for this. */
function byAnother(known: CarrierStanding | undefined, when: When): string {
  if (!known?.lastWellAt) return '';
  const name =
    known.service === '' ? 'a service whose name nobody wrote down' : `another, “${known.service}”`;
  return ` Until ${when(known.lastWellAt)} it was ${name}.`;
}

/** It worked when it was last used: nobody knows whether it would now. */
function standing(known: CarrierStanding, when: When): Html {
  const { channel, lastWellAt, lastArrivedAt, failingSince, fault } = known;
  const did = channel === 'replies' ? 'Last read' : 'It last took a message';
  const arrived =
    channel === 'text' &&
    (lastArrivedAt
      ? ` It last said that one arrived: ${when(lastArrivedAt)}.`
      : ' It has said of none that it arrived.');
  const last = html`${lastWellAt ? `${did}: ${when(lastWellAt)}.` : 'It has not worked yet.'}${arrived}`;
  if (failingSince === null)
    return html`${tag({ text: 'Worked when last used', classes: 'govuk-tag--green' })} ${last}`;
  return html`${tag({ text: 'Fails', classes: 'govuk-tag--red' })} Since ${when(failingSince)}, with the code
    <code>${fault}</code>. ${last}`;
}

function tests({ tests: asked, when }: CarriersModel): Html {
  if (asked.length === 0) return html``;
  return html`<h3 class="govuk-heading-s">Test messages to you</h3>
<ul class="govuk-list govuk-list--bullet">${asked.map(
    ({ channel, askedAt, outcome, fault }) =>
      html`<li>${labelOf(testChannels, channel)}, ${when(askedAt)}: ${
        outcome === '' ? 'on its way' : outcomesOfTests[outcome]
      }${fault !== '' && html` (<code>${fault}</code>)`}.</li>`,
  )}</ul>`;
}

/** Each number is told by itself, and no sum: who can subtract learns of one. */
function counted(counts: readonly Count[]): Html {
  const of = (state: string) => counts.filter((each) => each.state === state && each.basis === '');
  const held = counts.filter(({ state, basis }) => state === 'held' && basis !== '');
  const bases = [...new Set(held.map(({ basis }) => basis))].toSorted();
  return html`${summaryList({
    rows: looked.map(({ value, label }) => ({ key: { text: label }, value: { text: told(of(value)) } })),
  })}${
    bases.length > 0 &&
    html`<h3 class="govuk-heading-s">What those that are held wait for</h3>
<p class="govuk-body">One may wait for several things.</p>${summaryList({
      rows: bases.map((basis) => ({
        key: { text: heldForInWords(basis) },
        value: { text: told(held.filter((each) => each.basis === basis)) },
      })),
    })}`
  }`;
}

function told(counts: readonly Count[]): string {
  return toldFigure(counts.reduce((sum, { messages }) => sum + messages, 0));
}

import { insetText } from '#kit/components/inset-text.ts';
import { type Html, html } from '#kit/html.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Viewer } from '../discretion.ts';
import type { LaxerThreshold } from '../store/laxer-thresholds.ts';

/**
 * Where fewer people are at high or medium risk by a local threshold: the figures of high risk rest on it. Who wanted
 * it and why is read by whoever works with cases; everybody else reads that it is so, and that two people agreed.
 */
export function laxerThresholdsPart(thresholds: readonly LaxerThreshold[], viewer: Viewer): Html | false {
  if (thresholds.length === 0) return false;
  return insetText({
    html: html`<p class="govuk-body"><strong>By a local threshold fewer people are at high or medium
      risk:</strong></p><ul class="govuk-list govuk-list--bullet">${thresholds.map(
        (each) => html`<li>${viewer === 'sees-cases' ? inFull(each) : inShort(each)}</li>`,
      )}</ul>`,
  });
}

/** "Dash in Exampleton: high from 16, medium from 10, since 18 November 2026 (proposed by A, agreed by B). Why" */
function inFull(threshold: LaxerThreshold): string {
  const { area, instrument, title, reason, since } = threshold;
  const proposed = `proposed by ${threshold.proposedBy ?? 'Lintel'}`;
  const stands = since
    ? `since ${dateInWords(since)} (${proposed}, agreed by ${threshold.agreedBy ?? 'Lintel'})`
    : `waits for a second person and does not count (${proposed})`;
  const of = known[instrument] ?? title ?? instrument;
  return `${of} ${area ? `in ${area}` : 'wherever no area has its own'}: ${counts(threshold)}, ${stands}. ${reason}`;
}

function inShort(threshold: LaxerThreshold): string {
  const { area, instrument, since } = threshold;
  const stands = since
    ? `since ${dateInWords(since)}; one person proposed it and another agreed`
    : 'waits for a second person and does not count';
  const of = known[instrument] ?? 'A tool of our own';
  return `${of} ${area ? 'in one area' : 'wherever no area has its own'}: ${counts(threshold)}, ${stands}.`;
}

const known: Readonly<Record<string, string>> = { dash: 'Dash', merit: 'MeRIT' };

function counts({ instrument, highFrom, mediumFrom, callOuts, narrow }: LaxerThreshold): string {
  return [
    `high from ${highFrom}`,
    `medium from ${mediumFrom}`,
    ...(instrument === 'dash'
      ? [callOuts === null ? 'call-outs not counted' : `high from ${callOuts} call-outs`]
      : []),
    ...(narrow ? ['fewer repeats counted'] : []),
  ].join(', ');
}

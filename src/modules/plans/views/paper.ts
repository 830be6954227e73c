import { type Html, html } from '#kit/html.ts';
import { verbatim } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import { type CopyLine, copySections, isOfHomeAlone, sectionHeadings } from '../copy.ts';
import { paths } from '../paths.ts';

/** What their paper is called: it says nothing to whoever finds it. */
export function headingOf(lines: readonly CopyLine[]): string {
  return isOfHomeAlone(lines) ? 'My home' : 'My plan';
}

/** The paper that they keep: a neutral heading, their lines, and nothing of us. */
export function paperPage(caseId: CaseId, lines: readonly CopyLine[]): Html {
  return html`<p class="govuk-body lintel-paper__screen">
<a class="govuk-link" href="${paths.plan(caseId)}">Back to the plan</a>. Print this page from the browser’s
  menu: only the sheet below is printed. Look at it before it leaves your hand.</p>
<article class="lintel-paper"><h1 class="govuk-heading-l">${headingOf(lines)}</h1>${linesPart(lines, 2)}</article>`;
}

/** Their lines, each below what it is about. */
export function linesPart(lines: readonly CopyLine[], headingLevel: 2 | 3): readonly Html[] {
  return copySections
    .map((section) => ({ section, own: lines.filter((line) => line.section === section) }))
    .filter(({ own }) => own.length > 0)
    .map(
      ({ section, own }) =>
        html`<h${headingLevel} class="govuk-heading-${headingLevel === 2 ? 'm' : 's'}"
          >${sectionHeadings[section]}</h${headingLevel}>${
            own.length === 1
              ? own.map((line) => verbatim(line.text))
              : html`<ul class="govuk-list govuk-list--bullet">${own.map((line) => html`<li>${line.text}</li>`)}</ul>`
          }`,
    );
}

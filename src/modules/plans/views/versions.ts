import { summaryList } from '#kit/components/summary-list.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { caseHead, verbatim } from '#modules/case-file/pure.ts';
import { interpreters } from '#rules/agreement.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { changesIn } from '../now.ts';
import { paths } from '../paths.ts';
import { prompts, standings, waysOfAgreeing } from '../plan.ts';
import type { PlanVersion } from '../store/versions.ts';
import { changesTable } from './changes.ts';
import { contentOf } from './content.ts';
import type { PlanModel } from './model.ts';

const colours = { agreed: 'green', not_yet: 'blue', not_safe_to_agree: 'yellow' } as const;

/** How the plan stands with them, in a line at the top. */
export function standingOf({ plan, calendar }: PlanModel): Html {
  const [newest] = plan.versions;
  if (!newest)
    return html`<p class="govuk-body">${tag({
      text: 'Not agreed yet',
      classes: 'govuk-tag--blue',
    })} Nobody has gone through it with them yet.</p>`;
  const { standing, happenedAt, how, number, reviewOn } = newest;
  return html`<p class="govuk-body">${tag({
    text: labelOf(standings, standing),
    classes: `govuk-tag--${colours[standing]}`,
  })} ${momentInWords(happenedAt, calendar)}, ${labelOf(waysOfAgreeing, how).toLowerCase()} (version ${number}).
    Looked at again by <strong>${dayOfWeekInWords(reviewOn)}</strong>, and whenever something happens.</p>`;
}

export function versionsPart({ plan, file, calendar }: PlanModel): Html | undefined {
  if (plan.versions.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">Versions</h2><ul class="govuk-list">${plan.versions.map(
    (version) =>
      html`<li><a class="govuk-link" href="${paths.version(file.id, version.id)}">Version ${version.number}</a>:
        ${labelOf(standings, version.standing).toLowerCase()}, ${momentInWords(version.happenedAt, calendar)}</li>`,
  )}</ul>`;
}

/** One version as it was, with what changed in it; nobody can change it. */
export function versionPage(model: PlanModel, version: PlanVersion): Html {
  const { calendar, plan } = model;
  const fact = (name: string, value: string) =>
    value !== '' && { key: { text: name }, value: { text: value } };
  const said = (name: string, words: string) =>
    words.trim() !== '' && { key: { text: name }, value: { html: verbatim(words) } };
  return html`${caseHead(model, 'Plan', `Version ${version.number} of the plan`)}
<p class="govuk-body">${tag({
    text: labelOf(standings, version.standing),
    classes: `govuk-tag--${colours[version.standing]}`,
  })} <a class="govuk-link" href="${paths.plan(model.file.id)}">The plan as it stands now</a></p>
${summaryList({
  rows: [
    fact('Gone through', momentInWords(version.happenedAt, calendar)),
    fact('How', labelOf(waysOfAgreeing, version.how)),
    fact('Who else was there', version.present),
    fact('Interpreter', version.interpreter && labelOf(interpreters, version.interpreter)),
    said('What they said about it', version.ownWords),
    said('Why it is not agreed', version.reason),
    fact('Why it was looked at', labelOf(prompts, version.promptedBy)),
    fact('Looked at again by', dayOfWeekInWords(version.reviewOn)),
    fact(
      'Recorded',
      `${momentInWords(version.recordedAt, calendar)} by ${version.recordedByName ?? 'Lintel'}`,
    ),
  ],
})}
${version.number > 1 && changesTable(changesIn(plan, version), `What changed since version ${version.number - 1}`)}
<h2 class="govuk-heading-m">The plan, as it was</h2>${contentOf(version.content)}`;
}

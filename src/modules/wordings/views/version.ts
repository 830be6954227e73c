import { decidedRow, decisionFields, proposedRow, withdrawal } from '#kit/components/decision.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import { paths } from '../paths.ts';
import type { WordingVersion } from '../store/wordings.ts';
import { kindInWords, previews, type When } from './parts.ts';

interface VersionModel {
  readonly version: WordingVersion;
  readonly pack: Pack;
  readonly mayDecline: Verdict;
  readonly mayTakeBack: Verdict;
  readonly takingBack: { readonly csrf: string; readonly submissionId: string; readonly version: number };
  readonly when: When;
}

/** A version: what it says, as it would be read, who proposed it and how it was decided. */
export function versionPage(model: VersionModel, form: FormModel): Html {
  const { version, when } = model;
  return html`${aboveForm(form)}<h1 class="govuk-heading-l">${version.title}</h1>
<p class="govuk-body">${kindInWords(version)}</p>${summaryList({
    rows: [
      { key: { text: 'As it is written' }, value: { html: verbatim(version.body) } },
      { key: { text: 'As it is read' }, value: { html: previews(version) } },
      proposedRow(version, when),
      { key: { text: 'What is new about it' }, value: { html: verbatim(version.why) } },
      decidedRow(version, when, { approved: 'Approved' }),
    ],
  })}${version.decision === null && decision(model, form)}`;
}

function decision(
  { version, pack, mayDecline, mayTakeBack, takingBack }: VersionModel,
  form: FormModel,
): Html {
  if (!mayDecline.allowed)
    return html`<p class="govuk-body">${because(pack, mayDecline)}</p>${
      mayTakeBack.allowed && withdrawal(paths.takeBack(version.id), takingBack)
    }`;
  const fields = decisionFields(form.form, {
    legend: 'May messages say this?',
    ways: [
      { value: 'approved', text: 'Yes, from now on' },
      { value: 'declined', text: 'No' },
    ],
    hint: 'A no says why. It is kept, and whoever proposed it reads it',
  });
  return html`<p class="govuk-body">Think of whoever they fear reading it, on a locked screen or in an open letter.</p>
${formItself(form, 'Save the decision', fields)}`;
}

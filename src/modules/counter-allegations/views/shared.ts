import { type FormState, kept } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { tag } from '#kit/components/tag.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, casePaths, nameOf } from '#modules/case-file/pure.ts';
import type { Apart } from '#rules/who-harms-whom.ts';
import { apartInWords, owedIn } from '../words.ts';

export const head = (model: CaseModel, heading: string, actions?: Html) =>
  caseHead(model, 'Enforcement', heading, actions);

/** Those who are feared, as the case names them. */
export function fearedIn({ people }: Pick<CaseModel, 'people'>) {
  return people.filter(({ part, endedAt }) => part === 'alleged_perpetrator' && endedAt === null);
}

export function nameIn({ people, known }: CaseModel, aboutId: string): string {
  const about = people.find(({ id }) => id === aboutId);
  return about ? nameOf(known, about) : 'Name not known yet';
}

export function apartTag(state: Apart): Html {
  const colour = owedIn.includes(state) ? 'govuk-tag--yellow' : 'govuk-tag--grey';
  return tag({ text: apartInWords[state], classes: colour });
}

export const small = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });

export const inWords = (form: FormState, name: string, label: string, hint: string) =>
  textarea({
    ...kept(form, name),
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: hint },
    rows: 4,
  });

export const about = (model: CaseModel, form: FormState, legend: string, ids?: readonly string[]) =>
  radios({
    ...kept(form, 'aboutId'),
    fieldset: small(legend),
    classes: 'govuk-radios--small',
    items: fearedIn(model)
      .filter(({ id }) => ids === undefined || ids.includes(id))
      .map((each) => ({ value: each.id, text: nameOf(model.known, each) })),
  });

/** What holds on every page of it, whoever reads it first. */
export function neverFollows({ pack }: CaseModel): Html {
  return insetText({
    text:
      `Nothing follows for the ${pack.words.person} from what is said here: no help ends, no level of risk goes ` +
      'down, no time stops. Tell neither of the two what the other said.',
  });
}

export function nobodyFeared(model: CaseModel): Html {
  return html`<p class="govuk-body">Nobody who is feared is named in this case yet. <a class="govuk-link"
    href="${casePaths.people(model.file.id)}">Say who that is</a> first.</p>`;
}

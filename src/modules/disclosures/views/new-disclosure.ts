import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { type FormState, formErrors } from '#kit/components/form-state.ts';
import { submission } from '#kit/components/submission.ts';
import { type Html, html } from '#kit/html.ts';
import { ringInput } from '#modules/calls/pure.ts';
import { besideTheCall } from '#modules/contact/pure.ts';
import type { Words } from '#rules/pack.ts';
import { type Route, routes } from '#rules/words.ts';
import { questionsOf, routeField } from '../route-questions.ts';
import { type Asking, askingOf, begunIn } from './asking.ts';
import { childrenFields } from './children.ts';
import { type Offered, staffInvolved } from './colleagues.ts';
import { dangerQuestion } from './danger.ts';
import { beside, lineField } from './fields.ts';
import { firstKnown } from './first-known.ts';

export interface NewDisclosurePage {
  readonly form: FormState;
  readonly csrf: string;
  readonly submissionId: string;
  readonly words: Words;
  readonly colleagues: readonly Offered[];
  /** An earlier, unfinished form may be gone on with. */
  readonly draftOffer?: Html | undefined;
}

/**
 * One page, in the order of a call: danger, a safe way back to the person, their words,
 * then whatever else is known.
 */
export function newDisclosure(page: NewDisclosurePage): Html {
  const { form } = page;
  const field = askingOf('disclosure', form, page.words);
  return html`${formErrors(form)}<h1 class="govuk-heading-l">Write down what you are told</h1>
<p class="govuk-body">Listen first. Only the danger, how you were told and the words are needed;
  leave empty whatever is not known. Never ask for proof.</p>
${page.draftOffer}
${besideTheCall(html`<form method="post" action="/disclosures/new" novalidate class="lintel-form"
  data-draft-url="/drafts/disclosure">
${submission(page.csrf, page.submissionId)}
${dangerQuestion(field)}
${safeContact(field)}
${account(field)}
${more(field, form)}
${routeFields(field, form)}
${informant(field, form)}
${needs(field, form)}
<h2 class="govuk-heading-m">Before you save</h2>
${staffInvolved(field, form, page.colleagues)}
${firstKnown(
  form,
  'When did anybody here or at a contractor first know?',
  'Leave empty if it is now. The time for making contact runs from then',
)}
${button({ text: 'Save', preventDoubleClick: true })}
</form>`)}`;
}

type Field = Asking<'disclosure'>;

function safeContact(field: Field): Html {
  return html`<h2 class="govuk-heading-m">A safe way to reach them</h2>
${field('safeToContact')}
${beside(field('contactChannel'), field('contactValue'))}
${beside(field('contactTimes'), field('whoCanHear'))}
${field('contactDoNot')}`;
}

function account(field: Field): Html {
  return html`<h2 class="govuk-heading-m">What you were told</h2>
${field('verbatim', { rows: 8 })}
${beside(field('personName'), field('address'))}
${beside(field('allegedName'), field('connection'))}`;
}

function routeFields(field: Field, form: FormState): Html {
  const reveals = Object.fromEntries(routes.map(({ value }) => [value, questionsFor(form, value)]));
  return html`<h2 class="govuk-heading-m">How you were told</h2>
${field('route', { reveals, classes: 'govuk-radios--small lintel-two-columns' })}
${field('toldBy')}`;
}

function questionsFor(form: FormState, route: Route): Html | undefined {
  const questions = questionsOf(route);
  if (questions.length === 0) return undefined;
  return html`${questions.map((question) => lineField(form, { ...question, name: routeField(route, question) }))}`;
}

function more(field: Field, form: FormState): Html {
  return details({
    summaryText: 'If they said more about it',
    html: html`${field('abuseTypes')}
${field('honour')}
${field('happened')}
${field('personAge')}
${field('allegedAge')}`,
    open: begunIn('disclosure', form, ['abuseTypes', 'honour', 'happened', 'personAge', 'allegedAge']),
  });
}

function needs(field: Field, form: FormState): Html {
  return html`<h2 class="govuk-heading-m">Children, needs and wishes</h2>
${beside(field('children'), field('pregnant'))}
${childrenFields(form)}
${beside(field('childrenDetails', { rows: 2 }), field('accessNeeds', { rows: 2 }))}
${field('safeguardingToday')}
${beside(field('viewsOnSharing', { rows: 2 }), field('promised', { rows: 2 }))}
${ringInput(
  form,
  'Did you promise a call? (optional)',
  'When somebody rings. A time alone is today. It is owed then, and stands in the diary once this is a case',
)}`;
}

function informant(field: Field, form: FormState): Html {
  return details({
    summaryText: 'If somebody else told you',
    html: html`<p class="govuk-body">Whoever told us is never named to anybody outside the team.
  Do not tell them whether we know the person.</p>
${field('informantName')}
${field('informantContact')}
${field('informantKnown')}`,
    open: begunIn('disclosure', form, ['informantName', 'informantContact', 'informantKnown']),
  });
}

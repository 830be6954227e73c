import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { type FormState, formErrors } from '#kit/components/form-state.ts';
import { submission } from '#kit/components/submission.ts';
import { type Html, html } from '#kit/html.ts';
import type { Words } from '#rules/pack.ts';
import { abuseTypes, capitalised, connections, type Route, routes, toldBy } from '#rules/words.ts';
import { ageBands, answers, contactChannels, whenHappened } from '../lists.ts';
import { questionsOf, routeField } from '../route-questions.ts';
import { type Offered, staffInvolved } from './colleagues.ts';
import { dangerQuestion } from './danger.ts';
import { answerField, anyOf, beside, lineField, oneOf, selectField, wordsField } from './fields.ts';
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

/** One page, in the order of a call: danger, a safe way back to the person, their words, then whatever else is known. */
export function newDisclosure(page: NewDisclosurePage): Html {
  const { form, words } = page;
  return html`${formErrors(form)}<h1 class="govuk-heading-l">Write down what you are told</h1>
<p class="govuk-body">Listen first. Only the danger, how you were told and the words are needed; leave empty whatever is not known. Never ask for proof.</p>
${page.draftOffer}
<form method="post" action="/disclosures/new" novalidate data-draft-url="/drafts/disclosure" class="lintel-form">
${submission(page.csrf, page.submissionId)}
${dangerQuestion(form)}
${safeContact(form)}
${account(form, words)}
${more(form, words)}
${routeFields(form)}
${informant(form, words)}
${needs(form)}
<h2 class="govuk-heading-m">Before you save</h2>
${staffInvolved(form, page.colleagues)}
${firstKnown(form, 'When did anybody here or at a contractor first know?', 'Leave empty if it is now. The time for making contact runs from then')}
${button({ text: 'Save', preventDoubleClick: true })}
</form>`;
}

function safeContact(form: FormState): Html {
  return html`<h2 class="govuk-heading-m">A safe way to reach them</h2>
${answerField(form, { name: 'safe_to_contact', label: 'Is there a safe way to reach the person?' }, answers)}
${beside(
  selectField(form, { name: 'contact_channel', label: 'How', choices: contactChannels }, 'Choose'),
  lineField(form, { name: 'contact_value', label: 'Number, address or place' }),
)}
${beside(
  lineField(form, { name: 'contact_times', label: 'When', hint: 'Days and times that are safe' }),
  lineField(form, {
    name: 'who_can_hear',
    label: 'Who else can hear, see or answer?',
    hint: 'Now, and on that phone or account',
  }),
)}
${lineField(form, { name: 'contact_do_not', label: 'What must we not do?', hint: 'No voicemail, no letters, never before 18:00 …' })}`;
}

function account(form: FormState, words: Words): Html {
  return html`<h2 class="govuk-heading-m">What you were told</h2>
${wordsField(form, { name: 'verbatim', label: 'In their own words', hint: 'As they say it. Nothing is summarised over it' }, 8)}
${beside(
  lineField(form, {
    name: 'person_name',
    label: `Name of the ${words.person}`,
    hint: 'The name they want to be called',
  }),
  lineField(form, { name: 'address', label: 'Where they live', hint: 'Or where it happened' }),
)}
${beside(
  lineField(form, {
    name: 'alleged_name',
    label: 'Who is causing harm',
    hint: 'As they say it',
  }),
  selectField(
    form,
    {
      name: 'connection',
      label: 'How are they connected?',
      hint: 'If they said. We help either way',
      choices: connections,
    },
    'Choose',
  ),
)}`;
}

function routeFields(form: FormState): Html {
  const reveals = Object.fromEntries(routes.map(({ value }) => [value, questionsFor(form, value)]));
  return html`<h2 class="govuk-heading-m">How you were told</h2>
${oneOf(form, { name: 'route', label: 'How were you told?', choices: routes, reveals, classes: 'govuk-radios--small lintel-two-columns' })}
${selectField(form, { name: 'told_by', label: 'Who told you?', choices: toldBy }, 'The person themselves, if nothing is chosen')}`;
}

function questionsFor(form: FormState, route: Route): Html | undefined {
  const questions = questionsOf(route);
  if (questions.length === 0) return undefined;
  return html`${questions.map((question) => lineField(form, { ...question, name: routeField(route, question) }))}`;
}

function more(form: FormState, words: Words): Html {
  return details({
    summaryText: 'If they said more about it',
    html: html`${anyOf(form, { name: 'abuse_types', label: 'What kind of abuse', choices: abuseTypes })}
${selectField(form, { name: 'happened', label: 'When', choices: whenHappened }, 'Choose')}
${selectField(form, { name: 'person_age', label: `Age of the ${words.person} when it happened`, choices: ageBands }, 'Choose')}
${selectField(form, { name: 'alleged_age', label: 'Age of the other person when it happened', choices: ageBands }, 'Choose')}`,
    open: ['abuse_types', 'happened', 'person_age', 'alleged_age'].some((name) => filled(form, name)),
  });
}

function needs(form: FormState): Html {
  return html`<h2 class="govuk-heading-m">Children, needs and wishes</h2>
${beside(
  answerField(form, { name: 'children', label: 'Are there children?' }, answers),
  answerField(form, { name: 'pregnant', label: 'Is anybody pregnant?' }, answers),
)}
${beside(
  wordsField(
    form,
    { name: 'children_details', label: 'About the children', hint: 'Where they are now, ages, schools' },
    2,
  ),
  wordsField(
    form,
    {
      name: 'access_needs',
      label: 'What they need from us',
      hint: 'Language, interpreter, hearing, reading, a colleague of the same gender',
    },
    2,
  ),
)}
${beside(
  wordsField(form, { name: 'views_on_sharing', label: 'Whom may we tell?', hint: 'And whom not' }, 2),
  wordsField(form, { name: 'promised', label: 'What did you promise?', hint: 'Only what we can keep' }, 2),
)}`;
}

function informant(form: FormState, words: Words): Html {
  const fields = ['informant_name', 'informant_contact', 'informant_known'];
  return details({
    summaryText: 'If somebody else told you',
    html: html`<p class="govuk-body">Whoever told us is never named to anybody outside the team. Do not tell them whether we know the person.</p>
${lineField(form, { name: 'informant_name', label: 'Their name, if they give it' })}
${lineField(form, { name: 'informant_contact', label: 'How to reach them, if they wish' })}
${answerField(form, { name: 'informant_known', label: `${capitalised(words.person)} knows that they told us` }, answers)}`,
    open: fields.some((name) => filled(form, name)),
  });
}

function filled(form: FormState, name: string): boolean {
  const value = form.values[name];
  return value !== undefined && value.length > 0;
}

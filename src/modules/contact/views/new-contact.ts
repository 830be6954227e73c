import { foldedFields } from '#kit/components/folded-fields.ts';
import { kept } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { needsOf, several, stillRightAnswers, stripOf } from '#modules/agreement/pure.ts';
import type { PromisedCall } from '#modules/calls/index.ts';
import { ringInput, wishes } from '#modules/calls/pure.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  casePaths as paths,
} from '#modules/case-file/pure.ts';
import { dangerNowQuestion } from '#modules/danger/pure.ts';
import { honourTick } from '#modules/needs/pure.ts';
import { timesInWordsOnly } from '#rules/agreement.ts';
import { momentInWords } from '#rules/moment.ts';
import { everyWay, inForce } from '#rules/ways.ts';
import type { Choice } from '#rules/words.ts';
import { attempts, contactChannels, contactsMade, suspicions, whoBegan } from '../contact-outcomes.ts';
import { theirTimes } from '../forms/contact-form.ts';
import { withWhom } from '../with-whom.ts';
import { besideTheCall } from './beside-the-call.ts';
import { overQuestion } from './over.ts';

/**
 * What every contact says comes first, within two screens of a phone; what few need is folded. The safe-contact strip
 * stands above this page; before anything is written it is said again in words.
 */
export function newContactPage(model: CaseModel, formModel: FormModel, next: PromisedCall | undefined): Html {
  const { form } = formModel;
  const strip = stripOf(model.agreed, model.now, model.calendar);
  return html`${caseHead(model, 'Contact', 'Record a contact or an attempt')}
${strip.state !== 'safe' && warningText({ text: `${strip.summary}${strip.summary.endsWith('.') ? '' : '.'}` })}
${besideTheCall(html`<p class="govuk-body">Only a safe, two-way contact with the ${model.pack.words.person} counts as
  contact; an attempt lets the clock run on. Is there no safe way?
  <a class="govuk-link" href="${paths.newPlan(model.file.id)}">Propose a plan to a manager</a>.</p>
${beforeCalling(model)}${promised(model, next)}
${caseForm(
  formModel,
  'Save',
  html`${asked(formModel, 'begunBy', 'Who got in touch?', whoBegan, true)}<div class="lintel-beside">
  ${chosen(formModel, 'channel', 'How?', contactChannels)}${overQuestion(model, formModel)}</div>${momentInput(
    form,
    'happened',
    { legend: 'When?' },
  )}<div class="lintel-beside">${outcome(formModel)}${chosen(
    formModel,
    'whom',
    'With whom?',
    withWhom,
  )}</div>${somebodyElse(formModel)}${timesInWords(model, formModel)}${
    model.agreed &&
    asked(
      formModel,
      'stillRight',
      'If you reached them: is what was agreed about this way still right?',
      stillRightAnswers,
    )
  }${doNow(formModel)}${textarea({
    ...kept(form, 'notes'),
    label: { text: 'Notes', classes: 'govuk-label--s' },
    hint: { text: 'What was said and agreed, in their words.' },
    rows: 4,
  })}${ofTheCall(model, formModel, next)}${dangerNowQuestion(
    formModel,
    ' Was nobody reached? Leave it empty.',
  )}${honourTick(form)}`,
)}`)}`;
}

/** Contact or attempt is told apart before anything is chosen. */
function outcome({ form }: FormModel): Html {
  const options = (choices: readonly Choice[]) => choices.map(({ value, label }) => ({ value, text: label }));
  return select({
    ...kept(form, 'outcome'),
    label: { text: 'What came of it?', classes: 'govuk-label--s' },
    items: [
      { value: '', text: 'Choose' },
      { text: 'Contact', items: options(contactsMade) },
      { text: 'An attempt', items: options(attempts) },
    ],
  });
}

/** The next question is about safety, before anything is saved: where it is not answered, the form asks. */
function somebodyElse(formModel: FormModel): Html {
  return foldedFields(
    formModel.form,
    'If somebody else answered',
    ['suspicion'],
    html`${warningText({
      text: 'Think of their safety first. Do not ring again until you know.',
    })}${asked(formModel, 'suspicion', 'Could whoever answered now suspect something?', suspicions)}`,
  );
}

/** A list that opens: one line on a phone, however many answers there are. */
function chosen({ form }: FormModel, name: string, text: string, choices: readonly Choice[]): Html {
  return select({
    ...kept(form, name),
    label: { text, classes: 'govuk-label--s' },
    items: [{ value: '', text: 'Choose' }, ...choices.map(({ value, label }) => ({ value, text: label }))],
  });
}

/**
 * What whoever is about to call needs at hand: what to say if somebody else answers, and
 * what the person needs (L2.3).
 */
function beforeCalling({ agreed }: CaseModel): Html | undefined {
  if (agreed === null) return undefined;
  const rows = [
    ...coverReasons(agreed),
    { name: 'Code word', value: agreed.codeWord },
    ...needsOf(agreed),
  ].filter(({ value }) => value !== '');
  if (rows.length === 0) return undefined;
  return summaryList({
    classes: 'lintel-summary--compact',
    rows: rows.map(({ name, value }) => ({ key: { text: name }, value: { text: value } })),
  });
}

/** What is said to whoever answers one number may harm on another. */
function coverReasons(agreed: NonNullable<CaseModel['agreed']>) {
  const say = 'If somebody else answers, say';
  if (!several(agreed)) return [{ name: say, value: agreed.coverReason }];
  return [
    { name: `${say} (first choice)`, value: agreed.coverReason },
    ...inForce(agreed).map(({ name, coverReason }) => ({
      name: `${say} (${name})`,
      value: coverReason || agreed.coverReason,
    })),
  ];
}

/** A call of ours before its time is another call: whoever records one is told. */
function promised({ calendar }: CaseModel, next: PromisedCall | undefined): Html | undefined {
  if (!next) return undefined;
  return insetText({
    text:
      `A call is promised for ${momentInWords(next.at, calendar)}. Rung then, it is kept, whether somebody answers ` +
      'or not. A call long before it, or one of theirs, leaves it owed unless they say something else.',
  });
}

/** What they said of the call that is next; and when somebody rings, where that was promised in this contact. */
function ofTheCall({ calendar }: CaseModel, formModel: FormModel, next: PromisedCall | undefined): Html {
  const about = next && `What did they say of the call for ${momentInWords(next.at, calendar)}?`;
  return html`${about && asked(formModel, 'promisedCall', about, wishes)}${foldedFields(
    formModel.form,
    'If you promised to ring',
    ['ring', 'ring-day', 'ring-month', 'ring-year', 'ring-time'],
    ringInput(
      formModel.form,
      'When does somebody ring? (optional)',
      'It is owed then. A time alone is the day of this contact',
    ),
  )}`;
}

function asked(
  { form }: FormModel,
  name: string,
  text: string,
  choices: readonly Choice[],
  inline = false,
): Html {
  return radios({
    ...kept(form, name),
    fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
    classes: inline ? 'govuk-radios--small govuk-radios--inline' : 'govuk-radios--small',
    items: items(choices),
  });
}

/** Times that are known in words only no rule can read: whoever was in touch says whether it was one of them. */
function timesInWords({ agreed }: CaseModel, formModel: FormModel): Html | undefined {
  const { values, errors } = formModel.form;
  const told = [...(agreed ? everyWay(agreed) : [])].map(({ terms }) => terms).filter(timesInWordsOnly);
  if (told.length === 0 && !errors.inTheirTimes && !values.inTheirTimes) return undefined;
  const [only, ...others] = told;
  const text =
    only && others.length === 0
      ? `If we got in touch: was it one of the times that they told us, “${only.times}”?`
      : 'If we got in touch: was it one of the times that they told us?';
  return asked(formModel, 'inTheirTimes', text, theirTimes, true);
}

/** Asked where it went against what was agreed, which the program finds once it is sent. */
function doNow({ form }: FormModel): Html | undefined {
  if (!form.errors.doNow && !form.values.doNow) return undefined;
  return textarea({
    ...kept(form, 'doNow'),
    label: { text: 'What is to be done now, so that it harms nobody?', classes: 'govuk-label--s' },
    hint: {
      text: 'Whoever leads this case and a manager are told. Somebody else than you says what was done about it.',
    },
    rows: 3,
  });
}

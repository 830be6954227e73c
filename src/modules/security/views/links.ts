import { button } from '#kit/components/button.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { submission } from '#kit/components/submission.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  casePaths,
  type FormModel,
  items,
  verbatim,
} from '#modules/case-file/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { lookedSaid, problems, shutWhys } from '../link.ts';
import { paths } from '../paths.ts';
import type { Contractor } from '../store/contractors.ts';
import type { WorksAnswer, WorksLink } from '../store/links.ts';
import type { Order } from '../store/orders.ts';
import { goesToAnother } from './goes-to-another.ts';

/** A link to one job: to the contractor’s own address, and its code by another way. */
export function newLinkPage(
  model: CaseModel,
  formModel: FormModel,
  order: Order,
  contractor: Contractor,
): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Home security', 'Send it as a link')}
<p class="govuk-body">${contractor.name} gets an e-mail that says that we share something with them for their work, whom
  to ring to check, and until when it opens: no job, no address, no name. The link shows this one job until its day is
  over, and where it is only on the day itself, once they said that they come. It ends by itself as soon as what was
  agreed changes.</p>
${caseForm(
  formModel,
  'Send the link',
  html`${input({
    ...kept(form, 'address'),
    label: { text: 'Their address at work', classes: 'govuk-label--s' },
    hint: { text: `At ${contractor.domain}` },
    type: 'email',
    autocomplete: 'off',
  })}${input({
    ...kept(form, 'codeTold'),
    label: { text: 'By which other way you tell them the code', classes: 'govuk-label--s' },
    hint: { text: `Ring ${contractor.phone}, which is on record, and read it out: never by e-mail` },
  })}`,
)}
<p class="govuk-body"><a class="govuk-link" href="${paths.order(model.file.id, order.id)}">What they are told</a></p>`;
}

/** Shown once and kept nowhere. */
export function codeShownPage(
  model: CaseModel,
  order: Order,
  { code, codeTold }: { readonly code: string; readonly codeTold: string },
): Html {
  return html`${caseHead(model, 'Home security', 'Tell them the code')}
${insetText({ html: html`<p class="govuk-body-l"><strong>${code}</strong></p>` })}
<p class="govuk-body">It is shown once, and kept nowhere. You said that you tell it: ${codeTold}. Whoever has lost it is
  sent another link.</p>
${button({ text: 'Continue', href: paths.order(model.file.id, order.id) })}`;
}

const outcomes: Readonly<Record<WorksAnswer['outcome'], string>> = {
  wrong: 'Wrong code, as',
  opened: 'Opened by',
  accepted: 'They come, wrote',
  arrived: 'They are there, wrote',
  done: 'It is done, wrote',
  cannot: 'They cannot come, wrote',
  problem: 'Something stopped them, wrote',
  shut: 'The link was shut',
};

/** What was sent of an order, who opened it and when, and what they answered: as they call themselves. */
export function linksShown(
  model: CaseModel,
  order: Order,
  links: readonly WorksLink[],
  answers: readonly WorksAnswer[],
  form: Pick<FormModel, 'csrf' | 'submissionId'>,
): Html {
  const own = links.filter(({ orderId }) => orderId === order.id);
  const theirs = answers.filter(({ orderId }) => orderId === order.id);
  if (own.length === 0 && theirs.length === 0) return html``;
  const when = (at: Temporal.Instant) => momentInWords(at, model.calendar);
  const open = own.some((link) => isOpen(link, model.now));
  return html`<h2 class="govuk-heading-m">What was sent, and what they answered</h2>
${own.map(
  (
    link,
  ) => html`<p class="govuk-body lintel-long">Link to <strong>${link.address}</strong>, sent ${when(link.sentAt)} by
  ${link.sentByName ?? 'Lintel'}. The code was told: ${link.codeTold}.<br>${standing(link, model.now, when)}</p>`,
)}
${
  theirs.length === 0
    ? html`<p class="govuk-body">Nobody has opened it.</p>`
    : html`<ul class="govuk-list govuk-list--bullet lintel-long">
${theirs.map((answer) => answerShown(model, answer, when))}</ul>`
}
${
  open &&
  html`<form method="post" action="${paths.linkEnding(model.file.id, order.id)}" novalidate>${submission(
    form.csrf,
    form.submissionId,
    undefined,
  )}${button({ text: 'End this link', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`
}`;
}

export function isOpen({ shutAt, expiresAt }: WorksLink, now: Temporal.Instant): boolean {
  return shutAt === null && Temporal.Instant.compare(expiresAt, now) > 0;
}

function standing(link: WorksLink, now: Temporal.Instant, when: (at: Temporal.Instant) => string): string {
  const { shutAt, shutWhy, shutByName, expiresAt } = link;
  if (shutAt)
    return `It opens nothing since ${when(shutAt)}: ${labelOf(shutWhys, shutWhy)} (${shutByName ?? 'Lintel'}).`;
  return isOpen(link, now)
    ? `It opens until ${when(expiresAt)}.`
    : `Its day is over: it opened until ${when(expiresAt)}.`;
}

function answerShown(model: CaseModel, answer: WorksAnswer, when: (at: Temporal.Instant) => string): Html {
  const { id, at, outcome, reader, words, problem, lookedAt, lookedByName, lookedSaid: said } = answer;
  const isStop = ['cannot', 'problem', 'shut'].includes(outcome);
  const what = outcome === 'shut' ? shutInWords(answer) : `${outcomes[outcome]} ${reader}`;
  const looked = lookedAt
    ? html`<br>${labelOf(lookedSaid, said ?? '')}: ${lookedByName ?? 'Lintel'}, ${when(lookedAt)}.
      ${answer.lookedWords}`
    : html`<br><a class="govuk-link" href="${paths.stop(model.file.id, id)}">Write down what was done</a>`;
  return html`<li>${when(at)}: ${what}${problem && `: ${labelOf(problems, problem)}`}${
    outcome !== 'shut' && words.trim() !== '' && html`<br>“${words.trim()}”`
  }${isStop && looked}</li>`;
}

/** Of an order that was read out on the telephone there is no link: why, and no more. */
function shutInWords({ linkId, words }: WorksAnswer): string {
  const why = labelOf(shutWhys, words);
  return linkId === null ? why : `${outcomes.shut}: ${why}`;
}

/** What stopped them, and what was done about it: the person is asked, never told that it was their doing. */
export function stopPage(
  model: CaseModel,
  formModel: FormModel,
  { stop, order, stands }: { readonly stop: WorksAnswer; readonly order: Order; readonly stands: boolean },
): Html {
  const { form } = formModel;
  const { id } = model.file;
  const said = stop.outcome === 'shut' ? shutInWords(stop) : outcomes[stop.outcome];
  const what = stop.outcome === 'problem' ? labelOf(problems, stop.problem) : said;
  return html`${caseHead(model, 'Home security', 'What stopped it')}
<p class="govuk-body"><a class="govuk-link" href="${paths.order(id, order.id)}">${order.job}</a>, ${order.contractor},
  ${momentInWords(stop.at, model.calendar)}: <strong>${what}</strong>.
  ${
    stop.outcome === 'shut' &&
    `Ring ${order.contractor}, ${order.contractorPhone}: they may be on the way. Say that nobody is to come, never why.`
  }</p>
${stands && goesToAnother(model, order)}
${stop.outcome !== 'shut' && stop.words.trim() !== '' && verbatim(stop.words)}
<p class="govuk-body">Ask how they are, in the way that was agreed. What the contractor met is no fault of theirs. If
  there is danger now, go to <a class="govuk-link" href="${casePaths.danger(id)}">Danger</a> first.</p>
${
  stop.lookedAt
    ? insetText({ text: `${labelOf(lookedSaid, stop.lookedSaid ?? '')} ${stop.lookedWords}` })
    : caseForm(
        formModel,
        'Save',
        html`${radios({
          ...kept(form, 'said'),
          fieldset: { legend: { text: 'What was done?', classes: 'govuk-fieldset__legend--s' } },
          items: items(lookedSaid.filter(({ value }) => value !== 'otherwise' || stop.outcome !== 'problem')),
        })}${textarea({
          ...kept(form, 'words'),
          label: { text: 'By whom, and what they say or what was arranged', classes: 'govuk-label--s' },
          rows: 4,
        })}`,
      )
}`;
}

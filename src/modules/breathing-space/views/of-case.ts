import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, casePaths, verbatim } from '#modules/case-file/pure.ts';
import type { CourtAnswer } from '#rules/may-go-to-court.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { boundsOf } from '../bounds.ts';
import { asked, tellings } from '../deciding.ts';
import { endings } from '../endings.ts';
import { paths } from '../paths.ts';
import type { SpaceProposal } from '../store/proposals.ts';
import type { Respite } from '../store/respites.ts';
import type { Space } from '../store/rows.ts';
import type { Step } from '../store/steps.ts';
import { monthsInWords } from '../words.ts';
import { respiteTable } from './respites.ts';

export interface SpaceShown {
  readonly spaces: readonly Space[];
  readonly steps: readonly Step[];
  readonly proposals: readonly SpaceProposal[];
  readonly respites: readonly Respite[];
  readonly court: CourtAnswer;
  /** It ended, and they do not know yet. */
  readonly untold: boolean;
  readonly day: Temporal.PlainDate;
}

/** Whether court action over income may go on, until when it may not, and what was done and decided. */
export function spacePage(model: CaseModel, shown: SpaceShown): Html {
  const { spaces, court, respites, untold } = shown;
  const { id } = model.file;
  const space = spaces.find(({ endedAt }) => endedAt === null) ?? null;
  return html`${caseHead(model, 'Breathing space', 'Breathing space')}
${insetText({ html: html`<strong>${courtInWords(court)}</strong>` })}
${promiseSaid(model)}
<p class="govuk-body"><a class="govuk-link" href="${casePaths.courtSteps(id)}">Steps over income that met it</a></p>
${space === null ? none(model) : stands(model, space, shown)}
${
  untold &&
  html`${warningText({ text: 'It has ended, and they do not know yet.' })}
    <div class="govuk-button-group">${button({ text: 'Write down that they were told', href: paths.telling(id) })}
    <a class="govuk-link" href="${casePaths.messages(id)}">Write to them</a></div>`
}
${waiting(model, shown)}
<h2 class="govuk-heading-m">Debt Respite Scheme</h2>
<p class="govuk-body">The law’s own, through a debt adviser: a record of its own. The longer of the two wins.</p>
${respites.length > 0 && respiteTable(model, respites)}
${button({ text: 'Record that it began', href: paths.newRespite(id), classes: 'govuk-button--secondary' })}
${history(model, shown)}`;
}

function courtInWords(court: CourtAnswer): string {
  if (court.goesOn) return 'Nothing holds court action over income now.';
  const until = court.until ? `until ${dateInWords(court.until)}` : 'until somebody has decided';
  return `No court action over income ${until}: no notice, claim, hearing or warrant, and no letter that chases.`;
}

/** Where no policy promises it, no page says that one does. */
function promiseSaid({ pack }: CaseModel): Html {
  const { promised, minMonths, maxMonths } = boundsOf(pack);
  const rent = 'Rent is still due, and arrears go on growing: say so, and offer advice on money.';
  const { person } = pack.words;
  const bounds = `${minMonths} to ${monthsInWords(maxMonths)}`;
  return html`<p class="govuk-body">${
    promised
      ? `It lasts ${bounds}, from when we were told, unless the ${person} declines (${pack.breathingSpace?.clause}).`
      : `The policy promises none. It can be given as help of our own, for ${bounds}, with the ${person}.`
  } ${rent}</p>`;
}

function none(model: CaseModel): Html {
  const { file, pack } = model;
  if (file.closedAt) return html`<p class="govuk-body">None stands, and the case is closed.</p>`;
  const text = boundsOf(pack).promised ? 'Give breathing space' : 'Give breathing space as help of our own';
  return html`<p class="govuk-body">None stands.</p>${button({ text, href: paths.begin(file.id) })}`;
}

function stands(model: CaseModel, space: Space, { day }: SpaceShown): Html {
  const { file, calendar } = model;
  const isOver = Temporal.PlainDate.compare(space.until, day) < 0;
  const isOwed = Temporal.PlainDate.compare(space.lookOn, day) <= 0;
  const link = (text: string, href: string) => button({ text, href, classes: 'govuk-button--secondary' });
  return html`${
    isOver &&
    warningText({
      text: 'Its last day is over, and nobody has looked. It protects until somebody has: look at it, or end it.',
    })
  }${
    !isOver &&
    isOwed &&
    warningText({ text: 'Somebody owes a look at it: how are they, and do they still need it?' })
  }${summaryList({
    rows: [
      { key: { text: 'Stands since' }, value: { text: momentInWords(space.beginsAt, calendar) } },
      { key: { text: 'Its last day' }, value: { text: dateInWords(space.until) } },
      {
        key: { text: 'Length' },
        value: {
          text:
            space.months === null
              ? 'Not chosen with them yet: it reaches as far as it may'
              : monthsInWords(space.months),
        },
      },
      { key: { text: 'Looked at again by' }, value: { text: dateInWords(space.lookOn) } },
      {
        key: { text: 'Given' },
        value: { text: `${momentInWords(space.givenAt, calendar)} by ${space.givenByName ?? 'Lintel'}` },
      },
      space.afterClosing && {
        key: { text: 'After the case is closed' },
        value: { text: 'It goes on to its last day' },
      },
    ],
  })}<div class="govuk-button-group">${button({ text: 'Look at it', href: paths.look(file.id) })}${link(
    'End it, or they decline',
    paths.ending(file.id),
  )}${link('Ask a manager', paths.newProposal(file.id))}</div>`;
}

function waiting({ file }: CaseModel, { proposals }: SpaceShown): Html | undefined {
  const open = proposals.find(({ decision }) => decision === null);
  if (!open) return undefined;
  return insetText({
    html: html`A manager decides: ${labelOf(asked, open.asks)}. Until then it stands.
      <a class="govuk-link" href="${paths.proposal(file.id, open.id)}">See what was proposed</a>`,
  });
}

const stepWords: Readonly<Record<Step['step'], string>> = {
  chosen: 'Its length was chosen',
  reviewed: 'Looked at',
  extended: 'Made longer, within the bound',
  declined: 'Declined',
  ended: 'Ended',
  told: 'They were told',
  kept_after_closing: 'Goes on after closing',
};

function history({ calendar, file }: CaseModel, { spaces, steps, proposals }: SpaceShown): Html {
  const when = (at: Temporal.Instant) => momentInWords(at, calendar);
  const given = spaces.map((each) => ({
    at: each.givenAt,
    row: [
      when(each.givenAt),
      `Given, from ${when(each.beginsAt)}${each.promised ? '' : ', as help of our own'}`,
      each.givenByName ?? 'Lintel',
      '',
    ],
  }));
  const ended = spaces
    .filter(({ endedAt, id }) => endedAt && !steps.some((step) => step.spaceId === id && step.because !== ''))
    .map((each) => ({
      at: each.endedAt as Temporal.Instant,
      row: [
        when(each.endedAt as Temporal.Instant),
        `Ended: ${labelOf(endings, each.endedBecause ?? 'in_error')}`,
        each.endedByName ?? 'Lintel',
        '',
      ],
    }));
  const done = steps.map((step) => ({
    at: step.recordedAt,
    row: [
      when(step.recordedAt),
      [
        step.because === ''
          ? stepWords[step.step]
          : `${stepWords[step.step]}: ${labelOf(endings, step.because)}`,
        step.told === '' ? '' : labelOf(tellings, step.told),
      ]
        .filter(Boolean)
        .join('. '),
      step.recordedByName ?? 'Lintel',
      step.words === '' ? '' : verbatim(step.words),
    ],
  }));
  const decided = proposals.map((each) => ({
    at: each.proposedAt,
    row: [
      when(each.proposedAt),
      html`<a class="govuk-link" href="${paths.proposal(file.id, each.id)}">Asked of a manager:
        ${labelOf(asked, each.asks)}</a>`,
      each.proposedByName ?? 'Lintel',
      verbatim(each.why),
    ],
  }));
  const all = [...given, ...ended, ...done, ...decided].toSorted((one, other) =>
    Temporal.Instant.compare(other.at, one.at),
  );
  return html`<h2 class="govuk-heading-m">What was done and decided</h2>${
    all.length === 0
      ? html`<p class="govuk-body">Nothing yet.</p>`
      : table({
          caption: 'What was done and decided, the latest first',
          captionClasses: 'govuk-visually-hidden',
          // Two columns: four are wider than a small phone.
          head: ['When, and who', 'What, and in their words'].map((text) => ({ text })),
          rows: all.map(({ row: [at, what, by, words] }) => [
            { html: html`${at}<br>${by}` },
            { html: html`${what}${words}` },
          ]),
        })
  }`;
}

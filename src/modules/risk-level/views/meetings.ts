import { button } from '#kit/components/button.ts';
import { dateInput } from '#kit/components/date-input.ts';
import { kept, keptDate } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { caseForm, type FormModel, items } from '#modules/case-file/pure.ts';
import { atTheOffice, type WorkingCalendar } from '#rules/calendar.ts';
import { dateInWords } from '#rules/moment.ts';
import { capitalised, labelOf } from '#rules/words.ts';
import { heldOrEnded } from '../forms/meeting-form.ts';
import { type CheckedLine, checkInWords, checkStanding } from '../local-checks.ts';
import { thresholdPaths as paths } from '../paths.ts';
import { fromInWords, type Meeting, meetingKinds, waysOfKnowing } from '../pathways.ts';
import type { MeetingOnFile } from '../store/meetings.ts';
import type { ThresholdOnFile } from '../store/thresholds.ts';
import { type Area, rulesInWords, rulesOf } from '../threshold.ts';

/** "Marac: Idva through Marac" */
export function meetingInWords({ kind, words }: Pick<Meeting, 'kind' | 'words'>): string {
  return `${labelOf(meetingKinds, kind)}${words && `: ${words}`}`;
}

/** What is heard where this case is, each with how it is known. */
export function meetingList(
  meetings: readonly MeetingOnFile[],
  { calendar, now }: OfficeTime,
  lead = 'A high risk is heard here by:',
): Html | undefined {
  if (meetings.length === 0) return undefined;
  const today = atTheOffice(now, calendar).toPlainDate();
  const unchecked = meetings.some((each) => checkStanding(lineOf(each, calendar), today) !== 'holds');
  return html`<p class="govuk-body">${lead}</p>
    <ul class="govuk-list govuk-list--bullet">${meetings.map(
      (meeting) => html`<li>${meetingInWords(meeting)}.
        <span class="govuk-hint">${howKnown(meeting, calendar, today)}</span></li>`,
    )}</ul>${unchecked && html`<p class="govuk-body">Check with your area before you rely on it.</p>`}`;
}

/** The moment at which a page is read, at the office. */
export interface OfficeTime {
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

/** A line as far as it is known to hold. */
function lineOf(
  {
    known,
    setAt,
    lastCheck,
    checkedOn = null,
  }: Omit<CheckedLine, 'setOn' | 'checkedOn'> & {
    readonly setAt: Temporal.Instant;
    readonly checkedOn?: Temporal.PlainDate | null;
  },
  calendar: WorkingCalendar,
): CheckedLine {
  return { known, checkedOn, lastCheck, setOn: atTheOffice(setAt, calendar).toPlainDate() };
}

function howKnown(
  line: MeetingOnFile | ThresholdOnFile,
  calendar: WorkingCalendar,
  today: Temporal.PlainDate,
): string {
  const { known, source, setByName, setAt } = line;
  const checked = checkInWords(lineOf(line, calendar), today);
  if (known !== 'said_here') return `${source} ${checked}`;
  const on = dateInWords(atTheOffice(setAt, calendar).toPlainDate());
  return `${source}. Set by ${setByName ?? 'Lintel'} on ${on}. ${checked}`;
}

/** Of one by which fewer people are high or medium: why, and who agreed. */
function agreedInWords({ id, needsSecond, reason, decision, decidedByName }: ThresholdOnFile): Html | false {
  if (!needsSecond) return false;
  const by = decidedByName ?? 'Lintel';
  const how = { approved: `Agreed by ${by}.`, declined: `Declined by ${by}.`, withdrawn: 'Taken back.' };
  return html` ${decision ? how[decision] : 'It waits for a second person.'} ${reason}
    <a class="govuk-link" href="${paths.threshold(id)}">Who and why</a>`;
}

function checkLink(id: string, what: string): Html {
  return html`<a class="govuk-link" href="${paths.newCheck(id)}">Mark it as checked<span
    class="govuk-visually-hidden">: ${what}</span></a>`;
}

/** The thresholds of an area, each with how it is known and when somebody last asked the area. */
export function areaThresholds(
  thresholds: readonly ThresholdOnFile[],
  { calendar, now }: OfficeTime,
): Html | undefined {
  if (thresholds.length === 0) return undefined;
  const today = atTheOffice(now, calendar).toPlainDate();
  return html`<h2 class="govuk-heading-m">From which score on</h2>${table({
    caption: 'Thresholds of this area, the one that takes effect last first',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards lintel-table--brief',
    head: [{ text: 'What' }, { text: 'From' }, { text: 'How it is known' }, { text: 'With the area' }],
    rows: thresholds.map((each) => {
      const what = capitalised(rulesInWords(rulesOf(each)));
      return [
        { html: html`${what}${!each.counts && ' (does not count)'}` },
        { text: each.effectiveFrom ? dateInWords(each.effectiveFrom) : 'An unknown day' },
        {
          html: html`${labelOf(waysOfKnowing, each.known)}
            <span class="govuk-hint">${howKnown(each, calendar, today)}${agreedInWords(each)}</span>`,
          classes: 'lintel-cell--words',
        },
        { html: each.counts ? checkLink(each.id, what) : html``, classes: 'lintel-cell--bare' },
      ];
    }),
  })}`;
}

/** Every one that was set for an area, and when it ends. */
export function meetingsPart(area: Area, all: readonly MeetingOnFile[], { calendar, now }: OfficeTime): Html {
  const today = atTheOffice(now, calendar).toPlainDate();
  return html`<h2 class="govuk-heading-m">How a high risk is heard here</h2>${
    all.length === 0
      ? html`<p class="govuk-body">Nobody has said yet. Whoever judges a high risk is told what you set here.</p>`
      : table({
          caption: 'What was set, the one that takes effect last first',
          captionClasses: 'govuk-visually-hidden',
          classes: 'lintel-table--cards lintel-table--brief',
          head: [{ text: 'What' }, { text: 'From' }, { text: 'How it is known' }, { text: 'With the area' }],
          rows: all.map((meeting) => [
            { text: `${meetingInWords(meeting)}${meeting.held ? '' : ' (ends)'}` },
            { text: capitalised(fromInWords(meeting.from, meeting.monthOnly).replace(/^from /, '')) },
            {
              html: html`${labelOf(waysOfKnowing, meeting.known)}
                <span class="govuk-hint">${howKnown(meeting, calendar, today)}</span>`,
              classes: 'lintel-cell--words',
            },
            { html: checkLink(meeting.id, meetingInWords(meeting)), classes: 'lintel-cell--bare' },
          ]),
        })
  }${button({
    text: 'Set or end a kind of meeting',
    href: paths.newMeeting(area.id),
    classes: 'govuk-button--secondary',
  })}`;
}

export function meetingPage(formModel: FormModel, area: Area): Html {
  const { form } = formModel;
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });
  return html`<span class="govuk-caption-l">${area.name}</span>
<h1 class="govuk-heading-l">How is a high risk heard here?</h1>
${caseForm(
  formModel,
  'Save',
  html`${radios({ ...kept(form, 'kind'), fieldset: legend('Which kind?'), items: items(meetingKinds) })}${radios(
    {
      ...kept(form, 'held'),
      fieldset: legend('Is it held, or does it end?'),
      items: items(heldOrEnded),
    },
  )}${dateInput({
    ...keptDate(form, 'from'),
    fieldset: legend('From which day?'),
    hint: { text: 'Where it is held and nobody knows since when, leave it empty' },
  })}${input({
    ...kept(form, 'words'),
    label: { text: 'What should whoever judges a high risk know?', classes: 'govuk-label--s' },
    hint: { text: 'For example “monthly, second Tuesday; by secure e-mail to the coordinator”' },
    autocomplete: 'off',
  })}${input({
    ...kept(form, 'source'),
    label: { text: 'Who says so?', classes: 'govuk-label--s' },
    hint: { text: 'For example the operating protocol, and its date' },
    autocomplete: 'off',
  })}${dateInput({
    ...keptDate(form, 'checked'),
    fieldset: legend('When did somebody last check it with the area?'),
    hint: { text: 'Leave it empty where nobody has' },
  })}`,
)}`;
}

import { checkboxes } from '#kit/components/checkboxes.ts';
import { dateInput } from '#kit/components/date-input.ts';
import { kept, keptChoices, keptDate } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  changedMeanwhile,
  type FormModel,
  items,
} from '#modules/case-file/pure.ts';
import { riskLevels } from '#rules/facts.ts';
import { guidanceOnRepeats, type RepeatDefinition, repeatInWords } from '#rules/repeat.ts';
import { abuseTypes } from '#rules/words.ts';
import { groundsInWords } from '../grounds.ts';
import { highest, levelLabel, levelWords } from '../level.ts';
import type { Indication } from '../rating.ts';
import { judgementGrounds } from '../rating-words.ts';
import type { MeetingOnFile } from '../store/meetings.ts';
import type { Rating } from '../store/ratings.ts';
import type { Area } from '../threshold.ts';
import { levelMeans, levelTag, ratingTag, routeList, signedInWords } from './level-parts.ts';
import { meetingList } from './meetings.ts';

export interface LevelFacts {
  readonly rating: Rating | null;
  readonly indicated: Indication;
  /** What counts as a repeat where the case is heard. */
  readonly repeat: RepeatDefinition;
  /** Where it is heard, and how a high risk is heard there. */
  readonly area: Area | null;
  readonly meetings: readonly MeetingOnFile[];
}

/** What is indicated and why, and then what a person says of it: a floor that judgement may go above at any time. */
export function levelPage(
  model: CaseModel,
  formModel: FormModel,
  facts: LevelFacts,
  meanwhile: Html | null,
): Html {
  const { rating, indicated } = facts;
  return html`${caseHead(model, 'Risk', 'How high is the risk?')}
${meanwhile && changedMeanwhile(meanwhile)}
${standing(model, facts)}
${toWeigh(indicated)}
${facts.area && meetingList(facts.meetings, model, `A high risk is heard in ${facts.area.name} by:`)}
${caseForm(formModel, rating ? 'Save your judgement' : 'Save the rating', fields(formModel, facts))}`;
}

/** What no count may decide: it is put before whoever judges, each ground by name. */
function toWeigh({ routes }: Indication): Html | undefined {
  const grounds = groundsInWords(routes.flatMap((route) => (route.route === 'grounds' ? route.found : [])));
  if (grounds.length === 0) return undefined;
  return html`<p class="govuk-body"><strong>Weigh each of these, whatever the score:</strong></p>
    <ul class="govuk-list govuk-list--bullet">${grounds.map((ground) => html`<li>${ground}</li>`)}</ul>`;
}

/** What stands, for somebody who was second. */
export function standsNow({ calendar }: CaseModel, { rating }: LevelFacts): Html | null {
  if (!rating) return null;
  return html`<p class="govuk-body">${ratingTag(rating)} ${signedInWords(rating, calendar)}</p>`;
}

function standing(model: CaseModel, facts: LevelFacts): Html {
  const { rating, indicated } = facts;
  const stands = rating
    ? html`<p class="govuk-body">Stands now: ${ratingTag(rating)} ${levelMeans(rating.level)}
      ${signedInWords(rating, model.calendar)}</p>`
    : html`<p class="govuk-body">Nothing has been rated yet.</p>`;
  const found =
    indicated.level === null
      ? html`<p class="govuk-body">Nothing indicates a level yet. Your judgement is enough.</p>`
      : html`<p class="govuk-body">Indicated: ${levelTag(indicated.level)}</p>${routeList(indicated.routes)}`;
  const floor = highest([rating?.level ?? null, indicated.level]);
  const lower =
    floor !== null &&
    floor !== 'standard' &&
    insetText({
      text:
        'You can rate it higher at any time, whatever the score. To go below ' +
        `${levelLabel(floor).toLowerCase()}, say why; somebody else who knows the case confirms it, ` +
        `and until then ${levelLabel(floor).toLowerCase()} stands.`,
    });
  return html`${stands}${found}${lower}`;
}

function fields({ form }: FormModel, { rating, indicated, repeat }: LevelFacts): Html {
  const marks = (level: (typeof riskLevels)[number]) =>
    [
      level === rating?.level && (rating.judgedBy ? 'stands now' : 'proposed'),
      level === indicated.level && 'indicated',
    ]
      .filter(Boolean)
      .join(', ');
  return html`${radios({
    ...kept(form, 'level'),
    fieldset: { legend: { text: 'How high is it?', classes: 'govuk-fieldset__legend--s' } },
    items: riskLevels.map((level) => ({
      value: level,
      text: marks(level) ? `${levelLabel(level)} (${marks(level)})` : levelLabel(level),
      hint: { text: levelWords[level].means },
    })),
  })}${textarea({
    ...kept(form, 'reason'),
    label: { text: 'Why', classes: 'govuk-label--s' },
    hint: {
      text: 'What you know and what you think, kept apart. Whoever reads it next may have to act on it alone.',
    },
    rows: 5,
  })}${checkboxes({
    ...keptChoices(form, 'grounds'),
    fieldset: { legend: { text: 'What does your judgement rest on?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Each is enough by itself to rate it high. Leave empty where the score says it all.' },
    classes: 'govuk-checkboxes--small',
    items: items(judgementGrounds),
  })}<h2 class="govuk-heading-s">What else is known</h2>${input({
    ...kept(form, 'callOuts'),
    label: { text: 'Police call-outs in the last 12 months' },
    hint: { text: 'Leave empty where nobody knows' },
    classes: 'govuk-input--width-3',
    inputmode: 'numeric',
    autocomplete: 'off',
  })}${dateInput({
    ...keptDate(form, 'marac'),
    fieldset: { legend: { text: 'Last Marac referral' } },
    hint: {
      text: 'Only where there has been abuse again since: within 12 months it counts as a repeat, whatever the score',
    },
  })}${repeat !== guidanceOnRepeats && sinceThen(form, repeat)}`;
}

/** Where not all abuse is a repeat; elsewhere nobody need say what it was. */
function sinceThen(form: FormModel['form'], repeat: RepeatDefinition): Html {
  return checkboxes({
    ...keptChoices(form, 'sinceMarac'),
    fieldset: { legend: { text: 'What has there been since that referral?' } },
    hint: {
      text: `Here, a repeat is ${repeatInWords(repeat)}. Leave empty where nobody knows: it counts then`,
    },
    classes: 'govuk-checkboxes--small',
    items: items(abuseTypes),
  });
}

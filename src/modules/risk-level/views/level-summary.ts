import { deadline } from '#kit/components/deadline.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { reviewTriggers, verbatim } from '#modules/case-file/pure.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { dueRuleOf } from '#rules/closed-since.ts';
import { momentInWords } from '#rules/moment.ts';
import { remaining } from '#rules/remaining-time.ts';
import { repeatInWords } from '#rules/repeat.ts';
import { labelOf } from '#rules/words.ts';
import { groundsInWords } from '../grounds.ts';
import { levelLabel } from '../level.ts';
import { ratingPaths as paths } from '../paths.ts';
import { repeatOnlyElsewhere } from '../rating.ts';
import { reviewDue, workingDaysLeft } from '../review.ts';
import type { Rating } from '../store/ratings.ts';
import { rulesInWords } from '../threshold.ts';
import { levelMeans, levelTag, ratingTag, routeList, signedInWords } from './level-parts.ts';
import { meetingList } from './meetings.ts';
import type { LevelModel } from './model.ts';

/** How high it is now and how we came to it, when it is looked at again, and what waits. */
export function levelPart(model: LevelModel): Html {
  const [rating] = model.ratings;
  return html`${toJudge(model, rating)}${waiting(model)}${summaryList({
    rows: [
      { key: { text: 'Level' }, value: { html: level(model, rating) } },
      rating && { key: { text: 'Why' }, value: { html: why(rating) } },
      { key: { text: 'Looked at again' }, value: { html: review(model) } },
      {
        key: { text: 'Local threshold' },
        value: { html: threshold(model) },
        actions: {
          items: [
            { text: 'Change', href: paths.area(model.file.id), visuallyHiddenText: 'where it is heard' },
          ],
        },
      },
    ],
  })}`;
}

/** A level that nobody judged counts for nothing yet: what a named person has to weigh, and by when (domain §3). */
function toJudge({ file }: LevelModel, rating: Rating | undefined): Html | undefined {
  if (!rating || rating.judgedBy !== null) return undefined;
  const grounds = groundsInWords(
    rating.routes.flatMap((route) => (route.route === 'grounds' ? route.found : [])),
  );
  return insetText({
    html: html`<p class="govuk-body"><strong>Somebody judges this today.</strong>
      ${levelLabel(rating.level)} is proposed and signed by nobody. It counts once a named person has taken it, raised
      it, or asked a second person to lower it.</p>${
        grounds.length > 0 &&
        html`<p class="govuk-body">To weigh, whatever the score:</p>
          <ul class="govuk-list govuk-list--bullet">${grounds.map((ground) => html`<li>${ground}</li>`)}</ul>`
      }<p class="govuk-body"><a class="govuk-link" href="${paths.level(file.id)}">Judge the risk</a></p>`,
  });
}

function waiting({ lowerings, file, calendar }: LevelModel): Html | undefined {
  const proposal = lowerings.find(({ decision }) => decision === null);
  if (!proposal) return undefined;
  const { proposedByName, proposedAt, from, to } = proposal;
  return insetText({
    html: html`<p class="govuk-body">
      <strong>A lower level waits for a second person.</strong> ${proposedByName ?? 'Lintel'}
      proposed ${levelLabel(to).toLowerCase()} on ${momentInWords(proposedAt, calendar)}.
      Until somebody else confirms it, the level stays ${levelLabel(from).toLowerCase()}.</p>
      <p class="govuk-body">
      <a class="govuk-link" href="${paths.proposal(file.id, proposal.id)}">Read the reason and decide</a></p>`,
  });
}

function level({ file, calendar }: LevelModel, rating: Rating | undefined): Html {
  if (!rating)
    return html`<p class="govuk-body">${levelTag(null)}</p><p class="govuk-body">Help never waits for a rating.</p>`;
  const ever = file.everHigh && rating.level !== 'high' && html` It has been high before.`;
  return html`<p class="govuk-body">${ratingTag(rating)} ${levelMeans(rating.level)}</p>
    <p class="govuk-body">${signedInWords(rating, calendar)}${ever}</p>`;
}

function why(rating: Rating): Html {
  const below =
    rating.how === 'lowered' &&
    html`<p class="govuk-body">Two people agreed to lower it, for this reason:</p>`;
  const given = rating.reason !== '' && html`${below}${verbatim(rating.reason)}`;
  if (!given && rating.routes.length === 0) return html`No reason was given.`;
  return html`${given}${routeList(rating.routes)}`;
}

function review({ promises, commitmentOf, calendar, now, triggers }: LevelModel): Html {
  const due = reviewDue(promises);
  if (!due) return html`Once the risk has been rated.`;
  const commitment = commitmentOf(due.packId, due.commitment);
  const words = remaining(now, due.dueAt, calendar, dueRuleOf(commitment));
  const late = Temporal.Instant.compare(now, due.dueAt) > 0;
  const text = words.replace(/^(over)?due /, '');
  const what = commitment?.title;
  const left = workingDaysLeft(now, due.dueAt, calendar);
  const stands = deadline({
    state: late ? 'overdue' : words === 'due now' ? 'due' : 'running',
    text: words === 'due now' ? '' : text,
    timestamp: due.dueAt.toString(),
  });
  return html`<p class="govuk-body">${stands}${left && html` (${left})`}</p><p class="govuk-hint">${what}.</p>${
    triggers.length > 0 &&
    html`<p class="govuk-body">Since the last rating:</p><ul class="govuk-list govuk-list--bullet">${triggers.map(
      ({ trigger, at }) => html`<li>${labelOf(reviewTriggers, trigger)}, ${momentInWords(at, calendar)}</li>`,
    )}</ul>`
  }`;
}

function threshold(model: LevelModel): Html {
  const { local, ratings, calendar, now } = model;
  const { area, rules: held, set, localAuthority } = local;
  const where = area
    ? html`<strong>${area.name}</strong>${!set && html` (the home is in ${localAuthority ?? 'its area'})`}`
    : html`No Marac area is known for ${localAuthority ?? 'this home'}`;
  const { lastMaracOn = null, sinceMarac = [] } = ratings[0] ?? {};
  const today = atTheOffice(now, calendar).toPlainDate();
  const only = repeatOnlyElsewhere({ lastMaracOn, sinceMarac, local: held, today });
  return html`<p class="govuk-body">${where}: ${rulesInWords(held)}.
    A repeat is ${repeatInWords(held.repeat)} within 12 months of a Marac referral.</p>${
      only &&
      html`<p class="govuk-body">There has been abuse again since the last referral. By that definition it is no
      repeat; it counts for your judgement all the same, and the guidance would count it.</p>`
    }<p class="govuk-hint">${held.source}</p>${meetingList(model.meetings, model)}`;
}

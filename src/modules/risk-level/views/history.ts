import { chartImage } from '#kit/components/chart-image.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { momentInWords } from '#rules/moment.ts';
import { historyHeight } from '../history.ts';
import { levelLabel } from '../level.ts';
import { ratingPaths as paths } from '../paths.ts';
import { routeInWords } from '../rating-words.ts';
import type { Rating } from '../store/ratings.ts';
import { ratingTag } from './level-parts.ts';
import type { LevelModel } from './model.ts';

/** Every rating there was, as a picture and in words that say the same. */
export function historyPart(model: LevelModel): Html | undefined {
  const { ratings, file, calendar } = model;
  if (ratings.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">History</h2>${chartImage({
    name: 'the level of risk over time',
    src: paths.history(file.id),
    height: historyHeight,
    alt: 'The level of risk over time; the table below says the same.',
  })}${table({
    caption: 'Every rating of this case, newest first',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: [{ text: 'When' }, { text: 'Level' }, { text: 'Judged by' }, { text: 'Why' }],
    rows: ratings.map((rating) => [
      { text: momentInWords(rating.ratedAt, calendar) },
      { html: ratingTag(rating), classes: 'lintel-cell--bare' },
      { text: rating.judgedBy === null ? 'Nobody yet: proposed' : (rating.judgedByName ?? 'A colleague') },
      { html: html`${whyInShort(rating)}${proposed(model, rating)}`, classes: 'lintel-cell--words' },
    ]),
  })}`;
}

const outcomes = { confirmed: 'confirmed', declined: 'declined', withdrawn: 'taken back' } as const;

/** What was proposed about this rating, and what became of it. */
function proposed({ lowerings, file }: LevelModel, { id }: Rating): Html | undefined {
  const lowering = lowerings.find(({ ratingId }) => ratingId === id);
  if (!lowering) return undefined;
  const { decision, proposedByName, to } = lowering;
  const became = decision === null ? 'it waits for a second person' : outcomes[decision];
  return html`<br><a class="govuk-link" href="${paths.proposal(file.id, lowering.id)}">${proposedByName}
    proposed ${levelLabel(to).toLowerCase()}</a>: ${became}.`;
}

function whyInShort({ how, reason, routes, indicated, level }: Rating): string {
  if (how === 'lowered') return `Lowered by two people. ${reason}`;
  if (reason !== '') return `${reason}${countIn(routes)}`;
  const [first] = routes;
  const said = first ? routeInWords(first).says : 'It was looked at again';
  const because = first?.route === 'score' ? said : `${said}${countIn(routes)}`;
  return indicated === level || indicated === null
    ? because
    : `${because} (indicated: ${levelLabel(indicated).toLowerCase()})`;
}

/** "; 11 of 24 answered": a level is never read without how much of it was asked. */
function countIn(routes: Rating['routes']): string {
  const score = routes.find((route) => route.route === 'score' || route.route === 'unweighed');
  return score && 'answered' in score ? `; ${score.answered} of ${score.of} answered` : '';
}

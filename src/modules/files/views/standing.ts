import { summaryList } from '#kit/components/summary-list.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { toldFigure } from '#rules/told-figure.ts';
import { sizeInWords } from '../file-types.ts';
import type { FilesStanding } from '../store/standing.ts';

export interface StandingModel {
  /** Where sealed files lie, without any secret. */
  readonly place: string;
  /** Why it does not answer; null: it does. */
  readonly away: string | null;
  readonly awaySince: string | null;
  /** What the scanner says of itself; null: it does not answer. */
  readonly scanner: 'not_set_up' | { readonly says: string | null };
  readonly counts: FilesStanding;
}

const ok = (text: string) => tag({ text, classes: 'govuk-tag--green' });
const wrong = (text: string) => tag({ text, classes: 'govuk-tag--red' });

/** Where files lie, whether that answers, how much it is, and what waits or went wrong: counts, and no case. */
export function standingPage({ place, away, awaySince, scanner, counts }: StandingModel): Html {
  const answers =
    away === null
      ? html`${ok('Answers')} It was asked as this page was made.`
      : html`${wrong('Away')} ${away}.${awaySince && ` Since ${awaySince}.`} Nothing is lost: files wait until it
    answers.`;
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Where files lie</h1>
<p class="govuk-body">Files are sealed before they leave this machine. Whose they are, and what they show, is between
  the team and the people whom we support. Which store it is, and its keys, are set where Lintel is run.</p>
<h2 class="govuk-heading-m">The store</h2>
${summaryList({
  rows: [
    { key: { text: 'Where' }, value: { text: place } },
    { key: { text: 'Whether it answers' }, value: { html: answers } },
    { key: { text: 'Files kept' }, value: { text: toldFigure(counts.kept) } },
    { key: { text: 'Together' }, value: { text: sizeTold(counts) } },
  ],
})}
<h2 class="govuk-heading-m">Looking through them</h2>
${summaryList({
  rows: [
    { key: { text: 'Virus scanner' }, value: { html: scannerShown(scanner) } },
    { key: { text: 'Held until it was looked through' }, value: { text: toldFigure(counts.waiting) } },
    { key: { text: 'Never looked through' }, value: { text: toldFigure(counts.notLooked) } },
    { key: { text: 'Kept shut: something harmful' }, value: { text: toldFigure(counts.harmful) } },
  ],
})}
<h2 class="govuk-heading-m">What went wrong</h2>
${summaryList({
  rows: [
    { key: { text: 'Changed, or gone' }, value: { text: toldFigure(counts.altered) } },
    { key: { text: 'No picture could be made' }, value: { text: toldFigure(counts.unshown) } },
  ],
})}
<p class="govuk-body">One that is changed or gone is looked for in a backup, at once.</p></div></div>`;
}

/** Of few files their size would tell which was added. */
function sizeTold({ kept, bytes }: FilesStanding): string {
  if (kept === 0) return 'nothing';
  return kept < 5 ? 'Told from five files on' : `about ${sizeInWords(Number(bytes.toPrecision(2)))}`;
}

function scannerShown(scanner: StandingModel['scanner']): Html {
  if (scanner === 'not_set_up')
    return html`${tag({ text: 'Not set up', classes: 'govuk-tag--grey' })} Files are shown without being looked through.
    Whoever runs Lintel sets LINTEL_CLAMD.`;
  if (scanner.says === null)
    return html`${wrong('Does not answer')} Files that are added are held until it does.`;
  return html`${ok('Answers')} ${scanner.says}`;
}

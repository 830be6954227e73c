import { fingerprint } from '#kit/fingerprint.ts';
import { agreedWayVersions, safeContactVersions } from '#modules/agreement/index.ts';
import { aroundThem, type CaseContext, homesIn } from '#modules/case-file/index.ts';
import { type CaseModel, nameOf } from '#modules/case-file/pure.ts';
import { personSummaries } from '#modules/register/index.ts';
import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { Selection } from '#rules/handling.ts';
import { dateInWords } from '#rules/moment.ts';
import { type Learner, whoWouldLearn } from '#rules/who-would-learn.ts';
import { partLabel } from '#rules/words.ts';
import { mostEntries } from '../entry-filter.ts';
import { type Kind, leavingAs, ownCopyWays, selectFor } from '../export.ts';
import type { ExportAsked } from '../forms/export-form.ts';
import { type Entry, entriesOf } from '../store/entries.ts';
import { type Withholding, withholdings } from '../withholding.ts';

/** All that a preview and a file are made from. */
export interface ToExport {
  readonly model: CaseModel;
  readonly asked: ExportAsked;
  readonly period: string;
  readonly selection: Selection<Entry>;
  readonly withholdings: readonly Withholding[];
  /** Who would learn what leaves, beside whom it is for, by the kind of file that is chosen. */
  readonly learners: Readonly<Record<Kind, readonly Learner[]>>;
  readonly policies: readonly string[];
  readonly version: string;
  readonly verdict: Verdict;
}

/** All entries are read, whatever the period: a correction may lie outside it. */
export async function loadExport(ctx: CaseContext, model: CaseModel, asked: ExportAsked): Promise<ToExport> {
  const { tx, organisation, services } = ctx;
  const { id } = ctx.params;
  const [{ entries, total }, agreements, ways, homes, around] = await Promise.all([
    entriesOf(tx, organisation, id, { order: 'oldest', most: mostEntries }),
    safeContactVersions(tx, organisation, id),
    agreedWayVersions(tx, organisation, id),
    homesIn(tx, organisation, id),
    aroundThem(ctx, model),
  ]);
  const { people, known, home, pack, now, calendar } = model;
  const own = ownCopyWays(around, now, calendar);
  const about = { around, conflicts: model.file.blockedStaff.length > 0 };
  const learnersOf = (kind: Kind) => whoWouldLearn(leavingAs(kind, asked, own, about), pack.words);
  const learners = { file: learnersOf('file'), paper: learnersOf('paper') };
  const personIds = [...new Set(people.flatMap(({ personId }) => personId ?? []))];
  const summaries = await personSummaries(tx, organisation, personIds);
  const may = selectFor(asked.purpose, entries);
  const decidedOn = ({ id: entry }: Entry) => asked.decision?.entries.includes(entry) ?? true;
  const shown = may.shown.filter(decidedOn);
  const leftOut = [...may.leftOut, ...may.shown.filter((entry) => !decidedOn(entry))];
  const inside = within(asked, model.calendar.rules.timeZone);
  return {
    model,
    asked,
    period: periodInWords(asked),
    selection: { shown: shown.filter(inside), leftOut: leftOut.filter(inside) },
    withholdings: withholdings(asked.purpose, {
      people,
      known,
      summaries,
      home,
      homes,
      agreements,
      ways,
      nameOf: (person) => nameOf(known, person),
      partOf: (part) => partLabel(part, pack.words),
    }),
    policies: policiesOf(shown.filter(inside), services.packs.all),
    learners,
    version: [
      total,
      entries.reduce((sum, entry) => sum + entry.audienceNumber, 0),
      fingerprint(learners),
    ].join('.'),
    verdict: holdable(total, shown.filter(inside).length),
  };
}

function holdable(total: number, shown: number): Verdict {
  if (total > mostEntries) return refused(`A file holds at most ${mostEntries} entries.`, 'records');
  return shown > 0 ? allowed : refused('There is nothing to make a file of.', 'records');
}

function within({ from, to }: ExportAsked, timeZone: string) {
  return ({ happenedAt }: Entry) => {
    const day = happenedAt.toZonedDateTimeISO(timeZone).toPlainDate().toString();
    return (from === '' || day >= from) && (to === '' || day <= to);
  };
}

function periodInWords({ from, to }: ExportAsked): string {
  const day = (iso: string) => dateInWords(Temporal.PlainDate.from(iso));
  if (from !== '' && to !== '') return `From ${day(from)} to ${day(to)}`;
  if (from !== '') return `From ${day(from)}`;
  return to === '' ? 'All of it' : `Up to ${day(to)}`;
}

/** The policies under which these entries were written. */
function policiesOf(
  entries: readonly Entry[],
  packs: readonly { readonly id: string; readonly title: string }[],
): readonly string[] {
  const written = entries.filter(({ packId }) => packId !== '');
  return [
    ...new Set(
      written.map(({ packId, packVersion }) => {
        const title = packs.find(({ id }) => id === packId)?.title ?? packId;
        return `${title}, version ${packVersion}`;
      }),
    ),
  ];
}

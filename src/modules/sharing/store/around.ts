import type { StaffContext } from '#kit/http/route.ts';
import type { CaseFile } from '#modules/case-file/index.ts';
import { type Entry, entriesOf } from '#modules/chronology/index.ts';
import { mayReach, type Selection } from '#rules/handling.ts';
import type { AroundShare } from '../gate.ts';
import { type ConsentRow, consentsOf } from './consents.ts';

/** As many entries as one case is looked through for. */
const mostEntries = 5_000;

export interface CaseSharing extends AroundShare {
  readonly consents: readonly ConsentRow[];
  readonly entries: Selection<Entry>;
}

/** Everything that decides whether something of this case may leave now. The wall has let whoever asks in. */
export async function sharingIn(
  ctx: Pick<StaffContext, 'tx' | 'organisation' | 'now' | 'calendar' | 'pack'>,
  file: Pick<CaseFile, 'id' | 'immediateDanger' | 'closedAt' | 'blockedStaff'>,
): Promise<CaseSharing> {
  const { tx, organisation, now, calendar, pack } = ctx;
  const [consents, { entries: all }] = await Promise.all([
    consentsOf(tx, organisation, file.id),
    entriesOf(tx, organisation, file.id, { order: 'oldest', most: mostEntries }),
  ]);
  const entries = mayReach('agencies', all);
  return {
    consents,
    entries,
    entriesThatMay: new Set(entries.shown.map(({ id }) => id)),
    heldTexts: entries.leftOut.flatMap(({ words, observed, decision }) => [words, observed, decision]),
    moment: { now, timeZone: calendar.rules.timeZone, closedAt: consents[0]?.closedAt ?? null },
    landlord: pack.landlord ?? null,
    danger: file.immediateDanger,
    closed: file.closedAt !== null,
    inConflict: file.blockedStaff,
  };
}

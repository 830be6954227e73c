import {
  type Answered,
  type Answers,
  answerTo,
  type Given,
  type Instrument,
  type Item,
  itemsOf,
} from '#modules/assessments/pure.ts';

/** What is different about one item between two times that it was asked. */
export type ChangeKind =
  | 'newly_yes'
  | 'no_longer_yes'
  | 'newly_answered'
  | 'answered_otherwise'
  | 'note_changed'
  | 'still_unanswered';

export interface ItemChange {
  /** As the later assessment asks it. */
  readonly item: Item;
  readonly kind: ChangeKind;
  /** Null: the earlier one did not ask it at all. */
  readonly before: Answered | null;
  readonly after: Answered;
}

/** In which earlier assessment an item stood under another number, by its number now. */
export type ItemMap = ReadonlyMap<string, string>;

/** In the order in which a reader needs them: what is new first, what nobody has answered yet last. */
export const changeKinds: readonly ChangeKind[] = [
  'newly_yes',
  'answered_otherwise',
  'no_longer_yes',
  'newly_answered',
  'note_changed',
  'still_unanswered',
];

export interface Asked {
  readonly instrument: Instrument;
  readonly answers: Answers;
}

/**
 * Item by item, what changed since last time; items that stayed as they were are left out. An answer that is gone
 * again is told of too: somebody who said yes once may have become afraid to.
 * @param map items that were renumbered between the two
 */
export function changesBetween(before: Asked, after: Asked, map: ItemMap = new Map()): readonly ItemChange[] {
  const earlier = new Set(itemsOf(before.instrument).map(({ id }) => id));
  const changes = itemsOf(after.instrument).flatMap((item) => {
    const id = map.get(item.id) ?? item.id;
    const then = earlier.has(id) ? answerTo(before.answers, id) : null;
    const now = answerTo(after.answers, item.id);
    const kind = kindOf(then, now);
    return kind === null ? [] : [{ item, kind, before: then, after: now }];
  });
  return changes.toSorted((one, other) => changeKinds.indexOf(one.kind) - changeKinds.indexOf(other.kind));
}

function kindOf(before: Answered | null, after: Answered): ChangeKind | null {
  const [was, is] = [before?.answer ?? 'not_asked', after.answer];
  if (was !== is) {
    if (is === 'yes') return 'newly_yes';
    if (was === 'yes') return 'no_longer_yes';
    return unanswered(was) && !unanswered(is) ? 'newly_answered' : 'answered_otherwise';
  }
  if (after.note.trim() !== '' && after.note.trim() !== before?.note.trim()) return 'note_changed';
  return unanswered(is) ? 'still_unanswered' : null;
}

/** Nobody has said how it is. A "don’t know" is an answer, and no knowledge. */
function unanswered(given: Given): boolean {
  return given === 'not_asked' || given === 'dont_know';
}

/** Two assessments of the same questions can be laid beside each other; the Dash and its sister for Scotland too. */
export function comparable(before: Pick<Instrument, 'id'>, after: Pick<Instrument, 'id'>): boolean {
  return before.id === after.id || (family(before) !== null && family(before) === family(after));
}

function family({ id }: Pick<Instrument, 'id'>): string | null {
  return id.startsWith('dash') ? 'dash' : null;
}

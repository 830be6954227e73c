import {
  type BuiltInId,
  type Instrument,
  type InstrumentId,
  type Item,
  itemsOf,
  type Section,
} from './instrument.ts';

/** The words of one item: everything that a wording may change. */
export interface ItemWords {
  readonly id: string;
  /** Left out: as in Lintel’s own. */
  readonly theme?: string | undefined;
  readonly question: string;
  readonly help?: string | undefined;
}

/** Other words for an instrument: the same items under the same numbers, in an order of their own. */
export interface Wording {
  readonly instrument: BuiltInId;
  readonly version: string;
  readonly name: string;
  readonly attribution: string;
  readonly items: readonly ItemWords[];
}

/** The instrument in other words; follow-ups, scales and numbers stay. An item without words keeps its own. */
export function worded(base: Instrument, wording: Omit<Wording, 'instrument'>): Instrument {
  const words = new Map(wording.items.map((item) => [item.id, item]));
  const { version, name, attribution } = wording;
  return {
    ...base,
    version,
    name,
    attribution,
    sections: inOrder(base, [...words.keys()]).map((section) => ({
      ...section,
      items: section.items.map((item) => inWords(item, words.get(item.id))),
    })),
  };
}

/** The sections as the items come: one that is left and come back to has its heading again. */
function inOrder(base: Instrument, order: readonly string[]): readonly Section[] {
  const placed = base.sections.flatMap(({ heading, items }) => items.map((item) => ({ heading, item })));
  const at = ({ item }: (typeof placed)[number]) => {
    const found = order.indexOf(item.id);
    return found === -1 ? order.length : found;
  };
  const runs: { readonly heading: string; readonly items: Item[] }[] = [];
  for (const { heading, item } of placed.toSorted((one, other) => at(one) - at(other))) {
    const last = runs.at(-1);
    if (last?.heading === heading) last.items.push(item);
    else runs.push({ heading, items: [item] });
  }
  return runs;
}

/** Help belongs to its question: where other words come without help, there is none. */
function inWords(item: Item, words: ItemWords | undefined): Item {
  if (!words) return item;
  const { help: _, ...rest } = item;
  const { theme = item.theme, question, help } = words;
  return { ...rest, theme, question, ...(help ? { help } : {}) };
}

/** The words of an instrument as a file holds them: what a landlord starts from. */
export function wordingOf(
  instrument: Instrument,
): Omit<Wording, 'instrument'> & { readonly instrument: InstrumentId } {
  const { id, version, name, attribution } = instrument;
  const items = itemsOf(instrument).map(({ id: item, theme, question, help }) => ({
    id: item,
    theme,
    question,
    ...(help === undefined ? {} : { help }),
  }));
  return { instrument: id, version, name, attribution, items };
}

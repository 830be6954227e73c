import { type Instrument, type InstrumentId, type Item, itemsOf } from './instrument.ts';

/** The words of one item: everything that a wording may change. */
export interface ItemWords {
  readonly id: string;
  /** Left out: as in Lintel’s own. */
  readonly theme?: string | undefined;
  readonly question: string;
  readonly help?: string | undefined;
}

/** Other words for an instrument: the same items in the same order, and nothing else of it. */
export interface Wording {
  readonly instrument: InstrumentId;
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
    sections: base.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => inWords(item, words.get(item.id))),
    })),
  };
}

/** Help belongs to its question: where other words come without help, there is none. */
function inWords(item: Item, words: ItemWords | undefined): Item {
  if (!words) return item;
  const { help: _, ...rest } = item;
  const { theme = item.theme, question, help } = words;
  return { ...rest, theme, question, ...(help ? { help } : {}) };
}

/** The words of an instrument as a file holds them: what a landlord starts from. */
export function wordingOf(instrument: Instrument): Wording {
  const { id, version, name, attribution } = instrument;
  const items = itemsOf(instrument).map(({ id: item, theme, question, help }) => ({
    id: item,
    theme,
    question,
    ...(help === undefined ? {} : { help }),
  }));
  return { instrument: id, version, name, attribution, items };
}

import type { NamedLevel, RiskGround } from '#modules/risk-level/pure.ts';
import { type Instrument, type Item, itemsOf, type OwnId, type Scale, type Weights } from './instrument.ts';
import { askSafely } from './shared-words.ts';

/** One question of a landlord's own instrument, as its file holds it. */
export interface OwnItem {
  readonly id: string;
  /** The heading under which it stands; left out: that of the one before. */
  readonly section?: string | undefined;
  readonly theme?: string | undefined;
  readonly question: string;
  readonly help?: string | undefined;
  readonly scale?: Scale | undefined;
  readonly weights?: Weights | undefined;
  /** Asked, and left out of the score. */
  readonly counted?: boolean | undefined;
  readonly flagged?: RiskGround | undefined;
}

/** What is asked, what it weighs, and what follows, beside the questions themselves. */
export interface OwnTerms {
  readonly purpose: string;
  readonly enough: number;
  readonly levels: readonly NamedLevel[];
}

/** A whole instrument of a landlord's own: one that Lintel has no questions of. */
export interface OwnInstrument extends OwnTerms {
  readonly instrument: OwnId;
  readonly version: string;
  readonly name: string;
  readonly attribution: string;
  readonly items: readonly OwnItem[];
}

/** It is asked as safely as any other: what must be kept to stands above its first question too. */
export function ownInstrument(own: OwnInstrument): Instrument {
  const { instrument: id, version, name, attribution, purpose, enough, levels } = own;
  const sections: { readonly heading: string; readonly items: Item[] }[] = [];
  for (const item of own.items) {
    const last = sections.at(-1);
    if (last && (item.section === undefined || item.section === last.heading)) last.items.push(asItem(item));
    else sections.push({ heading: item.section ?? name, items: [asItem(item)] });
  }
  return {
    ...{ id, version, name, attribution, purpose, enough, levels, sections },
    guidance: askSafely,
    indicates: true,
  };
}

function asItem({ id, theme, question, help, scale = 'yes_no', weights, counted, flagged }: OwnItem): Item {
  return {
    ...{ id, theme: theme ?? question, question, scale },
    ...(help && { help }),
    ...(weights && { weights }),
    ...(counted === false && { uncounted: true as const }),
    ...(flagged && { ground: flagged }),
  };
}

/** The file of one that is loaded: what its next version starts from. */
export function ownFileOf(
  instrument: Instrument,
): Omit<OwnInstrument, 'instrument'> & { instrument: string } {
  const { id, name, attribution, purpose, enough, levels = [], sections } = instrument;
  const items = sections.flatMap(({ heading, items }) =>
    items.map((item, index) => ({
      id: item.id,
      ...(index === 0 && { section: heading }),
      theme: item.theme,
      question: item.question,
      ...(item.help && { help: item.help }),
      ...(item.scale !== 'yes_no' && { scale: item.scale }),
      ...(item.weights && { weights: item.weights }),
      ...(item.uncounted && { counted: false }),
      ...(item.ground && { flagged: item.ground }),
    })),
  );
  return { instrument: id, version: '', name, attribution, purpose, enough, levels, items };
}

/** Its flagged questions: a yes to one of them is a ground that a named person judges. */
export function flaggedIn(instrument: Instrument): readonly Item[] {
  return itemsOf(instrument).filter(({ ground }) => ground !== undefined);
}

import { z } from 'zod';
import { allOnList, choice, formGiven, known, line, offeredAny, ticked, words } from '#kit/forms.ts';
import type { PaperPlace } from '#rules/own-paper.ts';
import { copyWays, type OfferedLine } from '../copy.ts';

interface CopyFacts {
  readonly offered: readonly OfferedLine[];
  /** Where a paper may be handed over, as they agreed; none: that way is shut altogether. */
  readonly places: readonly PaperPlace[];
  /** Where it may be sent; of several, somebody chooses. */
  readonly addresses: readonly PaperPlace[];
}

/** How they are given their plan, what stands on it, and what they said about keeping it: their wishes decide. */
export const copyForm = formGiven(
  z
    .object({
      way: choice(
        copyWays.map((way) => way.value),
        'Say how they are given it',
      ),
      place: line(300),
      address: line(60),
      ownWords: words(4_000),
      lines: offeredAny(),
      knowing: ticked(),
      facts: known<CopyFacts>(),
    })
    .refine(
      ({ way, place, facts: { places } }) =>
        way !== 'handed_over' || places.length === 0 || places.some(({ label }) => label === place),
      {
        path: ['place'],
        message: 'Say at which of the places that they agreed it is handed over',
      },
    )
    .refine(
      ({ way, address, facts: { addresses } }) =>
        way !== 'posted' || addresses.length === 0 || sentTo(addresses, address),
      {
        path: ['address'],
        message: 'Say to which of the addresses that they agreed it is sent',
      },
    )
    .refine(({ way, lines }) => !onPaper(way) || lines.length > 0, {
      path: ['lines'],
      message: 'Choose what stands on the paper',
    })
    .refine(
      ({ way, lines, knowing, facts: { offered } }) => !onPaper(way) || knowing || !givesAway(offered, lines),
      {
        path: ['lines'],
        message: 'Some of these lines tell what it is about. Leave them out, or say that they want them',
      },
    )
    .transform(({ lines, knowing: _, place, address, facts, ...rest }) => ({
      ...rest,
      to:
        rest.way === 'posted'
          ? (sentTo(facts.addresses, address) ?? null)
          : rest.way === 'handed_over'
            ? (facts.places.find(({ label }) => label === place) ?? null)
            : null,
      lines: facts.offered
        .filter((each) => onPaper(rest.way) && lines.includes(each.key))
        .map(({ section, text }) => ({ section, text })),
    })),
  (
    typed,
    offered: readonly OfferedLine[],
    places: readonly PaperPlace[],
    addresses: readonly PaperPlace[],
  ) => ({
    ...typed,
    lines: allOnList(
      offered.map(({ key }) => key),
      typed,
      'lines',
    ),
    facts: { offered, places, addresses },
  }),
);

function sentTo(addresses: readonly PaperPlace[], over: string): PaperPlace | undefined {
  return addresses.find((each) => each.over === over) ?? (addresses.length === 1 ? addresses[0] : undefined);
}

function onPaper(way: string): boolean {
  return way === 'handed_over' || way === 'posted';
}

function givesAway(offered: readonly OfferedLine[], chosen: readonly string[]): boolean {
  return offered.some((each) => chosen.includes(each.key) && each.givesAway.length > 0);
}

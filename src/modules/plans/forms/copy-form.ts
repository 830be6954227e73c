import { z } from 'zod';
import { choice, choices, line, ticked, words } from '#kit/forms.ts';
import type { PaperPlace } from '#rules/own-paper.ts';
import { copyWays, type OfferedLine } from '../copy.ts';

/**
 * How they are given their plan, what stands on it, and what they said about keeping it: their wishes decide.
 * @param places where a paper may be handed over, as they agreed; none: that way is shut altogether
 * @param addresses where it may be sent; of several, somebody chooses
 */
export function copyForm(
  offered: readonly OfferedLine[],
  places: readonly PaperPlace[],
  addresses: readonly PaperPlace[],
) {
  const sentTo = (over: string) =>
    addresses.find((each) => each.over === over) ?? (addresses.length === 1 ? addresses[0] : undefined);
  const onPaper = (way: string) => way === 'handed_over' || way === 'posted';
  return z
    .object({
      way: choice(
        copyWays.map((way) => way.value),
        'Say how they are given it',
      ),
      place: line(300),
      address: line(60),
      ownWords: words(4_000),
      lines: choices(offered.map((each) => each.key)),
      knowing: ticked(),
    })
    .refine(
      ({ way, place }) =>
        way !== 'handed_over' || places.length === 0 || places.some(({ label }) => label === place),
      {
        path: ['place'],
        message: 'Say at which of the places that they agreed it is handed over',
      },
    )
    .refine(({ way, address }) => way !== 'posted' || addresses.length === 0 || sentTo(address), {
      path: ['address'],
      message: 'Say to which of the addresses that they agreed it is sent',
    })
    .refine(({ way, lines }) => !onPaper(way) || lines.length > 0, {
      path: ['lines'],
      message: 'Choose what stands on the paper',
    })
    .refine(({ way, lines, knowing }) => !onPaper(way) || knowing || !givesAway(offered, lines), {
      path: ['lines'],
      message: 'Some of these lines tell what it is about. Leave them out, or say that they want them',
    })
    .transform(({ lines, knowing: _, place, address, ...rest }) => ({
      ...rest,
      to:
        rest.way === 'posted'
          ? (sentTo(address) ?? null)
          : rest.way === 'handed_over'
            ? (places.find(({ label }) => label === place) ?? null)
            : null,
      lines: offered
        .filter((each) => onPaper(rest.way) && lines.includes(each.key))
        .map(({ section, text }) => ({ section, text })),
    }));
}

function givesAway(offered: readonly OfferedLine[], chosen: readonly string[]): boolean {
  return offered.some((each) => chosen.includes(each.key) && each.givesAway.length > 0);
}

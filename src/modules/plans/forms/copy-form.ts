import { z } from 'zod';
import { choice, choices, line, ticked, words } from '#kit/forms.ts';
import { copyWays, type OfferedLine } from '../copy.ts';

/**
 * How they are given their plan, what stands on it, and what they said about keeping it: their wishes decide.
 * @param places where a paper may be handed over, as they agreed; none: that way is shut altogether
 */
export function copyForm(offered: readonly OfferedLine[], places: readonly string[]) {
  const onPaper = (way: string) => way === 'handed_over' || way === 'posted';
  return z
    .object({
      way: choice(
        copyWays.map((way) => way.value),
        'Say how they are given it',
      ),
      place: line(200),
      ownWords: words(4_000),
      lines: choices(offered.map((each) => each.key)),
      knowing: ticked(),
    })
    .refine(({ way, place }) => way !== 'handed_over' || places.length === 0 || places.includes(place), {
      path: ['place'],
      message: 'Say at which of the places that they agreed it is handed over',
    })
    .refine(({ way, lines }) => !onPaper(way) || lines.length > 0, {
      path: ['lines'],
      message: 'Choose what stands on the paper',
    })
    .refine(({ way, lines, knowing }) => !onPaper(way) || knowing || !givesAway(offered, lines), {
      path: ['lines'],
      message: 'Some of these lines tell what it is about. Leave them out, or say that they want them',
    })
    .transform(({ lines, knowing: _, ...rest }) => ({
      ...rest,
      place: rest.way === 'handed_over' ? rest.place : '',
      lines: offered
        .filter((each) => onPaper(rest.way) && lines.includes(each.key))
        .map(({ section, text }) => ({ section, text })),
    }));
}

function givesAway(offered: readonly OfferedLine[], chosen: readonly string[]): boolean {
  return offered.some((each) => chosen.includes(each.key) && each.givesAway.length > 0);
}

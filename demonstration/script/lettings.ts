import { thisOrNextWorkingDay, timeOn, today } from '#rules/calendar.ts';
import type { Step } from './steps.ts';
import type { Stage } from './stories.ts';

/** What becomes of the question at a letting that tells of nobody, week by week: mostly they say no. */
const weeks = [
  ...(['no', 'no', 'not_alone', 'rather_not', 'no', 'nobody', 'yes', 'no', 'fell_through', 'no'] as const),
  ...(['no_interpreter', 'rather_not', 'no'] as const),
] as const;

/** A letting a week, told of as it is agreed and asked about some days later, before they move in. */
export function askedAtLettings({ season, calendar, present, chance }: Stage): readonly Step[] {
  const own = chance.apart('lettings');
  const last = today({ now: present, calendar });
  const steps = Array.from({ length: Math.floor(season.days / 7) }, (_, ago) => ago).flatMap(
    (ago): readonly Step[] => {
      const reference = `LET-${1_900 - ago}`;
      const comes = weeks[ago % weeks.length] ?? 'no';
      const on = (days: number, hour: number) =>
        timeOn(
          thisOrNextWorkingDay(last.subtract({ days: ago * 7 }).add({ days }), calendar),
          new Temporal.PlainTime(hour, own.whole(3, 55)),
          calendar,
        );
      const moves = last.subtract({ days: ago * 7 - own.whole(9, 16) });
      const told = { does: 'tell-of-letting', by: 'lettings', reference, moves } as const;
      const first: Step = { at: on(-2, 10), story: '', action: told };
      if (comes === 'nobody') return [first];
      const asked = { does: 'ask-at-letting', by: 'lettings', reference, comes } as const;
      return [first, { at: on(own.whole(1, 4), 14), story: '', action: asked }];
    },
  );
  return steps.filter(({ at }) => Temporal.Instant.compare(at, present) <= 0);
}

import { z } from 'zod';
import type { StaffContext } from '#kit/http/route.ts';
import { today } from '#rules/calendar.ts';
import { may } from '#rules/may.ts';
import { type Board, boardOf } from '../board.ts';
import type { Viewer } from '../discretion.ts';
import { choosePeriod } from '../period.ts';
import { periodAsked, type Query, typedDates } from '../period-query.ts';
import { loadKnown } from '../store/known.ts';
import type { PeriodModel } from '../views/period-links.ts';

export const query: z.ZodType<Query> = z.record(z.string(), z.unknown());

export interface Loaded extends PeriodModel {
  readonly board: Board;
  readonly viewer: Viewer;
  readonly today: Temporal.PlainDate;
  /** Whether the dates asked for can be counted. */
  readonly ok: boolean;
}

/** Whoever may see cases sees figures to the unit; everybody else sees none that would give somebody away. */
export function viewerOf({ who }: StaffContext): Viewer {
  return may(who.roles, 'case.see').allowed ? 'sees-cases' : 'figures-only';
}

/** The board for the period in the address. */
export async function loadBoard<P>(ctx: StaffContext<P, Query>): Promise<Loaded> {
  const { pack } = ctx;
  const viewer = viewerOf(ctx);
  const wholeMonths = viewer === 'figures-only';
  const day = today(ctx);
  const choice = choosePeriod(periodAsked(ctx.query), day, wholeMonths);
  const known = await loadKnown(ctx.tx, ctx, viewer, choice.period);
  return {
    board: boardOf(pack, known, day),
    viewer,
    today: day,
    ok: choice.ok,
    period: choice.period,
    wholeMonths,
    typed: typedDates(ctx.query),
    errors: choice.ok ? {} : choice.errors,
  };
}

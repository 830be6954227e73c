import { z } from 'zod';
import type { StaffContext } from '#kit/http/route.ts';
import { atTheOffice, today } from '#rules/calendar.ts';
import { may } from '#rules/may.ts';
import { type Board, boardOf } from '../board.ts';
import type { Viewer } from '../discretion.ts';
import { choosePeriod, type PeriodChoice } from '../period.ts';
import { periodAsked, type Query, typedDates } from '../period-query.ts';
import { heldIn } from '../store/held.ts';
import { loadKnown } from '../store/known.ts';
import type { PeriodModel } from '../views/period-links.ts';

export const query: z.ZodType<Query> = z.record(z.string(), z.unknown());

export interface Loaded extends PeriodModel {
  readonly board: Board;
  readonly viewer: Viewer;
  /** From which day the policy holds; null: since the landlord began. */
  readonly since: Temporal.PlainDate | null;
  readonly today: Temporal.PlainDate;
  /** Whether the dates asked for can be counted. */
  readonly ok: boolean;
}

/** Whoever may see cases sees figures to the unit; everybody else sees none that would give somebody away. */
export function viewerOf({ who }: StaffContext): Viewer {
  return may(who.roles, 'case.see').allowed ? 'sees-cases' : 'figures-only';
}

/** Which policies held before this one, the latest first, and since when this one does. */
async function policiesUntil<P>(ctx: StaffContext<P, Query>) {
  const { pack, calendar, now } = ctx;
  const held = await heldIn(ctx.tx, ctx.services.packs, ctx.organisation);
  const begun = held.filter(({ from }) => from === null || Temporal.Instant.compare(from, now) <= 0);
  const from = begun.at(-1)?.from ?? null;
  const packs = begun.toReversed().map((each) => each.pack);
  return {
    earlier: packs.filter((each, index) => each.id !== pack.id && packs.indexOf(each) === index),
    since: from && atTheOffice(from, calendar).toPlainDate(),
  };
}

/** The period in the address. */
export function periodOf<P>(ctx: StaffContext<P, Query>): PeriodChoice {
  return choosePeriod(periodAsked(ctx.query), today(ctx), figuresOnly(viewerOf(ctx)));
}

function figuresOnly(viewer: Viewer): boolean {
  return viewer === 'figures-only';
}

/** The board for the period in the address. */
export async function loadBoard<P>(ctx: StaffContext<P, Query>): Promise<Loaded> {
  const { pack } = ctx;
  const viewer = viewerOf(ctx);
  const day = today(ctx);
  const choice = periodOf(ctx);
  const { earlier, since } = await policiesUntil(ctx);
  const known = await loadKnown(ctx.tx, ctx, viewer, choice.period, earlier);
  return {
    board: boardOf(pack, known, day, earlier),
    since,
    viewer,
    today: day,
    ok: choice.ok,
    period: choice.period,
    wholeMonths: figuresOnly(viewer),
    typed: typedDates(ctx.query),
    errors: choice.ok ? {} : choice.errors,
  };
}

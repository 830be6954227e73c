import { z } from 'zod';
import type { StaffContext } from '#kit/http/route.ts';
import { atTheOffice, today } from '#rules/calendar.ts';
import { may } from '#rules/may.ts';
import { type Board, boardOf } from '../board.ts';
import type { Viewer } from '../discretion.ts';
import { gather } from '../gather.ts';
import { choosePeriod, type PeriodChoice } from '../period.ts';
import { periodAsked, type Query, typedDates } from '../period-query.ts';
import { type Beside, loadBeside } from '../store/beside.ts';
import { loadCounted } from '../store/counted.ts';
import { heldIn } from '../store/held.ts';
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
async function policiesUntil<P>(ctx: StaffContext<P, Query>, beside: Promise<Beside>) {
  if (!(await beside).policyChanged) return { earlier: [], since: null };
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

/** What a board is asked for; what stands beside its figures is on its way. */
export interface Asked {
  readonly viewer: Viewer;
  readonly choice: PeriodChoice;
  readonly beside: Promise<Beside>;
}

/** The board of the period in the address, for whoever asks. */
export function askedFor<P>(ctx: StaffContext<P, Query>): Asked {
  const viewer = viewerOf(ctx);
  const choice = choosePeriod(periodAsked(ctx.query), today(ctx), figuresOnly(viewer));
  return { viewer, choice, beside: loadBeside(ctx.tx, ctx.organisation, viewer, choice.period) };
}

function figuresOnly(viewer: Viewer): boolean {
  return viewer === 'figures-only';
}

export async function loadBoard<P>(
  ctx: StaffContext<P, Query>,
  { viewer, choice, beside }: Asked = askedFor(ctx),
): Promise<Loaded> {
  const { pack } = ctx;
  const day = today(ctx);
  const [{ spans, days, current }, { sample, reviewReasons }, { earlier, since }] = await Promise.all([
    loadCounted(ctx.tx, ctx, viewer, choice.period),
    beside,
    policiesUntil(ctx, beside),
  ]);
  const known = { ...gather([pack, ...earlier], spans, days, current, viewer), sample, reviewReasons };
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

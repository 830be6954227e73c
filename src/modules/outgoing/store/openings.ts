import type { StaffContext } from '#kit/http/route.ts';
import { aroundThem } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import type { MessageFacts } from '#modules/wordings/index.ts';
import { today } from '#rules/calendar.ts';
import { readingCounts, type Sending } from '#rules/may-send.ts';
import { type Learner, type Outlet, whoWouldLearn } from '#rules/who-would-learn.ts';
import { type Route, routesOver } from '../openings.ts';
import { mayAskAgain } from '../standing.ts';
import { besideOthers } from './beside-others.ts';
import { caseFactsOf, factsOver } from './facts.ts';
import { decide, type Written } from './look.ts';
import { type Other, othersGone } from './others-lately.ts';
import type { KeptMessage } from './rows.ts';

/** A way, what the door would say to a message over it now, and who would learn it. */
export interface Opening extends Route {
  readonly sending: Sending;
  readonly learners: readonly Learner[];
  readonly telling: MessageFacts;
}

/** Of each way that was agreed: as whoever asks may know it. The door itself knows more, and decides anew. */
export async function openingsIn(ctx: StaffContext, model: CaseModel): Promise<readonly Opening[]> {
  const facts = await caseFactsOf(ctx.tx, ctx, model.file.id);
  if (!facts) return [];
  const around = await aroundThem(ctx, model);
  const opening = async (route: Route): Promise<Opening> => {
    const message: Written = {
      ...{ ...route, says: 'neutral', writtenBy: ctx.staff, read: [], usefulUntil: today(ctx) },
      ...{ language: 'en', words: '' },
    };
    const over = await factsOver(ctx.tx, ctx, facts, route);
    const by: readonly Outlet[] = route.channel === 'post' ? ['letter', 'print'] : [route.channel];
    return {
      ...route,
      telling: facts.telling,
      sending: decide(message, over, ctx.services.carriers),
      learners: whoWouldLearn({ by, to: 'person', over: route.over, around }, ctx.pack.words),
    };
  };
  return Promise.all(routesOver(facts.agreement).map(opening));
}

interface WouldBe {
  readonly sending: Sending;
  readonly unread: readonly string[];
  /** What left a little while ago, of which nobody said that this one is meant beside it. */
  readonly others: readonly Other[];
}

/** What the door would say now, if somebody asked again, and which words nobody has read beside it who may. */
export async function wouldBe(ctx: StaffContext, message: KeptMessage): Promise<WouldBe | null> {
  const inCase = await caseFactsOf(ctx.tx, ctx, message.caseId);
  if (!inCase) return null;
  const facts = await factsOver(ctx.tx, ctx, inCase, message);
  const [sending, others] = await Promise.all([
    besideOthers(ctx.tx, ctx, message, facts, decide(message, facts, ctx.services.carriers)),
    mayAskAgain(message.state).allowed ? othersGone(ctx.tx, ctx, message, inCase.blockedStaff) : [],
  ]);
  const own = inCase.agreement?.further.find(({ wayId }) => wayId === message.over)?.doNot ?? '';
  const said = [inCase.agreement?.doNot ?? '', own].map((words) => words.trim());
  const read = message.read.filter((each) => readingCounts(each, message, inCase.blockedStaff));
  const unread = [...new Set(said)].filter((words) => !read.some((each) => each.words === words));
  return { sending, others, unread: unread.filter((words) => words !== '') };
}

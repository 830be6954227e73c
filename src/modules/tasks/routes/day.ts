import { page } from '#kit/http/answers.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { listStaff } from '#modules/account/index.ts';
import { callsNobodyLeads, callsToMake } from '#modules/calls/index.ts';
import { openCasesLedBy } from '#modules/case-file/index.ts';
import { toArrange } from '#modules/contact/index.ts';
import { openDangers } from '#modules/danger/index.ts';
import { type DiaryOfDay, diaryOfDay, notHeardOf } from '#modules/diary/index.ts';
import { papersInDoubt, planActionsFor } from '#modules/plans/index.ts';
import { linesToCheck } from '#modules/risk-level/index.ts';
import { coverAt } from '#modules/rota/index.ts';
import { referralsNobodyLeads, referralsToDecide, referralsToSeeTo } from '#modules/safeguarding/index.ts';
import { atTheOffice, today } from '#rules/calendar.ts';
import type { StaffId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { arrangeItem } from '../arrange-items.ts';
import { callCommitments, callItem, callsOnce } from '../call-items.ts';
import { afterClosingItem } from '../closed-items.ts';
import { dangerItem, dangerRule, unaskedItem } from '../danger-items.ts';
import { type DayItem, dayGroups, lookAheadUntil, todayFrom } from '../day.ts';
import {
  actionItem,
  type DayReader,
  loweringItem,
  noLongerItem,
  notHeardOfItem,
  planDecisionItem,
  promiseItem,
  reviewItem,
  strandedItem,
  taskItem,
  toLookAtItem,
  triageItem,
  unrecordedItem,
  untouchedItem,
  visitItem,
  withoutLeadItem,
} from '../day-items.ts';
import { decidesOn, decisionItem } from '../decision-items.ts';
import { localLinesItem } from '../local-lines-item.ts';
import { paperItem } from '../paper-items.ts';
import { paths } from '../paths.ts';
import { onceEach, referralCommitments, referralDecisionItem, referralItem } from '../referral-items.ts';
import {
  highRiskAsked,
  leaderlessToday,
  loweringsToConfirm,
  plansToDecide,
  promisesFor,
  reviewsToHold,
  risksAfterClosing,
  triageWaiting,
  untouchedOf,
} from '../store/day.ts';
import { decisionsWaiting } from '../store/decisions.ts';
import { strandedTasks, tasksFor } from '../store/tasks.ts';
import { toLookAt } from '../store/to-look-at.ts';
import { supervisionCommitments } from '../supervision.ts';
import { dayPage } from '../views/day.ts';

const day = staffRoute({
  method: 'GET',
  path: paths.day,
  may: 'day.see',
  records: 'day.viewed',
  handle: async (ctx) => {
    const { organisation, staff, now } = ctx;
    const calendar = ctx.calendar;
    const own = { calendar, standIn: new Map() };
    // One round trip, unless somebody is away: then one more for what is theirs.
    const [mine, decisions, cover] = await Promise.all([
      itemsOf(ctx, own, [staff]),
      decisionsFor(ctx, lookAheadUntil(now, calendar)),
      coverAt(ctx.tx, organisation, now),
      record(ctx.tx, ctx, { name: 'day.viewed' }),
    ]);
    const covered = [...cover].flatMap(([away, standIns]) => (standIns[0] === staff ? [away] : []));
    const standIn = covered.length > 0 ? await namesOf(ctx, covered) : new Map<StaffId, string>();
    const theirs = covered.length > 0 ? await itemsOf(ctx, { calendar, standIn }, covered) : [];
    const groups = dayGroups(callsOnce(onceEach([...mine, ...decisions, ...theirs])), now, calendar);
    return page({
      title: 'My day',
      main: () =>
        dayPage({
          ...{ groups, standsInFor: [...standIn.values()], calendar, now, staff, csrf: ctx.csrf },
          submissionId: () => newId<string>(),
        }),
    });
  },
});

/** Everything of these colleagues, each list with its own index and behind the asker's wall; a source is one line. */
async function itemsOf(
  ctx: StaffContext,
  reader: DayReader,
  staffIds: readonly StaffId[],
): Promise<readonly DayItem[]> {
  const { tx, organisation, now, pack, commitmentOf } = ctx;
  const until = lookAheadUntil(now, reader.calendar);
  const lastDay = atTheOffice(until, reader.calendar).toPlainDate();
  const except = [...supervisionCommitments(pack), ...referralCommitments(pack), ...callCommitments(pack)];
  const [, ...lists] = await Promise.all([
    openCasesLedBy(tx, staffIds),
    callsToMake(tx, ctx, { staffIds, until }).then((found) => found.map((each) => callItem(each, reader))),
    promisesFor(tx, organisation, { staffIds, dueBefore: until, except }).then((found) =>
      found.map((each) => promiseItem(each, reader, commitmentOf)),
    ),
    referralsToSeeTo(tx, organisation, staffIds).then((found) =>
      found.map((each) => referralItem(each, reader)),
    ),
    untouchedOf(tx, organisation, staffIds).then((found) => found.map((each) => untouchedItem(each, reader))),
    highRiskAsked(tx, organisation, staffIds).then((found) =>
      found.flatMap((each) => unaskedItem(each, reader, now)),
    ),
    tasksFor(tx, organisation, { staffIds, dueBefore: lastDay }).then((found) =>
      found.map((each) => taskItem(each, reader)),
    ),
    diaryOfDay(tx, ctx, { staffIds, from: todayFrom(now, reader.calendar), to: until }).then((found) =>
      diaryItems(found, reader),
    ),
    strandedTasks(tx, organisation, { staffIds, dueBefore: lastDay }).then((found) =>
      found.map((each) => strandedItem(each, reader)),
    ),
    papersInDoubt(tx, ctx, staffIds).then((found) => found.map((each) => paperItem(each, reader))),
    toArrange(ctx, staffIds).then((found) => found.map((each) => arrangeItem(each, reader))),
    planActionsFor(tx, organisation, { staffIds, dueBefore: lastDay }).then((found) =>
      found.map((each) => actionItem(each, reader)),
    ),
  ]);
  return lists.flat();
}

function diaryItems({ toCome, waiting, noLonger }: DiaryOfDay, reader: DayReader): readonly DayItem[] {
  return [
    ...noLonger.map((each) => noLongerItem(each, reader)),
    ...toCome.map((each) => visitItem(each, reader)),
    ...waiting.map((each) => unrecordedItem(each, reader)),
  ];
}

/**
 * What waits for whoever looks to decide, because they may and did not propose it; the reviews that they hold; and
 * colleagues who are not heard of.
 */
async function decisionsFor(ctx: StaffContext, until: Temporal.Instant): Promise<readonly DayItem[]> {
  const { tx, organisation, staff, who, pack } = ctx;
  const commitments = supervisionCommitments(pack);
  const manager = who.roles.includes('da_manager');
  const allocates = may(who.roles, 'case.allocate').allowed;
  const [
    dangers,
    triage,
    leaderless,
    afterClosing,
    unheard,
    lines,
    reviews,
    plans,
    lowerings,
    referrals,
    unled,
    calls,
    unarranged,
    papers,
    looks,
    toDecide,
  ] = await Promise.all([
    openDangers(tx, organisation),
    may(who.roles, 'disclosure.triage').allowed ? triageWaiting(tx, organisation) : [],
    allocates ? leaderlessToday(tx, organisation) : [],
    allocates ? risksAfterClosing(tx, organisation) : [],
    notHeardOf(tx, organisation, { staff, manager }),
    may(who.roles, 'risk.settings').allowed ? linesToCheck(tx, organisation, today(ctx)) : 0,
    may(who.roles, 'supervision.record').allowed
      ? reviewsToHold(tx, organisation, { managers: [staff], dueBefore: until, commitments })
      : [],
    may(who.roles, 'contact-plan.approve').allowed ? plansToDecide(tx, organisation, staff) : [],
    may(who.roles, 'risk.confirm').allowed ? loweringsToConfirm(tx, organisation, staff) : [],
    may(who.roles, 'case.work').allowed ? referralsToDecide(tx, organisation, staff) : [],
    may(who.roles, 'case.work').allowed ? referralsNobodyLeads(tx, organisation) : [],
    may(who.roles, 'case.work').allowed ? callsNobodyLeads(tx, ctx, until) : [],
    allocates ? toArrange(ctx, 'nobody') : [],
    allocates ? papersInDoubt(tx, ctx, 'nobody') : [],
    may(who.roles, 'check.answer').allowed ? toLookAt(tx, organisation, staff) : [],
    decisionsWaiting(tx, organisation, { staff, kinds: decidesOn(who.roles) }),
  ]);
  const reader = { calendar: ctx.calendar, standIn: new Map() };
  return [
    ...dangers.map((each) => dangerItem(each, reader, dangerRule(pack))),
    ...localLinesItem(lines),
    ...triage.map(triageItem),
    ...leaderless.map(withoutLeadItem),
    ...afterClosing.map(afterClosingItem),
    ...unheard.map(notHeardOfItem),
    ...reviews.map(reviewItem),
    ...plans.map(planDecisionItem),
    ...lowerings.map(loweringItem),
    ...referrals.map(referralDecisionItem),
    ...unled.map((each) => referralItem(each, reader)),
    ...calls.map((each) => callItem(each, reader)),
    ...unarranged.map((each) => arrangeItem(each, reader)),
    ...papers.map((each) => paperItem(each, reader)),
    ...looks.map(toLookAtItem),
    ...toDecide.map(decisionItem),
  ];
}

async function namesOf(
  { tx, organisation }: StaffContext,
  ids: readonly StaffId[],
): Promise<ReadonlyMap<StaffId, string>> {
  const colleagues = await listStaff(tx, organisation);
  return new Map(colleagues.filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name] as const));
}

export const dayRoutes: readonly Route[] = [day];

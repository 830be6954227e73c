import { page } from '#kit/http/answers.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { listStaff } from '#modules/account/index.ts';
import { callsToMake } from '#modules/calls/index.ts';
import { openCasesLedBy } from '#modules/case-file/index.ts';
import { toArrange } from '#modules/contact/index.ts';
import { openDangers } from '#modules/danger/index.ts';
import { type DiaryOfDay, diaryOfDay } from '#modules/diary/index.ts';
import { papersInDoubt, planActionsFor } from '#modules/plans/index.ts';
import { linesToCheck } from '#modules/risk-level/index.ts';
import { coverAt } from '#modules/rota/index.ts';
import { referralsToDo } from '#modules/safeguarding/index.ts';
import { atTheOffice, today } from '#rules/calendar.ts';
import type { StaffId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { arrangeItem } from '../arrange-items.ts';
import { callCommitments, callItem, callsOnce } from '../call-items.ts';
import { afterClosingItem } from '../closed-items.ts';
import { consentItem } from '../consent-items.ts';
import { dangerItem, dangerRule, unaskedItem } from '../danger-items.ts';
import { type DayItem, dayGroups, lookAheadUntil, todayFrom } from '../day.ts';
import {
  actionItem,
  type DayReader,
  noLongerItem,
  notHeardOfItem,
  promiseItem,
  proposalItem,
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
import { messageItem } from '../message-items.ts';
import { numberToCallItem } from '../number-to-call-item.ts';
import { paperItem } from '../paper-items.ts';
import { paths } from '../paths.ts';
import { onceEach, referralCommitments, referralDecisionItem, referralItem } from '../referral-items.ts';
import { promisesFor, proposalsInCases, reviewsToHold, triageWaiting } from '../store/day.ts';
import { casesOfDay } from '../store/day-cases.ts';
import { decisionsWaiting } from '../store/decisions.ts';
import { numberIsSomebodys } from '../store/number-to-call.ts';
import { tasksFor } from '../store/tasks.ts';
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
    const [, mine, decisions, cover] = await Promise.all([
      openCasesLedBy(ctx.tx, [staff]),
      ...ownDay(ctx),
      // One round trip, unless somebody is away: then one more for what is theirs.
      coverAt(ctx.tx, organisation, now),
      record(ctx.tx, ctx, { name: 'day.viewed' }),
    ]);
    const covered = [...cover].flatMap(([away, standIns]) => (standIns[0] === staff ? [away] : []));
    const standIn = covered.length > 0 ? await namesOf(ctx, covered) : new Map<StaffId, string>();
    const theirs = covered.length > 0 ? await dayOfOthers(ctx, { calendar, standIn }, covered) : [];
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

/** What whoever looks has to do themselves; and what waits for them to decide, or for anybody. */
function ownDay(ctx: StaffContext) {
  const { staff, who } = ctx;
  const works = may(who.roles, 'case.work').allowed;
  const allocates = may(who.roles, 'case.allocate').allowed;
  const lists = listsOf(ctx, [staff], {
    callsAndReferrals: works,
    cases: allocates,
    decidedBy: works ? staff : null,
    unheardBy: { staff, manager: who.roles.includes('da_manager') },
  });
  return [
    itemsOf(ctx, { calendar: ctx.calendar, standIn: new Map() }, [staff], lists),
    decisionsFor(ctx, lists),
  ] as const;
}

/** What is theirs, and nothing of nobody's: that is on the own day of whoever looks. */
async function dayOfOthers(ctx: StaffContext, reader: DayReader, covered: readonly StaffId[]) {
  const nothing = { callsAndReferrals: false, cases: false, decidedBy: null, unheardBy: null };
  const [, items] = await Promise.all([
    openCasesLedBy(ctx.tx, covered),
    itemsOf(ctx, reader, covered, listsOf(ctx, covered, nothing)),
  ]);
  return items;
}

/** What is asked beside what these colleagues have to do themselves: of nobody's cases, and to be decided. */
interface Besides {
  readonly callsAndReferrals: boolean;
  readonly cases: boolean;
  readonly decidedBy: StaffId | null;
  readonly unheardBy: Parameters<typeof diaryOfDay>[2]['unheardBy'];
}

type Lists = ReturnType<typeof listsOf>;

/** Lists that a statement reads for several at once: those of these colleagues, and those of nobody. */
function listsOf(ctx: StaffContext, staffIds: readonly StaffId[], besides: Besides) {
  const { tx, organisation, now, calendar } = ctx;
  const until = lookAheadUntil(now, calendar);
  const { callsAndReferrals, cases, decidedBy, unheardBy } = besides;
  const ledBy = staffIds;
  return {
    calls: callsToMake(tx, ctx, { ledBy, nobodys: callsAndReferrals, until }),
    referrals: referralsToDo(tx, organisation, { ledBy, nobodys: callsAndReferrals, decidedBy }),
    diary: diaryOfDay(tx, ctx, { staffIds, from: todayFrom(now, calendar), to: until, unheardBy }),
    papers: papersInDoubt(tx, ctx, { ledBy, nobodys: cases }),
    arranging: toArrange(ctx, { ledBy, nobodys: cases }),
    cases: casesOfDay(tx, organisation, { staffIds, allocates: cases, ...onDay(ctx) }),
  };
}

function onDay(ctx: StaffContext) {
  return { today: today(ctx), timeZone: ctx.calendar.rules.timeZone };
}

/** Everything of these colleagues, each list with its own index and behind the asker's wall; a source is one line. */
async function itemsOf(
  { tx, organisation, now, pack, commitmentOf }: StaffContext,
  reader: DayReader,
  staffIds: readonly StaffId[],
  lists: Lists,
): Promise<readonly DayItem[]> {
  const until = lookAheadUntil(now, reader.calendar);
  const lastDay = atTheOffice(until, reader.calendar).toPlainDate();
  const except = [...supervisionCommitments(pack), ...referralCommitments(pack), ...callCommitments(pack)];
  const [calls, promises, referrals, cases, tasks, diary, papers, arranging, actions] = await Promise.all([
    lists.calls,
    promisesFor(tx, organisation, { staffIds, dueBefore: until, except }),
    lists.referrals,
    lists.cases,
    tasksFor(tx, organisation, { staffIds, dueBefore: lastDay }),
    lists.diary,
    lists.papers,
    lists.arranging,
    planActionsFor(tx, organisation, { staffIds, dueBefore: lastDay }),
  ]);
  return [
    ...calls.led.map((each) => callItem(each, reader)),
    ...promises.map((each) => promiseItem(each, reader, commitmentOf)),
    ...referrals.toSeeTo.map((each) => referralItem(each, reader)),
    ...cases.untouched.map((each) => untouchedItem(each, reader)),
    ...cases.asked.flatMap((each) => unaskedItem(each, reader, now)),
    ...tasks.filter(({ stranded }) => !stranded).map((each) => taskItem(each, reader)),
    ...diaryItems(diary, reader),
    ...tasks.filter(({ stranded }) => stranded).map((each) => strandedItem(each, reader)),
    ...papers.led.map((each) => paperItem(each, reader)),
    ...cases.messages.map((each) => messageItem(each, reader)),
    ...cases.consents.map((each) => consentItem(each, reader)),
    ...arranging.led.map((each) => arrangeItem(each, reader)),
    ...actions.map((each) => actionItem(each, reader)),
  ];
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
async function decisionsFor(ctx: StaffContext, lists: Lists): Promise<readonly DayItem[]> {
  const { tx, organisation, staff, who, pack, now, calendar } = ctx;
  const dueBefore = lookAheadUntil(now, calendar);
  const commitments = supervisionCommitments(pack);
  const [
    dangers,
    triage,
    cases,
    diary,
    lines,
    somebodys,
    reviews,
    proposals,
    referrals,
    calls,
    arranging,
    papers,
    looks,
    toDecide,
  ] = await Promise.all([
    openDangers(tx, organisation),
    may(who.roles, 'disclosure.triage').allowed ? triageWaiting(tx, organisation) : [],
    lists.cases,
    lists.diary,
    may(who.roles, 'risk.settings').allowed ? linesToCheck(tx, organisation, today(ctx)) : 0,
    may(who.roles, 'wording.manage').allowed ? numberIsSomebodys(tx, organisation) : false,
    may(who.roles, 'supervision.record').allowed
      ? reviewsToHold(tx, organisation, { managers: [staff], dueBefore, commitments })
      : [],
    proposalsInCases(tx, organisation, {
      staff,
      plans: may(who.roles, 'contact-plan.approve').allowed,
      lowerings: may(who.roles, 'risk.confirm').allowed,
    }),
    lists.referrals,
    lists.calls,
    lists.arranging,
    lists.papers,
    may(who.roles, 'check.answer').allowed ? toLookAt(tx, organisation, staff) : [],
    decisionsWaiting(tx, organisation, { staff, kinds: decidesOn(who.roles) }),
  ]);
  const reader = { calendar: ctx.calendar, standIn: new Map() };
  return [
    ...dangers.map((each) => dangerItem(each, reader, dangerRule(pack))),
    ...localLinesItem(lines),
    ...numberToCallItem(somebodys),
    ...triage.map(triageItem),
    ...cases.leaderless.map(withoutLeadItem),
    ...cases.afterClosing.map(afterClosingItem),
    ...diary.unheard.map(notHeardOfItem),
    ...reviews.map(reviewItem),
    ...proposals.map(proposalItem),
    ...referrals.toDecide.map(referralDecisionItem),
    ...referrals.unled.map((each) => referralItem(each, reader)),
    ...calls.unled.map((each) => callItem(each, reader)),
    ...arranging.unled.map((each) => arrangeItem(each, reader)),
    ...papers.unled.map((each) => paperItem(each, reader)),
    ...cases.unledMessages.map((each) => messageItem(each, reader)),
    ...cases.unledConsents.map((each) => consentItem(each, reader)),
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

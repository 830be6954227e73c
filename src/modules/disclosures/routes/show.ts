import { type FormState, freshForm } from '#kit/components/form-state.ts';
import { showForm } from '#kit/components/show-because.ts';
import { submission } from '#kit/components/submission.ts';
import { parseForm } from '#kit/forms.ts';
import { html } from '#kit/html.ts';
import { invalid, type Page, page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { listStaff } from '#modules/account/index.ts';
import { callsOf } from '#modules/calls/index.ts';
import { callLines } from '#modules/calls/pure.ts';
import { openFile } from '#modules/case-file/index.ts';
import { recordShown } from '#modules/contact/index.ts';
import { dangersOfDisclosure, ringAbout } from '#modules/danger/index.ts';
import { dangerList } from '#modules/danger/pure.ts';
import { toldFilesOf } from '#modules/files/index.ts';
import { happened, type ObligationSummary, obligationsOf } from '#modules/obligations/index.ts';
import { numbersInWords } from '#modules/register/index.ts';
import { referralsOf } from '#modules/safeguarding/index.ts';
import { dueRuleOf } from '#rules/closed-since.ts';
import type { DisclosureId, Verdict } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { momentInWords } from '#rules/moment.ts';
import { mayDecide, sightOf } from '#rules/proposal.ts';
import { labelOf } from '#rules/words.ts';
import { gateOfDisclosure } from '../contact-gate.ts';
import { joiningKind } from '../joining.ts';
import { relations } from '../lists.ts';
import { promiseWords } from '../promise-words.ts';
import { handoversOf } from '../store/handovers.ts';
import { type Joining, joiningsOf } from '../store/joining.ts';
import { disclosureOf, triagesOf } from '../store/read.ts';
import type { Disclosure } from '../store/rows.ts';
import { toldContactsOf } from '../store/told-contacts.ts';
import { decisionLine } from '../views/decisions.ts';
import { type NumbersGiven, noneKnown } from '../views/numbers-given.ts';
import type { PromiseLine } from '../views/promises.ts';
import { disclosurePage } from '../views/show.ts';
import { toldContactSection } from '../views/told-contact.ts';
import { toldFiles } from '../views/told-files.ts';
import { claimPart } from './claim-part.ts';
import { handoverPart } from './handover.ts';
import { toldContactOffered } from './told-contact.ts';

type ShowContext = StaffContext<{ readonly id: string }>;

const shown = staffRoute({
  method: 'GET',
  path: '/disclosures/:id',
  params: ids('id'),
  may: 'disclosure.triage',
  records: 'disclosure.viewed',
  handle: async (ctx) => page(await disclosureShown(ctx, await found(ctx))),
});

/** Outside what was agreed, the number stands on the answer of a reason, once; every look is recorded (L2.1a). */
const shownBecause = staffRoute({
  method: 'POST',
  path: '/disclosures/:id',
  params: ids('id'),
  may: 'disclosure.triage',
  records: 'contact-detail.shown',
  once: false,
  async handle(ctx) {
    const disclosure = await found(ctx);
    const parsed = parseForm(showForm, ctx.body);
    if (!parsed.ok)
      return invalid(
        await disclosureShown(ctx, disclosure, { form: { values: parsed.typed, errors: parsed.errors } }),
      );
    const { id: disclosureId, caseId, contactChannel: channel } = disclosure;
    await recordShown(ctx.tx, ctx, { caseId, disclosureId, channel, ...parsed.value });
    return page(await disclosureShown(ctx, disclosure, { revealed: true }));
  },
});

export const showRoutes: readonly Route[] = [shown, shownBecause];

export async function found(ctx: ShowContext): Promise<Disclosure> {
  const disclosure = await disclosureOf(ctx.tx, ctx.organisation, ctx.params.id as DisclosureId);
  if (!disclosure) throw notFound();
  return disclosure;
}

interface Shown {
  readonly form?: FormState;
  readonly joining?: FormState;
  readonly claim?: FormState;
  /** Somebody else had it first. */
  readonly first?: boolean;
  readonly revealed?: boolean;
}

export async function disclosureShown(
  ctx: ShowContext,
  disclosure: Disclosure,
  { form = freshForm, joining = freshForm, claim = freshForm, first = false, revealed = false }: Shown = {},
): Promise<Page> {
  const { id: disclosureId, caseId } = disclosure;
  await happened(ctx.tx, ctx, { name: 'disclosure.viewed', caseId, subjectId: disclosureId });
  const [triages, promises, colleagues, referrals, joinings, handedOver, dangers, told, calls, files] =
    await Promise.all([
      triagesOf(ctx.tx, ctx.organisation, disclosureId),
      obligationsOf(ctx.tx, ctx.organisation, { disclosureId }),
      listStaff(ctx.tx, ctx.organisation),
      referralsOf(ctx.tx, ctx.organisation, { disclosureId }),
      joiningsOf(ctx.tx, ctx.organisation, disclosureId),
      handoversOf(ctx.tx, ctx.organisation, disclosureId),
      dangersOfDisclosure(ctx.tx, ctx.organisation, disclosureId),
      toldContactsOf(ctx.tx, ctx.organisation, disclosureId),
      callsOf(ctx.tx, ctx.organisation, { disclosureId }),
      caseId === null ? toldFilesOf(ctx.tx, ctx.organisation, disclosureId) : [],
    ]);
  const ring = dangers.some(({ dealtAt }) => dealtAt === null)
    ? await ringAbout(ctx, [{ disclosureId, caseId: disclosure.caseId }])
    : undefined;
  const numbers = await numbersOf(ctx, disclosure);
  const waiting = joinings.find(({ decision }) => decision === null);
  const deciding = waiting ? await mayDecideOn(ctx, waiting) : null;
  const calendar = ctx.calendar;
  const keptOut = disclosure.conflicts.map(({ staffId, relation }) => {
    const colleague = colleagues.find(({ id }) => id === staffId);
    return `${colleague?.name ?? 'A former colleague'} (${labelOf(relations, relation)})`;
  });
  return {
    title: 'Disclosure',
    backLink: { href: '/disclosures', text: 'Triage' },
    main: () =>
      disclosurePage({
        disclosure: {
          ...disclosure,
          received: momentInWords(disclosure.receivedAt, calendar),
          recorded: momentInWords(disclosure.recordedAt, calendar),
        },
        pack: ctx.pack,
        danger: html`${ring}${dangerList(dangers, calendar)}`,
        claim: claimPart(ctx, disclosure, { form: claim, first }),
        promises: promises.flatMap((promise) => promiseLine(promise, ctx)),
        decisions: triages.map((triage) => decisionLine(triage, calendar)),
        keptOut,
        calls: callLines({ calls, calendar, now: ctx.now }),
        files: toldFiles(disclosure, files, calendar),
        told: toldContactSection({
          disclosureId,
          told,
          offered: toldContactOffered(disclosure, triages, told),
          inCase: caseId !== null,
          pack: ctx.pack,
          calendar,
        }),
        handover: handoverPart(ctx, disclosureId, handedOver),
        referrals: { referrals, calendar },
        joining: {
          joinings,
          deciding,
          calendar,
          form: {
            form: joining,
            action: `/disclosures/${disclosureId}/joining`,
            csrf: ctx.csrf,
            submissionId: newId<string>(),
            version: waiting?.version,
          },
        },
        gate: gateOfDisclosure(disclosure, ctx.now, calendar, numbers.ofFeared),
        numbers,
        revealed,
        asks: {
          form,
          action: `/disclosures/${disclosureId}`,
          hidden: submission(ctx.csrf, newId<string>()),
        },
      }),
  };
}

/** Before there is a case nobody is on record in it: the register is asked of what was given, and whom they named. */
async function numbersOf(ctx: ShowContext, disclosure: Disclosure): Promise<NumbersGiven> {
  const { contactValue, routeDetails, informantContact, allegedName: named, caseId } = disclosure;
  if (caseId !== null || !may(ctx.who.roles, 'register.search').allowed) return noneKnown;
  const theirs = `${contactValue}\n${routeDetails.call_back ?? ''}`;
  const [ofPerson, ofInformant] = await Promise.all([
    numbersInWords(ctx.tx, ctx.organisation, { words: theirs, named }),
    numbersInWords(ctx.tx, ctx.organisation, { words: informantContact, named }),
  ]);
  return { ofPerson, ofInformant, ofFeared: ofPerson.some(({ likeNamed }) => likeNamed) };
}

async function mayDecideOn(ctx: ShowContext, joining: Joining): Promise<Verdict> {
  const sight = sightOf(await openFile(ctx.tx, ctx.organisation, joining.caseId));
  return mayDecide(joiningKind, joining, { by: ctx.staff, sight, decision: 'approved' });
}

/** A promise that was never owed is not shown: it would read as one that was kept. */
function promiseLine(
  promise: ObligationSummary,
  { commitmentOf, calendar, now }: ShowContext,
): readonly PromiseLine[] {
  const { outcome, endedAt, fulfilledAt, dueAt } = promise;
  const commitment = commitmentOf(promise.packId, promise.commitment);
  const title = commitment?.title ?? 'Promise';
  if (outcome === 'not_applicable') return [];
  if (outcome === null || (outcome === 'breached' && fulfilledAt === null))
    return [{ title, ...promiseWords(dueAt, now, calendar, dueRuleOf(commitment)) }];
  const kept = states[outcome];
  const at = fulfilledAt ?? endedAt ?? dueAt;
  const text = `${outcome === 'breached' ? 'and kept late, ' : ''}${momentInWords(at, calendar)}`;
  return [{ title, state: kept, text, timestamp: at.toString() }];
}

const states = {
  met: 'met',
  met_by_plan: 'met-by-plan',
  recorded_late: 'recorded-late',
  breached: 'overdue',
} as const;

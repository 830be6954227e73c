import type { DocumentModel } from '#kit/documents/model.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { answersOf, assessmentsOf } from '#modules/assessments/index.ts';
import { answerTo, givenLabel, itemsOf } from '#modules/assessments/pure.ts';
import { loadCase } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { forAgency } from '#modules/chronology/index.ts';
import { versionsOf } from '#modules/plans/index.ts';
import { refused } from '#rules/facts.ts';
import { repeats } from '#rules/handling.ts';
import type { ShareGate } from '#rules/may-share.ts';
import { momentInWords } from '#rules/moment.ts';
import { type Learner, whoWouldLearn } from '#rules/who-would-learn.ts';
import { type AssessmentShared, shareDocument } from '../document.ts';
import { gateOf, insistOpen } from '../gate.ts';
import { sharingIn } from '../store/around.ts';
import { fingerprintOf } from '../store/read-by.ts';
import { type Share, shareOf } from '../store/shares.ts';
import { whomAbout } from '../store/whom-about.ts';
import { recipientInWords } from '../words.ts';
import type { ShareContext } from './share-params.ts';

export interface Ready {
  readonly share: Share;
  readonly gate: ShareGate;
  readonly learners: readonly Learner[];
}

/** A decision with its gate at this moment, and who would learn what leaves; `not-found` where the case has none. */
export async function readyToSend(ctx: ShareContext, loading: Promise<CaseModel>): Promise<Ready> {
  const { file } = await loading;
  const [share, around] = await Promise.all([
    shareOf(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.share),
    sharingIn(ctx, file),
  ]);
  if (!share) throw notFound();
  const to = share.referralId !== null ? 'safeguarding' : share.sort === 'court' ? 'court' : 'agency';
  const learners = whoWouldLearn({ by: ['download', 'email'], to }, ctx.pack.words);
  return { share, gate: gateOf(share, around), learners };
}

/** Everything that was chosen, as one document. Throws where some of it may not go any more. */
export async function documentOf(ctx: ShareContext, model: CaseModel, share: Share): Promise<DocumentModel> {
  const { tx, organisation, calendar, now } = ctx;
  const recipient = recipientInWords(share);
  const [chosen, versions, assessments] = [
    await forAgency(ctx, model, { court: share.sort === 'court', recipient, entries: share.entries }),
    share.planVersionId ? await versionsOf(tx, organisation, share.caseId) : [],
    await assessmentsShared(ctx, share),
  ];
  // A referral for safeguarding goes without what may not, and says so; it is never held up.
  if (chosen.missing > 0 && share.referralId === null)
    throw new Fault('refused', refused('Something in it may not go to them any more.', 'sharing'));
  const plan = versions.find(({ id }) => id === share.planVersionId);
  const planned = plan ? planLines(plan.content) : [];
  const { heldTexts } = planned.length > 0 ? await sharingIn(ctx, model.file) : { heldTexts: [] };
  if (planned.some((line) => repeats(line, heldTexts)))
    throw new Fault('refused', refused('The plan repeats what somebody asked us to keep.', 'sharing'));
  return shareDocument({
    share,
    reference: model.file.reference,
    landlord: ctx.who.organisationName,
    about: await whomAbout(tx, organisation, model.file, share),
    entries: chosen.document,
    heldBack: chosen.missing,
    plan: planned,
    assessments,
    clean: chosen.clean,
    sentBy: ctx.who.name,
    sentAt: momentInWords(now, calendar),
  });
}

/**
 * Making it took its time, and nothing was held open for it: they may have taken back what they agreed to meanwhile, or
 * an entry was corrected. Throws where it may not leave any more, or where it would read otherwise by now.
 * @param madeAt the moment that stands in it
 */
export async function stillAsMade(ctx: ShareContext, madeAt: Temporal.Instant, made: DocumentModel) {
  const model = await loadCase(ctx, ctx.params.id);
  const { share, gate } = await readyToSend(ctx, Promise.resolve(model));
  const open = insistOpen(gate);
  const now = await documentOf({ ...ctx, now: madeAt }, model, share);
  if (fingerprintOf(now) === fingerprintOf(made)) return open;
  throw new Fault(
    'refused',
    refused('What would leave has changed meanwhile. Read it, and send it again.', 'sharing'),
  );
}

/** Of what would leave now; null where some of it may not go any more. */
export async function printNow(ctx: ShareContext, model: CaseModel, share: Share): Promise<string | null> {
  try {
    return fingerprintOf(await documentOf(ctx, model, share));
  } catch (fault) {
    if (fault instanceof Fault) return null;
    throw fault;
  }
}

/** What is to be done and by whom; their own words of a plan are theirs, and stay. */
function planLines({
  actions,
}: Awaited<ReturnType<typeof versionsOf>>[number]['content']): readonly string[] {
  return actions
    .filter(({ state }) => state === 'open')
    .map(({ what, owner, by, dueOn }) => {
      const who = owner === 'person' ? 'the person themselves' : by;
      return [what, who && `by ${who}`, dueOn && `until ${dueOn}`].filter(Boolean).join(', ');
    });
}

/** Each question with its answer; what was said beside it, and who said so, stays here. */
async function assessmentsShared(ctx: ShareContext, share: Share): Promise<readonly AssessmentShared[]> {
  if (share.assessments.length === 0) return [];
  const { tx, organisation, calendar } = ctx;
  const made = await assessmentsOf(tx, organisation, share.caseId);
  const chosen = made.filter(({ id }) => share.assessments.includes(id));
  const sheets: AssessmentShared[] = [];
  for (const { id, title, askedAt } of chosen) {
    const sheet = await answersOf(tx, organisation, id);
    if (!sheet) continue;
    const lines = itemsOf(sheet.instrument).map(
      (item) => `${item.question}: ${givenLabel(answerTo(sheet.answers, item.id).answer)}`,
    );
    sheets.push({ heading: `${title}, ${momentInWords(askedAt, calendar)}`, lines });
  }
  return sheets;
}

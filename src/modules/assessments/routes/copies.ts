import { z } from 'zod';
import { fingerprint } from '#kit/fingerprint.ts';
import { render } from '#kit/html.ts';
import { page, redirect } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import {
  caseFormPage,
  keepShown,
  loadCase,
  printableFor,
  recordView,
  shownBefore,
  shownLately,
} from '#modules/case-file/index.ts';
import { type CaseModel, lookAgain } from '#modules/case-file/pure.ts';
import { leavingBy, leftByDecision } from '#modules/chronology/index.ts';
import {
  type Deciding,
  notDecided,
  type OpenDecision,
  type OpenDecisions,
  sentAs,
} from '#modules/chronology/pure.ts';
import { happened } from '#modules/obligations/index.ts';
import { ratingOf } from '#modules/risk-level/index.ts';
import { today } from '#rules/calendar.ts';
import { allowed, type CaseId, type Verdict } from '#rules/facts.ts';
import { byWhomItMay } from '#rules/may-share.ts';
import { learnersOf, learntBy as learntByWhomItIsFor } from '../copy.ts';
import { copyForm } from '../forms/copy-form.ts';
import { assessmentPaths as paths } from '../paths.ts';
import { standing } from '../sheet.ts';
import { assessmentIn } from '../store/assessments.ts';
import { type AssessmentCopy, copiesOf, makeCopy } from '../store/copies.ts';
import { askedWith, instrumentsInForce } from '../store/instruments.ts';
import { copyPage, newCopyPage, printAgainPage } from '../views/copy.ts';
import { assessmentParams } from './params.ts';

interface InParams {
  readonly id: CaseId;
  readonly assessment: string;
}

const copyParams = ids('id', 'assessment', 'copy') as z.ZodType<InParams & { readonly copy: string }>;
const nothingAsked = z.object({});

/** One that has ended, and the words that it may be printed in: those in force today first, as partners know them. */
async function toPrint(ctx: StaffContext<InParams>, loading: Promise<CaseModel>, decisions: OpenDecisions) {
  const { id, assessment } = ctx.params;
  const [whole, { file }] = await Promise.all([
    assessmentIn(ctx.tx, ctx.organisation, id, assessment),
    loading,
  ]);
  if (!whole?.assessment.endedAt) throw notFound();
  const [inForce, stand, copies] = await Promise.all([
    instrumentsInForce(ctx.tx, ctx.organisation, today(ctx)),
    decisions(ctx, file),
    copiesOf(ctx.tx, ctx.organisation, id, assessment),
  ]);
  const own = whole.instrument;
  const known = inForce.find((each) => each.id === own.id && each.version !== own.version);
  const authorised = known && !known.version.startsWith('lintel-') ? [known] : [];
  const learntBy = learntByWhomItIsFor({ words: ctx.pack.words, conflicts: file.blockedStaff.length > 0 });
  const open = stand.filter(({ assessments }) => assessments.includes(assessment));
  return { ...whole, copies, open, offered: [...authorised, own], learntBy };
}

const newCopy = (decisions: OpenDecisions) =>
  caseFormPage({
    path: '/cases/:id/risk/assessments/:assessment/copies/new',
    params: assessmentParams,
    may: 'chronology.export',
    records: ['case.exported', 'leaving.conditions-weighed', ...Object.values(sentAs)],
    title: 'A form on paper',
    draft: ({ assessment }) => ({ form: 'assessment-copy', about: assessment }),
    // What was looked at is what is printed: who would learn it, each answer, and whether it was corrected.
    version: (_, { learntBy, saved, assessment }) =>
      fingerprint({ learntBy, answers: [...standing(saved)], corrected: assessment.correctedById }),
    now: () => lookAgain,
    load: (ctx: StaffContext<InParams>, loading: Promise<CaseModel>) => toPrint(ctx, loading, decisions),
    schema: (ctx, _, { offered, open }) =>
      copyForm(
        offered.map(({ version }) => version),
        { pack: ctx.pack, open },
      ),
    fresh: (_, __, { offered }) => ({
      leftOut: ['notes', 'sources'],
      words: offered[0]?.version ?? '',
    }),
    view: (model, form, facts, _, meanwhile) =>
      newCopyPage(model, { ...form, notice: meanwhile ?? form.notice }, facts),
    save: async (ctx, { words: wordsVersion, decision, ...asked }, { file, pack }, { assessment }) => {
      const { id: caseId, assessment: assessmentId } = ctx.params;
      const conflicts = file.blockedStaff.length > 0;
      const learners = learnersOf(asked.purpose, { words: pack.words, conflicts });
      const about = { caseId, assessmentId, wordsVersion, answered: assessment.answered, learners };
      const copy = await makeCopy(ctx.tx, ctx, { ...asked, ...leavingBy(decision), ...about });
      if (decision) await leftByDecision(ctx.tx, ctx, { caseId, decision, subjectId: copy, entries: [] });
      await keepShown(ctx.tx, ctx, { caseId, what: 'assessment_copy', subjectId: copy, learners });
      return { to: paths.copy(caseId, assessmentId, copy), said: 'Written down. Now print it' };
    },
  });

/** The sheet once more: who would learn it is asked as it stands now. */
const printAgain = (decisions: OpenDecisions) =>
  caseFormPage({
    path: '/cases/:id/risk/assessments/:assessment/copies/:copy/print',
    params: copyParams,
    may: 'chronology.export',
    records: 'case.printed-again',
    title: 'A form on paper',
    draft: ({ copy }) => ({ form: 'assessment-print', about: copy }),
    load: async (ctx, loading) => {
      const { id: caseId, assessment, copy: subjectId } = ctx.params;
      const [{ file }, copies, before] = await Promise.all([
        loading,
        copiesOf(ctx.tx, ctx.organisation, caseId, assessment),
        shownBefore(ctx.tx, ctx.organisation, { caseId, what: 'assessment_copy', subjectId }),
      ]);
      const made = copies.find(({ id }) => id === subjectId);
      if (!made) throw notFound();
      insist(mayStillLeave(made, file, await decisions(ctx, file)));
      const conflicts = file.blockedStaff.length > 0;
      return { made, before, learners: learnersOf(made.purpose, { words: ctx.pack.words, conflicts }) };
    },
    schema: () => nothingAsked,
    version: (_, { learners }) => fingerprint(learners),
    now: () => lookAgain,
    view: (model, form, facts, _, meanwhile) =>
      printAgainPage(model, { ...form, notice: meanwhile ?? form.notice }, facts),
    save: async (ctx, _, __, { learners }) => {
      const { id: caseId, assessment, copy: subjectId } = ctx.params;
      await keepShown(ctx.tx, ctx, { caseId, what: 'assessment_copy', subjectId, learners });
      await happened(ctx.tx, ctx, { name: 'case.printed-again', caseId, subjectId });
      return { to: paths.copy(caseId, assessment, subjectId), said: 'Written down. Now print it' };
    },
  });

/**
 * The sheet, for the one reader that it was made for. Its title, which a browser prints, is neutral. It is there for a
 * while after somebody read who would learn it; then they read that again, as it stands now (V3.2).
 * For others it is kept as it leaves.
 */
const copy = ({ open: decisions, keep }: Deciding) =>
  staffRoute({
    method: 'GET',
    path: '/cases/:id/risk/assessments/:assessment/copies/:copy',
    params: copyParams,
    may: 'chronology.export',
    records: 'case.viewed',
    handle: async (ctx) => {
      const { id, assessment, copy: copyId } = ctx.params;
      const model = await loadCase(ctx, id);
      const [whole, copies, rating, shown] = await Promise.all([
        assessmentIn(ctx.tx, ctx.organisation, id, assessment),
        copiesOf(ctx.tx, ctx.organisation, id, assessment),
        ratingOf(ctx.tx, ctx.organisation, id),
        shownLately(ctx.tx, ctx, { caseId: id, what: 'assessment_copy', subjectId: copyId }, printableFor),
        recordView(ctx, id, 'A form on paper'),
      ]);
      const made = copies.find((each) => each.id === copyId);
      if (!whole || !made) throw notFound();
      const open = await decisions(ctx, model.file);
      insist(mayStillLeave(made, model.file, open));
      if (!shown) return redirect(paths.print(id, assessment, copyId));
      const { id: own } = whole.instrument;
      const { instrument: printed } = await askedWith(ctx.tx, ctx.organisation, own, made.wordsVersion);
      const sheet = copyPage({ ...model, ...whole, made, printed, rating });
      const decision = open.find((each) => each.id === made.shareId);
      if (decision)
        await keep(ctx, {
          ...{ caseId: id, decision, way: 'paper', subjectId: copyId, learners: made.learners },
          ...{ entries: [], assessments: [assessment] },
          ...{ name: `${model.file.reference}.html`, plain: Buffer.from(render(sheet)) },
        });
      return page({ title: 'Form', paper: 'sheet', main: () => sheet });
    },
  });

/** Made for others, it is there only while the decision by which it left stands. */
function mayStillLeave(
  { purpose, shareId, madeBy }: AssessmentCopy,
  { blockedStaff }: CaseModel['file'],
  open: readonly OpenDecision[],
): Verdict {
  if (purpose === 'file') return allowed;
  return open.some(({ id }) => id === shareId) ? byWhomItMay(madeBy, blockedStaff) : notDecided;
}

export const copyRoutes = (deciding: Deciding): readonly Route[] => [
  ...newCopy(deciding.open),
  ...printAgain(deciding.open),
  copy(deciding),
];

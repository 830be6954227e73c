import { withdrawalForm } from '#kit/decision-form.ts';
import { parseForm } from '#kit/forms.ts';
import { type Answer, page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { draftQuery, type FormPage, formOn, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { may } from '#rules/may.ts';
import { momentInWords } from '#rules/moment.ts';
import { type Decision, mayDecide } from '#rules/proposal.ts';
import { senderDecisionForm } from '../forms/sender-forms.ts';
import { paths } from '../paths.ts';
import { isOvertaken, senderKind, somebodysNumber } from '../sender-change.ts';
import { isSomebodys, type Sender, senderOf } from '../store/sender.ts';
import { decideSender, findSenderProposal, type SenderProposal } from '../store/sender-proposals.ts';
import { senderProposalPage } from '../views/sender-proposal.ts';

const params = ids('proposal');
type Context = StaffContext<{ readonly proposal: string }>;
interface Model {
  readonly proposal: SenderProposal;
  readonly inUse: Sender | null;
}
interface Decided {
  readonly decision: 'approved' | 'declined';
  readonly why: string;
}

const decision: FormPage<{ readonly proposal: string }, unknown, Model, Decided> = {
  path: paths.senderProposal(':proposal'),
  takenAt: paths.decideSender(':proposal'),
  among: true,
  params,
  may: 'wording.manage',
  seenBy: 'wording.see',
  records: ['message-sender.set', 'message-sender.declined'],
  shown: { records: 'wordings.viewed' },
  version: ({ proposal }) => proposal.version,
  draft: ({ proposal }) => ({ form: 'sender-decision', about: proposal }),
  load,
  allows: (model, ctx) => verdictOn(ctx, model, 'declined'),
  schema: () => senderDecisionForm,
  view: (form, model, ctx) => shown(ctx, model, form),
  async save(ctx, { decision: how, why }, { proposal }) {
    if (how === 'approved' && (await isSomebodys(ctx.tx, ctx.organisation, proposal.callBack)))
      return { errors: { decision: somebodysNumber } };
    await decideSender(ctx.tx, ctx, proposal, { decision: how, why, version: proposal.version });
    return { to: paths.sender, said: how === 'approved' ? 'Messages give it from now on' : 'Declined' };
  },
};

const one = staffRoute({
  method: 'GET',
  path: paths.senderProposal(':proposal'),
  may: 'wording.see',
  records: 'wordings.viewed',
  params,
  query: draftQuery,
  async handle(ctx) {
    const model = await load(ctx);
    const form = await formOn(decision, ctx, model);
    await record(ctx.tx, ctx, { name: 'wordings.viewed', subjectId: model.proposal.id });
    return page(shown(ctx, model, form));
  },
});

const takingBack = staffRoute({
  method: 'POST',
  path: paths.takeBackSender(':proposal'),
  may: 'wording.propose',
  records: 'message-sender.taken-back',
  params,
  async handle(ctx): Promise<Answer> {
    const { proposal } = await load(ctx);
    const parsed = parseForm(withdrawalForm, ctx.body);
    if (!parsed.ok) throw new Fault('unreadable');
    const taken = { decision: 'withdrawn', why: '', version: parsed.value._version } as const;
    await decideSender(ctx.tx, ctx, proposal, taken);
    return redirect(paths.sender, 'Taken back. Nothing changes');
  },
});

async function load(ctx: Context): Promise<Model> {
  const [proposal, inUse] = await Promise.all([
    findSenderProposal(ctx.tx, ctx.organisation, ctx.params.proposal),
    senderOf(ctx.tx, ctx.organisation),
  ]);
  if (!proposal) throw notFound();
  return { proposal, inUse };
}

function verdictOn(ctx: Context, { proposal, inUse }: Model, how: Decision<'approved'>) {
  const admitted = may(ctx.who.roles, how === 'withdrawn' ? 'wording.propose' : 'wording.manage');
  const changed = isOvertaken(proposal.replaces, inUse);
  return admitted.allowed
    ? mayDecide(senderKind, proposal, { by: ctx.staff, decision: how, sight: 'inside', changed })
    : admitted;
}

function shown(ctx: Context, model: Model, form: Parameters<typeof senderProposalPage>[1]) {
  const { version } = model.proposal;
  const page = {
    ...model,
    pack: ctx.pack,
    mayApprove: verdictOn(ctx, model, 'approved'),
    mayDecline: verdictOn(ctx, model, 'declined'),
    mayTakeBack: verdictOn(ctx, model, 'withdrawn'),
    takingBack: { csrf: ctx.csrf, submissionId: newId<string>(), version },
    when: (at: Temporal.Instant) => momentInWords(at, ctx.calendar),
  };
  return {
    title: 'Number and return address',
    backLink: { href: paths.sender, text: 'Number and return address' },
    main: () => senderProposalPage(page, form),
  };
}

export const senderProposalRoutes: readonly Route[] = [one, ...formPage(decision), takingBack];

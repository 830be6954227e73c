import { type FormState, freshForm } from '#kit/components/form-state.ts';
import { decisionForm } from '#kit/decision-form.ts';
import { parseForm } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';
import { invalid, page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { happened } from '#modules/obligations/index.ts';
import type { DisclosureId } from '#rules/facts.ts';
import { mayDecide } from '#rules/proposal.ts';
import { handoverKind } from '../handing-over.ts';
import { decideHandover, type HandoverOnFile, handoversOf } from '../store/handovers.ts';
import { disclosureOf } from '../store/read.ts';
import { handoverSection } from '../views/handover.ts';

const path = '/disclosures/:id/handover';
const handoverForm = decisionForm(['approved', 'declined'], {
  choose: 'Agree, or send it back',
  whyNot: 'Say what is needed first',
});

/** What waits for a second person, or was decided last. */
export function handoverPart(
  ctx: StaffContext,
  disclosureId: DisclosureId,
  [handover]: readonly HandoverOnFile[],
  form: FormState = freshForm,
): Html | undefined {
  if (!handover) return undefined;
  const deciding = { by: ctx.staff, sight: 'inside', decision: 'approved' } as const;
  const fields = {
    form,
    action: `/disclosures/${disclosureId}/handover`,
    csrf: ctx.csrf,
    submissionId: newId<string>(),
    version: handover.version,
  };
  const may = mayDecide(handoverKind, { ...handover, about: handover.reachedBy }, deciding);
  return handoverSection({ handover, may, fields, pack: ctx.pack, calendar: ctx.calendar });
}

async function shown(ctx: StaffContext<{ readonly id: string }>, form?: FormState) {
  const disclosureId = ctx.params.id as DisclosureId;
  const disclosure = await disclosureOf(ctx.tx, ctx.organisation, disclosureId);
  const handovers = await handoversOf(ctx.tx, ctx.organisation, disclosureId);
  if (!disclosure || handovers.length === 0) throw notFound();
  await happened(ctx.tx, ctx, {
    name: 'disclosure.viewed',
    caseId: disclosure.caseId,
    subjectId: disclosureId,
  });
  const main = handoverPart(ctx, disclosureId, handovers, form);
  return {
    title: 'Handover',
    backLink: { href: `/disclosures/${disclosureId}`, text: disclosure.reference },
    main: () => main as Html,
  };
}

const show = staffRoute({
  method: 'GET',
  path,
  params: ids('id'),
  may: 'disclosure.triage',
  records: 'disclosure.viewed',
  handle: async (ctx) => page(await shown(ctx)),
});

const decide = staffRoute({
  method: 'POST',
  path,
  params: ids('id'),
  may: 'disclosure.triage',
  records: ['disclosure.handed-over', 'disclosure.handover-declined'],
  async handle(ctx) {
    const parsed = parseForm(handoverForm, ctx.body);
    if (!parsed.ok) return invalid(await shown(ctx, { values: parsed.typed, errors: parsed.errors }));
    const { _version: version, decision, why } = parsed.value;
    const disclosureId = ctx.params.id as DisclosureId;
    await decideHandover(ctx.tx, ctx, { disclosureId, version, decision, why });
    return redirect(`/disclosures/${disclosureId}`, 'The decision is saved');
  },
});

export const handoverRoutes: readonly Route[] = [show, decide];

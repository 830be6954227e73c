import { decisionForm } from '#kit/decision-form.ts';
import { parseForm } from '#kit/forms.ts';
import { invalid, redirect } from '#kit/http/answers.ts';
import { ids, staffRoute } from '#kit/http/route.ts';
import { decideJoining } from '../store/joining.ts';
import { triageDisclosure } from '../store/triage.ts';
import { disclosureShown, found } from './show.ts';

const form = decisionForm(['approved', 'declined'], {
  choose: 'Agree that it belongs to that case, or say that it does not',
  whyNot: 'Say why it does not belong to that case',
});

/** A second person looks before what was told joins the case of somebody who may be another person. */
export const joiningRoute = staffRoute({
  method: 'POST',
  path: '/disclosures/:id/joining',
  params: ids('id'),
  may: 'disclosure.triage',
  records: ['disclosure.joining-approved', 'disclosure.joining-declined'],
  async handle(ctx) {
    const disclosure = await found(ctx);
    const parsed = parseForm(form, ctx.body);
    if (!parsed.ok)
      return invalid(
        await disclosureShown(ctx, disclosure, { joining: { values: parsed.typed, errors: parsed.errors } }),
      );
    const { _version: version, decision, why } = parsed.value;
    const decided = { version, decision, why: why.trim() };
    const { triage } = await decideJoining(ctx.tx, ctx, disclosure.id, decided);
    if (decision === 'declined') return redirect(`/disclosures/${disclosure.id}`, 'The decision is saved');
    const agreed = { disclosureId: disclosure.id, version: null, decision: triage, agreed: true } as const;
    const { caseId } = await triageDisclosure(ctx.tx, ctx, agreed);
    return redirect(`/cases/${caseId}`, 'The decision is saved');
  },
});

import { type FormState, freshForm } from '#kit/components/form-state.ts';
import { parseForm } from '#kit/forms.ts';
import { type Answer, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { today } from '#rules/calendar.ts';
import { policyForm } from '../forms/policy-form.ts';
import { paths } from '../paths.ts';
import { mayProposeNow, proposeChange } from '../store/propose.ts';
import { policyStanding } from '../store/standing.ts';
import { proposePage } from '../views/propose.ts';

export const asking = staffRoute({
  method: 'GET',
  path: paths.propose,
  may: 'policy.propose',
  records: { nothing: 'An empty form.' },
  handle: async (ctx) => page(asked(ctx, freshForm)),
});

export const proposing = staffRoute({
  method: 'POST',
  path: paths.propose,
  may: 'policy.propose',
  records: 'policy.change-proposed',
  async handle(ctx): Promise<Answer> {
    const { packs } = ctx.services;
    const parsed = parseForm(policyForm(packs.all, today(ctx)), ctx.body);
    if (!parsed.ok) return invalid(asked(ctx, { values: parsed.typed, errors: parsed.errors }));
    const { reason, from } = parsed.value;
    const change = { pack: packs.find(parsed.value.pack), from, reason };
    const standing = await policyStanding(ctx.tx, ctx);
    const verdict = mayProposeNow(ctx, packs, standing, change);
    if (!verdict.allowed) {
      const about = standing.waiting ? 'form' : 'pack';
      return invalid(asked(ctx, { values: parsed.typed, errors: { [about]: verdict.reason } }));
    }
    const id = await proposeChange(ctx.tx, ctx, change);
    return redirect(paths.change(id), 'Proposed. Another administrator has to decide');
  },
});

function asked({ services, pack, csrf }: StaffContext, form: FormState): Page {
  const model = { packs: services.packs.all, current: pack.id, form, csrf, submissionId: newId<string>() };
  const backLink = { href: paths.policy, text: 'Policy' };
  return { title: 'Propose a change of policy', backLink, main: () => proposePage(model) };
}

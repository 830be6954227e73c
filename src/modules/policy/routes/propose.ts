import { adds, formPage } from '#kit/http/form-page.ts';
import { today } from '#rules/calendar.ts';
import { policyForm } from '../forms/policy-form.ts';
import { paths } from '../paths.ts';
import { mayProposeNow, proposeChange } from '../store/propose.ts';
import { policyStanding } from '../store/standing.ts';
import { proposePage } from '../views/propose.ts';

export const proposing = formPage({
  path: paths.propose,
  may: 'policy.propose',
  records: 'policy.change-proposed',
  shown: { records: { nothing: 'A form, and policies that everybody here works under.' } },
  version: adds,
  draft: () => ({ form: 'policy-change', about: null }),
  load: (ctx) => policyStanding(ctx.tx, ctx),
  schema: (ctx) => policyForm(ctx.services.packs.all, today(ctx)),
  view: (form, { pack, waiting }, { services }) => ({
    title: 'Propose a change of policy',
    backLink: { href: paths.policy, text: 'Policy' },
    main: () => proposePage({ packs: services.packs.all, current: pack.id, waiting }, form),
  }),
  async save(ctx, { pack: packId, from, reason }, standing) {
    const { packs } = ctx.services;
    const change = { pack: packs.find(packId), from, reason };
    const verdict = mayProposeNow(ctx, packs, standing, change);
    // What was typed stays: once the other one is decided it can be sent again.
    if (!verdict.allowed) return { errors: { [standing.waiting ? 'form' : 'pack']: verdict.reason } };
    const id = await proposeChange(ctx.tx, ctx, change);
    return { to: paths.change(id), said: 'Proposed. Another administrator has to decide' };
  },
});

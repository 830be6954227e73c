import { ids, type StaffContext } from '#kit/http/route.ts';
import { type Author, record } from '#kit/record.ts';

export const areaParams = ids('area');

/** What every form that sets something about risk shares. */
export const sets = {
  may: 'risk.settings',
  records: 'risk.threshold-changed',
  shown: {
    records: 'risk.settings-viewed',
    record: (ctx: Pick<StaffContext, 'tx' | keyof Author>) =>
      record(ctx.tx, ctx, { name: 'risk.settings-viewed' }),
  },
} as const;

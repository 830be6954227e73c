import { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { endsOnce, formPage } from '#kit/http/form-page.ts';
import type { Route } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { dayFields } from '#kit/typed-day.ts';
import { today } from '#rules/calendar.ts';
import { withdrawalForm } from '../forms/withdrawal-form.ts';
import { idOfNumber } from '../instruments/instrument.ts';
import { instrumentPaths as paths } from '../paths.ts';
import { loadedWordings } from '../store/instruments.ts';
import { withdrawInstrument } from '../store/withdraw.ts';
import { withdrawalPage } from '../views/withdrawal.ts';

/** Of what a landlord loaded, the newest that nobody has withdrawn. */
export const withdrawalRoutes: readonly Route[] = formPage({
  path: '/risk/instruments/:instrument/withdrawal',
  // As it stands in the address, which the form is sent to.
  params: z.object({ instrument: z.string().max(4) }),
  may: 'risk.settings',
  records: 'risk.instrument-withdrawn',
  shown: {
    records: 'risk.settings-viewed',
    record: (ctx) => record(ctx.tx, ctx, { name: 'risk.settings-viewed', data: { part: 'withdrawal' } }),
  },
  version: endsOnce,
  draft: ({ instrument }) => ({ form: `withdrawal-${instrument}`, about: null }),
  load: async (ctx) => {
    const instrument = idOfNumber(ctx.params.instrument);
    const loaded = await loadedWordings(ctx.tx, ctx.organisation);
    const found = loaded.find((each) => each.instrument === instrument && each.withdrawal === null);
    if (!found) throw notFound();
    return found;
  },
  schema: (ctx) => withdrawalForm(today(ctx)),
  fresh: (ctx) => dayFields('from', today(ctx)),
  view: (form, found) => ({
    title: 'Withdraw questions',
    backLink: { href: paths.one(found.instrument), text: 'Instrument' },
    main: () => withdrawalPage(form, found),
  }),
  save: async (ctx, { from, reason }, { instrument }) => {
    await withdrawInstrument(ctx.tx, ctx, { instrument, from, reason });
    return { to: paths.one(instrument), said: 'Withdrawn. What was asked with it stays as it was' };
  },
});

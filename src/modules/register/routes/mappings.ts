import { page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { isImporting, rememberedMapping, rememberedMappings, withdrawMapping } from '../store/mappings.ts';
import { mappingPage, mappingsPage } from '../views/mappings.ts';
import { hiddenFor } from './hidden.ts';

const list = '/register/mappings';
const title = 'Columns that are remembered';

const shown = staffRoute({
  method: 'GET',
  path: list,
  may: 'register.manage',
  records: { nothing: 'Headings of files, and what an import makes of them: nothing about anybody' },
  async handle(ctx) {
    const found = await rememberedMappings(ctx.tx, ctx.organisation);
    const day = dayOf(ctx);
    return page({ title, main: () => mappingsPage(found, day), backLink: backToImport });
  },
});

const one = staffRoute({
  method: 'GET',
  path: '/register/mappings/:mapping',
  may: 'register.manage',
  records: { nothing: 'Headings of files, and what an import makes of them: nothing about anybody' },
  params: ids('mapping'),
  async handle(ctx) {
    const found = await rememberedMapping(ctx.tx, ctx.organisation, ctx.params.mapping);
    if (!found) throw notFound();
    const importing = await isImporting(ctx.tx, ctx.organisation);
    const [day, hidden] = [dayOf(ctx), hiddenFor(ctx)];
    return page({
      title: 'Columns of a kind of file',
      main: () => mappingPage(found, day, importing ? null : hidden),
      backLink: { href: list, text: title },
    });
  },
});

const withdraw = staffRoute({
  method: 'POST',
  path: '/register/mappings/:mapping/withdrawal',
  may: 'register.manage',
  records: 'register.columns-forgotten',
  params: ids('mapping'),
  async handle(ctx) {
    const { mapping } = ctx.params;
    if (await isImporting(ctx.tx, ctx.organisation)) throw new Fault('stale');
    if (!(await withdrawMapping(ctx.tx, ctx.organisation, mapping))) throw notFound();
    await record(ctx.tx, ctx, { name: 'register.columns-forgotten', subjectId: mapping });
    return redirect(list, 'Lintel asks again about files with these headings');
  },
});

const backToImport = { href: '/register/import', text: 'Import the register' };

function dayOf({ pack }: StaffContext) {
  return (instant: Temporal.Instant) =>
    instant
      .toZonedDateTimeISO(pack.calendar.timeZone)
      .toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
}

export const mappingRoutes: readonly Route[] = [shown, one, withdraw];

import { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { ringAbout } from '#modules/danger/index.ts';
import { momentInWords } from '#rules/moment.ts';
import { routes, valuesOf } from '#rules/words.ts';
import { promiseWords } from '../promise-words.ts';
import { boardRows, rowsPerPage } from '../store/board.ts';
import { claimIn } from '../store/claim-columns.ts';
import { board } from '../views/board.ts';
import { claimCell } from '../views/claim.ts';

/** What is in the address that is none of ours is left out, never an error. */
const query = z.object({
  show: z.enum(['waiting', 'triaged']).catch('waiting'),
  danger: z.literal('yes').optional().catch(undefined),
  route: z
    .enum(valuesOf(routes) as [string, ...string[]])
    .or(z.literal(''))
    .catch('') as unknown as z.ZodType<(typeof routes)[number]['value'] | ''>,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export const boardRoute = staffRoute({
  method: 'GET',
  path: '/disclosures',
  query,
  may: 'disclosure.triage',
  records: 'disclosures.listed',
  async handle(ctx) {
    const filter = { ...ctx.query, danger: ctx.query.danger === 'yes' };
    const { rows, total } = await boardRows(ctx.tx, ctx.organisation, filter);
    await record(ctx.tx, ctx, {
      name: 'disclosures.listed',
      data: { show: filter.show, shown: rows.length },
    });
    const calendar = ctx.calendar;
    const stand = rows.flatMap(({ id, caseId, dangerStands }) =>
      dangerStands ? [{ disclosureId: id, caseId }] : [],
    );
    const ring = stand.length > 0 ? await ringAbout(ctx, stand) : undefined;
    const lines = rows.map((row) => {
      const due = row.triagedAt ? null : row.contactDueAt;
      return {
        ...row,
        danger: row.dangerStands,
        children: row.children === 'yes',
        received: momentInWords(row.receivedAt, calendar),
        who: row.triagedAt
          ? undefined
          : claimCell(claimIn(row), ctx, {
              disclosureId: row.id,
              reference: row.reference,
              csrf: ctx.csrf,
              submissionId: () => newId<string>(),
            }),
        ring: row.ringAt && row.triagedAt === null ? momentInWords(row.ringAt, calendar) : null,
        due: due && promiseWords(due, ctx.now, calendar),
      };
    });
    return page({
      title: 'Triage',
      main: () =>
        board({
          ...filter,
          pageSize: rowsPerPage,
          total,
          lines,
          ring,
        }),
    });
  },
});

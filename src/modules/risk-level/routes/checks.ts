import type { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext } from '#kit/http/route.ts';
import { today } from '#rules/calendar.ts';
import { capitalised } from '#rules/words.ts';
import { checkForm } from '../forms/check-form.ts';
import { thresholdPaths as paths } from '../paths.ts';
import { addCheck } from '../store/local-checks.ts';
import { meetingIn } from '../store/meetings.ts';
import { thresholdsOf } from '../store/thresholds.ts';
import { rulesInWords, rulesOf } from '../threshold.ts';
import { checkPage } from '../views/local-check.ts';
import { meetingInWords } from '../views/meetings.ts';
import { sets } from './settings.ts';

interface Line {
  readonly of: 'meeting' | 'threshold';
  readonly areaId: string | null;
  readonly what: string;
}

async function lineIn(ctx: StaffContext<{ readonly line: string }>): Promise<Line> {
  const { line } = ctx.params;
  const [meeting, thresholds] = await Promise.all([
    meetingIn(ctx.tx, ctx.organisation, line),
    thresholdsOf(ctx.tx, ctx.organisation),
  ]);
  if (meeting) return { of: 'meeting', areaId: meeting.areaId, what: meetingInWords(meeting) };
  const threshold = thresholds.find(({ id }) => id === line);
  if (!threshold) throw notFound();
  return {
    of: 'threshold',
    areaId: threshold.areaId,
    what: capitalised(rulesInWords(rulesOf(threshold))),
  };
}

/** Somebody asked the area whether a line still holds: with whom, when, and what they said. */
export const checkRoutes: readonly Route[] = formPage({
  ...sets,
  path: '/risk/lines/:line/checks/new',
  params: ids('line') as z.ZodType<{ readonly line: string }>,
  version: adds,
  draft: ({ line: about }) => ({ form: 'line-check', about }),
  load: lineIn,
  schema: (ctx) => checkForm(today(ctx)),
  view: (form, line) => ({
    title: 'Checked with the area',
    backLink: { href: line.areaId ? paths.area(line.areaId) : paths.all, text: 'Local area' },
    main: () => checkPage(form, line.what),
  }),
  save: async (ctx, { checked, withWhom, outcome, words }, { of, areaId }) => {
    const { line: lineId } = ctx.params;
    await addCheck(ctx.tx, ctx, { of, lineId, checkedOn: checked, withWhom, outcome, words });
    const to = areaId ? paths.area(areaId) : paths.all;
    return outcome === 'holds'
      ? { to, said: 'Saved. It is to be checked again in 12 months' }
      : { to, said: 'Saved. Now set what holds', warns: true };
  },
});

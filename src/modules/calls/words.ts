import type { WorkingCalendar } from '#rules/calendar.ts';
import type { PromisedTo } from '#rules/call-still-agreed.ts';
import { momentInWords } from '#rules/moment.ts';
import type { PromisedCall } from './store/rows.ts';

/** `A call to the person`: who waits for it, without a name. */
export function whomInWords(to: PromisedTo): string {
  return to === 'person' ? 'to the person' : 'to whoever told us';
}

const came = {
  spoke: 'we spoke',
  nobody: 'nobody answered',
  line: 'the line was busy or did not connect',
  moved: 'they asked for another time',
  let_go: 'they did not need it any more',
} as const;

/** What became of a call, as the chronology keeps it. */
export function endedInWords(
  call: Pick<PromisedCall, 'to' | 'at' | 'endedHow' | 'endedAt' | 'cameOf' | 'words'>,
  { calendar }: { readonly calendar: WorkingCalendar },
): string {
  const { to, at, endedHow, endedAt, cameOf, words } = call;
  const said =
    endedHow === 'moved' || endedHow === 'let_go' ? came[endedHow] : cameOf ? came[cameOf] : 'rung';
  const when = endedAt ? `, ${momentInWords(endedAt, calendar)}` : '';
  const head = `The call ${whomInWords(to)} that was promised for ${momentInWords(at, calendar)}: ${said}${when}.`;
  return [head, words].filter((part) => part !== '').join('\n\n');
}

import { timeline } from '#kit/components/timeline.ts';
import type { Html } from '#kit/html.ts';
import { verbatim } from '#modules/case-file/pure.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import type { ActionEntry } from '../store/action-entries.ts';
import type { PlanModel } from './model.ts';

/** All that happened to one action, newest first; what was taken back stays. */
export function historyOf({ plan, calendar }: PlanModel, actionId: string): Html {
  const entries = plan.entries.filter((entry) => entry.actionId === actionId);
  return timeline({
    headingLevel: 3,
    items: entries.map((entry) => ({
      label: { text: said(entry) },
      byline: { text: entry.recordedByName ?? 'Lintel' },
      datetime: {
        timestamp: entry.recordedAt.toString(),
        text: momentInWords(entry.recordedAt, calendar),
      },
      ...(entry.note && { html: verbatim(entry.note) }),
    })),
  });
}

function said({ kind, happenedOn, byWhom, dueFrom, dueTo }: ActionEntry): string {
  const day = (date: Temporal.PlainDate | null) => (date ? dayOfWeekInWords(date) : 'no day');
  switch (kind) {
    case 'added':
      return dueTo ? `Added, by ${day(dueTo)}` : 'Added';
    case 'changed':
      return 'Changed; before, it said';
    case 'moved':
      return `Moved from ${day(dueFrom)} to ${day(dueTo)}`;
    case 'done':
      return [`Done on ${day(happenedOn)}`, byWhom].filter(Boolean).join(', ');
    case 'dropped':
      return 'No longer needed';
    case 'reopened':
      return 'Open again';
  }
}

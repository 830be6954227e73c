import type { DayItem } from './day.ts';

/** The number that messages give belongs to somebody by now: nobody is written to with one until another is agreed. */
export function numberToCallItem(somebodys: boolean): readonly DayItem[] {
  if (!somebodys) return [];
  return [
    {
      kind: 'number_to_call',
      ...{ caseId: null, reference: null, at: null, appointment: false, danger: false, standsInFor: null },
      what: 'The number to call belongs to somebody by now: nothing that gives it leaves',
      href: '/wordings/sender',
      way: 'Agree another',
    },
  ];
}

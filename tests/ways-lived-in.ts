import { weekdaysBetween } from './policy/steps.ts';

/** A further number, with terms of its own. */
export const atWork = {
  ...{ channel: 'phone', name: 'her phone at work', value: '07700 900456', shared: 'yes' },
  ...{ whoMightAnswer: 'Whoever stands nearest', doNot: 'Never say where we ring from' },
  ...{ ...weekdaysBetween('10:00', '13:00'), coverReason: 'We ring about her shift', agreed: 'yes' },
};

import type { Pack } from '#rules/pack.ts';

/**
 * The promises that the board names first, each by itself: contact, the risk, the plan, and looking again. No figure
 * adds them up, so that many small things done at once never stand for the one that was not.
 */
export function headline(contact: string): Pack['headline'] {
  return [
    { title: contact, promises: ['first-contact'] },
    { title: 'Risk assessed in time', promises: ['risk-assessed'] },
    { title: 'A plan in time', promises: ['plan-agreed'] },
    {
      title: 'Risk looked at again in time',
      promises: ['risk-review-high', 'risk-review-medium', 'risk-review-standard', 'risk-review-change'],
    },
  ];
}

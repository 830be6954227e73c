import type { Beside } from './beside.ts';

/** What is done for a person and for their home. */
export const besideHelp: Readonly<Record<string, Beside>> = {
  '/cases/:id/housing/situation': { fields: ['words'], because: 'It changes: each time stands on its page.' },
  '/referrals/:referral/answer': { fields: ['reference'], because: 'It stands on the page of the referral.' },
  '/referrals/:referral/writing': {
    fields: ['household', 'safely', 'theirView', 'worries'],
    because: 'It stands in the referral as it left; that it left enters the chronology.',
  },
};

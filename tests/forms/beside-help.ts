import type { Beside } from './beside.ts';

/** What is done for a person and for their home. */
export const besideHelp: Readonly<Record<string, Beside>> = {
  '/cases/:id/housing/situation': { fields: ['words'], because: 'It changes: each time stands on its page.' },
  '/cases/:id/moves/new': {
    fields: ['adaptations', 'schools', 'withWhom'],
    because: 'They describe the home that is looked for, and stand on the page of the move.',
  },
  '/cases/:id/moves/:move/offers/new': {
    fields: ['home', 'landlord', 'words'],
    because:
      'Where an offered home is stands on the page of the move alone: others may be given a chronology.',
  },
  '/cases/:id/moves/places/new': {
    fields: ['place', 'whoGoes', 'why'],
    because:
      'Where they must not be housed says where they are feared: it stands on the page of moves alone.',
  },
  '/cases/:id/security/offers/:offer/order': {
    fields: ['conflictSaid', 'address', 'askFor', 'outsideWhy'],
    because:
      'Who comes where, and by which name, is for the order alone: it stands on its page, word for word.',
  },
  '/cases/:id/costs/time/:time/correction': {
    fields: ['reason'],
    because:
      'How long our work took is about us, and no part of what happened: it stands on the page of costs.',
  },
  '/referrals/:referral/answer': { fields: ['reference'], because: 'It stands on the page of the referral.' },
  '/referrals/:referral/writing': {
    fields: ['household', 'safely', 'theirView', 'worries'],
    because: 'It stands in the referral as it left; that it left enters the chronology.',
  },
};

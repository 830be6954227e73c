/** Where an answer is kept or shown in other words than those in which it was chosen. */
export interface Otherwise {
  /** By field and value. */
  readonly keptAs: Readonly<Record<string, string>>;
  /** By field. */
  readonly shownAs: Readonly<Record<string, string>>;
}

const none: Otherwise = { keptAs: {}, shownAs: {} };

const otherwise: Readonly<Record<string, Partial<Otherwise>>> = {
  '/cases/:id/contacts/new': {
    shownAs: {
      begunBy: 'got in touch',
      stillRight: 'nothing has changed',
      suspicion: 'may now suspect something',
    },
  },
  '/risk/thresholds/:threshold/decision': { shownAs: { decision: 'Agreed' } },
  '/risk/thresholds/new': { shownAs: { instrument: 'MeRIT' } },
  '/cases/:id/diary/:planned/move': { shownAs: { twoPeople: 'Two people' } },
  '/cases/:id/diary/new': { shownAs: { twoPeople: 'Two people' } },
  '/cases/:id/plan/actions/:action': { shownAs: { safety: 'Safety' } },
  '/cases/:id/plan/actions/:action/outcome': { shownAs: { outcome: 'Done' } },
  '/cases/:id/plan/actions/new': { shownAs: { safety: 'Safety' } },
  '/cases/:id/support/new': {
    keptAs: { broughtUp: 'true' },
    shownAs: { broughtUp: 'They brought it up themselves' },
  },
  '/cases/:id/support/:offer/order': {
    shownAs: { told: 'decision about sharing' },
  },
  '/cases/:id/support/:offer/loss': {
    shownAs: { feared: 'Whether somebody they fear has it', leads: 'in doubt until it is agreed anew' },
  },
  '/stock/:item/check': {
    shownAs: { works: 'It works', charged: 'It is charged', emptied: 'It is empty' },
  },
  '/cases/:id/support/costs/:cost': { shownAs: { decision: 'Approved' } },
  '/cases/:id/late/:late': { shownAs: { decision: 'Confirmed' } },
  '/cases/:id/samples/:sample': { shownAs: { answer: 'Agreed' } },
  '/cases/:id/risk/proposals/:proposal': { shownAs: { decision: 'confirmed' } },
  '/cases/:id/breathing-space/ending': { shownAs: { because: 'They asked for it to end' } },
  '/cases/:id/breathing-space/proposals/:proposal': { shownAs: { decision: 'Agreed' } },
  '/cases/:id/breathing-space/proposals/new': { shownAs: { asks: 'It ends sooner' } },
  '/court-steps/new': { shownAs: { state: 'taken without asking' } },
  '/cases/:id/moves/decisions/:decision': { shownAs: { decision: 'Agreed' } },
  '/cases/:id/mediation/decisions/:decision': { shownAs: { decision: 'Agreed' } },
  '/cases/:id/mediation/:mediation/arrangement': { shownAs: { way: 'The two never meet' } },
  '/cases/:id/tenancy-events/answers/:answer': { shownAs: { decision: 'Agreed' } },
  '/cases/:id/other-accounts/judgements/:judgement': { shownAs: { decision: 'Agreed' } },
  '/cases/:id/enforcement/decisions/:decision': { shownAs: { decision: 'Agreed' } },
  '/cases/:id/enforcement/:action/telling': { shownAs: { told: 'They know beforehand' } },
  '/cases/:id/pauses/proposed/:proposal': { shownAs: { decision: 'Approved' } },
  '/disclosures/:id/samples/:sample': { shownAs: { answer: 'Agreed' } },
  '/disclosures/:id/handover': { shownAs: { decision: 'Agreed' } },
  '/disclosures/:id/told-contact/decision': { shownAs: { decision: 'Confirmed' } },
  '/disclosures/:id/joining': { shownAs: { decision: 'Agreed' } },
  '/disclosures/:id/triage': { shownAs: { outcome: 'A new case' } },
  '/plans/:plan': { shownAs: { decision: 'Approved' } },
  '/policy/changes/:change/decision': { shownAs: { decision: 'Approved' } },
  '/policy/closures/:closure/decision': { shownAs: { decision: 'Agreed' } },
  '/systems/:system/decision': { shownAs: { decision: 'Agreed' } },
  '/letters/papers/:paper/outcome': { shownAs: { outcome: 'Destroyed' } },
  '/wordings/sender/proposals/:proposal/decision': { shownAs: { decision: 'Agreed' } },
  '/wordings/versions/:version/decision': { shownAs: { decision: 'Approved' } },
  '/cases/:id/security/rights': { shownAs: { orderRead: 'read by one of us' } },
  '/cases/:id/security/offers/:offer/order': {
    shownAs: { conflict: 'Who works there, as they say', two: 'Two people come together' },
  },
  '/cases/:id/referrals/adults': { shownAs: { adults: 'An adult needs care or support' } },
  '/cases/:id/referrals/new': { shownAs: { kind: 'of a child' } },
  '/cases/:id/shares/:share': { shownAs: { decision: 'Agreed' } },
  '/referrals/:referral/decision': { shownAs: { decision: 'it is referred' } },
  '/referrals/:referral/writing': { shownAs: { hub: 'front door' } },
  '/referrals/:referral': { shownAs: { decision: 'Agreed' } },
  '/staff/confirmations/:id': {
    keptAs: { 'decision confirm': 'confirmed', 'decision decline': 'declined' },
  },
};

export function otherwiseIn(path: string): Otherwise {
  return { ...none, ...otherwise[path] };
}

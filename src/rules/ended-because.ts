/**
 * Why a promise ended that was neither kept nor broken, and the other ways in which one is told apart: the part after
 * the colon of how it ended, in the words of the board. Nothing vanishes without one of them.
 */
export const endedBecause = {
  // by plan: what ended it is an event that the policy names
  'contact-plan.approved': 'a manager approved a plan, as there was no safe way that day',
  'call.moved': 'they asked to be rung at another time',
  'call.let-go': 'they said that they did not need the call any more',
  'case.resumed': 'the case went on before the agreed day',
  'case.pause-approved': 'a manager let the case rest anew',
  'plan.not-safe-to-agree': 'it was not safe to agree a plan',
  'plan.not-yet-agreed': 'they wanted time for their plan',
  'risk.stopped-at-their-wish': 'they wished to stop',
  'risk.finished-with-few': 'it was finished with few answers, and why was said',
  'safeguarding.no-referral-approved': 'two people decided that no referral is made',
  'danger.not-safe-to-ask': 'it was not safe to ask',
  'support.let-go': 'they decided that they do not want it now, or have it another way',
  'support.not-safe-to-confirm': 'it was not safe to ask whether it came',
  'support.works-unasked': 'it was not safe to ask whether it came, and is right',
  'support.look-declined': 'they would rather not look at it then',
  'support.look-handed-on': 'somebody else looks at it from now on',
  'support.look-let-go': 'it is not there any more, is owed anew, or they do not want it',
  'money.left': 'they would rather leave it',
  'breathing-space.declined': 'they did not want the breathing space any more',
  'breathing-space.ended': 'the breathing space ended before that day',
  'tenancy-change.not-wanted': 'they did not want the change of the tenancy any more',
  'move.not-wanted': 'they did not want to move any more',
  'move.not-safe-to-ask': 'it would not have been safe to ask',
  'move.step-corrected': 'what was written down of the move was an error',
  'move.ended': 'the move could not be brought about, and why was said',
  'recorded-in-error': 'it was recorded in error',
  // a disclosure that became no case
  'handed-over-not_connected': 'handed over: the two are not personally connected',
  'handed-over-under_16': 'handed over: somebody is under 16',
  'disclosure.handed-over': 'handed over to another service',
  // a case that was closed
  'closed-support_complete': 'the case was closed: what was agreed is done',
  'closed-their_wish': 'the case was closed at their wish',
  'closed-other_support': 'the case was closed: another service supports them',
  'closed-moved_away': 'the case was closed: they live elsewhere now',
  'closed-died': 'the case was closed: they died',
  'closed-in_error': 'the case was opened in error, or twice',
  'case.closed': 'the case was closed',
  'not-known': 'why was not recorded',
} as const satisfies Readonly<Record<string, string>>;

/** What is told apart of something that is asked or done again and again, and ends nothing. */
export const toldApart = {
  'consent.given': 'They were asked, and agreed',
  'consent.refused': 'They were asked, and did not agree: that is theirs to decide',
  'consent.doubted': 'They were not sure any more',
  'share.dropped': 'It was decided that it is not shared after all',
  'share.second-declined': 'A second person did not agree',
} as const satisfies Readonly<Record<string, string>>;

export type EndedBecause = keyof typeof endedBecause;

/** In words; what a landlord's own policy ends a promise by is named as the event that it is. */
export function becauseInWords(why: string): string {
  return endedBecause[why as EndedBecause] ?? why.replaceAll(/[.\-_]/g, ' ');
}

import { atLeaving, liftedFor } from '#rules/conditions-at-leaving.ts';
import { courtSteps } from '#rules/court-steps.ts';
import type { Purpose } from '#rules/purposes.ts';
import { labelOf } from '#rules/words.ts';

/** Why a message did not leave, by the purpose that what spoke first against it rests on: of nobody in particular. */
const held: Readonly<Record<string, string>> = {
  'safe-contact': 'No way was agreed that only they use, or what was agreed was old or in doubt',
  'access-needs': 'The time was not one that was agreed',
  'perpetrator-gate': 'Somebody may suspect something, or whoever they fear might come by it',
  'own-pace': 'The case rests, as they wished',
  'need-to-know': 'Its words would tell, or whoever wrote it may not know of the case',
  records: 'Its last day of use was over',
} satisfies Partial<Readonly<Record<Purpose, string>>>;

/** Why breathing space ended, or what a manager agreed to about it. */
const space: Readonly<Record<string, string>> = {
  their_wish: 'They asked for it to end',
  run_its_length: 'It reached its last day, and was looked at',
  two_decided: 'Two people decided that it ends sooner',
  no_tenancy: 'Nobody of the household had a tenancy',
  died: 'They died',
  in_error: 'It was written down in error',
  not_again: 'A manager decided against another one',
  joined: 'One stood in the case already, and goes on',
  handed_over: 'What was told was handed over',
  end: 'An end that they did not ask for',
  longer: 'Longer than the bound',
  again: 'Another one, after an earlier one',
};

/** What they say to action about whoever is feared, why it was stopped or is not done, what came of it. */
const action: Readonly<Record<string, string>> = {
  view_support: 'They support it',
  view_oppose: 'They are against it',
  view_unsure: 'They are not sure',
  view_not_safe_to_ask: 'Not asked: it would not have been safe',
  view_withdrawn: 'They took back what they said',
  stopped_danger: 'A danger stood in the case',
  stopped_fears: 'They thought that it would make things worse',
  stopped_answers_raise: 'The safety test found that it may raise the risk',
  stopped_specialist_raises: 'A specialist said that it may raise the risk',
  programme_may_go: 'Asked, and they say that it may',
  programme_not_now: 'Not now, or nobody asked',
  dropped_safety: 'It may raise the risk',
  dropped_their_wish: 'They do not want it',
  dropped_not_agreed: 'A manager did not agree',
  dropped_not_needed: 'It is not needed any more',
  dropped_done_regardless: 'Somebody did it all the same, without its having been safe',
  dropped_in_error: 'It was proposed in error',
  outcome_held: 'It did what it was for',
  outcome_goes_on: 'It goes on',
  outcome_completed: 'The programme was completed',
  outcome_not_accepted: 'The programme or service did not take them',
  outcome_failed: 'It failed, or was refused',
  outcome_breached: 'They broke it, or stopped',
  outcome_in_error: 'It was written down in error: it was not done',
};

/** Who says that it is the other way round, and what was judged. */
const account: Readonly<Record<string, string>> = {
  said_themselves: 'Whoever is feared said so to us',
  said_police: 'The police said so',
  said_court: 'A court, or papers for one',
  said_agency: 'Another agency said so',
  said_family: 'Family, friends or neighbours said so',
  said_colleague: 'A colleague saw or heard something',
  said_asked: 'It was asked who harms whom',
  judged_harmed: 'The person of the case is mainly harmed',
  judged_harms: 'The person of the case mainly harms the other',
  judged_cannot_tell: 'It could not be told yet',
  judged_no_allegation: 'Nobody said that: it was an error',
};

/** On which way somebody would like to move, and how secure what was offered is. */
const move: Readonly<Record<string, string>> = {
  wish_transfer: 'A managed move to another home of ours',
  wish_reciprocal: 'A move to another landlord',
  wish_homelessness: 'An application to a council as homeless',
  wish_refuge: 'A refuge',
  wish_exchange: 'An exchange',
  move_check_safe: 'Told that nothing is known against it',
  move_check_ask: 'Told to ask the lead',
  offer_same: 'As secure',
  offer_greater: 'More secure',
  offer_lesser: 'Less secure',
  offer_not_known: 'Not known to be as secure',
};

/** By which way a change of a tenancy came, and how it was answered. */
const tenancy: Readonly<Record<string, string>> = {
  hand: 'Entered by a colleague',
  import: 'Found in the import of the register',
  api: 'Said by another system',
  goes_ahead: 'It goes ahead',
  stopped: 'It was stopped',
  withdrawn: 'It was taken back by whoever gave it',
  ended_by_law: 'The law ended the tenancy',
  change_agreed: 'It was agreed to',
  change_refused: 'It was refused',
  change_done_same: 'Done, with the same security or more',
  change_done_less: 'Done, with less security',
  change_done_no_change: 'Done, their tenancy being the one of before',
  change_undone: 'Undone, or written down in error',
};

/** What stopped a contractor. */
const work: Readonly<Record<string, string>> = {
  work_nobody: 'Nobody opened',
  work_somebody_else: 'Somebody opened who did not expect them',
  work_not_wanted: 'They did not want it done',
  work_not_possible: 'It could not be done that day',
  work_unsafe: 'It did not feel safe, or something worried them',
  work_cannot: 'They could not come',
  work_shut: 'The link was shut before its day was over, or nobody of them may be sent any more',
};

/** Whose idea mediation was, what was found of it, what came of it, and why it was stopped. */
const mediated: Readonly<Record<string, string>> = {
  idea_other_tenant: 'The other tenant’s idea',
  idea_somebody_else: 'Somebody else’s idea',
  idea_colleague: 'Our own idea',
  gate_open: 'Nothing spoke against it then',
  gate_coercive: 'Controlling or coercive behaviour',
  gate_high_risk: 'The risk was high',
  gate_honour: 'So-called honour',
  gate_court_order: 'An order of a court',
  gate_danger: 'A danger stood in the case',
  gate_afraid: 'They were afraid of what the other may do',
  gate_pressed: 'Somebody pressed them',
  gate_advised_against: 'A specialist said that it is not safe',
  gate_not_wanted: 'They did not want it',
  gate_not_joint: 'They do not both hold the tenancy',
  gate_not_judged: 'Nobody had judged the risk',
  gate_not_alone: 'It was not known that they were alone',
  gate_wish_overtaken: 'Something had happened since they asked',
  gate_no_test: 'Nobody had looked at whether it is safe yet',
  gate_not_known: 'Something was not known',
  gate_no_advice: 'No specialist had said that it is safe yet',
  ended_comes_off: 'The other comes off the tenancy',
  ended_they_come_off: 'They come off the tenancy themselves',
  ended_nothing_agreed: 'Nothing was agreed',
  ended_other: 'Something else was agreed',
  ended_while_shut: 'It went on while it was shut',
  stopped_mediation_their_wish: 'They did not want it, or not any more',
  stopped_mediation_not_safe: 'It was not safe, or may not have been',
  stopped_mediation_not_agreed: 'A manager or a specialist did not agree',
  stopped_mediation_other_tenant: 'The other tenant did not take part',
  stopped_mediation_mediator: 'The mediator stopped it, or did not take it on',
  stopped_mediation_other_way: 'They go another way',
  stopped_mediation_in_error: 'It was written down in error',
};

const others: Readonly<Record<string, string>> = {
  ...{ ...held, ...atLeaving, ...liftedFor, ...action, ...account, ...move, ...tenancy, ...work },
  ...mediated,
};

/** What became of a step over income that a hold met. */
const became: Readonly<Record<string, string>> = {
  held_back: 'Asked before, and held back',
  taken: 'Taken all the same, and found later',
};

const soon = '_within_a_week';

/** By what a count is told apart. */
export function countedBecause(why: string): string {
  const months = /^months_(\d+)$/.exec(why)?.[1];
  if (months) return months === '1' ? '1 month' : `${months} months`;
  const step = /^(held_back|taken)_(\w+)$/.exec(why);
  if (step) return `${became[step[1] ?? ''] ?? ''}: ${labelOf(courtSteps, step[2] ?? '').toLowerCase()}`;
  const words = space[why.replace(soon, '')];
  if (words) return why.endsWith(soon) ? `${words}, within a week of being given` : words;
  return others[why] ?? 'Something else spoke against it';
}

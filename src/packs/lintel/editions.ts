import type { Edition } from '#rules/pack.ts';

/** What Lintel 0.5.0 changed in how the promises of either policy are kept and counted. */
export const inBoth: Edition['changes'] = [
  'What is to be shown within some days, such as that somebody is in charge or that needs were asked about, is ' +
    'counted in working days of the office: 28 days are 20 working days, 10 days are 7, a week is 5, a day is ' +
    'the next working day. Figures of earlier months were counted again.',
  'New promises: danger is dealt with within the hour, a call is made as promised, the level of risk is judged by a ' +
    'named person, and safeguarding referrals are made and answered.',
  'Counted, and neither kept nor broken: how often danger was asked about, and what was offered, by kind and answer.',
  'A case in which nobody is ever reached owes its risk within 5 working days and its plan within 10.',
  'A review that falls on a day on which the office is closed is due before it.',
];

/** The same of the release after it. */
export const inBothSince: Edition['changes'] = [
  'Counted: what is shared with another agency as the person agreed, by two people, or at once because of danger, ' +
    'and whether what they take back stops it.',
  'New promise: what one person shared at once because of danger is looked at by a second person by the close of the ' +
    'next working day.',
  'Counted: from when on other systems hold back because of a case, how often they asked, and how often one stopped.',
  'Counted: files that were looked through, held, found as they came, changed or gone; and packs of evidence, ' +
    'each made by a decision.',
  'Counted: conditions under which something was received, whether each was written down before it left, what left ' +
    'beside them, and which were lifted and why. Where nothing was shared, that is said.',
  'New promises: what somebody would like comes in time by the risk, what was delivered is confirmed by themselves, ' +
    'and whoever wanted time is asked again on the day agreed. Offers are counted by finer kinds, and lists that ' +
    'were recorded at once are told apart.',
  'Counted: messages to the person that left within the agreement, were held, did not arrive, or are in doubt.',
  'Counted: whether a specialist service, an advocate or legal advice came and was right, as people say.',
  'Counted: whether housing options were gone through with the person, and how often they would rather not.',
  'New promises: a decision within a working day about whatever says that a child or an adult may be at risk, and ' +
    'that somebody at the service has the referral. Counted: how that is known.',
  'New promise: a phone or an alarm that is lost is asked about by the end of the next working day. Above a sum that ' +
    'the policy names a manager decides about a cost.',
  'Action about whoever is feared passes a gate that nobody overrides: what they say to it, whether it is safe, who ' +
    'agreed, what was stopped and what came of it are counted. New promise: the risk is looked at within two working ' +
    'days of it.',
  'Where somebody says that it is the other way round it is counted, by who says so, and what was judged. New ' +
    'promises: two people judge within ten working days who mainly harms whom, and again within 20 where it cannot ' +
    'be told; two cases that concern each other have two colleagues.',
  'Moves are counted from the wish: how long they take, whether the tenure was kept, what was refused for safety, ' +
    'whether people feel safe in their new home, and how often lettings asked first. New promise: a move within ' +
    '12 weeks.',
  'New promises: what makes a home safer is done in time, from their yes until they say so themselves; counted: ' +
    'whether the home was looked at together. Security is offered by finer kinds.',
  'New promise: what somebody tells of debts and payments is looked at by an adviser within ten working days. ' +
    'Counted: how often advice brought something.',
  'Changes of tenancies are held, whoever asks for them, and counted. New promise: what concerns a case is looked ' +
    'into on the same working day.',
  'New promise: a change of their tenancy that somebody asks for is decided within five working days.',
  'New customers are asked at the letting, alone, and what they want is handed on before they move in: counted, ' +
    'and of nobody what they answered. New promises: contact before the move, and to be asked within four weeks of ' +
    'it whether they feel safe in their new home.',
  'Breathing space from court action is given, looked at every month, and what became of it counted.',
];

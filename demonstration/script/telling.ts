import type { Chance, Deal } from '#modules/simulator/pure.ts';
import type { AbuseType } from '#rules/words.ts';
import { ownAccount } from './accounts.ts';
import { type Cast, nameAndAddress, wordsFor } from './cast.ts';
import { otherAccount } from './other-accounts.ts';
import { dramaPhone } from './phones.ts';
import type { Telling } from './shares.ts';
import type { Told } from './steps.ts';

/** What was told of somebody, by one way, at one moment. */
export function toldOf(
  cast: Cast,
  telling: Telling,
  receivedAt: Temporal.Instant,
  chance: Chance,
  deal: Deal,
): Told {
  const words = wordsFor(cast);
  const { teller, route, toldBy } = telling;
  const byThemself = toldBy === 'person' && teller === null;
  const danger = chance.weighted<Told['immediateDanger']>([
    ['no', 80],
    ['yes', byThemself && route === 'phone' ? 30 : teller === 'police' ? 15 : 0],
    ['not_known', 7],
  ]);
  return {
    receivedAt,
    route,
    toldBy,
    verbatim: byThemself
      ? ownAccount(cast.relation, words.own, deal)
      : otherAccount(teller ?? 'agency', words[knows(teller)], deal),
    immediateDanger: danger,
    dangerResponse: danger === 'yes' ? chance.pick(inDanger) : '',
    ...who(cast, telling, chance),
    ...(byThemself || teller === 'letting' ? contact(cast, chance) : {}),
    ...(byThemself ? saidBesides(cast, chance) : {}),
    ...(route === 'seen_by_colleague' || route === 'seen_by_contractor'
      ? { indicators: chance.pick(signs) }
      : { abuseTypes: chance.pick(abuse) }),
    ...informant(telling, chance),
    routeDetails: routeDetails(telling, chance),
  };
}

/** Whoever only sees two people does not know how they are related. */
function knows(teller: Telling['teller']): 'other' | 'seen' {
  return teller === 'contractor' || teller === 'colleague' ? 'seen' : 'other';
}

function who(cast: Cast, { toldBy, teller }: Telling, chance: Chance): Partial<Told> {
  const { name, address } = nameAndAddress(cast);
  if (toldBy === 'neighbour') return { address, connection: '', children: 'not_asked' };
  return {
    personName: name,
    personAge: 'adult',
    address: chance.yes(0.85) ? address : '',
    allegedName: teller === null || toldBy === 'agency' ? cast.allegedName : '',
    allegedAge: 'adult',
    connection: cast.connection,
    happened: chance.yes(0.92) ? 'recently' : 'in_the_past',
  };
}

function contact({ person }: Cast, chance: Chance): Partial<Told> {
  const byText = chance.yes(0.2);
  return {
    safeToContact: 'yes',
    contactChannel: person.phone === null ? 'in_person' : byText ? 'text' : 'phone',
    contactValue: person.phone ?? 'The desk at the office, asking for repairs',
    contactTimes: chance.pick(times),
    contactDoNot: chance.pick(doNot),
    whoCanHear: chance.pick(earshot),
  };
}

function saidBesides({ children }: Cast, chance: Chance): Partial<Told> {
  const asked = chance.yes(0.65);
  return {
    children: asked ? (children.length > 0 ? 'yes' : 'no') : 'not_asked',
    childrenDetails: asked && children.length > 0 ? chance.pick(aboutChildren) : '',
    pregnant: chance.weighted([
      ['not_asked', 70],
      ['no', 26],
      ['yes', 4],
    ] as const),
    accessNeeds: chance.weighted([
      ['', 70],
      ['Professional interpreter, a woman, not from the area', 6],
      ['Hard of hearing: text first, then a call with captions', 5],
      ['Needs breaks; one question at a time', 8],
      ['Would rather speak with a woman', 11],
    ]),
    viewsOnSharing: chance.pick(sharing),
    promised: chance.pick(promised),
  };
}

/** Whoever tells of somebody else is asked, and need not say, who they are. */
function informant({ toldBy, teller }: Telling, chance: Chance): Partial<Told> {
  if (teller !== 'neighbour' && teller !== 'friend_family') return {};
  const contactable = chance.yes(0.6);
  return {
    informantName: contactable && toldBy === 'friend_family' ? 'Wishes not to be named' : '',
    informantContact: contactable ? dramaPhone(2_900 + chance.whole(0, 99)) : '',
    informantKnown: chance.yes(0.8) ? 'no' : 'not_known',
  };
}

function routeDetails({ route, teller }: Telling, chance: Chance): Readonly<Record<string, string>> {
  if (teller === 'police')
    return {
      agency_reference: `Police, ${chance.whole(100, 999)}/${chance.whole(10_000, 99_999)}`,
      agency_grading: chance.pick(['Medium; Dash with 11 answered yes', 'Standard; no Dash yet', 'High']),
      agency_basis: 'Shared to keep somebody safe; not to be passed on without asking',
    };
  if (teller === 'agency')
    return { agency_contact: `The duty desk, ${dramaPhone(2_000 + chance.whole(0, 99))}` };
  if (teller === 'contractor' || teller === 'colleague')
    return {
      opinion: 'It did not feel like an accident to me, but I only saw what I wrote.',
      job_reference: `J-${chance.whole(30_000, 69_999)}`,
    };
  if (route === 'home_visit' || route === 'face_to_face')
    return {
      seen_alone: chance.pick(['Yes, in the kitchen', 'Yes, outside by the bins', 'For five minutes']),
    };
  if (route === 'new_letting') return { seen_alone: 'Yes', past_or_present: chance.pick(beforeOrNow) };
  if (route === 'email') return { who_reads: chance.pick(['Nobody, new account', 'Not sure any more']) };
  if (route === 'web_chat' || route === 'web_form')
    return { device_safe: chance.yes(0.8) ? 'yes' : 'not_known' };
  if (route === 'letter') return { letter_kept: 'In the restricted store; no copies' };
  return {};
}

const beforeOrNow = ['It was before, and they are afraid of being found', 'Not said'] as const;

const inDanger = [
  'Rang 999 together before anything else; officers were there within a quarter of an hour and stayed.',
  'Asked to ring 999 and to press 55 if it is not safe to speak. Stayed near until an officer was ' +
    'with them. Told the manager on call.',
  'Police were there already. Confirmed that everybody is out of the home and has somewhere to sleep tonight.',
] as const;

const times = [
  'Weekdays, one to two in the afternoon',
  'After half past nine, before three',
  'Mornings only',
  'Tuesdays and Thursdays, any time before four',
  'Not at weekends',
] as const;

const doNot = [
  'No letters, no voicemail',
  'Never the landline',
  'No e-mail to the old account, it is shared',
  'Do not come to the home',
  'Nothing after five',
] as const;

const earshot = [
  'Nobody',
  'A colleague in the next room',
  'The children are at school',
  'Nobody while I am at work',
] as const;

const aboutChildren = [
  'In the home when it happens. They go to the upstairs room and put the music on.',
  'At the primary school nearby; the youngest does not sleep well.',
  'With a grandparent every weekend. They know more than we think.',
] as const;

const sharing = [
  'Would like to be asked each time',
  'The adviser yes, the police not yet',
  'Whoever helps may know; family may not',
  'Not said yet',
] as const;

const promised = [
  'Somebody of the team calls today, from a withheld number.',
  'Nobody will write or visit. A call today at the time agreed.',
  'That nothing is done without them, unless a life is at risk.',
] as const;

const abuse: readonly (readonly AbuseType[])[] = [
  ['controlling_or_coercive', 'psychological_or_emotional'],
  ['violent_or_threatening', 'physical_or_sexual'],
  ['economic', 'controlling_or_coercive', 'coerced_debt'],
  ['stalking_or_harassment', 'post_separation'],
  ['violent_or_threatening', 'psychological_or_emotional', 'technology'],
  ['physical_or_sexual', 'strangulation', 'controlling_or_coercive'],
];

const signs: readonly NonNullable<Told['indicators']>[] = [
  ['damage', 'lock_jobs'],
  ['spoken_for', 'afraid'],
  ['locks_outside', 'afraid'],
  ['injury', 'spoken_for'],
  ['damage', 'children'],
];

import type { AgreedChannel, Agreement } from './agreement.ts';
import type { Entrance } from './entrance.ts';
import type { Household, Nearness } from './household.ts';
import { could, type Learner, notKnown, type Outlet, would } from './learner.ts';
import { othersAt } from './others-at.ts';
import type { PaperAgreement } from './own-paper.ts';
import { type Over, termsOver } from './ways.ts';

/** Who is around the person, as far as the case knows. */
export interface Around {
  /** Null: nothing was agreed. */
  readonly agreement: PaperAgreement | null;
  readonly household: Household;
  /** The address of their home; `''`: not known. */
  readonly home: string;
  /** Somebody who supports them is in the case. */
  readonly supported: boolean;
  /** How the home is reached; left out: nobody looked. */
  readonly entrance?: Entrance | undefined;
}

/** In the person's own hands, or on the way there: whoever is around them. */
export function around(outlet: Outlet, over: Over, who: Around, feared: string): readonly Learner[] {
  const sees = couldSee[outlet];
  if (sees === undefined) return [];
  const { household, agreement, supported, entrance } = who;
  // Said in the same room it goes no way: what is in doubt is what was agreed first.
  const way = outlet === 'aloud' ? 'first' : over;
  const terms = termsOver(agreement === null ? null : { further: [], ...agreement }, way);
  return [
    ...whoeverIsFeared(household.feared, feared, sees, outlet),
    ...inDoubt(outlet, terms),
    ...(outlet === 'aloud' ? [] : whoeverAnswers(outlet, over, agreement)),
    ...atHome(household, sees),
    ...(outlet === 'letter' ? withThePost(entrance, terms) : []),
    ...overTheAccount(outlet, over, agreement),
    ...whoeverReads(outlet, agreement),
    ...(agreement?.contactPerson || supported
      ? [could('Somebody who helps them', 'They may carry it, keep it or read it with them.')]
      : []),
    ...(written.includes(outlet) ? whoeverAsks(household) : []),
  ];
}

/** What somebody at the same home could do. */
const couldSee: Readonly<Partial<Record<Outlet, string>>> = {
  handed_over: 'They could find the paper where it is kept.',
  letter: 'If it goes to that home, they could open the post; elsewhere, find the letter where it is kept.',
  email: 'They could read it where a mailbox or a device is shared.',
  text: 'They could read it on the phone.',
  call: 'They could answer, hear it, or ask who it was.',
  visit: 'They could open the door, or see who comes.',
  aloud: 'They could be within hearing.',
};
const written: readonly Outlet[] = ['handed_over', 'letter', 'email', 'text'];

function whoeverIsFeared(
  found: readonly Nearness[],
  who: string,
  sees: string,
  outlet: Outlet,
): readonly Learner[] {
  // Whoever looks may be kept from somebody in the case.
  if (found.length === 0)
    return [
      notKnown(
        who,
        'Nobody whom you can see is on record as the one whom they fear. Ask who must not learn of it.',
        { feared: true },
      ),
    ];
  const more = { sees, feared: true };
  const there = { ...more, sees: outlet === 'letter' ? `${sees} Send nothing to that home.` : sees };
  const near: Readonly<Record<Nearness, Learner>> = {
    holds_it: could(who, 'Holds the tenancy of the same home.', there),
    lives_there: could(who, 'Lives at the same home, as the register has it.', there),
    was_there: could(
      who,
      'Was at the same home before: may have a key, come by, or still get its post.',
      there,
    ),
    not_known: notKnown(who, 'Whether they are at the same home, or come there, is not on record.', more),
  };
  return found.map((each) => near[each]);
}

function atHome({ tenants, others, children }: Household, sees: string): readonly Learner[] {
  return [
    ...(tenants === null
      ? [notKnown('A joint tenant', 'It is not on record who else holds the home.', { sees })]
      : tenants > 0
        ? [could('A joint tenant', 'Somebody else holds the tenancy too.', { sees })]
        : []),
    others === null || others === 0
      ? notKnown('Others of the household', `${nobodyElse(children)}, which is not to say nobody.`, { sees })
      : could('Others of the household', 'Others are on record there.', { sees }),
    ...(children ? [could('A child', 'They could find it or notice, and be asked about it.')] : []),
  ];
}

function nobodyElse(children: boolean): string {
  return children ? 'Nobody else is on record' : 'Nobody else, and no child, is on record';
}

/** Between our door and theirs. */
function withThePost(entrance: Entrance | undefined, terms: Agreement | null): readonly Learner[] {
  const neighbours = 'Neighbours, at a shared hall or letter box';
  const sentOn = 'Whoever gets their post sent on';
  return [
    entrance === 'shared'
      ? could(
          neighbours,
          'There are several homes at this address. If it goes to that home, they could take or see it.',
        )
      : notKnown(neighbours, 'Whether the home has a letter box of its own is not on record.'),
    terms?.movedSince
      ? could(sentOn, 'They moved: whoever stayed may send post on, or have it sent elsewhere.')
      : notKnown(sentOn, 'Whether their post is redirected, or fetched by somebody, is not on record.'),
  ];
}

/** A phone and a mailbox are read by whoever has the account, wherever they are. */
function overTheAccount(outlet: Outlet, over: Over, agreement: PaperAgreement | null): readonly Learner[] {
  const { shared } = othersAt(channelOf[outlet], over, agreement) ?? {};
  const also = (who: string, why: string) =>
    shared === 'yes' ? could(who, `They told us that others use it. ${why}`) : notKnown(who, `${why} Ask.`);
  return [
    ...(outlet === 'email'
      ? [
          also(
            'Whoever is signed in to the same mailbox elsewhere',
            'It opens on whatever was ever signed in: an old phone, a tablet of the family, a computer at work.',
          ),
        ]
      : []),
    ...(outlet === 'text' || outlet === 'call' || outlet === 'email'
      ? [
          also(
            'Whoever shares the phone’s account',
            'An account of the family shows messages and calls on other devices, and where the phone is.',
          ),
        ]
      : []),
    ...(outlet === 'visit' || outlet === 'handed_over'
      ? [
          notKnown(
            'Whoever follows where their phone is',
            'They see where the two of you meet, and for how long. Ask.',
          ),
        ]
      : []),
  ];
}

function whoeverAsks({ feared, tenants }: Household): readonly Learner[] {
  const holdsToo = feared.includes('holds_it') || (tenants !== null && tenants > 0);
  return [
    could(
      'Anybody whom it names',
      'They may ask us for what is held about them, and we keep what was sent. ' +
        'What would endanger somebody can be held back.',
    ),
    ...(holdsToo
      ? [
          could(
            'Another tenant who asks for what is held',
            'They may ask to see the file of the tenancy: nothing of this belongs in it.',
          ),
        ]
      : []),
  ];
}

const channelOf: Readonly<Partial<Record<Outlet, AgreedChannel>>> = {
  handed_over: 'in_person',
  letter: 'post',
  email: 'email',
  text: 'text',
  call: 'phone',
  visit: 'in_person',
};
const sharedWith: Readonly<Partial<Record<Outlet, string>>> = {
  letter: 'Others who get their post there',
  email: 'Others who open the same mailbox',
  text: 'Others who use the same phone',
  call: 'Others who use the same phone',
};

/** As it was said of that way: what was said of the phone says nothing of the post. */
function whoeverAnswers(outlet: Outlet, over: Over, agreement: PaperAgreement | null): readonly Learner[] {
  const who = 'Whoever else may answer, open or find it';
  const said = othersAt(channelOf[outlet], over, agreement);
  if (said === null)
    return [notKnown(who, 'Nothing was agreed of this way: nobody has said who else sees what comes.')];
  const { whoMightAnswer, shared, ofAnotherWay } = said;
  const others = sharedWith[outlet];
  return [
    ...(whoMightAnswer === '' && shared === 'no' ? [] : [asTold(who, whoMightAnswer, ofAnotherWay)]),
    ...(others === undefined || shared === 'no'
      ? []
      : [
          shared === 'yes'
            ? could(others, 'They told us that others use it too.')
            : notKnown(others, 'Whether others use it too is not known. Ask.'),
        ]),
  ];
}

function asTold(who: string, whoMightAnswer: string, ofAnotherWay: boolean): Learner {
  if (whoMightAnswer === '') return notKnown(who, 'Nobody wrote down who else might, over this way. Ask.');
  const said = `“${whoMightAnswer}”.`;
  return ofAnotherWay
    ? could(who, `As they told us of the way agreed first: ${said} Of this one nobody wrote it down. Ask.`)
    : could(who, `As they told us: ${said}`);
}

function inDoubt(outlet: Outlet, terms: Agreement | null): readonly Learner[] {
  const moved = terms?.movedSince && (outlet === 'letter' || outlet === 'visit');
  return [
    ...(terms?.unsureSince
      ? [could('Somebody who may suspect something', 'They have answered since this was agreed.')]
      : []),
    ...(moved ? [could('Whoever lives where they lived before', 'This was agreed before they moved.')] : []),
  ];
}

/** Somebody who needs an interpreter may have what is written read to them by family. */
function whoeverReads(outlet: Outlet, agreement: PaperAgreement | null): readonly Learner[] {
  const need = agreement?.interpreter ?? '';
  if (need === 'not_needed') return [];
  if (written.includes(outlet)) {
    const reads = 'Whoever reads it to them';
    return need === ''
      ? [notKnown(reads, 'Nobody wrote down whether they can read it by themselves.')]
      : [could(reads, 'They need an interpreter: family or somebody of the community may read it out.')];
  }
  return need === ''
    ? [notKnown('An interpreter', 'Nobody wrote down whether one is needed.')]
    : [would('The interpreter', 'They hear all of it. Ask whether the two know each other.')];
}

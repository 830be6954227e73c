import type { AgreedChannel, Agreement } from './agreement.ts';
import type { Household, Nearness } from './household.ts';
import { othersAt } from './others-at.ts';
import type { PaperAgreement } from './own-paper.ts';
import type { Words } from './pack.ts';
import { type Over, termsOver } from './ways.ts';
import { partLabel } from './words.ts';

/** How something leaves. A letter is printed before it is a letter: both are said. */
export type Outlet =
  | 'download'
  | 'print'
  | 'handed_over'
  | 'letter'
  | 'email'
  | 'text'
  | 'call'
  | 'visit'
  | 'aloud';

/** Who is around the person, as far as the case knows. */
export interface Around {
  /** Null: nothing was agreed. */
  readonly agreement: PaperAgreement | null;
  readonly household: Household;
  /** Somebody who supports them is in the case. */
  readonly supported: boolean;
}

/** What leaves: by which ways, and for whom it is meant. */
export type Leaving = { readonly by: readonly Outlet[] } & (
  | { readonly to: 'team' | 'agency' | 'court' | 'contractor' }
  /** `over`: which of the agreed ways it goes; none where it is said in the same room. */
  | { readonly to: 'person'; readonly over?: Over | undefined; readonly around: Around }
);

/** Somebody, or a system, that would see it, could see it, or of whom nobody knows whether they could. */
export interface Learner {
  readonly who: string;
  readonly why: string;
  readonly how: 'would' | 'could' | 'not_known';
}

/**
 * Who would learn this? Whoever and whatever could see what leaves, beside whom it is meant for, and why; whoever is
 * feared first, then whoever may suspect, then whom they told us of. What nobody knows is said as not known: blank is
 * not no (V3.2, L1.6, L2.1a).
 */
export function whoWouldLearn(leaving: Leaving, words: Words): readonly Learner[] {
  const feared = partLabel('alleged_perpetrator', words);
  const readers =
    leaving.to === 'person'
      ? leaving.by.flatMap((outlet) => aroundThem(outlet, leaving.over ?? 'another', leaving.around, feared))
      : atTheirEnd(leaving.to, feared);
  const found = [...readers, ...leaving.by.flatMap((outlet) => onTheWay[outlet] ?? [])];
  return found.filter(
    ({ who, why }, index) => found.findIndex((other) => other.who === who && other.why === why) === index,
  );
}

/** What sees it wherever it goes: machines, and whoever stands beside them. */
const onTheWay: Readonly<Partial<Record<Outlet, Learner>>> = {
  download: would(
    'The computer on which it is saved',
    'It stays among the downloads, and wherever these are copied to. Whoever uses that computer can open it.',
  ),
  print: could(
    'The printer',
    'Whoever comes by can take the paper. A shared printer may keep what it printed, and print it again.',
  ),
  email: would('Both mailboxes', 'Each keeps it, and may show it on every device that is signed in.'),
  text: could('The screen of the phone', 'A text is shown while the phone is locked, and on other devices.'),
  call: could('The list of calls and the bill', 'Both show that we rang, where our number is not withheld.'),
  visit: could('Neighbours, or a camera at the door', 'They see who comes, and a camera keeps it.'),
  aloud: could('Whoever is within hearing', 'Also from the next room, or through a phone that listens.'),
};

function atTheirEnd(to: Exclude<Leaving['to'], 'person'>, feared: string): readonly Learner[] {
  const asksUs = could(
    `${feared}, or anybody whom it names`,
    'They may ask us, and whoever holds it, for what is held about them. ' +
      'What would endanger somebody can be held back.',
  );
  const ends: Readonly<Record<typeof to, readonly Learner[]>> = {
    team: [
      would(
        'Whoever can open the place where it is kept',
        'Outside Lintel no conflict keeps anybody from it.',
      ),
      asksUs,
    ],
    agency: [would('Whoever works with it there', 'They decide who that is, and whom they tell.'), asksUs],
    court: [
      could(
        `${feared} and their solicitor`,
        'A court usually gives each side what the other hands in. ' +
          'Ask the solicitor first what may be kept back.',
      ),
      asksUs,
    ],
    contractor: [
      would('The contractor', 'Their office and whoever they send read it, and may speak of it at the door.'),
    ],
  };
  return ends[to];
}

/** In the person's own hands, or on the way there: whoever is around them. */
function aroundThem(outlet: Outlet, over: Over, around: Around, feared: string): readonly Learner[] {
  const sees = couldSee[outlet];
  if (sees === undefined) return [];
  const { household, agreement, supported } = around;
  // Said in the same room it goes no way: what is in doubt is what was agreed first.
  const way = outlet === 'aloud' ? 'first' : over;
  const terms = termsOver(agreement === null ? null : { further: [], ...agreement }, way);
  return [
    ...whoeverIsFeared(household.feared, feared, sees),
    ...inDoubt(outlet, terms),
    ...(outlet === 'aloud' ? [] : whoeverAnswers(outlet, over, agreement)),
    ...atHome(household, sees),
    ...whoeverReads(outlet, agreement),
    ...(agreement?.contactPerson || supported
      ? [could('Somebody who helps them', 'They may carry it, keep it or read it with them.')]
      : []),
    ...(holdsToo(household) && written.includes(outlet)
      ? [
          could(
            'Another tenant who asks for what is held',
            'They may ask to see the file of the tenancy: nothing of this belongs in it.',
          ),
        ]
      : []),
  ];
}

function holdsToo({ tenants, feared }: Household): boolean {
  return feared.includes('holds_it') || (tenants !== null && tenants > 0);
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

function whoeverIsFeared(feared: readonly Nearness[], who: string, sees: string): readonly Learner[] {
  // Whoever looks may be kept from somebody in the case.
  if (feared.length === 0)
    return [
      notKnown(
        who,
        'Nobody whom you can see is on record as the one whom they fear. Ask who must not learn of it.',
      ),
    ];
  const near: Readonly<Record<Nearness, Learner>> = {
    holds_it: could(who, `Holds the tenancy of the same home. ${sees}`),
    lives_there: could(who, `Lives at the same home, as the register has it. ${sees}`),
    was_there: could(
      who,
      `Was at the same home before: may have a key, come by, or still get its post. ${sees}`,
    ),
    not_known: notKnown(who, `Whether they are at the same home, or come there, is not on record. ${sees}`),
  };
  return feared.map((each) => near[each]);
}

function atHome({ tenants, others, children }: Household, sees: string): readonly Learner[] {
  return [
    ...(tenants === null
      ? [notKnown('A joint tenant', `It is not on record who else holds the home. ${sees}`)]
      : tenants > 0
        ? [could('A joint tenant', `Somebody else holds the tenancy too. ${sees}`)]
        : []),
    others === null || others === 0
      ? notKnown('Others of the household', `${nobodyElse(children)}, which is not to say nobody. ${sees}`)
      : could('Others of the household', `Others are on record there. ${sees}`),
    ...(children ? [could('A child', 'They could find it or notice, and be asked about it.')] : []),
  ];
}

function nobodyElse(children: boolean): string {
  return children ? 'Nobody else is on record' : 'Nobody else, and no child, is on record';
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
  const reads = 'Whoever reads it to them';
  if (written.includes(outlet))
    return need === ''
      ? [notKnown(reads, 'Nobody wrote down whether they can read it by themselves.')]
      : [could(reads, 'They need an interpreter: family or somebody of the community may read it out.')];
  return need === ''
    ? []
    : [would('The interpreter', 'They hear all of it. Ask whether the two know each other.')];
}

function would(who: string, why: string): Learner {
  return { who, why, how: 'would' };
}

function could(who: string, why: string): Learner {
  return { who, why, how: 'could' };
}

function notKnown(who: string, why: string): Learner {
  return { who, why, how: 'not_known' };
}

import { type Around, around as aroundThem } from './around-them.ts';
import { could, type Learner, notKnown, type Outlet, would } from './learner.ts';
import type { Words } from './pack.ts';
import type { Over } from './ways.ts';
import { partLabel } from './words.ts';

export type { Around } from './around-them.ts';
export type { Learner, Outlet } from './learner.ts';

/** What leaves: by which ways, and for whom it is meant. */
export type Leaving = {
  readonly by: readonly Outlet[];
  /** Somebody of the landlord is kept from the case by a conflict; left out: nobody looked. */
  readonly conflicts?: boolean | undefined;
} /** `safeguarding`: the service for children or adults at risk. */ & (
  | { readonly to: 'team' | 'contractor' | 'safeguarding' }
  /** `at`: as whoever sends it wrote down where it goes. */
  | { readonly to: 'agency' | 'court'; readonly at?: string | undefined }
  /** Times of appointments, read by whatever calendar somebody of the team chose. */
  | { readonly to: 'own_calendar' }
  /** `over`: which of the agreed ways it goes; none where it is said in the same room. */
  | { readonly to: 'person'; readonly over?: Over | undefined; readonly around: Around }
);

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
      : atTheirEnd(leaving, feared);
  const found = [
    ...readers,
    ...leaving.by.flatMap((outlet) => onTheWay[outlet] ?? []),
    ...(leaving.by.includes('print') ? [atThePrinter(leaving.conflicts === true)] : []),
  ];
  return found.filter(
    (each, index) =>
      found.findIndex(({ who, why, sees }) => who === each.who && why === each.why && sees === each.sees) ===
      index,
  );
}

/** What sees it wherever it goes: machines, and whoever stands beside them. */
const onTheWay: Readonly<Partial<Record<Outlet, readonly Learner[]>>> = {
  download: [
    would(
      'The computer on which it is saved',
      'It stays among the downloads, and wherever these are copied to. Whoever uses that computer can open it.',
    ),
  ],
  print: [
    could(
      'The printer',
      'Whoever comes by can take the paper. A shared printer may keep what it printed, and print it again.',
    ),
  ],
  letter: [
    could(
      'Whoever sees the envelope',
      'Franking, a logo or an address to return it to says who wrote. Take a plain envelope and a stamp.',
    ),
  ],
  email: [
    would('Both mailboxes', 'Each keeps it, and may show it on every device that is signed in.'),
    could('The screen of the phone', 'Who wrote, and the first words, are shown while the phone is locked.'),
  ],
  text: [
    could('The screen of the phone', 'A text is shown while the phone is locked, and on other devices.'),
  ],
  call: [
    could('The list of calls and the bill', 'Both show that we rang, where our number is not withheld.'),
    could('The screen of the phone', 'A call that was missed stands there while the phone is locked.'),
  ],
  visit: [could('Neighbours, or a camera at the door', 'They see who comes, and a camera keeps it.')],
  aloud: [could('Whoever is within hearing', 'Also from the next room, or through a phone that listens.')],
};

function atThePrinter(conflicts: boolean): Learner {
  return conflicts
    ? could(
        'A colleague who is kept from this case',
        'A conflict is on record. At a printer that is shared they could read it: fetch the paper at once.',
      )
    : notKnown(
        'A colleague at a shared printer',
        'No conflict is on record, which is not to say that nobody there knows one of them.',
      );
}

function atTheirEnd(
  leaving: Exclude<Leaving, { readonly to: 'person' }>,
  feared: string,
): readonly Learner[] {
  const asksUs = could(
    `${feared}, or anybody whom it names`,
    'They may ask us, and whoever holds it, for what is held about them. ' +
      'What would endanger somebody can be held back.',
    { feared: true },
  );
  switch (leaving.to) {
    case 'team':
      return [
        would(
          'Whoever can open the place where it is kept',
          'Outside Lintel no conflict keeps anybody from it.',
        ),
        asksUs,
      ];
    case 'agency':
      return [
        asksUs,
        would('Whoever works with it there', 'They decide who that is, and whom they tell.'),
        arrivesThere(leaving),
      ];
    case 'safeguarding':
      return [
        could(
          `${feared}, and the parents or carers of a child`,
          'The service usually speaks with them, and may say who told. Say first whom that would endanger.',
          { feared: true },
        ),
        asksUs,
        would('Whoever works with it there', 'They decide who that is, and whom they tell: often a school.'),
        arrivesThere(leaving),
      ];
    case 'court':
      return [
        could(
          `${feared} and their solicitor`,
          'A court usually gives each side what the other hands in. ' +
            'Ask the solicitor first what may be kept back.',
          { feared: true },
        ),
        asksUs,
        arrivesThere(leaving),
      ];
    case 'contractor':
      return [
        would(
          'The contractor',
          'Their office and whoever they send read it, and may speak of it at the door.',
        ),
        asksUs,
      ];
    case 'own_calendar':
      return [
        would(
          'Whoever runs the calendar that reads it',
          'Their computers keep when you have appointments, and show it on each device that is signed in.',
        ),
        could(
          'Whoever sees your calendar',
          'They see when you are away, and nothing else: no name, no place, no reference.',
        ),
        could('Whoever comes by the link', 'They read the same, until you end it. Give it to nobody.'),
      ];
  }
}

/** Many a team there opens one mailbox together, and somebody among them may know the family. */
function arrivesThere({ by, at = '' }: Pick<Leaving, 'by'> & { readonly at?: string | undefined }): Learner {
  const who = by.includes('download') || by.includes('email') ? sameInbox : 'Whoever opens the post there';
  return sharedInbox.test(at)
    ? could(who, 'As it is written down it goes to several. Ask for one person, by name.')
    : notKnown(who, 'Nobody wrote down whether it goes to one person alone, or to several. Ask.');
}

const sameInbox = 'Whoever opens the same inbox there';

const sharedInbox =
  /\b(?:inbox|team|duty|desk|reception|enquiries|everybody)\b|\b(?:info|enquir(?:y|ies)|duty|admin|office|team|referrals?|contact|reception|mail|hello|mash|marac|hub)[\w.-]*@/i;

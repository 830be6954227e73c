import { type Arc, acts, later } from './arc-steps.ts';
import type { Step } from './steps.ts';

/** How often a case is one in which something goes to another agency. */
const shares = 0.34;
const kinds = [
  ['as-agreed', 26],
  ['in-confidence', 14],
  ['evidence', 10],
  ['refused', 16],
  ['taken-back', 12],
  ['by-two', 16],
  ['not-after-all', 6],
] as const;

/** Asked what they agree to; shared as they agreed, by two people, or not at all; and taken back. */
export function sharing(arc: Arc): readonly Step[] {
  const chance = arc.work.chance.apart('sharing');
  if (!chance.yes(shares)) return inDanger(arc);
  const kind = chance.weighted(kinds);
  const own = { ...arc, work: { ...arc.work, chance } };
  const at = later(own, arc.from, chance.whole(2, 6)).add({ minutes: 7 });
  const after = (minutes: number) => at.add({ minutes });
  const nextDay = later(own, at, 1);
  const idva = { to: 'idva', words: chance.pick(wantsFromThem) } as const;
  const police = { to: 'police', words: chance.pick(whatTheyHeard) } as const;
  switch (kind) {
    case 'as-agreed':
      return [
        acts(arc, at, {
          does: 'ask-to-share',
          to: 'idva',
          answer: 'given',
          words: 'They may know all of it.',
        }),
        acts(arc, after(3), { does: 'decide-share', ...idva, ground: '' }),
        acts(arc, after(6), { does: 'send-share' }),
      ];
    case 'in-confidence':
      return [
        acts(arc, at, { does: 'hear-in-confidence', ...chance.pick(toldByThePolice) }),
        acts(arc, after(11), {
          does: 'ask-to-share',
          ...{ to: 'idva', answer: 'given', who: true },
          words: 'They may know who I am, and all that I told you.',
        }),
        acts(arc, after(14), { does: 'decide-share', ...idva, ground: '', who: true, chronology: true }),
        acts(arc, after(17), { does: 'send-share' }),
        acts(arc, after(40), {
          does: 'correct-what-left',
          words: 'It was on the Thursday, and not on the Friday: they looked it up.',
        }),
        acts(arc, after(50), { does: 'hear-in-confidence', ...chance.pick(toldByThePolice) }),
        acts(arc, after(51), { does: 'tell-of-since' }),
        acts(arc, nextDay, {
          does: 'look-at-doubt',
          by: arc.second,
          words: 'Their own words say nothing of an arrest, nor of who told the police',
        }),
        acts(arc, nextDay.add({ minutes: 9 }), {
          ...{ does: 'decide-share', ...idva, ground: '', who: true, chronology: true },
        }),
        acts(arc, nextDay.add({ minutes: 12 }), { does: 'send-share' }),
        acts(arc, later(own, at, 3), {
          does: 'lift-condition',
          by: arc.second,
          why: 'The officer in the case rang: he is in custody, and the Idva may know it',
        }),
      ].filter((each) => Temporal.Instant.compare(each.at, arc.work.present) < 0);
    case 'evidence':
      return [
        acts(arc, at, {
          does: 'add-files',
          of: chance.pick(['lock', 'door'] as const),
          shows: 'The front door on the morning after, from outside. Nobody is in it.',
        }),
        acts(arc, after(2), {
          does: 'ask-to-share',
          to: 'police',
          answer: 'given',
          words: 'Yes, for the court. Nothing of where I am now.',
        }),
        acts(arc, after(5), {
          does: 'decide-share',
          to: 'police',
          ground: '',
          words: 'They ask for the pictures of the door.',
          files: true,
        }),
        acts(arc, after(9), { does: 'pack-evidence' }),
      ];
    case 'refused':
      return [
        acts(arc, at, {
          does: 'ask-to-share',
          to: 'police',
          answer: 'refused',
          words: 'Not yet. Maybe later.',
        }),
      ];
    case 'taken-back':
      return [
        acts(arc, at, { does: 'ask-to-share', to: 'idva', answer: 'given', words: 'If it helps.' }),
        acts(arc, after(4), { does: 'take-back', words: 'I thought about it, and I would rather not.' }),
      ];
    case 'by-two':
      return [
        acts(arc, at, { does: 'decide-share', ...police, ground: 'legal-obligation' }),
        acts(arc, after(20), { does: 'agree-share', by: arc.second }),
        acts(arc, after(24), { does: 'send-share' }),
      ];
    case 'not-after-all':
      return [
        acts(arc, at, { does: 'decide-share', ...police, ground: 'legal-obligation' }),
        acts(arc, after(30), {
          does: 'drop-share',
          why: 'They rang, and want to tell the police themselves',
        }),
      ];
  }
}

/** Sent at once by one person, for somebody was in danger; looked at afterwards by another. */
function inDanger(arc: Arc): readonly Step[] {
  const chance = arc.work.chance.apart('shared in danger');
  if (!chance.yes(0.2)) return [];
  const at = later({ ...arc, work: { ...arc.work, chance } }, arc.from, chance.whole(2, 6)).add({
    minutes: 7,
  });
  const after = (minutes: number) => at.add({ minutes });
  const police = { to: 'police', words: chance.pick(whatTheyHeard) } as const;
  return [
    acts(arc, at, { does: 'tell-danger', words: 'They saw him at the gate, shouting to be let in' }),
    acts(arc, after(2), { does: 'decide-share', ...police, ground: 'legal-obligation' }),
    acts(arc, after(4), { does: 'send-share' }),
    acts(arc, after(25), { does: 'deal-with-danger', words: 'The police came, and he has gone' }),
    acts(arc, after(95), { does: 'agree-share', by: arc.second }),
  ];
}

const wantsFromThem = [
  'They would like somebody to go to court with them.',
  'They would like to talk about a safe way out of the house, with somebody who knows.',
  'They ask for counselling in the evening, away from home.',
];
const toldByThePolice = [
  {
    words: 'He is to be arrested on Friday at his work.',
    asked: 'Do not disclose to anybody before he is arrested.',
  },
  {
    words: 'Somebody else told us of the night of the call-out, and is afraid of being known.',
    asked: 'Do not disclose: whoever told us would be known by it.',
  },
] as const;
const whatTheyHeard = [
  'There was a threat to come back to the home tonight.',
  'There is an order of a court, and it was broken yesterday at the gate of the school.',
  'A court asks for what we know of the night of the call-out.',
];

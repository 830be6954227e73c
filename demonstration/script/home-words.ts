import type { KindOfOffer } from '#modules/support/pure.ts';

/** What makes a home safer: what is offered, what they say to it, and what they say once it is there. */
export interface HomeOffer {
  readonly kind: KindOfOffer;
  readonly what: string;
  readonly yes: string;
  readonly said: string;
  /** And months later; nothing: nobody looks at it again. */
  readonly later?: string;
}

export const saferHomes = {
  make_safe: {
    kind: 'make_safe',
    what: 'The front door, which no longer locks',
    yes: '“Today, please. It only leans shut.”',
    said: '“It locks again. I tried it three times.”',
  },
  door_bolt: {
    kind: 'door_bolt',
    what: 'A bolt on the back door',
    yes: '“Yes, one that I can reach in the dark.”',
    said: '“It is on, and it does not stick.”',
  },
  emergency_marker: {
    kind: 'emergency_marker',
    what: 'A marker on their number and their address',
    yes: '“If I ring and say nothing, they should know.”',
    said: '“They read it back to me. It is there.”',
    later: '“I rang them on Sunday. They still have it.”',
  },
  sanctuary_room: {
    kind: 'sanctuary_room',
    what: 'The bedroom at the front, where the phone has a signal',
    yes: '“I would sleep in there. It has to open without a key.”',
    said: '“It closes, and it opens from inside. I practised.”',
    later: '“It sticks a little when it is wet, and I get out. I tried it.”',
  },
} as const satisfies Readonly<Record<string, HomeOffer>>;

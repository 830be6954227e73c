import { type Held, held } from './against-post.ts';
import { allowed, refused, type Verdict } from './facts.ts';
import type { Works } from './works.ts';

/** How somebody who may enter stands to being shut out. */
export type SayStands = 'keys' | 'agrees' | 'court_order' | 'refuses' | 'not_safe' | 'not_asked';

/** Who has a right in the home, as it was last written down; what nobody knows is an answer. */
export interface HomeRights {
  readonly holder: 'alone' | 'with_another' | 'another' | 'not_known';
  /** Whoever holds it with them, or in their place; null: nobody does. */
  readonly holderStands: SayStands | null;
  /** Whoever they are married to, or in a civil partnership with. */
  readonly spouse: 'yes' | 'never_shared' | 'not_married' | 'not_known';
  readonly spouseStands: SayStands | null;
  /** An order of a court that keeps somebody from this home; null: none is on record. */
  readonly order: {
    /** One of us has read that it says so; else they were only told of it. */
    readonly read: boolean;
    /** Null: without an end. */
    readonly until: Temporal.PlainDate | null;
  } | null;
  readonly owner: 'ours' | 'agrees' | 'refuses' | 'not_known';
  /** Somebody who knows about fire agrees to works on doors and ways out. */
  readonly fire: 'agrees' | 'refuses' | 'not_asked';
}

/** What a room to wait in for help needs beside everything else (domain §6). */
export interface RoomFacts {
  readonly wish: 'yes' | 'no' | 'not_asked';
  readonly fearedLivesThere: 'yes' | 'no' | 'not_known';
  readonly fireService: 'advised' | 'not_yet';
  /** It opens from inside without a key, and help can open it. */
  readonly getsOut: 'yes' | 'no' | 'not_known';
  /** It is part of a plan that they agreed to. */
  readonly planAgreed: boolean;
}

export interface WorkFacts {
  readonly works: Works;
  /** Null: nothing was written down of the home in which they live now. */
  readonly rights: HomeRights | null;
  /** The register has somebody else who holds this home; null: it does not know the home. */
  readonly othersHold: boolean | null;
  readonly room: RoomFacts | null;
}

export type WorkGate =
  | { readonly open: true }
  | { readonly open: false; readonly reasons: readonly [Held, ...Held[]] };

/**
 * May this be ordered, to be done on that day? Whoever has a right to be in a home is shut out with their agreement,
 * which is asked only where that is safe, or by an order of a court that one of us has read; nobody overrides that,
 * whatever they are. What is unknown shuts it. To make safe is never stopped (V4.2a, L2.7d).
 */
export function mayOrderWork(facts: WorkFacts, day: Temporal.PlainDate): WorkGate {
  const { works, rights } = facts;
  const asks = works.shutsOut || works.alters || works.wayOut || works.room;
  const found =
    asks && rights === null
      ? [nothingKnown]
      : rights === null
        ? []
        : [
            ...(works.shutsOut ? ofThoseShutOut(rights, facts.othersHold, day) : []),
            ...(works.alters ? ofTheOwner(rights) : []),
            ...(works.wayOut ? ofFire(rights) : []),
            ...(works.room ? ofTheRoom(rights, facts.room) : []),
          ];
  const [first, ...rest] = found;
  return first ? { open: false, reasons: [first, ...rest] } : { open: true };
}

/** The first of its reasons, as a refusal. */
export function orderVerdict(gate: WorkGate): Verdict {
  if (gate.open) return allowed;
  const [row] = gate.reasons;
  return refused(row.reason, row.basis);
}

const basis = 'home-security';

const nothingKnown = held(
  'Who may enter this home, and who owns it, is not written down.',
  basis,
  'Write it down first. To make a broken lock safe for everybody who may enter does not wait for it.',
);

function ofThoseShutOut(
  rights: HomeRights,
  othersHold: boolean | null,
  day: Temporal.PlainDate,
): readonly Held[] {
  const { holder, spouse } = rights;
  return [
    ...(holder === 'not_known'
      ? [held('Who holds this home is not known.', basis, 'Look at the agreement, and ask them.')]
      : []),
    ...(holder === 'alone' && othersHold
      ? [
          held(
            'Our register has somebody else who holds this home.',
            basis,
            'Look at the agreement. Put the register right, or write down who else holds it.',
          ),
        ]
      : []),
    ...(holder === 'with_another' || holder === 'another'
      ? ofOne(holder === 'another' ? 'Whoever holds this home' : 'Another who holds this home', {
          stands: rights.holderStands,
          law: 'Protection from Eviction Act 1977, section 1',
          rights,
          day,
        })
      : []),
    ...(spouse === 'not_known'
      ? [
          held(
            'Whether somebody has home rights by marriage or civil partnership is not known.',
            basis,
            'Ask whether they are married, or in a civil partnership, and whether this was ever their shared home.',
          ),
        ]
      : []),
    ...(spouse === 'yes'
      ? ofOne('Whoever has home rights by marriage or civil partnership', {
          stands: rights.spouseStands,
          law: 'Family Law Act 1996, section 30',
          rights,
          day,
        })
      : []),
  ];
}

interface OfOne {
  readonly stands: SayStands | null;
  readonly law: string;
  readonly rights: HomeRights;
  readonly day: Temporal.PlainDate;
}

const byOrder = 'They can ask a court for an order, with legal advice, which is offered under Offers.';

function ofOne(who: string, { stands, law, rights: { order }, day }: OfOne): readonly Held[] {
  if (stands === 'keys' || stands === 'agrees') return [];
  const shutOut = `${who} may not be shut out (${law})`;
  if (stands !== 'court_order')
    return [held(`${shutOut}: ${whyNot[stands ?? 'not_asked']}.`, basis, byOrder)];
  if (!order) return [held(`${shutOut}: no order of a court is on record.`, basis, byOrder)];
  if (!order.read)
    return [
      held(
        `${shutOut}: nobody of us has read the order.`,
        basis,
        'Read it: not every order keeps somebody from a home.',
      ),
    ];
  if (order.until && Temporal.PlainDate.compare(order.until, day) < 0)
    return [
      held(`${shutOut}: the order will have ended by that day.`, basis, 'Ask for legal advice at once.'),
    ];
  return [];
}

const whyNot: Readonly<Record<Exclude<SayStands, 'keys' | 'agrees' | 'court_order'>, string>> = {
  refuses: 'they do not agree',
  not_safe: 'asking them is not safe',
  not_asked: 'they were not asked',
};

function ofTheOwner({ owner }: HomeRights): readonly Held[] {
  if (owner === 'ours' || owner === 'agrees') return [];
  return [
    owner === 'refuses'
      ? held(
          'Whoever owns the building does not agree.',
          basis,
          'Choose something that changes nothing of it.',
        )
      : held(
          'Whether whoever owns the building agrees is not known.',
          basis,
          'Ask them about the works alone, and say nothing of why.',
        ),
  ];
}

function ofFire({ fire }: HomeRights): readonly Held[] {
  if (fire === 'agrees') return [];
  return [
    held(
      fire === 'refuses'
        ? 'Somebody who knows about fire says that it may trap somebody.'
        : 'Nobody who knows about fire has looked at it.',
      basis,
      'A door or window through which somebody gets out is looked at first.',
    ),
  ];
}

function ofTheRoom({ holder }: HomeRights, room: RoomFacts | null): readonly Held[] {
  if (room === null)
    return [
      held(
        'What a sanctuary room needs is not written down.',
        basis,
        'Go through it with them: it is their free choice.',
      ),
    ];
  const { wish, fearedLivesThere, fireService, getsOut, planAgreed } = room;
  return [
    ...(wish === 'yes'
      ? []
      : [held('They have not said that they want it.', 'own-pace', 'Ask them, with time.')]),
    ...(fearedLivesThere === 'no'
      ? []
      : [
          held(
            fearedLivesThere === 'yes'
              ? 'Whoever they fear lives there: a room shuts nobody out who is inside.'
              : 'Whether whoever they fear lives there is not known.',
            'perpetrator-gate',
            'Another place is safer. Go through their housing options.',
          ),
        ]),
    ...(holder === 'not_known'
      ? [held('Whether they may stay in this home is not known.', basis, 'Look at the agreement.')]
      : []),
    ...(planAgreed
      ? []
      : [held('No plan is agreed of which it is a part.', 'plan-agreed', 'Agree the plan with them first.')]),
    ...(fireService === 'advised'
      ? []
      : [held('The fire service has not advised on it.', basis, 'Ask them for a visit to the home.')]),
    ...(getsOut === 'yes'
      ? []
      : [
          held(
            getsOut === 'no'
              ? 'It would trap whoever is in it.'
              : 'Whether they can always get out is not known.',
            basis,
            'It opens from inside without a key, and help can open it.',
          ),
        ]),
  ];
}

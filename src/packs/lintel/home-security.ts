import type { Commitment, DueRule } from '#rules/pack.ts';
import { broughtAbout, offered, withinWeeks } from './offers.ts';

const urgent = ['make_safe', 'lock_change'] as const;
const locks = ['door_bolt', 'window_lock'] as const;
const room = ['sanctuary_room'] as const;
const other = [
  ...[
    'window_alarm',
    'security_light',
    'camera_doorbell',
    'door_viewer',
    'letterbox_guard',
    'door_replacement',
  ],
  ...['fence_gate', 'safe_room', 'smoke_alarm', 'fire_blanket'],
] as const;
const marker = ['emergency_marker'] as const;

/** What wears out, or is found by whoever should not know of it. */
const looked = [
  ...(['window_alarm', 'security_light', 'camera_doorbell', 'smoke_alarm', 'fire_blanket'] as const),
  ...(['safe_room', ...room, ...marker] as const),
];

interface Promised {
  readonly clauses: readonly string[];
  /** Those that say that it comes before other work. */
  readonly first?: readonly string[];
  /** Kinds under which it was offered before. */
  readonly also?: readonly string[];
  /** As the landlord says it. */
  readonly person: string;
}

/** Security of the home: offered, looked at together, and done in time as they say themselves (domain §6). */
export function homeSecurity({ clauses, first = [], also = [], person }: Promised): readonly Commitment[] {
  const sooner = [...clauses, ...first];
  return [
    offered({
      id: 'home-security',
      clauses,
      title: 'Security of the home is offered',
      what: 'security of the home or a safe room',
      kinds: [...urgent, ...locks, ...other, ...room, ...marker, 'security', 'sanctuary', ...also],
    }),
    {
      id: 'home-assessed',
      clauses,
      title: 'The safety of the home is looked at together',
      definition:
        'Of the cases that were opened, those in which within 10 working days somebody looked at the safety of the ' +
        `home with the ${person}, and said what was found of at least one part of it, or they would rather not. That ` +
        'they would rather wait keeps nothing yet. The policy names no time; the days are Lintel’s.',
      measure: {
        kind: 'evidence',
        of: 'case.opened',
        shownBy: ['security.assessed', 'security.assessment-declined'],
        per: 'case',
        withinWorkingDays: 10,
      },
    },
    {
      id: 'home-not-assessed',
      clauses,
      title: 'Would rather not look at the home',
      definition: `How often a ${person} said so. It is theirs to decide: neither kept nor broken, and to be known.`,
      measure: { kind: 'count', of: 'security.assessment-declined', says: 'times' },
    },
    done('home-made-safe-high', 'Made safe, or locks changed, where the risk is high or not judged yet', {
      ...{ clauses: sooner, person, kinds: urgent, due: { hours: 24 }, time: '24 hours' },
      risk: ['high', 'not_rated'],
    }),
    done('home-made-safe', 'Made safe, or locks changed, where the risk is lower', {
      ...{ clauses: sooner, person, kinds: urgent, due: { workingDays: 3 }, time: '3 working days' },
      risk: ['standard', 'medium'],
    }),
    done('home-locks', 'Bolts and window locks', {
      ...{ clauses: sooner, person, kinds: locks, due: { workingDays: 3 }, time: '3 working days' },
    }),
    done('home-security', 'Everything else that makes a home safer', {
      ...{ clauses: sooner, person, kinds: other, due: { workingDays: 10 }, time: '10 working days' },
    }),
    done('sanctuary-room', 'A sanctuary room', {
      ...{ clauses: sooner, person, kinds: room, due: { workingDays: 20 }, time: '20 working days' },
    }),
    {
      id: 'works-stopped',
      clauses,
      title: 'What stops a contractor is looked into within two hours',
      definition:
        'Of what stopped a contractor, shut the link to a job before its day was over, or let nobody of a contractor ' +
        'be sent any more who had an order, that of which somebody wrote down within two working hours what was ' +
        `done. Where somebody stood at the door, only that one of us spoke with the ${person} keeps it; where the ` +
        'order stands with a contractor of whom nobody may be sent, only once another has it, or nobody. ' +
        'The policy names no time; the time is Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'security.work-stopped',
        stops: ['security.work-looked-into'],
        byPlan: [],
        due: { workingHours: 2 },
        escalateAt: [0.5, 1],
      },
    },
    {
      id: 'works-stops',
      clauses,
      title: 'What stopped contractors',
      definition:
        'How often a contractor wrote that they cannot come or what stopped them there, and how often a link was ' +
        'shut, by why. None of it is counted as anybody’s failing.',
      measure: { kind: 'count', of: 'security.work-stopped', says: 'times', by: 'why' },
    },
    {
      id: 'home-looked-again',
      clauses,
      title: 'What makes a home safer is looked at again',
      definition:
        `Of what a ${person} confirmed and may wear out or be found (alarms, lights, cameras, a safe or a sanctuary ` +
        'room, a marker with the emergency services), that of which they said by its day how it is: a room at three ' +
        'and six months and then each year, all else at three months and then every six or twelve. Looked at more ' +
        'than 28 days early, or tried and not reached, it stays owed. Where they would rather not, want it no ' +
        'more, or somebody else looks from now on, it counts apart. The policy names no time; the days are Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'support.look-due',
        stops: ['support.looked-again'],
        byPlan: ['support.look-declined', 'support.look-handed-on', 'support.look-let-go'],
        due: { agreed: true },
        escalateAt: [0.9, 1],
        only: { kinds: looked },
      },
    },
    ...broughtAbout({
      ...{ id: 'emergency-marker', clauses, title: 'A marker with the emergency services', kinds: marker },
      ...{ what: 'a marker with the police or the fire service', ...withinWeeks },
    }),
  ];
}

interface Done extends Promised {
  readonly kinds: readonly string[];
  readonly due: DueRule;
  readonly time: string;
  readonly risk?: readonly ('standard' | 'medium' | 'high' | 'not_rated')[];
}

/** From the day of their yes until they say that it is done: what we or a contractor say keeps nothing. */
function done(id: string, title: string, { clauses, person, kinds, due, time, risk }: Done): Commitment {
  return {
    id,
    clauses,
    title,
    definition:
      `Of those who said that they would like it, those who said within ${time} that it is done and right. ` +
      'That a contractor or a colleague says so keeps nothing. Where it was not safe to ask, or they decided ' +
      `otherwise, it counts apart; what could not be brought about is broken. What it costs a ${person} is nothing. ` +
      'The policy names no time; the time is Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'support.accepted',
      stops: ['support.works-confirmed'],
      byPlan: ['support.let-go', 'support.works-unasked'],
      due,
      escalateAt: [0.5, 0.75, 1],
      only: risk ? { kinds, risk } : { kinds },
    },
  };
}

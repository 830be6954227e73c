import type { TriageDecision } from '#modules/disclosures/index.ts';
import { step } from './casework.ts';
import type { Receipt } from './receipt.ts';
import type { Outcome, Step } from './steps.ts';
import type { Story } from './story.ts';
import type { Post } from './team.ts';
import { atTheDesk } from './timing.ts';

type Facts = TriageDecision['facts'];

/** The decision on a disclosure that becomes a case, and who leads it from then on. */
export function opened(story: Story, receipt: Receipt, at: Temporal.Instant): readonly Step[] {
  const { lead, chance } = story;
  const by = decider(story);
  const chosen = by === lead || chance.yes(0.8);
  const triage = decision(story, receipt, at, by, { kind: 'new_case', lead: chosen ? lead : null });
  const around = [...claimed(story, receipt, triage), ...referralsOf(story, at, triage)];
  if (chosen) return [triage, ...around];
  const reason = chance.pick(['Has room this week', 'Knows the area', 'Asked for by the person: a woman']);
  const allocated = at.add({ minutes: chance.whole(1, 4) });
  return [triage, step(story, allocated, { does: 'allocate', by, to: lead, reason }), ...around];
}

/** Often whoever decides has said before that they have it, so that nobody else rings the same person. */
function claimed({ chance }: Story, { at: written }: Receipt, { at, story, action }: Step): readonly Step[] {
  const own = chance.apart('claiming');
  const claimedAt = at.subtract({ minutes: own.whole(3, 20) });
  if (action.by === null || !own.yes(0.5) || Temporal.Instant.compare(claimedAt, written) <= 0) return [];
  return [{ at: claimedAt, story, action: { does: 'claim', by: action.by } }];
}

/** They rang and could talk: whoever decides says so, and somebody else, who listened, confirms it. */
export function toldAsContact(story: Story, receipt: Receipt, at: Temporal.Instant): readonly Step[] {
  const { lead } = story;
  const spokeBy = receipt.action.by ?? lead;
  const [confirms] = (['manager', 'deputy'] as const).filter((post) => post !== lead && post !== spokeBy);
  if (!confirms) return [];
  const happenedAt = receipt.told.receivedAt;
  return [
    step(story, at, { does: 'propose-told-contact', by: lead, spokeBy, happenedAt, ...talked }),
    step(story, at.add({ minutes: 17 }), { does: 'confirm-told-contact', by: confirms, why: heard }),
  ];
}

const talked = {
  safeBecause: 'They said that they were alone until four, and gave the words that were agreed.',
  said: 'What happened last night, and that they are with their sister until Sunday. Wants the call tomorrow.',
};
const heard = 'I sat beside it and heard them say that it was safe.';

/** It happened again, or somebody else told us: the same case, another disclosure with promises of its own. */
export function joined(
  story: Story,
  receipt: Receipt,
  at: Temporal.Instant,
  earlier: string,
): readonly Step[] {
  const triage = decision(story, receipt, at, decider(story), { kind: 'existing_case', story: earlier });
  const agreed = step(story, at.add({ seconds: 40 }), {
    does: 'agree-to-joining',
    by: triage.action.by === 'manager' ? 'deputy' : 'manager',
  });
  return [triage, agreed, ...referralsOf(story, at, triage)];
}

/** Somebody else helps better, and is spoken to before we let go. @param nth chooses whom */
export function handedOver(
  story: Story,
  receipt: Receipt,
  at: Temporal.Instant,
  nth: number,
): readonly Step[] {
  const { outcome, facts, definition, why } = handovers[nth % handovers.length] as (typeof handovers)[number];
  const reached =
    outcome.notReachedWhy === ''
      ? { by: null, channel: 'phone' as const, at: at.subtract({ minutes: 2 }) }
      : null;
  const triage = decision(story, receipt, at, decider(story), { kind: 'handover', ...outcome, reached });
  if (triage.action.does !== 'triage') return [triage];
  const { safeguarding, safeguardingWhy } = safeguardingOf(triage.action.facts);
  const changed = { ...triage.action.facts, ...facts };
  const decided = {
    ...triage,
    action: { ...triage.action, facts: changed, definition, why, safeguarding, safeguardingWhy },
  };
  const second = triage.action.by === 'manager' ? 'deputy' : 'manager';
  const agreed: readonly Step[] =
    Temporal.Instant.compare(at.add({ minutes: 26 }), story.present) < 0
      ? [
          {
            ...triage,
            at: at.add({ minutes: 26 }),
            action: {
              does: 'agree-to-handover',
              by: second,
              why: reached === null ? 'Safer than a call today.' : '',
            },
          },
        ]
      : [];
  return [decided, ...agreed, ...referralsOf(story, at, decided)];
}

/** What was said to be made today is made, and answered within days; nothing that is still to come. */
function referralsOf(story: Story, at: Temporal.Instant, { action }: Step): readonly Step[] {
  if (action.does !== 'triage') return [];
  const { by, safeguarding, adultSafeguarding } = action;
  const child = safeguarding === 'refer_today' ? referral(story, at, by, forChildren) : [];
  const later = at.add({ minutes: 12 });
  return [...child, ...(adultSafeguarding === 'refer_today' ? referral(story, later, by, forAdults) : [])];
}

interface Whom {
  readonly made: string;
  readonly answered: string;
  readonly words: readonly string[];
}

const forChildren: Whom = {
  made: 'The council’s front door for children, duty desk',
  answered: 'A social worker of the duty team',
  words: ['They will see the children this week.', 'Early help is offered; the school is told.'],
};

const forAdults: Whom = {
  made: 'The council’s front door for adults, duty desk',
  answered: 'A social worker of the adults team',
  words: [
    'They will visit, with an advocate.',
    'Care at home is looked at anew; they know how to ring back.',
  ],
};

function referral(story: Story, at: Temporal.Instant, by: Post, whom: Whom): readonly Step[] {
  const { chance, calendar } = story;
  const made = at.add({ minutes: chance.whole(4, 9) });
  const answered = atTheDesk(made, chance.whole(1, 2), calendar, chance);
  const reference = `CS-${chance.whole(1_000, 9_999)}`;
  return [
    step(story, made, {
      does: 'refer',
      by,
      step: 'made',
      whom: whom.made,
      way: 'By phone, then their form',
      reference,
      words: 'They know, and agree.',
    }),
    step(story, answered, {
      does: 'refer',
      by,
      step: 'answered',
      whom: whom.answered,
      answer: chance.yes(0.8) ? 'taken_on' : 'no_action',
      words: chance.pick(whom.words),
    }),
  ];
}

function decision(story: Story, receipt: Receipt, at: Temporal.Instant, by: Post, outcome: Outcome): Step {
  const { cast, chance } = story;
  const facts: Facts = {
    connection: receipt.told.connection || cast.connection,
    personAge: 'adult',
    allegedAge: cast.allegedName === '' && chance.yes(0.4) ? 'not_known' : 'adult',
    happened: receipt.told.happened ?? 'recently',
    children: receipt.told.children ?? 'not_asked',
    honour: 'not_asked',
  };
  return step(story, at, {
    does: 'triage',
    by,
    person: cast.person.reference,
    home: cast.home.reference,
    outcome,
    facts,
    definition: definitionOf(facts),
    why: '',
    adultSafeguarding: chance.weighted([
      ['nobody', 76],
      ['not_known', 12],
      ['refer_today', 12],
    ] as const),
    ...safeguardingOf(facts),
  });
}

/** As the check suggests it. */
function definitionOf({ happened, allegedAge }: Facts): TriageDecision['definition'] {
  if (happened === 'in_the_past') return 'historic';
  return allegedAge === 'adult' ? 'meets' : 'unclear';
}

function safeguardingOf({ children }: Facts): Pick<TriageDecision, 'safeguarding' | 'safeguardingWhy'> {
  if (children !== 'yes') return { safeguarding: 'not_needed', safeguardingWhy: '' };
  return { safeguarding: 'refer_today', safeguardingWhy: 'They live with it. The parent knows and agrees.' };
}

function decider({ lead, involved, telling, chance }: Story): Post {
  const choices: readonly Post[] = [lead, lead, lead, 'manager', 'manager', 'deputy'];
  const free = choices.filter((post) => post !== involved);
  return telling.teller === 'police' ? 'manager' : chance.pick(free);
}

type HandedOver = Omit<Extract<Outcome, { kind: 'handover' }>, 'kind' | 'reached'>;

const handovers: readonly {
  readonly outcome: HandedOver;
  readonly facts: Partial<Facts>;
  readonly definition: TriageDecision['definition'];
  readonly why: string;
}[] = [
  {
    outcome: {
      to: 'asb',
      contact: 'The duty officer of the neighbourhood team, by phone',
      said:
        'Threats by somebody on the same landing. What was seen, that the person wants no visit without a ' +
        'call first, and that we remain there if it turns out otherwise.',
      safetyStep:
        'Rang at the safe time. The person has a friend staying tonight and knows about 999 and 55.',
      notReachedWhy: '',
    },
    facts: { connection: 'not_connected' },
    definition: 'not_connected',
    why: '',
  },
  {
    outcome: {
      to: 'cuckooing',
      contact: 'The neighbourhood sergeant and the adult social care duty desk',
      said: 'People who are no relation have moved in and do not leave. Both services will call together tomorrow.',
      safetyStep: 'Officers passed by this afternoon on another reason and saw the person well.',
      notReachedWhy:
        'They are in the room with the person, and nobody rings or knocks before the two services do.',
    },
    facts: { connection: 'not_connected' },
    definition: 'not_connected',
    why: '',
  },
  {
    outcome: {
      to: 'other_landlord',
      contact:
        'The safeguarding lead of the landlord whose home it is, by name and with the person’s consent',
      said: 'What was told, the safe way to make contact, and what must not be done. They have called back to confirm.',
      safetyStep: 'Spoke safely with the person, who chose this and has our number in case.',
      notReachedWhy: '',
    },
    facts: {},
    definition: 'meets',
    why: 'The home is another landlord’s, and the person would like one team rather than two.',
  },
];

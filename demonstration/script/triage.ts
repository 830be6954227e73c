import type { TriageDecision } from '#modules/disclosures/index.ts';
import { step } from './casework.ts';
import type { Receipt } from './receipt.ts';
import type { Outcome, Step } from './steps.ts';
import type { Story } from './story.ts';
import type { Post } from './team.ts';

type Facts = TriageDecision['facts'];

/** The decision on a disclosure that becomes a case, and who leads it from then on. */
export function opened(story: Story, receipt: Receipt, at: Temporal.Instant): readonly Step[] {
  const { lead, chance } = story;
  const by = decider(story);
  const chosen = by === lead || chance.yes(0.8);
  const triage = decision(story, receipt, at, by, { kind: 'new_case', lead: chosen ? lead : null });
  if (chosen) return [triage];
  const reason = chance.pick(['Has room this week', 'Knows the area', 'Asked for by the person: a woman']);
  const allocated = at.add({ minutes: chance.whole(1, 4) });
  return [triage, step(story, allocated, { does: 'allocate', by, to: lead, reason })];
}

/** It happened again, or somebody else told us: the same case, another disclosure with promises of its own. */
export function joined(story: Story, receipt: Receipt, at: Temporal.Instant, earlier: string): Step {
  return decision(story, receipt, at, decider(story), { kind: 'existing_case', story: earlier });
}

/** Somebody else helps better, and is spoken to before we let go. @param nth chooses whom */
export function handedOver(story: Story, receipt: Receipt, at: Temporal.Instant, nth: number): Step {
  const { outcome, facts, definition, why } = handovers[nth % handovers.length] as (typeof handovers)[number];
  const triage = decision(story, receipt, at, decider(story), { kind: 'handover', ...outcome });
  if (triage.action.does !== 'triage') return triage;
  const { safeguarding, safeguardingWhy } = safeguardingOf(triage.action.facts);
  const changed = { ...triage.action.facts, ...facts };
  return {
    ...triage,
    action: { ...triage.action, facts: changed, definition, why, safeguarding, safeguardingWhy },
  };
}

function decision(story: Story, receipt: Receipt, at: Temporal.Instant, by: Post, outcome: Outcome): Step {
  const { cast, chance } = story;
  const facts: Facts = {
    connection: receipt.told.connection || cast.connection,
    personAge: 'adult',
    allegedAge: cast.allegedName === '' && chance.yes(0.4) ? 'not_known' : 'adult',
    happened: receipt.told.happened ?? 'recently',
    children: receipt.told.children ?? 'not_asked',
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

type HandedOver = Omit<Extract<Outcome, { kind: 'handover' }>, 'kind'>;

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
      reached: true,
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
      reached: false,
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
      reached: true,
    },
    facts: {},
    definition: 'meets',
    why: 'The home is another landlord’s, and the person would like one team rather than two.',
  },
];

import {
  type Answers,
  criticalCluster,
  found,
  type InstrumentId,
  itemFor,
  type Theme,
} from '#modules/assessments/pure.ts';
import { below, dashes } from '#modules/risk-level/pure.ts';
import type { RiskLevel } from '#rules/facts.ts';
import type { ItemChange } from './change.ts';
import { type DateKind, dateKindLabel } from './known-dates.ts';

/** Something to think of, with its reason. It decides nothing. */
export interface Prompt {
  readonly id: string;
  readonly says: string;
  readonly because: string;
  /** It is new since last time. */
  readonly fresh: boolean;
}

export interface PromptFacts {
  readonly instrument: InstrumentId;
  readonly answers: Answers;
  /** Since last time; none where it is the first. */
  readonly changes: readonly ItemChange[];
  readonly level: RiskLevel | null;
  /** How the person sees it themselves; null: not said. */
  readonly ownView: RiskLevel | null;
  /** Days that are known and near. */
  readonly dates: readonly { readonly kind: DateKind; readonly daysLeft: number }[];
}

interface ThemeRule {
  readonly theme: Theme;
  readonly says: string;
  readonly because: string;
}

/** Each by the question that it follows from. What helps is offered, never demanded (V3.4). */
const themeRules: readonly ThemeRule[] = [
  {
    theme: 'strangulation',
    says: 'Ask gently about medical care, today. Harm may show days later and without any mark.',
    because: 'Strangulation is among the strongest signs that somebody may be killed.',
  },
  {
    theme: 'threatToKill',
    says: 'Talk about safety tonight, and about the police, before anything else.',
    because: 'A threat to kill that is believed is to be taken as it is meant.',
  },
  {
    theme: 'weapon',
    says: 'Ask what it was and where it is now. Tell whoever visits, and the police where there is danger.',
    because: 'Weapons or objects have been used.',
  },
  {
    theme: 'separation',
    says: 'Plan the days around leaving with them: who knows, where they are, when they are alone.',
    because: 'Risk is highest around separation and in the months after it.',
  },
  {
    theme: 'pregnancy',
    says: 'Ask about midwife, health visitor and an unborn child; think of a safeguarding referral.',
    because: 'Abuse often begins or becomes worse in pregnancy and with a baby.',
  },
  {
    theme: 'suicidal',
    says: 'Ask directly, and stay with the answer. Offer their doctor or a crisis line, and agree when you speak next.',
    because: 'They feel low, or have thought of suicide.',
  },
  {
    theme: 'theirSuicide',
    says: 'Take it as a sign of danger to others too, above all to the children. Speak to the police.',
    because: 'A threat of suicide by whoever causes harm goes with killing of others.',
  },
  {
    theme: 'following',
    says: 'Ask the stalking screen, and offer a stalking specialist.',
    because: 'Constant contact and following are stalking, whatever the relation.',
  },
  {
    theme: 'others',
    says: 'Ask the honour-based abuse screen, and call a specialist before anybody else. Never contact or mediate with the family.',
    because: 'Others threaten or are feared: there may be several people, and one chance to help.',
  },
  {
    theme: 'childContact',
    says: 'Find out the next time of contact, and record it as a known date.',
    because: 'Conflict over contact with children brings people into danger at known times.',
  },
  {
    theme: 'breached',
    says: 'Make sure that the police know of each breach, and think of a stronger order.',
    because: 'Bail, an order or an agreement has been broken: it does not protect them by itself.',
  },
];

/** By rules that stand here to be read: newest first, then what was found before and is still there. */
export function promptsFor(facts: PromptFacts): readonly Prompt[] {
  const all = [...together(facts), ...byTheme(facts), ...byScreen(facts), ...byView(facts), ...byDate(facts)];
  return all.toSorted((one, other) => Number(other.fresh) - Number(one.fresh));
}

function byTheme({ instrument, answers, changes }: PromptFacts): readonly Prompt[] {
  return themeRules.flatMap(({ theme, says, because }) =>
    found(theme, instrument, answers)
      ? [{ id: theme, says, because, fresh: isNew(itemFor(theme, instrument), changes) }]
      : [],
  );
}

function isNew(item: string | null, changes: readonly ItemChange[]): boolean {
  return changes.some((change) => change.item.id === item && change.kind === 'newly_yes');
}

/** What says more together than alone. */
function together({ instrument, answers, changes }: PromptFacts): readonly Prompt[] {
  const has = (theme: Theme) => found(theme, instrument, answers);
  const fresh = (...themes: readonly Theme[]) =>
    themes.some((theme) => isNew(itemFor(theme, instrument), changes));
  return [
    ...(criticalCluster(instrument, answers)
      ? [
          {
            id: 'cluster',
            says: 'Treat the risk as high, and refer to the Marac, whatever the score.',
            because: 'Separation, control and violence are there together.',
            fresh: fresh('separation', 'control', 'injury', 'weapon', 'strangulation', 'sexual'),
          },
        ]
      : []),
    ...(has('moreOften') && has('worse')
      ? [
          {
            id: 'escalation',
            says: 'Look again within days, not weeks, and ask what has changed around them.',
            because: 'It happens more often, and it is getting worse.',
            fresh: fresh('moreOften', 'worse'),
          },
        ]
      : []),
  ];
}

/** A screen in which anything was found belongs to somebody who knows that field. */
function byScreen({ instrument, answers, changes }: PromptFacts): readonly Prompt[] {
  const yes = [...answers.values()].some(({ answer }) => answer === 'yes');
  if (dashes.includes(instrument) || !yes) return [];
  const fresh = changes.some(({ kind }) => kind === 'newly_yes');
  if (instrument === 'honour-based')
    return [
      {
        id: 'honour-based',
        says: 'Call a specialist in honour-based abuse before you do anything else. No contact with the family, no interpreter from the community.',
        because: 'The honour-based abuse screen found danger.',
        fresh,
      },
    ];
  if (instrument !== 'stalking') return [];
  return [
    {
      id: 'stalking',
      says: 'Offer a stalking specialist, and keep a record of every contact.',
      because: 'The stalking screen found danger.',
      fresh,
    },
  ];
}

function byView({ level, ownView }: PromptFacts): readonly Prompt[] {
  if (ownView === null || !below(level, ownView)) return [];
  return [
    {
      id: 'own-view',
      says: 'Ask what they know that we do not. Their own view is enough to rate the risk high.',
      because: 'They see the risk as higher than our level.',
      fresh: false,
    },
  ];
}

function byDate({ dates }: PromptFacts): readonly Prompt[] {
  return dates
    .filter(({ daysLeft }) => daysLeft >= 0 && daysLeft <= 28)
    .map(({ kind, daysLeft }) => ({
      id: `date-${kind}-${daysLeft}`,
      says: 'Agree with them what happens before, on and after that day.',
      because: `${dateKindLabel(kind)} ${inDays(daysLeft)}.`,
      fresh: daysLeft <= 14,
    }));
}

function inDays(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

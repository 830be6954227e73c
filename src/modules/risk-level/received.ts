import { type RiskLevel, riskLevels } from '#rules/facts.ts';
import { type Choice, labelOf } from '#rules/words.ts';
import { levelWords } from './level.ts';
import { type LocalRules, levelOf } from './threshold.ts';

/** Tools by which others assess; what they found is kept as they stated it, and never scored again. */
export const receivedTools = [
  { value: 'dash', label: 'Dash' },
  {
    value: 'dara',
    label: 'DARA',
    hint: 'The tool of first responders of the police: it asks how often, and is received, never completed, here',
  },
  {
    value: 'merit',
    label: 'MeRIT',
    hint: 'The weighted tool of Merseyside: Gold, Silver or Bronze. It is received, never completed, here',
  },
  { value: 'young_people', label: 'Young people’s Dash' },
  { value: 'severity_grid', label: 'Severity of abuse grid' },
  { value: 'stalking', label: 'A stalking screen' },
  { value: 'honour_based', label: 'A screen for so-called honour-based abuse' },
  { value: 'other', label: 'Another one' },
] as const satisfies readonly Choice[];
export type ReceivedTool = (typeof receivedTools)[number]['value'];

/** What MeRIT calls its levels. */
export const meritNames = { high: 'Gold', medium: 'Silver', standard: 'Bronze' } as const;

/** What somebody else stated as a level of ours; a name counts where the tool has names. Null: nobody can tell. */
export function levelStatedBy(tool: ReceivedTool, stated: LevelStated, words: string): RiskLevel | null {
  if (stated !== 'other' && stated !== '') return stated;
  if (tool !== 'merit') return null;
  return riskLevels.find((level) => new RegExp(`\\b${meritNames[level]}\\b`, 'i').test(words)) ?? null;
}

/** The number that they stated, where it is one: "72", "Score 72", "72 of 120"; several say nothing. */
export function numberStated(score: string): number | null {
  const [, number] = /^\D*?(\d{1,4})(?:\s*(?:\/|of|out of)\s*\d{1,4})?\D*$/.exec(score.trim()) ?? [];
  return number === undefined ? null : Number(number);
}

/**
 * What the number of a MeRIT indicates by the local bands. Where nobody set any, or what was typed is no one number, it
 * is not guessed: no lower than medium. Null: no number was stated, or the level is one of a tool that has no bands.
 */
export function levelByNumber(
  tool: ReceivedTool,
  score: string,
  local: Pick<LocalRules, 'bands'>,
): RiskLevel | null {
  if (tool !== 'merit' || !/\d/.test(score)) return null;
  const number = numberStated(score);
  const bands = local.bands.find(({ instrument }) => instrument === tool);
  return number === null || !bands ? 'medium' : levelOf(bands, number);
}

/** Medium or high: then somebody here judges it. Somebody else’s all-clear is none of ours. */
export function raisesOurs({
  tool,
  levelStated,
  levelWords: stated,
}: Pick<ReceivedValue, 'tool' | 'levelStated' | 'levelWords'>): boolean {
  const level = levelStatedBy(tool, levelStated, stated);
  return level === 'medium' || level === 'high';
}

export type LevelStated = RiskLevel | 'other' | '';

/** The level in their words: it need not mean what ours means. */
export const statedLevels: readonly Choice<LevelStated>[] = [
  ...riskLevels.map((value) => ({ value, label: levelWords[value].label })),
  { value: 'other', label: 'Graded in another way' },
  { value: '', label: 'No level stated' },
];

export interface ReceivedValue {
  readonly tool: ReceivedTool;
  /** Where it is another one. */
  readonly toolName: string;
  readonly receivedFrom: string;
  /** The day on which it was made, where they said so. */
  readonly assessedOn: Temporal.PlainDate | null;
  readonly receivedAt: Temporal.Instant;
  readonly scoreStated: string;
  readonly levelStated: LevelStated;
  readonly levelWords: string;
  readonly words: string;
  /** What the sender asked for: whom it may not reach, what may be said of it. */
  readonly handling: string;
}

export function receivedTitle({ tool, toolName }: Pick<ReceivedValue, 'tool' | 'toolName'>): string {
  return tool === 'other' && toolName ? toolName : labelOf(receivedTools, tool);
}

/** "Level stated: high, “gold”. Score stated: 15." as one reads it in the chronology. */
export function statedInWords(
  received: Pick<ReceivedValue, 'levelStated' | 'levelWords' | 'scoreStated'>,
): string {
  const { levelStated, scoreStated } = received;
  const quoted = received.levelWords && `“${received.levelWords}”`;
  const level = levelStated ? labelOf(statedLevels, levelStated).toLowerCase() : 'none';
  const score = scoreStated || 'none';
  return `Level stated: ${[level, quoted].filter(Boolean).join(', ')}. Score stated: ${score}.`;
}

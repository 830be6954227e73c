import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { choice, choices, requiredLine, requiredWords } from '#kit/forms.ts';
import type { HoldContact } from '#rules/hold-answer.ts';
import type { Question } from '../questions.ts';
import { askingChoices, contactChoices, lastingChoices, questionChoices } from '../systems.ts';

export interface ProposedSystem {
  readonly name: string;
  readonly questions: readonly Question[];
  readonly contacts: readonly HoldContact[];
  readonly asksWithin: number;
  readonly tokenDays: number;
  readonly reason: string;
}

const values = <T extends string>(list: readonly { readonly value: T }[]) => list.map(({ value }) => value);

export const systemForm = z.object({
  name: requiredLine('Enter what the system is called', 80).refine(
    (name) => name.length !== 1,
    'Enter its whole name',
  ),
  questions: choices(values(questionChoices)).refine((chosen) => chosen.length > 0, 'Choose how it asks'),
  contacts: choices(values(contactChoices)).refine(
    (chosen) => chosen.length > 0,
    'Choose what it sends or does',
  ),
  asksWithin: choice(values(askingChoices), 'Choose how often it asks').transform(Number),
  tokenDays: choice(values(lastingChoices), 'Choose for how long').transform(Number),
  reason: requiredWords('Say what it is for', 2_000),
}) satisfies z.ZodType<ProposedSystem>;

export const systemDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Say whether you agree',
  whyNot: 'Say why not, for whoever proposed it',
});

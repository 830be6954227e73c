import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { choice, formGiven, known, words } from '#kit/forms.ts';
import { isReason, reason } from '#kit/real-reason.ts';
import { reopeningReasons } from '#modules/cases/pure.ts';
import { askingDanger } from '#modules/danger/pure.ts';
import { type ClosingFacts, closingGate, closingReasons, toldAnswers } from '../closing.ts';

/** What stands in front of closing is said beside the answer that it stands against, with everything typed kept. */
export const closingForm = formGiven(
  z
    .object({
      reason: choice(
        closingReasons.map(({ value }) => value),
        'Say why this case may be closed',
      ),
      why: reason('Say in a sentence how it came to this', 4_000),
      told: choice(
        toldAnswers.map(({ value }) => value),
        'Say whether they were told',
      ),
      toldHow: words(2_000),
      wayBack: words(2_000),
      facts: known<ClosingFacts>(),
    })
    .refine(({ told, toldHow }) => told !== 'told' || isReason(toldHow), {
      path: ['toldHow'],
      message: 'Say in a sentence how and when they were told',
    })
    .refine(({ told, toldHow }) => told !== 'unsafe' || isReason(toldHow), {
      path: ['toldHow'],
      message: 'Say in a sentence why telling them would not be safe',
    })
    .superRefine(({ facts, ...typed }, check) => {
      const gate = closingGate(facts, typed);
      if (gate.allowed) return;
      const path = [typed.told === 'not_possible' ? 'told' : 'reason'];
      check.addIssue({ code: 'custom', path, message: gate.reason });
    })
    .transform(({ facts: _, ...closing }) => closing),
  (typed, facts: ClosingFacts) => ({ ...typed, facts }),
);

export const signatureForm = decisionForm(['signed', 'declined'], {
  choose: 'Sign it off or send it back',
  whyNot: 'Say why it goes back, and what is needed first',
});

export const reopeningForm = z.object({
  reason: choice(
    reopeningReasons.map(({ value }) => value),
    'Say why this case is opened again',
  ),
  why: reason('Say in a sentence what happened', 4_000),
});

/** The same, with whether there is danger now. */
export const reopeningAskingDanger = askingDanger(reopeningForm);

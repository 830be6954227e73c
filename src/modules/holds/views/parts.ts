import { tag } from '#kit/components/tag.ts';
import type { Html } from '#kit/html.ts';
import type { HoldContact } from '#rules/hold-answer.ts';
import { type Choice, capitalised, labelOf } from '#rules/words.ts';
import { contactChoices, type SystemStanding } from '../systems.ts';

/** A moment as people read it. */
export type When = (at: Temporal.Instant) => string;

/** Choices as a component takes them. */
export function items(choices: readonly Choice[]) {
  return choices.map(({ value, label, hint }) => ({
    value,
    text: label,
    ...(hint !== undefined && { hint: { text: hint } }),
  }));
}

/** `Letters and visits`. */
export function contactsInWords(contacts: readonly HoldContact[]): string {
  const labels = contacts.map((each) => labelOf(contactChoices, each).toLowerCase());
  return capitalised(new Intl.ListFormat('en-GB').format(labels));
}

const standings: Readonly<Record<SystemStanding, { readonly text: string; readonly colour: string }>> = {
  to_decide: { text: 'Waits for a decision', colour: 'yellow' },
  declined: { text: 'Declined', colour: 'grey' },
  withdrawn: { text: 'Taken back', colour: 'grey' },
  no_token: { text: 'Has no token yet', colour: 'yellow' },
  revoked: { text: 'Revoked', colour: 'grey' },
  token_ended: { text: 'Its token has ended', colour: 'red' },
  silent: { text: 'Has stopped asking', colour: 'red' },
  not_yet: { text: 'Has not asked yet', colour: 'yellow' },
  token_ends: { text: 'Its token ends soon', colour: 'orange' },
  asks: { text: 'Asks', colour: 'green' },
};

export function standingTag(standing: SystemStanding): Html {
  const { text, colour } = standings[standing];
  return tag({ text, classes: `govuk-tag--${colour}` });
}

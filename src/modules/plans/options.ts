import type { Choice } from '#rules/words.ts';

/** What can be offered, by the clauses of both policies. An offer is not advice to take it. */
export const optionKinds = [
  { value: 'security', label: 'Security of the home: locks, lights, alarms, a doorbell with a camera' },
  { value: 'sanctuary', label: 'A safe room in the home' },
  { value: 'equipment', label: 'A safe phone or a personal alarm' },
  { value: 'phone_monitoring', label: 'Phone monitoring' },
  { value: 'stay_safely', label: 'Help to stay safely at home' },
  { value: 'tenancy_change', label: 'A change of the tenancy' },
  { value: 'move', label: 'A move to another home' },
  { value: 'specialist', label: 'A specialist support service' },
  { value: 'advocate', label: 'An independent advocate' },
  { value: 'legal', label: 'Legal advice, and orders of a court' },
  { value: 'police', label: 'A report to the police, together' },
  { value: 'counselling', label: 'Counselling' },
  { value: 'wellbeing', label: 'Mental health and wellbeing support' },
  { value: 'money', label: 'Advice on money and benefits' },
  { value: 'grants', label: 'Vouchers, essential items or furniture' },
  { value: 'children', label: 'Support for the children' },
  { value: 'other', label: 'Something else' },
] as const satisfies readonly Choice[];
export type OptionKind = (typeof optionKinds)[number]['value'];

/** What they decided. Each is theirs to decide, and none counts against anybody (V3.4, L2.1c). */
export const answers = [
  { value: 'taken', label: 'They would like it' },
  { value: 'thinking', label: 'They are thinking about it' },
  { value: 'declined', label: 'Not for them', hint: 'A decision. It is not brought up again unless they do' },
  { value: 'not_asked', label: 'Told of it, not asked to decide' },
] as const satisfies readonly Choice[];
export type Answer = (typeof answers)[number]['value'];

/** An offer with the newest answer to it. */
export interface OfferedOption {
  /** Of the offer; later answers keep it. */
  readonly id: string;
  readonly kind: string;
  readonly what: string;
  readonly answer: Answer;
}

/** "A move to another home: near the school". */
export function optionInWords({ kind, what }: Pick<OfferedOption, 'kind' | 'what'>): string {
  const label = optionKinds.find((each) => each.value === kind)?.label ?? kind;
  if (kind === 'other') return what || label;
  return what ? `${label}: ${what}` : label;
}

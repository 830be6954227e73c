import { pounds } from '#rules/pounds.ts';
import { labelOf } from '#rules/words.ts';
import { deeds, gainKinds, type MatterStep, matterKinds, waysKnown, yearly } from './matters.ts';

interface StepSaid {
  readonly step: MatterStep;
  readonly deed: string;
  readonly adviser: string;
}

export function matterInWords({ kind }: { readonly kind: string }): string {
  return labelOf(matterKinds, kind);
}

export function stepInWords({ step, deed, adviser }: StepSaid): string {
  if (step === 'not_wanted') return 'They would rather leave it as it is';
  return step === 'reviewed' ? `Looked at by an adviser: ${adviser}` : labelOf(deeds, deed);
}

interface GainSaid {
  readonly kind: string;
  readonly oncePence: number;
  readonly weeklyPence: number;
  readonly known: string;
  readonly adviser: string;
}

/** `£120.00 once, £24.50 a week (£1,274.00 a year)`. */
export function amountInWords({
  oncePence,
  weeklyPence,
}: Pick<GainSaid, 'oncePence' | 'weeklyPence'>): string {
  const weekly = `${pounds(weeklyPence)} a week (${pounds(yearly(weeklyPence))} a year)`;
  return [oncePence > 0 && `${pounds(oncePence)} once`, weeklyPence > 0 && weekly].filter(Boolean).join(', ');
}

export function gainInWords(gain: GainSaid): string {
  return `${labelOf(gainKinds, gain.kind)}: ${amountInWords(gain)}. Advised by ${gain.adviser}. ${labelOf(
    waysKnown,
    gain.known,
  )}.`;
}

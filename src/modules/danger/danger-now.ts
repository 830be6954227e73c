import { z } from 'zod';
import type { FormModel } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { textarea } from '#kit/components/textarea.ts';
import { words } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';

const asked = z.object({ dangerNow: words(5_000).transform((said) => said.trim()) });

/** A form that asks, beside its own questions, whether somebody is in danger now: what the danger is, or nothing. */
export function askingDanger<T>(form: z.ZodType<T>): z.ZodType<T & z.infer<typeof asked>> {
  return z.intersection(form, asked);
}

/** The question: in words, because whoever is told at once must know what to do. */
export function dangerNowQuestion({ form }: Pick<FormModel, 'form'>): Html {
  return textarea({
    ...kept(form, 'dangerNow'),
    label: { text: 'Is there danger now?', classes: 'govuk-label--s' },
    hint: {
      text:
        'If there is, ring 999 first, then say here what it is: everybody who must know is told at once. ' +
        'Leave it empty if there is none, or if it was not safe to ask',
    },
    rows: 2,
  });
}

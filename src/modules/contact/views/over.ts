import { checkboxes } from '#kit/components/checkboxes.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { select } from '#kit/components/select.ts';
import type { Html } from '#kit/html.ts';
import { firstChoice } from '#modules/agreement/pure.ts';
import type { CaseModel, FormModel } from '#modules/case-file/pure.ts';
import { capitalised } from '#rules/words.ts';

/**
 * Over which number, address or place: by what each is called, never by the number. Where one alone was ever agreed, a
 * tick says that it was another.
 */
export function overQuestion({ agreed }: CaseModel, { form }: FormModel): Html | undefined {
  if (agreed === null) return undefined;
  if (agreed.further.length === 0)
    return checkboxes({
      ...keptChoices(form, 'over'),
      classes: 'govuk-checkboxes--small',
      items: [{ value: 'another', text: 'It was over another number or address than the agreed one' }],
    });
  return select({
    ...kept(form, 'over'),
    label: { text: 'Over which number, address or place?', classes: 'govuk-label--s' },
    items: [
      { value: '', text: 'Choose' },
      { value: 'first', text: capitalised(firstChoice(agreed)) },
      ...agreed.further.map(({ wayId, name, endedAt }) => ({
        value: wayId,
        text: endedAt === null ? name : `${name} (ended)`,
      })),
      { value: 'another', text: 'Another one, that was not agreed' },
    ],
  });
}

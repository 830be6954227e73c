import { tag } from '#kit/components/tag.ts';
import type { Html } from '#kit/html.ts';
import type { KeptFile } from '../kept-file.ts';

/** A word for what stands in the way; nothing where nothing does. */
export function stateTag(file: KeptFile): Html | undefined {
  if (file.alteredAt !== null) return tag({ text: 'Changed or gone', classes: 'govuk-tag--red' });
  if (file.scan === 'infected') return tag({ text: 'Harmful', classes: 'govuk-tag--red' });
  if (file.scan === 'waiting') return tag({ text: 'Waiting', classes: 'govuk-tag--yellow' });
  if (file.errorAt !== null) return tag({ text: 'Added in error', classes: 'govuk-tag--grey' });
  return undefined;
}

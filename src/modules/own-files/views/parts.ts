import { tag } from '#kit/components/tag.ts';
import type { Html } from '#kit/html.ts';
import type { OwnFile } from '../store/files.ts';

/** Alleged, until others than us decided that it is so. */
export function standingTag({ standing }: Pick<OwnFile, 'standing'>): Html {
  return standing === 'found'
    ? tag({ text: 'Decided', classes: 'govuk-tag--grey' })
    : tag({ text: 'Alleged', classes: 'govuk-tag--yellow' });
}

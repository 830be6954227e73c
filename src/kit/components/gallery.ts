import { type Html, html } from '../html.ts';
import { fieldsGallery } from './gallery-fields.ts';
import { recordGallery } from './gallery-record.ts';

/** All components with invented content on one page, to look at and for the accessibility check. */
export function gallery(): Html {
  return html`<h1 class="govuk-heading-xl">Components</h1>${recordGallery()}${fieldsGallery()}`;
}

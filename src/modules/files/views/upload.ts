import { dayInput } from '#kit/components/day-input.ts';
import { fileUpload } from '#kit/components/file-upload.ts';
import { kept } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, optionItems } from '#modules/case-file/pure.ts';
import { entrySources } from '#modules/chronology/pure.ts';
import { contactChannels } from '#modules/contact/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { accepted, limitsInWords } from '../file-types.ts';

export interface UploadFacts {
  readonly contacts: readonly {
    readonly id: string;
    readonly happenedAt: Temporal.Instant;
    readonly channel: string;
  }[];
  /** Whether files are looked through for viruses. */
  readonly scanned: boolean;
}

/** On a phone the field offers the camera; the browser says so by itself, for a picture is among what it takes. */
export function newFilesPage(
  model: CaseModel,
  formModel: FormModel,
  { contacts, scanned }: UploadFacts,
): Html {
  return html`${caseHead(model, 'Files', 'Add files')}
<p class="govuk-body">They are kept exactly as they come, sealed, and nobody outside this case can open them. Pictures
  are shown without what they tell of a place or a phone. Ask before you take a picture of somebody, and take none
  that they do not want.</p>
${scanned ? undefined : notScanned}
${uploadForm(formModel, { contacts, calendar: model.calendar })}`;
}

/** The form itself, for a case, and for what was told before there is one. */
export function uploadForm(
  formModel: FormModel,
  { contacts, calendar }: Pick<UploadFacts, 'contacts'> & { readonly calendar: WorkingCalendar },
): Html {
  const { form } = formModel;
  const { name, errorMessage } = kept(form, 'files');
  return caseForm(
    formModel,
    'Add the files',
    html`${fileUpload({
      label: { text: 'Files, or pictures from this phone', classes: 'govuk-label--s' },
      hint: { text: `${limitsInWords} A draft does not keep them.` },
      multiple: true,
      name,
      errorMessage,
      attributes: { accept: accepted },
    })}${fileUpload({
      label: { text: 'Or take a picture now (optional)', classes: 'govuk-label--s' },
      hint: { text: 'On a phone or a tablet this opens the camera' },
      id: `${name}-camera`,
      name,
      attributes: { accept: 'image/*', capture: 'environment' },
    })}${textarea({
      ...kept(form, 'shows'),
      label: { text: 'What do they show? (optional)', classes: 'govuk-label--s' },
      hint: {
        text: 'In plain words, as somebody would who has never met them. It goes into an evidence pack',
      },
      rows: 3,
    })}${select({
      ...kept(form, 'source'),
      label: { text: 'From whom do they come?', classes: 'govuk-label--s' },
      items: optionItems(entrySources, 'Choose one'),
    })}${dayInput(form, 'made', {
      legend: 'When were they made? (optional)',
      hint: 'The day of the picture or the recording, as you were told',
    })}${
      contacts.length > 0 &&
      select({
        ...kept(form, 'contactId'),
        label: { text: 'In which contact did they come? (optional)', classes: 'govuk-label--s' },
        items: [
          { value: '', text: 'None of these' },
          ...contacts.map((contact) => ({ value: contact.id, text: contactInWords(contact, calendar) })),
        ],
      })
    }`,
    { files: true },
  );
}

/** When it was, and how. */
export function contactInWords(
  { happenedAt, channel }: Pick<UploadFacts['contacts'][number], 'happenedAt' | 'channel'>,
  calendar: WorkingCalendar,
): string {
  return `${momentInWords(happenedAt, calendar)}, ${labelOf(contactChannels, channel)}`;
}

/** Said wherever files are added or listed: what is not looked through is opened at one's own risk. */
export const notScanned = insetText({
  text: 'No virus scanner is set up here: files are not looked through. Open only what you expect.',
});

import { type Attributes, attributes, type Html, html } from '../html.ts';
import { type FieldOptions, field, surrounded } from './field.ts';
import { classes, type Options } from './options.ts';
import { type Translation, translations } from './translations.ts';

export type FileUploadOptions = FieldOptions &
  Options<{
    multiple?: boolean;
    /** Shows a drop zone where JavaScript runs. */
    javascript?: boolean;
    wrapperClasses?: string;
    wrapperAttributes?: Attributes;
    chooseFilesButtonText?: string;
    noFileChosenText?: string;
    multipleFilesChosenText?: Translation;
    dropInstructionText?: string;
    enteredDropZoneText?: string;
    leftDropZoneText?: string;
  }>;

/** A file from the person's own device; the form needs `enctype="multipart/form-data"`. */
export function fileUpload(options: FileUploadOptions): Html {
  return field(options, (id, describedBy) => {
    const own = attributes({
      class: classes(
        'govuk-file-upload',
        options.classes,
        options.errorMessage && 'govuk-file-upload--error',
      ),
      id,
      name: options.name,
      type: 'file',
      disabled: options.disabled,
      multiple: options.multiple,
      'aria-describedby': describedBy,
    });
    const control = html`<input${own}${attributes(options.attributes)}>`;
    return surrounded(options.javascript ? dropZone(control, options) : control, options.formGroup);
  });
}

function dropZone(control: Html, options: FileUploadOptions): Html {
  const words = translations({
    'choose-files-button': options.chooseFilesButtonText,
    'no-file-chosen': options.noFileChosenText,
    'multiple-files-chosen': options.multipleFilesChosenText,
    'drop-instruction': options.dropInstructionText,
    'entered-drop-zone': options.enteredDropZoneText,
    'left-drop-zone': options.leftDropZoneText,
  });
  const names = classes('govuk-file-upload-wrapper', options.wrapperClasses);
  return html`<div class="${names}" data-module="govuk-file-upload"
    ${attributes({ ...words, ...options.wrapperAttributes })}>${control}</div>`;
}

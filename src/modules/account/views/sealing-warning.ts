import { warningText } from '#kit/components/warning-text.ts';
import type { Html } from '#kit/html.ts';

/** What is recorded is there, but whoever changed it now would not be found out. */
export function sealingWarning(): Html {
  return warningText({
    text:
      'The record has not been sealed for more than ten minutes. Nothing is lost. Ask whoever runs Lintel to look ' +
      'at the log and at what the database has been waiting for.',
  });
}

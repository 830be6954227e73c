import type { Language } from './languages.ts';
import type { Choice } from './words.ts';

/** By what a wording goes out. */
export const wordedChannels = [
  { value: 'text', label: 'Text message' },
  { value: 'email', label: 'E-mail' },
  { value: 'letter', label: 'Letter' },
] as const satisfies readonly Choice[];
export type WordedChannel = (typeof wordedChannels)[number]['value'];

/** A wording of which messages are made. */
export interface Wording {
  /** The same in every language and every version. */
  readonly key: string;
  readonly channel: WordedChannel;
  readonly language: Language;
  /** What colleagues call it: nobody outside reads it. */
  readonly title: string;
  /** With placeholders (`fill-in.ts`). */
  readonly body: string;
}

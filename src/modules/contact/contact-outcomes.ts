import type { Typed } from '#kit/forms.ts';
import type { Agreement } from '#rules/agreement.ts';
import type { MadeContact } from '#rules/kept-agreement.ts';
import type { Choice } from '#rules/words.ts';

/** How it was tried. */
export const contactChannels = [
  { value: 'phone', label: 'Phone call' },
  { value: 'in_person', label: 'In person' },
  { value: 'text', label: 'Text message' },
  { value: 'email', label: 'Email' },
  { value: 'web_chat', label: 'Web chat' },
  { value: 'video', label: 'Video call' },
  { value: 'post', label: 'Post' },
  { value: 'through_somebody', label: 'Through somebody they trust' },
] as const satisfies readonly Choice[];
export type ContactChannel = (typeof contactChannels)[number]['value'];

/** Two-way and safe: the person answered, and could. Nothing else is contact (domain §2). */
export const contactsMade = [
  { value: 'spoke_safely', label: 'We spoke, and it was safe to' },
  { value: 'met_safely', label: 'We met, and it was safe to' },
  // never an automatic reply or a delivery receipt
  { value: 'replied_safely', label: 'They replied in their own words, and it was safe to' },
] as const satisfies readonly Choice[];

/** Evidence that we tried; never that the person was reached. */
export const attempts = [
  { value: 'no_answer', label: 'No answer' },
  { value: 'voicemail_left', label: 'Left a voicemail' },
  { value: 'line_busy', label: 'Line busy or unavailable' },
  { value: 'someone_else_answered', label: 'Somebody else answered' },
  { value: 'message_sent', label: 'Sent a message, no reply yet' },
  { value: 'call_dropped', label: 'The call dropped before it was safe to talk' },
  { value: 'not_safe_to_talk', label: 'They answered, and it was not safe to talk' },
] as const satisfies readonly Choice[];

export const contactOutcomes = [...contactsMade, ...attempts];
export type ContactOutcome = (typeof contactOutcomes)[number]['value'];

/** Is this outcome one in which the person answered, and could? */
export function saysReached(outcome: ContactOutcome): boolean {
  return contactsMade.some((made) => made.value === outcome);
}

/** Whether the person was there to be asked anything, as far as the form says by now. */
export function mightBeAsked({ outcome, whom }: Typed): boolean {
  return contactsMade.some((made) => made.value === outcome) && whom !== 'somebody_else';
}

/** Who got in touch: a call of theirs at an hour of their own choice is against nothing that was agreed. */
export const whoBegan = [
  { value: 'us', label: 'We did' },
  { value: 'them', label: 'They did' },
] as const satisfies readonly Choice[];
export type Began = (typeof whoBegan)[number]['value'];

/** What comes of a try of ours, and of nobody else's. */
const oursAlone: readonly ContactOutcome[] = ['no_answer', 'voicemail_left', 'line_busy', 'message_sent'];

export function fitsWhoBegan(outcome: ContactOutcome, began: Began): boolean {
  return began === 'us' || !oursAlone.includes(outcome);
}

/** What a try leaves behind, for anybody to hear or to read. */
export function leftBehind(outcome: ContactOutcome): MadeContact['left'] {
  if (outcome === 'voicemail_left') return 'voicemail';
  return outcome === 'message_sent' || outcome === 'replied_safely' ? 'message' : 'nothing';
}

/** Does what was agreed name somebody through whom the person may be reached, as the person themselves said? */
export function namesSomebody(agreement: Agreement | null): boolean {
  if (!agreement?.agreedWithPerson) return false;
  return agreement.contactPerson !== '' || agreement.channel === 'through_somebody';
}

/** Somebody else answered: could whoever it was now suspect something? */
export const suspicions = [
  { value: 'no', label: 'No, nothing was said or shown that could tell them anything' },
  { value: 'yes', label: 'Yes, they may' },
  { value: 'not_known', label: 'Not known' },
] as const satisfies readonly Choice[];
export type Suspicion = (typeof suspicions)[number]['value'] | 'not_asked';

/** Must be asked before the record is kept, because the answer may change what is safe. */
export function asksAboutSuspicion(outcome: ContactOutcome): boolean {
  return outcome === 'someone_else_answered';
}

/** From then on the agreed way is to be checked before anybody uses it again. Unknown counts as yes. */
export function makesTheWayUnsure(suspicion: Suspicion): boolean {
  return suspicion === 'yes' || suspicion === 'not_known';
}

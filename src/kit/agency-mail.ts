/** What an e-mail with a link says to somebody at an agency: enough to trust it, and nothing of whom it is about. */
export interface SharedWithAgency {
  /** The landlord. */
  readonly from: string;
  /** Whom to ring to check; '': no number is set. */
  readonly call: string;
  /** Until when it opens, in words. */
  readonly until: string;
}

/** It goes to a verified work address only: no name, no subject matter, no reference of a case. */
export function agencyMail({ from, call, until }: SharedWithAgency, link: string) {
  const check =
    call === '' ? 'on the number that you know to be theirs' : `on ${call}, or a number that you know`;
  return {
    subject: `${from} has shared something with you for your work`,
    text: [
      `${from} has shared something with you for your work.`,
      `Somebody there told you that this would come, or will. To check that it is real, ring them ${check}.`,
      'It opens with a code of eight figures, which reaches you by another way and never by e-mail.',
      `It opens until ${until}:`,
      link,
      'If you did not expect it, open nothing and ring them. Please do not pass this e-mail on.',
    ]
      .join('\n\n')
      .concat('\n'),
  };
}

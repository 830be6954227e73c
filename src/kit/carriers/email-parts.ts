/** A list of what comes in shows the subject: it says nothing, whatever the message says. */
export const subject = 'A message for you';

/**
 * The id that a message carries, by which what comes back is told apart (RFC 5322, section 3.6.4): the same however
 * often it is tried. @param from an address, or a name with one in angle brackets
 */
export function messageIdOf(parcelId: string, from: string): string {
  return `<${parcelId}@${domainOf(from)}>`;
}

export function addressOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}

/** After the `@` of the ids that our messages carry. */
export function domainOf(from: string): string {
  return addressOf(from).split('@').at(-1) ?? '';
}

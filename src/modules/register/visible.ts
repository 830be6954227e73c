/** Between letters of a script that joins them, these two say how it is written; anywhere else they say nothing. */
const joiner = /(?<=[\p{L}\p{M}])(?<!\p{Script=Latin}\p{M}*)[\u200c\u200d](?=\p{L})(?!\p{Script=Latin})/u;
export const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const unseenButJoiners = new RegExp(`(?!${joiner.source})${unseen.source}`, 'gu');
const blanks = /[\s\p{Cc}]+/gu;

/**
 * A name as it is kept and shown: without direction marks and other characters that nobody sees, which would make two
 * names of one or turn the line around it; every blank is one space.
 */
export function visible(name: string): string {
  return name.replace(blanks, ' ').replace(unseenButJoiners, '').trim();
}

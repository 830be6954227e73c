/**
 * Words that would say why: the subject itself, agencies and courts, danger, and who lives with whom. A marker is read
 * at a door, on a phone and over a shoulder (domain §9, §10).
 */
const telling =
  /\b(?:da|dv|domestic\w*|abus\w*|violen\w*|victims?|survivors?|perpetrators?|offend\w*|coerc\w*|marac|dash|i[ds]va|refuges?|safeguard\w*|sanctuary|police|court|orders?|injunct\w*|bail|prison|probation|social (?:services|workers?)|case ?work\w*|cases?|disclos\w*|confidential|secret\w*|danger\w*|threat\w*|weapons?|kni(?:fe|ves)|guns?|attack\w*|assault\w*|harass\w*|stalk\w*|risk\w*|unsafe (?:man|woman|person|tenant)|aggress\w*|husbands?|wi(?:fe|ves)|partners?|ex|boyfriends?|girlfriends?|father|mother|son|daughter|child\w*|kids?|women|woman|man|men|her|him|his|she|he)\b/i;

/** Numbers and addresses have no place in it either. */
const reaching = /\d{4,}|@|https?:|www\./i;

/** What is wrong with a wording of the landlord's own, in plain words; null: nothing. */
export function problemWith(text: string): string | null {
  const found = telling.exec(text)?.[0];
  if (found) return `“${found}” could say why. Say only what to do at the door`;
  if (reaching.test(text)) return 'Leave out numbers, addresses and links';
  return null;
}

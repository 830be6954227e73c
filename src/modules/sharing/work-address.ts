import type { StaffId } from '#rules/facts.ts';
import { isAnybodys, isSharedEnding } from './anybodys-domains.ts';

/** A domain that is on record as an agency's own. */
export interface Domain {
  readonly agency: string;
  readonly domain: string;
  readonly addedBy: StaffId;
}

/** Why nobody may write down this domain as an agency's own, nor send to it; '' where it may be theirs. */
export function domainProblem(domain: string): string {
  if (isAnybodys(domain)) return 'Anybody can have a mailbox there. Enter a domain of the agency’s own';
  if (isSharedEnding(domain))
    return 'Many agencies have theirs under that ending. Enter the whole of theirs, for example exampleshire.gov.uk';
  return '';
}

const plain = (text: string) => text.trim().toLocaleLowerCase('en-GB').replaceAll(/\s+/g, ' ');

/** Why a link may not go to this address; '' where it may. */
export function addressProblem(
  address: string,
  agency: string,
  domains: readonly Domain[],
  by: StaffId,
): string {
  const [, domain] = /^[^\s@]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/.exec(address) ?? [];
  if (domain === undefined) return 'Enter their work address, for example name@agency.org.uk';
  if (isAnybodys(domain)) return 'Anybody can have a mailbox there. Enter their address at work';
  const shared = domainProblem(domain);
  if (shared !== '') return shared;
  const theirs = domains.filter((each) => each.domain === domain && plain(each.agency) === plain(agency));
  if (theirs.length === 0)
    return 'That is not a domain on record for this agency. A manager writes it down, under Team, Agencies';
  if (theirs.every(({ addedBy }) => addedBy === by))
    return 'You wrote down that domain yourself. Somebody else sends to it, so that two people have looked';
  return '';
}

import type { StaffId } from '#rules/facts.ts';

/** A domain that is on record as an agency's own. */
export interface Domain {
  readonly agency: string;
  readonly domain: string;
  readonly addedBy: StaffId;
}

/** Mailboxes that anybody can have: whoever they fear could open one in an agency's name. */
const anybodys = [
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'hotmail.co.uk', 'live.com', 'live.co.uk'],
  ...['msn.com', 'yahoo.com', 'yahoo.co.uk', 'ymail.com', 'icloud.com', 'me.com', 'mac.com', 'aol.com'],
  ...['proton.me', 'protonmail.com', 'pm.me', 'gmx.com', 'gmx.co.uk', 'mail.com', 'zoho.com', 'tutanota.com'],
  ...['btinternet.com', 'sky.com', 'virginmedia.com', 'talktalk.net', 'ntlworld.com', 'blueyonder.co.uk'],
];

export function isAnybodys(domain: string): boolean {
  return anybodys.includes(domain);
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
  const theirs = domains.filter((each) => each.domain === domain && plain(each.agency) === plain(agency));
  if (theirs.length === 0)
    return 'That is not a domain on record for this agency. A manager writes it down, under Agencies';
  if (theirs.every(({ addedBy }) => addedBy === by))
    return 'You wrote down that domain yourself. Somebody else sends to it, so that two people have looked';
  return '';
}

import type { SealFault } from './verify.ts';

/** Where the record breaks, in a sentence for whoever has to find out why. */
export function faultInWords(fault: SealFault): string {
  const where = `Seal ${fault.seal} (${fault.sealedAt.toString({ smallestUnit: 'second' })})`;
  const events = `${fault.sealed} events were sealed and ${fault.found} are there`;
  return `${where}: ${says[fault.kind]}; ${events}${between(fault)}.`;
}

const says: Readonly<Record<SealFault['kind'], string>> = {
  'events-missing': 'events were deleted',
  'events-extra': 'events were added to the past',
  'events-changed': 'an event was changed',
  'seal-changed': 'the seal itself was changed, its events are as they were',
  'seal-missing': 'one or more seals before this one are gone',
  'chain-broken':
    'it does not follow from the seal before it: that one was made anew, or this one was changed',
};

function between({ first, last }: SealFault): string {
  if (first === null || last === null) return '';
  const [from, to] = [first, last].map((at) => at.toString({ smallestUnit: 'second' }));
  return from === to ? `, at ${from}` : `, between ${from} and ${to}`;
}

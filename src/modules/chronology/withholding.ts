import type { AgreedWayValue, SafeContactValue } from '#modules/agreement/pure.ts';
import type { HomeInCase, PersonInCase } from '#modules/case-file/index.ts';
import type { PersonName, PersonSummary, PropertySummary } from '#modules/register/index.ts';
import type { PartInCase } from '#rules/words.ts';
import type { Purpose } from './export.ts';
import type { Withheld } from './redaction.ts';

/** What a case knows that a reader outside it may have to go without. */
export interface Known {
  readonly people: readonly PersonInCase[];
  readonly known: readonly PersonName[];
  /** Where the register has those in the case living now. */
  readonly summaries: readonly PersonSummary[];
  readonly home: PropertySummary | null;
  /** Every home that was ever on record: where they went, and where somebody may still look for them. */
  readonly homes: readonly Pick<HomeInCase, 'addressLines' | 'postcode' | 'address'>[];
  /** Every agreement there has been: an old number is as telling as the one that is used now. */
  readonly agreements: readonly SafeContactValue[];
  readonly ways: readonly AgreedWayValue[];
  readonly nameOf: (person: PersonInCase) => string;
  readonly partOf: (part: PartInCase) => string;
}

export interface Withholding extends Withheld {
  /** Left out of what goes to this reader unless somebody decides otherwise. */
  readonly usual: boolean;
}

/** Where people live, how they are reached, and each name beside the person’s own. */
export function withholdings(purpose: Purpose, facts: Known): readonly Withholding[] {
  const outside = purpose === 'partner' || purpose === 'court';
  return [
    { id: 'address', label: 'Where people live', texts: addresses(facts), usual: outside },
    {
      id: 'reach',
      label: 'How the person is reached: numbers, places, code words, whoever helps',
      texts: [...facts.agreements.flatMap(waysIn), ...facts.ways.map(({ value }) => value)],
      usual: outside,
    },
    ...facts.people
      .filter(({ part }) => part !== 'at_risk')
      .map((person) => ({
        id: person.id,
        label: `${facts.nameOf(person)} (${facts.partOf(person.part).toLowerCase()})`,
        texts: namesOf(person, facts),
        usual: (outside || purpose === 'person') && informants.includes(person.part),
      })),
  ];
}

/** Those who may have told us, and would be in danger if it were known. */
const informants: readonly PartInCase[] = ['witness', 'supporter'];

function addresses({ home, homes, people, summaries }: Known): readonly string[] {
  const feared = people.filter(({ part }) => part === 'alleged_perpetrator').map(({ personId }) => personId);
  const elsewhere = summaries
    .filter(({ id }) => !feared.includes(id))
    .flatMap(({ address }) => address ?? []);
  const lived = homes.flatMap(({ addressLines, postcode, address }) => [
    ...(addressLines ?? []),
    postcode ?? '',
    address,
  ]);
  const written = [
    ...(home ? [...home.addressLines, home.postcode, home.address] : []),
    ...lived,
    ...elsewhere,
  ].filter((text) => text.trim() !== '');
  return [...new Set(written.flatMap((text) => [text, ...text.split(',')]).map((text) => text.trim()))];
}

function waysIn(agreed: SafeContactValue): readonly string[] {
  const { value, contactPerson, contactPersonValue, codeWord, meetingPlace } = agreed;
  return [value, contactPerson, contactPersonValue, codeWord, meetingPlace].filter(
    (text) => text.trim() !== '',
  );
}

function namesOf(person: PersonInCase, { known }: Known): readonly string[] {
  const registered = known.find(({ id }) => id === person.personId)?.name;
  const whole = registered ?? '';
  return [whole, ...whole.split(/\s+/), ...namesIn(person.describedAs)].filter((name) => name.length > 1);
}

const notNames =
  /^(?:her|his|their|my|our|the|an?|mr|mrs|ms|miss|dr|name|not|known|yet|somebody|someone|aged?|son|daughter|child|children|baby|brother|sister|mother|father|mum|dad|aunt|uncle|niece|nephew|cousin|friend|neighbour|partner|ex|former|husband|wife|colleague|who|and|of|in|from|at|school|teacher|doctor|worker)$/i;

/** “Her son Teo, aged 7”: what begins with a capital and is no common word. */
function namesIn(description: string): readonly string[] {
  return (description.match(/\p{Lu}[\p{L}’'-]+/gu) ?? []).filter((word) => !notNames.test(word));
}

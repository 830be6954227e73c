import { details } from '#kit/components/details.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import type { Html } from '#kit/html.ts';
import type { Office } from '#kit/office.ts';
import { gateOf, several, waysInWords } from '#modules/agreement/pure.ts';
import { agreedChannels } from '#rules/agreement.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { PropertyId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { readByOthers } from '#rules/others-at.ts';
import { labelOf } from '#rules/words.ts';
import { homeBeside, homeBesideWords } from '../known-of-case.ts';
import type { KnownOfCase } from '../store/known-of-cases.ts';

/** Beside the choice of a case: what it knows already, without a number, so that nothing is asked or typed again. */
export function knownOfCase(
  known: KnownOfCase,
  at: Pick<Office, 'now' | 'calendar'>,
  chosenHome: PropertyId | null,
): Html {
  const home = homeBeside(chosenHome, known.file);
  const facts = [
    ...(home ? [['Where they live', homeBesideWords[home]] as const] : []),
    ...factsOf(known, at),
  ];
  const rows = facts.map(([name, text]) => ({ key: { text: name }, value: { text } }));
  return details({
    summaryText: `What ${known.file.reference} knows already`,
    open: true,
    html: summaryList({ classes: 'lintel-summary--compact', rows }),
  });
}

function factsOf(
  { file, agreed, children, calls, honour }: KnownOfCase,
  { now, calendar }: Pick<Office, 'now' | 'calendar'>,
): readonly (readonly [string, string])[] {
  const { riskLevel, riskJudged } = file;
  return [
    ['Lead', file.leadName ?? 'Nobody yet'],
    ['Danger', file.immediateDanger ? 'Stands: nobody wrote down what was done' : 'None stands'],
    ['Risk', riskLevel === null ? 'Not rated yet' : `${riskLevel}${riskJudged ? '' : ', proposed'}`],
    ['Children', childrenIn(file.children, children)],
    ['So-called honour', honour ? 'Suspected: the advice of specialists was begun' : 'Nothing on record'],
    ['How to be in touch', waysIn(agreed, now, calendar)],
    ['Calls promised', calls.map(({ at }) => momentInWords(at, calendar)).join('; ') || 'None'],
  ];
}

function childrenIn(answer: KnownOfCase['file']['children'], children: KnownOfCase['children']): string {
  if (children.length > 0)
    return children.map(({ describedAs, age }) => [describedAs, age].filter(Boolean).join(', ')).join('; ');
  return { yes: 'Yes', no: 'No', not_known: 'Not known yet', not_asked: 'Nobody has asked yet' }[answer];
}

/** By their names alone, each with whether it may be used now: numbers stand where they may be used. */
function waysIn(agreed: KnownOfCase['agreed'], now: Temporal.Instant, calendar: WorkingCalendar): string {
  if (agreed === null) return 'Nothing agreed yet';
  if (several(agreed)) return waysInWords(agreed, now, calendar).words;
  const gate = gateOf(agreed, now, calendar);
  const may = readByOthers(agreed.channel, 'first', agreed) || 'may be used now';
  return `${labelOf(agreedChannels, agreed.channel)}: ${gate.open ? may : gate.reasons[0].reason}`;
}

import {
  type ConsentAnswer,
  type ConsentChange,
  type DataKind,
  dataKinds,
  type SharePurpose,
  sharePurposes,
} from '#rules/sharing.ts';
import { labelOf } from '#rules/words.ts';

interface Named {
  readonly agency: string;
  readonly role: string;
}

/** `Exampleshire Police: domestic abuse desk`. */
export function recipientInWords({ agency, role }: Named): string {
  return `${agency}: ${role}`;
}

/** What kinds of things, in one line. */
export function kindsInWords(kinds: readonly DataKind[]): string {
  return kinds.map((kind) => labelOf(dataKinds, kind)).join('; ');
}

type Answered = Named & {
  readonly purpose: SharePurpose;
  readonly kinds: readonly DataKind[];
  readonly answer: ConsentAnswer;
  readonly words: string;
  readonly authority: string;
};

/** As the chronology keeps it. */
export function consentInWords({ agency, role, purpose, kinds, answer, words, authority }: Answered): string {
  const why = `For: ${labelOf(sharePurposes, purpose)}. What: ${kindsInWords(kinds)}.`;
  const what = `${recipientInWords({ agency, role })}. ${why}`;
  const said = answer === 'given' ? 'They agree to sharing with' : 'They do not agree to sharing with';
  return joined(`${said} ${what}`, authority && `Who decides for them: ${authority}.`, words);
}

/** The same of what they said later. */
export function changeInWords(
  consent: Named & { readonly purpose: SharePurpose },
  change: ConsentChange,
  words: string,
) {
  const about = `${recipientInWords(consent)}. For: ${labelOf(sharePurposes, consent.purpose)}.`;
  const said =
    change === 'withdrawn'
      ? 'They took back that they agree to sharing with'
      : 'They are not sure any more about';
  return joined(`${said} ${about}`, words);
}

/** What was decided, as the chronology keeps it: to whom and for what, never what. */
export function shareInWords(
  share: Named & {
    readonly purpose: SharePurpose;
    readonly kinds: readonly DataKind[];
    readonly necessity: string;
  },
): string {
  const { purpose, kinds, necessity } = share;
  const what = `For: ${labelOf(sharePurposes, purpose)}. What: ${kindsInWords(kinds)}.`;
  return joined(`Sharing with ${recipientInWords(share)}. ${what}`, necessity);
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}

/** That it is shared no further, or was not at all: a page never says of what left that it did not. */
export function droppedInWords({ hasLeft }: { readonly hasLeft: boolean }): string {
  return hasLeft ? 'Nothing more is shared by this' : 'Not shared after all';
}

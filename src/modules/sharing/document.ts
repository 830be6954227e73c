import type { DocumentModel, Section } from '#kit/documents/model.ts';
import { withTexts } from '#kit/documents/model.ts';
import { sharePurposes } from '#rules/sharing.ts';
import { labelOf } from '#rules/words.ts';
import type { Share } from './store/shares.ts';
import { recipientInWords } from './words.ts';

/** An assessment, question by question, as it stands. */
export interface AssessmentShared {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** What was chosen, read and cleaned of what is usually kept back. */
export interface ToShare {
  readonly share: Share;
  readonly reference: string;
  readonly landlord: string;
  /** Of whom they read; '': that was not decided to be shared. */
  readonly about: string;
  /** The entries as a document of their own; null: none was chosen. */
  readonly entries: DocumentModel | null;
  /** Of a referral for safeguarding: so many entries that were chosen may not go. */
  readonly heldBack: number;
  readonly plan: readonly string[];
  readonly assessments: readonly AssessmentShared[];
  readonly clean: (text: string) => string;
  readonly sentBy: string;
  readonly sentAt: string;
}

/** One document of all that was chosen, with what it is for at its head; its title is neutral. */
export function shareDocument(shared: ToShare): DocumentModel {
  const { share, reference, landlord, about, entries, heldBack, plan, assessments, clean, sentBy, sentAt } =
    shared;
  const made = `${landlord}, ${sentBy}, ${sentAt}`;
  const sections: readonly (Section | false)[] = [
    { heading: 'How to handle this', blocks: [{ kind: 'list', items: handling(share) }] },
    ...inOurWords(share),
    heldBack > 0 && { heading: 'Left out', blocks: paragraphs(`${heldBack} entries may not go. Ask us.`) },
    ...(entries?.sections.filter(({ heading }) => heading === 'Entries') ?? []),
    plan.length > 0 && { heading: 'The plan', blocks: [{ kind: 'list', items: plan.map(clean) }] },
    ...assessments.map(
      ({ heading, lines }): Section => ({
        heading: clean(heading),
        blocks: [{ kind: 'list', items: lines.map(clean) }],
      }),
    ),
  ];
  return {
    title: `Shared: ${reference}`,
    landscape: entries !== null,
    facts: [
      ...(about === '' ? [] : [{ name: 'About', value: about }]),
      { name: 'For', value: recipientInWords(share) },
      { name: 'Purpose', value: labelOf(sharePurposes, share.purpose) },
      { name: 'From', value: made },
    ],
    watermark: `${recipientInWords(share)}, ${sentAt}`,
    footer: `${reference} · ${made}`,
    sections: sections.filter((section) => section !== false),
  };
}

/** A referral is written under headings, a line each that begins with #. */
function inOurWords({ words, referralId }: Share): readonly Section[] {
  if (words === '') return [];
  if (referralId === null) return [{ heading: 'In our words', blocks: paragraphs(words) }];
  return words.split(/^# /m).flatMap((part) => {
    const [heading = '', ...said] = part.split('\n');
    return heading === '' ? [] : [{ heading, blocks: paragraphs(said.join('\n').trim()) }];
  });
}

function handling({ agency, role, told }: Share): readonly string[] {
  return [
    `For ${role} at ${agency}, and for this purpose only. Nobody else needs it.`,
    'Contact nobody who is named here, and go nowhere, because of what you read: ask us first how that is safe.',
    told === 'told'
      ? 'They know that you have it.'
      : 'They may not know that you have it. Ask us before you say so.',
    'If you have to pass it on by law, tell us first where that is safe. What is left out was left out on purpose.',
  ];
}

function paragraphs(text: string): Section['blocks'] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', text: part }));
}

/** Across each page who reads it and when, as well as for whom it is. */
export function markedFor(document: DocumentModel, reader: string, at: string): DocumentModel {
  const mark = `Read by ${reader}, ${at}`;
  return { ...withTexts(document, (text) => text), watermark: mark, footer: `${document.footer} · ${mark}` };
}

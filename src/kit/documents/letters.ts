import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { isolated } from '../bidi.ts';
import { printable } from './model.ts';

/** A letter as it leaves: nothing on it says from whom it is. */
export interface LetterDocument {
  /** As a screen reader takes it: `en`. */
  readonly language: string;
  readonly rightToLeft: boolean;
  /** In the window of the envelope, a line each. */
  readonly address: readonly string[];
  /** Above it, small: where post goes that is not delivered. */
  readonly returnAddress: readonly string[];
  readonly date: string;
  readonly body: string;
}

const template = readFileSync(new URL('./typst/letters.typ', import.meta.url), 'utf8');
const workspace = fileURLToPath(new URL('./typst/', import.meta.url));

/**
 * Letters as one tagged PDF, each from a page of its own. Throws where a letter of an alphabet cannot be drawn here: a
 * box in its place would be posted unread.
 */
export function toLetters(letters: readonly LetterDocument[]): Uint8Array {
  const compiler = NodeCompiler.create({
    workspace,
    inputs: { letters: JSON.stringify(letters.map(asData)) },
  });
  const { result } = compiler.compile({ mainFileContent: template });
  if (!result) throw new Error('The template does not compile');
  return compiler.pdf(result, { pdfStandard: 'ua-1' });
}

function asData({ body, address, returnAddress, ...letter }: LetterDocument) {
  const readable = (text: string) => isolated(printable(text));
  const paragraphs = body.split(/\n{2,}/).map((paragraph) => paragraph.split('\n').map(readable));
  return {
    ...letter,
    paragraphs,
    address: address.map(readable),
    returnAddress: readable(returnAddress.join(', ')),
  };
}

/** What a virus scanner says of a file. */
export type Scanned =
  | { readonly said: 'clean' }
  | { readonly said: 'infected'; readonly found: string }
  /** It could not be asked, or did not answer: nothing is known. */
  | { readonly said: 'away'; readonly why: string; readonly reached: boolean };

export interface Scanner {
  scan(plain: AsyncIterable<Uint8Array>): Promise<Scanned>;
  /** Whether it answers now, within some seconds, and what it says that it is; null: it does not. */
  answers(): Promise<string | null>;
}

/** Of two large packages, what is used here: whatever else they offer is not ours to lean on. */
declare module 'imapflow' {
  export class ImapFlow {
    constructor(options: object);
    on(event: 'error', listener: () => void): void;
    connect(): Promise<void>;
    logout(): Promise<void>;
    close(): void;
    mailboxOpen(folder: string): Promise<{ readonly uidValidity: bigint }>;
    search(query: { readonly uid: string }, options: { readonly uid: true }): Promise<number[] | false>;
    fetchOne(
      uid: string,
      query: { readonly source: { readonly maxLength: number } },
      options: { readonly uid: true },
    ): Promise<{ readonly source?: Buffer } | false>;
    messageDelete(uid: string, options: { readonly uid: true }): Promise<boolean>;
  }
}

declare module 'postal-mime' {
  export interface Header {
    /** In small letters. */
    readonly key: string;
    readonly value: string;
  }
  export interface Email {
    readonly headers: readonly Header[];
    readonly messageId?: string | undefined;
    readonly inReplyTo?: string | undefined;
    readonly references?: string | undefined;
    readonly text?: string | undefined;
    readonly html?: string | undefined;
    readonly attachments: readonly {
      readonly mimeType: string;
      readonly content: ArrayBuffer | Uint8Array | string;
    }[];
  }
  export default class PostalMime {
    static parse(letter: string | Uint8Array, options?: object): Promise<Email>;
  }
}

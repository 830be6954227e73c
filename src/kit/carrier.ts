/** What leaves: to whom, and every word of it. */
export interface Parcel {
  /** The same however often it is tried: who gets it twice may show it once. */
  readonly id: string;
  readonly to: string;
  readonly words: string;
  /** The name under which it comes, as the person agreed; `''`: none. */
  readonly sender: string;
}

/** Whether what was decided still holds. */
export type InTime = () => boolean;

/** It waited for a line, or for a machine that slept: it is decided anew. */
export const heldUp = { how: 'not_reached', fault: 'held_up' } as const;

/** What is known of a try. */
export type Carried =
  | { readonly how: 'taken'; readonly carrierId: string }
  /** Of this message or receiver, for good: it is certain that it did not leave. `gone`: the receiver is no more. */
  | { readonly how: 'refused'; readonly fault: string; readonly gone?: true }
  /** It is certain that the service did not take it: it may be tried again. `after`: as it asked, in seconds. */
  | { readonly how: 'not_reached'; readonly fault: string; readonly after?: number }
  /** It may have left: it is never tried again by itself. */
  | { readonly how: 'not_known'; readonly fault: string };

/** What a service says became of what it took. */
export type Became =
  | { readonly how: 'on_its_way' }
  | { readonly how: 'arrived' }
  /** `gone`: the number or the mailbox is no more, so whoever has it now may be anybody. */
  | { readonly how: 'not_arrived'; readonly fault: string; readonly gone: boolean }
  /** It did not answer, or in words that are not agreed: nothing is believed. */
  | { readonly how: 'not_known'; readonly fault: string };

/** What a service answers when it is asked for a message by our own id. */
export type Found =
  | { readonly how: 'there'; readonly carrierId: string }
  | { readonly how: 'not_there' }
  | { readonly how: 'not_known'; readonly fault: string };

/** What a service told us of its own accord, once it is certain that it was the service. */
export interface Heard {
  /** What it calls the message. */
  readonly carrierId: string;
  readonly became: Became;
}

/** What somebody says to us in the name of a service. */
export interface Saying {
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** To the byte, as it was signed. */
  readonly body: Buffer;
}

/** A service that takes messages to people. It never throws: what went wrong is an answer. */
export interface Carrier {
  readonly name: string;
  /**
   * @param inTime asked at the last moment at which nothing has left: what was decided too long ago does not leave.
   * Left out of what goes to ourselves
   */
  carry(parcel: Parcel, inTime?: InTime): Promise<Carried>;
  /** What became of one that it took. Missing: it cannot be asked. */
  stateOf?(carrierId: string): Promise<Became>;
  /** Whether it has a message, by our own id. Missing: it cannot be asked. */
  find?(parcelId: string): Promise<Found>;
  /** What was said, if it is certain that the service said it; else null. Missing: it is never listened to. */
  hear?(saying: Saying): Heard | null;
  close(): void;
}

/** What came back after an e-mail. */
export interface CameBack {
  /** Our own id of the message that it is about. */
  readonly messageId: string;
  readonly kind: 'reply' | 'automatic' | 'bounce';
  /** Of a bounce: the mailbox is no more. */
  readonly gone: boolean;
  /** As plain text; of a bounce its code alone. */
  readonly words: string;
  /** What tells it from any other that comes in. */
  readonly source: string;
}

/** Up to where a mailbox was read. */
export interface Place {
  /** Another one: the mailbox was made anew, and is read from its beginning. */
  readonly validity: string;
  readonly uid: number;
}

/** Whether one of these is the id of an e-mail of ours. */
export type Knows = (ids: readonly string[]) => Promise<boolean>;

/** Where answers come in. It never throws. */
export interface Mailbox {
  readonly name: string;
  /**
   * @param keep keeps what came back; false: it is about nothing of whoever asks, and stays where it is
   * @param knows asked before any of it is read: what names no message of ours is not
   */
  collect(
    place: Place | null,
    keep: (one: CameBack) => Promise<boolean>,
    knows: Knows,
  ): Promise<
    { readonly how: 'collected'; readonly place: Place } | { readonly how: 'failed'; readonly fault: string }
  >;
  close(): void;
}

/** Each channel that is configured. Letters are printed, and need none. */
export interface Carriers {
  readonly text?: Carrier | undefined;
  readonly email?: Carrier | undefined;
  readonly replies?: Mailbox | undefined;
}

/** What leaves: to whom, and every word of it. */
export interface Parcel {
  /** The same however often it is tried: who gets it twice may show it once. */
  readonly id: string;
  readonly to: string;
  readonly words: string;
  /** The name under which it comes, as the person agreed; `''`: none. */
  readonly sender: string;
}

/** What is known of a try. */
export type Carried =
  | { readonly how: 'taken'; readonly carrierId: string }
  /** Of this very message or receiver, for good: it is certain that it did not leave. */
  | { readonly how: 'refused'; readonly fault: string }
  /** It is certain that it did not reach the service: it may be tried again. */
  | { readonly how: 'not_reached'; readonly fault: string }
  /** It may have left: it is never tried again by itself. */
  | { readonly how: 'not_known'; readonly fault: string };

/** A service that takes messages to people. It never throws: what went wrong is an answer. */
export interface Carrier {
  readonly name: string;
  carry(parcel: Parcel): Promise<Carried>;
  close(): void;
}

/** Each channel that is configured. Letters are printed, and need none. */
export interface Carriers {
  readonly text?: Carrier | undefined;
  readonly email?: Carrier | undefined;
}

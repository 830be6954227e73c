import { z } from 'zod';
import type { EventName } from '#rules/event.ts';
import type { OrganisationId, Role, StaffId } from '#rules/facts.ts';
import type { Action } from '#rules/may.ts';
import type { Received } from '../files/receive.ts';
import type { Office } from '../office.ts';
import type { Services } from '../services.ts';
import type { Tx } from '../sql.ts';
import type { Turns } from '../turns.ts';
import type { Answer } from './answers.ts';
import type { NoRoom } from './upload-room.ts';

/** The person asking, as the request's first round trip found them. */
export interface Who {
  readonly organisation: OrganisationId;
  readonly staff: StaffId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly session: string;
  readonly idleUntil: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** Given, or not owed by this person's roles and account. */
  readonly secondFactor: boolean;
  readonly organisationName: string;
  readonly slug: string;
  readonly demonstration: boolean;
  readonly unread: number;
}

interface Asked<P, Q> {
  readonly params: P;
  readonly query: Q;
  /** The form as it came; `parseForm` makes a value or errors of it. */
  readonly body: unknown;
  /** Text fields and files of a multipart form, where the route takes uploads. */
  readonly files: readonly UploadedFile[];
  readonly now: Temporal.Instant;
  readonly services: Services;
  readonly address: string;
  readonly agent: string;
  /** For the forms of the page: proof of origin, and a fresh submission id. */
  readonly csrf: string;
}

export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  /** Where it lies until the request ends. */
  readonly path: string;
  /** Where the route keeps files sealed: what is known of it, and how it opens. */
  readonly received?: Received;
  /** It was read past and not kept: its form says so. */
  readonly refused?: 'too-large' | 'too-many' | NoRoom;
}

/** A route that takes files, of at most so many bytes each. */
export interface TakesFiles {
  readonly bytes: number;
  /** They lie sealed from the first byte on. */
  readonly sealed?: true;
  /** Throws unless what they are sent to is there for this person: asked before a byte of them is kept. */
  readonly target?: (ctx: StaffContext) => Promise<unknown>;
}

/** What a signed-in handler knows. It is an `Office`, so `happened(ctx.tx, ctx, …)` says who, when and where. */
export interface StaffContext<P = unknown, Q = unknown> extends Asked<P, Q>, Office {
  readonly tx: Tx;
  readonly who: Who;
  readonly staff: StaffId;
}

/** What a handler knows when nobody is signed in: no transaction either; it opens its own. */
export interface OpenContext<P = unknown, Q = unknown> extends Asked<P, Q> {
  readonly who: null;
  /** What this browser was given when somebody fully signed in with it; '' for none. */
  readonly device: string;
  /** Throws `too-many` when this route was asked more often within the minute by whomever the key names. */
  bound(key: string, perMinute: number): Promise<void>;
  /** What this browser holds of a session that was hidden; '' for none. */
  readonly hidden: string;
}

/** What is recorded when the route succeeds: one of these events, or nothing with the reason why. */
export type Records = EventName | readonly EventName[] | { readonly nothing: string };

interface Declared<P, Q> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly records: Records;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  /** Requests a minute from one person, or of nobody in particular from one address: an office has one. */
  readonly perMinute?: number;
}

/** What a route that takes a form says of it. */
export interface TakesForm {
  /** The address that shows it. */
  readonly shownAt: string;
  /** Its version is compared, so that nobody overwrites unseen; else why there is nothing to compare. */
  readonly version: 'compared' | { readonly none: string };
}

export interface StaffRoute<P = unknown, Q = unknown> extends Declared<P, Q> {
  readonly may: Exclude<Action, 'public.visit'>;
  /** False for posts that may be repeated harmlessly (autosave, extending a session). */
  readonly once?: false;
  /** Where what was typed is kept when a session ends mid-form. */
  readonly draft?: (params: P) => { readonly form: string; readonly about: string | null };
  /** It takes a form (form-page.ts). */
  readonly form?: TakesForm;
  /** Usable with a first factor only: enrolling the second, signing out. */
  readonly beforeSecondFactor?: true;
  /**
   * A picture, with the address of the page that shows it: whoever opens it by itself is led there, since alone on a
   * screen a picture has nothing by which to hide it.
   */
  readonly within?: (params: P) => string;
  readonly upload?: TakesFiles;
  /** What takes much memory waits for its turn before anything is read: until then it is a form and no more. */
  readonly turn?: (body: unknown) => Turns;
  handle(ctx: StaffContext<P, Q>): Promise<Answer | Later<P, Q>>;
}

/** Another transaction of the same request, begun as its first one: the same person, behind the same wall. */
export type Again<P = unknown, Q = unknown> = <T>(
  work: (ctx: StaffContext<P, Q>) => Promise<T>,
) => Promise<T>;

/**
 * What takes long is done after the handler’s transaction, with no connection held: it reads what it needs, works, and
 * only then writes. What its route declares is recorded there; nothing else in it outlives a fault.
 */
export interface Later<P = unknown, Q = unknown> {
  readonly kind: 'later';
  work(again: Again<P, Q>): Promise<Answer>;
}

export function later<P, Q>(work: (again: Again<P, Q>) => Promise<Answer>): Later<P, Q> {
  return { kind: 'later', work };
}

export interface OpenRoute<P = unknown, Q = unknown> extends Declared<P, Q> {
  readonly may: 'public.visit';
  /** Of whoever has what opens the page: they lie sealed, and its handler asks for that before it keeps any. */
  readonly upload?: Pick<TakesFiles, 'bytes'> & { readonly sealed: true };
  handle(ctx: OpenContext<P, Q>): Promise<Answer>;
}

// biome-ignore lint/suspicious/noExplicitAny: a list of routes forgets what each one's parameters are
export type Route = StaffRoute<any, any> | OpenRoute<any, any>;

/** Declares a route for people who are signed in. */
export function staffRoute<P, Q>(route: StaffRoute<P, Q>): Route {
  return route;
}

/** Declares a route that needs no sign-in. */
export function openRoute<P, Q>(route: OpenRoute<P, Q>): Route {
  return route;
}

/** Path parameters that are ids; anything else in the path is "not found". */
export function ids<const N extends string>(...names: readonly N[]): z.ZodType<Readonly<Record<N, string>>> {
  return z.object(Object.fromEntries(names.map((name) => [name, z.uuid()]))) as unknown as z.ZodType<
    Readonly<Record<N, string>>
  >;
}

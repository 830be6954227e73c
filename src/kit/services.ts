import type { RunOut } from '#packs/bank-holidays/bank-holidays.ts';
import type { BankHoliday, WorkingCalendar } from '#rules/calendar.ts';
import type { ClosedDays } from '#rules/closed-days.ts';
import type { EventName } from '#rules/event.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { CommitmentOf, Pack } from '#rules/pack.ts';
import type { SharedWithAgency } from './agency-mail.ts';
import type { Carriers } from './carrier.ts';
import type { Scanner } from './files/scanner.ts';
import type { FileStore } from './files/store.ts';
import type { Patience } from './http/arriving.ts';
import type { UploadLimits } from './http/upload-room.ts';
import type { Now } from './now.ts';
import type { Database, Tx } from './sql.ts';

/** What the program lends to every handler and job; made once at start, a stand-in of each part in tests. */
export interface Services {
  readonly db: Database;
  readonly now: Now;
  /** The root secret: `keyFor` (kit/secret.ts) derives a key for each purpose. */
  readonly secret: string;
  readonly packs: PackShelf;
  readonly mail: MailQueue;
  /** What takes messages to people; only the door of the module `outgoing` hands anything to them. */
  readonly carriers: Carriers;
  readonly files: FileKeeping;
  readonly settings: SiteSettings;
}

/** Where sealed files lie, and who looks through them; null: nobody does. */
export interface FileKeeping {
  readonly store: FileStore;
  readonly scanner: Scanner | null;
}

export interface PackShelf {
  /** The pack by id; throws where it is not on the shelf. */
  find(id: string): Pack;
  /** The pack's office hours with its division's bank holidays and the days that the landlord itself closed. */
  calendarOf(pack: Pack, closedDays: ClosedDays): WorkingCalendar;
  /** The bank holidays of the pack's division, earliest first. */
  bankHolidaysOf(pack: Pack): readonly BankHoliday[];
  /** A warning when the bank holidays of the pack's division end within 90 days, else null. */
  bankHolidaysRunOut(pack: Pack, today: Temporal.PlainDate): RunOut | null;
  readonly all: readonly Pack[];
  readonly commitmentOf: CommitmentOf;
  /** What begins, keeps or ends a promise under any of them. */
  readonly promised: ReadonlySet<EventName>;
}

/**
 * Queues a message in the current transaction. To a colleague it says no more than that there is a task (domain
 * reference §9); to an agency, from whom it comes and how to check that.
 */
export interface MailQueue {
  send(
    tx: Tx,
    mail: {
      readonly organisation: OrganisationId;
      readonly to: string;
      readonly kind: 'task' | 'link';
      readonly link?: string;
      /** How many things wait: at once, today, later. */
      readonly waiting?: readonly number[];
      /** To somebody at an agency, with what makes it known as real. */
      readonly shared?: SharedWithAgency;
    },
  ): Promise<void>;
  /** Where no mail server is configured: what is queued goes nowhere, and nothing may be offered that needs it. */
  readonly goesNowhere?: true;
}

export interface SiteSettings {
  /** Addresses under which people reach the two sites, without a slash at the end. */
  readonly staffUrl: string;
  readonly helpUrl: string;
  /** Under which agencies reach what was shared with them over a link; left out: no link is offered. */
  readonly partnerUrl?: string | undefined;
  /** Cookies are marked Secure when the staff site is reached over https. */
  readonly secure: boolean;
  /** As fastify's `trustProxy`. */
  readonly trustProxy: false | number | readonly string[];
  readonly requestsPerMinute: number;
  readonly idle: Temporal.Duration;
  /** How long what somebody sends may take to arrive; left out: as long as `ordinaryPatience` says. */
  readonly patience?: Patience;
  /** How much of files may arrive; left out: as much as `ordinaryUploads` says. */
  readonly uploads?: UploadLimits;
  /** The one client address, besides this machine, that may read the metrics. */
  readonly metricsHost: string;
  /** The data folder, whose disk must have room; unset in tests. */
  readonly data?: string;
  readonly log: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

import type { StaffId } from '#rules/facts.ts';
import type { AbuseType, Connection, Route, ToldBy } from '#rules/words.ts';
import type { Indicator } from './indicators.ts';

/** An answer to a question that may not have been asked yet; nobody is pressed for one (V3.4). */
export type Answered = 'yes' | 'no' | 'not_known' | 'not_asked';
/** Immediate danger is asked first of all, so there is always an answer. */
export type Danger = 'yes' | 'no' | 'not_known';
/** Age when it happened: the Domestic Abuse Act 2021 s.1 tests it at the date of the behaviour. */
export type AgeBand = 'under_16' | 'aged_16_17' | 'adult' | 'not_known';
export type Happened = 'recently' | 'in_the_past' | 'not_known';
export type ContactChannel = 'phone' | 'text' | 'email' | 'post' | 'in_person' | 'through_somebody' | '';

/** A colleague who is party, relative, neighbour or friend: the wall keeps them out, whatever else they are. */
export interface Conflict {
  readonly staffId: StaffId;
  readonly relation: Relation;
}
export type Relation = 'party' | 'relative' | 'neighbour' | 'friend' | 'other';

/** What was told, as it was told. Everything that is not known is empty; nothing asks for proof (V3.1). */
export interface DisclosureValue {
  /** The first moment that anybody in the landlord or its contractors knew (V4.1a); never in the future. */
  readonly receivedAt: Temporal.Instant;
  readonly route: Route;
  readonly toldBy: ToldBy;
  /** The account in the person's own words, never summarised over. */
  readonly verbatim: string;
  readonly immediateDanger: Danger;
  readonly dangerResponse: string;
  readonly personName: string;
  readonly personAge: AgeBand;
  readonly address: string;
  readonly allegedName: string;
  readonly allegedAge: AgeBand;
  readonly connection: Connection | '';
  readonly happened: Happened;
  readonly whoCanHear: string;
  readonly children: Answered;
  readonly childrenDetails: string;
  readonly pregnant: Answered;
  readonly safeToContact: Answered;
  readonly contactChannel: ContactChannel;
  readonly contactValue: string;
  readonly contactTimes: string;
  readonly contactDoNot: string;
  readonly accessNeeds: string;
  readonly viewsOnSharing: string;
  readonly promised: string;
  readonly abuseTypes: readonly AbuseType[];
  readonly indicators: readonly Indicator[];
  /** What only one route asks, by the names in `route-questions.ts`. */
  readonly routeDetails: Readonly<Record<string, string>>;
  readonly informantName: string;
  readonly informantContact: string;
  /** Does the person at risk know that somebody told us? */
  readonly informantKnown: Answered;
  readonly staffInvolved: Answered;
  readonly conflicts: readonly Conflict[];
}

/** A disclosure of which only the moment, the route, the teller, the words and the danger are known. */
export const nothingElseKnown: Omit<
  DisclosureValue,
  'receivedAt' | 'route' | 'toldBy' | 'verbatim' | 'immediateDanger'
> = {
  dangerResponse: '',
  personName: '',
  personAge: 'not_known',
  address: '',
  allegedName: '',
  allegedAge: 'not_known',
  connection: '',
  happened: 'not_known',
  whoCanHear: '',
  children: 'not_asked',
  childrenDetails: '',
  pregnant: 'not_asked',
  safeToContact: 'not_asked',
  contactChannel: '',
  contactValue: '',
  contactTimes: '',
  contactDoNot: '',
  accessNeeds: '',
  viewsOnSharing: '',
  promised: '',
  abuseTypes: [],
  indicators: [],
  routeDetails: {},
  informantName: '',
  informantContact: '',
  informantKnown: 'not_asked',
  staffInvolved: 'not_asked',
  conflicts: [],
};

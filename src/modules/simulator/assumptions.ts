/** What a replay takes for granted, because no event records it: each is said on the page, and may be changed there. */
export interface Assumptions {
  /** Colleagues who share the work. */
  readonly colleagues: number;
  /** Hours of a colleague's day that go into this work: not meetings, training, leave or sickness. */
  readonly hoursADay: number;
  readonly minutesToTriage: number;
  /** The first contact with its attempts and what is written down. */
  readonly minutesToContact: number;
  /** Work on an open case in a week: contacts, plans, reviews, other agencies. */
  readonly minutesACaseAWeek: number;
  readonly weeksACaseIsOpen: number;
}

/** Plausible, not measured (domain §15): every landlord sets its own. */
export const usualAssumptions: Omit<Assumptions, 'colleagues'> = {
  hoursADay: 5,
  minutesToTriage: 30,
  minutesToContact: 75,
  minutesACaseAWeek: 60,
  weeksACaseIsOpen: 11,
};

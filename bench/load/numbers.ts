/** How much of everything there is. Everything but the landlord itself grows with the cases. */
export const entriesPerCase = 30;
/** The first cases have lasted for years. */
export const longCases = 40;
export const entriesOfLongCase = 500;
/** One case in so many is open. */
export const openOneIn = 20;
/** A colleague leads so many open cases, however large the landlord is. */
export const caseload = 25;
/** So many cases, open and closed, for each colleague. */
export const casesPerWorker = caseload * openOneIn;
export const contactsPerCase = 3;
/** One case in so many is seen by named colleagues only; from one in so many a colleague is shut out. */
export const restrictedOneIn = 50;
export const blockedOneIn = 53;
export const noticesPerWorker = 55;
export const unreadOfThese = 5;
/** Open cases, in the order in which they were opened, that a plan was agreed for. */
export const plannedOneIn = 2;

/** Kinds of loaded things, as they stand in their ids. */
export const kinds = {
  property: 1,
  person: 2,
  tenancy: 3,
  case: 4,
  access: 5,
  casePerson: 6,
  safeContact: 7,
  allocation: 8,
  disclosure: 9,
  obligation: 10,
  entry: 11,
  task: 12,
  contact: 13,
  notice: 14,
  audience: 15,
  conflict: 16,
  emergency: 17,
  plan: 18,
  action: 19,
  worker: 20,
  rating: 21,
  planned: 22,
  way: 23,
  longEntry: 24,
  system: 25,
  quietHome: 26,
  quietPerson: 27,
  quietTenancy: 28,
  offer: 29,
  offerStep: 30,
  situation: 31,
  feared: 32,
  fearedView: 33,
  referral: 34,
} as const;

/** The id of the nth thing of a kind, as it is loaded: made from its number, so that nobody need ask. */
export function idOf(kind: keyof typeof kinds, n: number): string {
  return `${kinds[kind].toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

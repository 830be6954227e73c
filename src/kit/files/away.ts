/** The store of files could not be asked, or would not do what it was asked: nothing is known of what lies there. */
export class StoreAway extends Error {}

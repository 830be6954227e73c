/** What people say when they would like to move. */
export const saidOfMoving = [
  '“Somewhere he has no reason to pass. Two bedrooms, and not a ground floor.”',
  '“I like it here, but every car that slows down is him. I would like to go before the winter.”',
  '“Near my sister. The children could stay at their school.”',
  '“Another town. I have told my manager at work, they would move me.”',
] as const;

/** So many calendar days ahead a closure is agreed, so that everybody can plan; the board says which were not. */
export const closureNotice = 14;
/** So many days of its own a quarter an office may well be closed; the board says where there were more. */
export const closuresAQuarter = 5;
/** As many days as one proposal may close. */
export const closureAtMost = 31;

/** Was it agreed too late for everybody to plan with it? */
export function atShortNotice(agreedOn: Temporal.PlainDate, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, agreedOn.add({ days: closureNotice })) < 0;
}

/** The first and the last day of the quarter in which a day lies. */
export function quarterOf(day: Temporal.PlainDate): {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
} {
  const month = day.month - ((day.month - 1) % 3);
  const from = day.with({ month, day: 1 });
  return { from, to: from.add({ months: 3 }).subtract({ days: 1 }) };
}

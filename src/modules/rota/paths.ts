/** Addresses of the rota: days and ids only. */
export const paths = {
  rota: '/rota',
  week: (monday: Temporal.PlainDate) => `/rota?week=${monday}`,
  ownHours: '/rota/hours',
  hours: (staffId: string) => `/rota/colleagues/${staffId}/hours`,
  aboutYou: '/rota/about-you',
  newAbsence: '/rota/absences/new',
  return: (absence: string) => `/rota/absences/${absence}/return`,
} as const;

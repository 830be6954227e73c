/** Addresses of the rota: days and ids only. */
export const paths = {
  rota: '/rota',
  week: (monday: Temporal.PlainDate) => `/rota?week=${monday}`,
  ownHours: '/rota/hours',
  hours: (staffId: string) => `/rota/colleagues/${staffId}/hours`,
  aboutYou: '/rota/about-you',
  onCall: '/rota/on-call',
  newOnCall: '/rota/on-call/new',
  endOnCall: (duty: string) => `/rota/on-call/${duty}/ending`,
  newAbsence: '/rota/absences/new',
  return: (absence: string) => `/rota/absences/${absence}/return`,
} as const;

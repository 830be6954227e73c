import type { SafeContact } from '#modules/agreement/safe-contact.ts';

export const now = Temporal.Instant.from('2026-07-01T09:30:00Z');

/** By phone on weekdays between ten and two, and much more that was said. */
export const agreed: SafeContact = {
  channel: 'phone',
  value: '07700 900123',
  times: '',
  windows: [{ days: [1, 2, 3, 4, 5], from: '10:00', to: '14:00' }],
  never: [{ days: [3], from: '17:00', to: '23:59' }],
  shared: 'not_known',
  whoMightAnswer: 'Her mother',
  mayLeaveVoicemail: false,
  mayText: true,
  mayEmail: false,
  mayPost: false,
  mayVisit: false,
  withholdNumber: true,
  senderAlias: 'Sam',
  coverReason: 'The gas check',
  codeWord: 'Bluebell',
  contactPerson: 'Her sister',
  contactPersonValue: '07700 900777',
  accessNeedsAsked: true,
  language: '',
  interpreter: '',
  workerGender: '',
  meetingPlace: '',
  adjustments: '',
  doNot: 'Ring after five',
  agreedWithPerson: true,
  number: 1,
  further: [],
  recordedAt: now,
  askedAt: now,
  unsureSince: null,
  changedSince: null,
};

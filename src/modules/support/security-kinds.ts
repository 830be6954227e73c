import type { OfferKind } from './offer-kind.ts';
import { someWords } from './questions.ts';

const group = 'Security of the home';

/** How often somebody looks again (domain §6: a sanctuary room at three and six months; the others are Lintel’s). */
const rooms = { months: [3, 6], every: 12 };
const batteries = { months: [3], every: 6 };
const fittings = { months: [3], every: 12 };
const markers = { months: [3], every: 6 };

/**
 * What makes a home safer (domain §6). To make safe and to change a lock wait for nobody's approval of what they cost:
 * the landlord keeps its homes secure anyway, and a night is too long.
 */
export const securityKinds = [
  {
    ...{
      value: 'make_safe',
      label: 'Make safe: a broken lock, door or window is mended',
      group,
      by: 'works',
    },
    asks: { where: someWords('Which lock, door or window, and what is broken') },
    followUpDays: 1,
  },
  {
    ...{ value: 'lock_change', label: 'New locks, or keys and fobs that open no more', group, by: 'works' },
    asks: { where: someWords('Which doors, and who holds keys or fobs to them') },
    followUpDays: 1,
  },
  {
    ...{ value: 'door_bolt', label: 'A bolt, chain or bar on a door', group, by: 'works' },
    asks: { where: someWords('Which door') },
    ...{ cost: true, followUpDays: 3 },
  },
  {
    ...{ value: 'window_lock', label: 'Locks on windows', group, by: 'works' },
    asks: { where: someWords('Which windows') },
    ...{ cost: true, followUpDays: 3 },
  },
  {
    ...{ value: 'window_alarm', label: 'Alarms on windows or doors', group, by: 'works' },
    asks: { where: someWords('Which windows or doors, and whether they can hear them') },
    ...{ cost: true, followUpDays: 3, looks: batteries },
  },
  {
    ...{ value: 'security_light', label: 'A light outside', group, by: 'works' },
    asks: { where: someWords('Where it is dark') },
    ...{ cost: true, followUpDays: 7, looks: fittings },
  },
  {
    ...{ value: 'camera_doorbell', label: 'A doorbell or camera', group, by: 'works' },
    asks: { account: someWords('On whose phone and account it would be, and who else can see that') },
    ...{ cost: true, followUpDays: 7, looks: batteries },
  },
  {
    ...{ value: 'door_viewer', label: 'A viewer in the front door', group, by: 'works' },
    ...{ cost: true, followUpDays: 7 },
  },
  {
    ...{ value: 'letterbox_guard', label: 'A guard behind the letterbox, against fire', group, by: 'works' },
    ...{ cost: true, followUpDays: 3 },
  },
  {
    ...{ value: 'door_replacement', label: 'A stronger door or frame', group, by: 'works' },
    asks: { where: someWords('Which door') },
    ...{ cost: true, followUpDays: 7 },
  },
  {
    ...{ value: 'fence_gate', label: 'A fence or a gate', group, by: 'works' },
    asks: { where: someWords('Where somebody can get in') },
    ...{ cost: true, followUpDays: 7 },
  },
  {
    ...{ value: 'safe_room', label: 'A safe room: a lock on an inside door', group, by: 'works' },
    asks: { where: someWords('Which room, and how somebody gets out of it') },
    ...{ cost: true, followUpDays: 3, looks: rooms },
  },
  {
    ...{ value: 'sanctuary_room', label: 'A sanctuary room, to wait in for help', group, by: 'works' },
    asks: { where: someWords('Which room, who would be in it, and what they need there') },
    ...{ cost: true, followUpDays: 3, looks: rooms },
  },
  {
    ...{ value: 'smoke_alarm', label: 'Smoke alarms', group, by: 'works' },
    asks: { how: someWords('Where, and whether they can hear them') },
    ...{ cost: true, followUpDays: 3, looks: fittings },
  },
  {
    ...{ value: 'fire_blanket', label: 'A fire blanket or extinguisher', group, by: 'works' },
    ...{ cost: true, followUpDays: 3, looks: fittings },
  },
  {
    ...{
      value: 'emergency_marker',
      label: 'A marker with the police or the fire service',
      group,
      by: 'agency',
    },
    ...{ consent: true, followUpDays: 14, looks: markers },
  },
] as const satisfies readonly OfferKind[];

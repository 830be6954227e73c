/** The contact agreement: what a person agreed about how to be in touch, each asking kept. */
export { agreedWayOf, agreedWayVersions, endAgreedWays, recordAgreedWay } from './store/agreed-ways.ts';
export { agreementHistory } from './store/history.ts';
export { ofFeared } from './store/of-feared.ts';
export {
  type Agreed,
  agreedIn,
  agreedInCases,
  recordAsking,
  recordSafeContact,
  type SafeContactVersion,
  safeContactVersions,
} from './store/safe-contacts.ts';

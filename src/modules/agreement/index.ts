/** The contact agreement: what a person agreed about how to be in touch, each asking kept. */
export { agreementHistory } from './store/history.ts';
export {
  agreedIn,
  recordAsking,
  recordSafeContact,
  type SafeContactVersion,
  safeContactVersions,
} from './store/safe-contacts.ts';

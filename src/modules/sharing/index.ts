/** Sharing with other agencies: what the person agreed to, and with whom (V3.2, V4.8b, L1.6, L2.8). */
export { routes } from './routes/index.ts';
export { changeConsent, consentsOf, recordConsent } from './store/consents.ts';
export { recipientFor, recipientsOf } from './store/recipients.ts';

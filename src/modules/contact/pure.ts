export {
  type ContactChannel,
  type ContactOutcome,
  contactChannels,
  saysReached,
} from './contact-outcomes.ts';
export type { StillSafe } from './dealing.ts';
export { heldAgainst } from './held-against.ts';
export { overWhich } from './over.ts';
export { contactDue } from './safe-moment.ts';
export { besideTheCall, warmWords } from './views/beside-the-call.ts';
export { safeMoment } from './views/safe-moment.ts';

export { paths as callPaths } from './paths.ts';
export { type Wish, wishes } from './promised-call.ts';
export { promisedRing, ringAt, ringFields } from './ring-at.ts';
export { callLines } from './views/lines.ts';
export { ringInput } from './views/ring.ts';

/** Security of the home: what was looked at, who must agree, and who comes (V4.2a, V3.5, L2.7d). */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { partnerRoutes } from './routes/job.ts';
export { type NewAssessment, recordAssessment } from './store/assessments.ts';
export { addContractor, contractorsOf } from './store/contractors.ts';
export { answersOf, sendWorksLink, worksGoingOn } from './store/links.ts';
export { answerJob, findLink } from './store/open-job.ts';
export { type NewOrder, ordersOf, placeOrder } from './store/orders.ts';
export { recordRights, recordRoom } from './store/rights.ts';
export { lookIntoStop } from './store/stops.ts';

import type { Job } from '#kit/jobs.ts';
import { jobs as checkJobs } from '#modules/checks/index.ts';
import { jobs as courtJobs } from '#modules/court-steps/index.ts';
import { jobs as diaryJobs } from '#modules/diary/index.ts';
import { jobs as holdJobs } from '#modules/holds/index.ts';
import { jobs as lettingsJobs } from '#modules/lettings/index.ts';
import { jobs as markerJobs } from '#modules/markers/index.ts';
import { jobs as newCustomerJobs } from '#modules/new-customers/index.ts';
import { jobs as riskJobs } from '#modules/risk/index.ts';
import { jobs as taskJobs } from '#modules/tasks/index.ts';
import { jobs as tenancyJobs } from '#modules/tenancies/index.ts';
import { jobs as emergencyJobs } from '#modules/wall/index.ts';

/** What the program looks at by the day: the simulated months have mornings too. */
export const daily: readonly Job[] = [
  ...diaryJobs,
  ...riskJobs,
  ...taskJobs,
  ...markerJobs,
  ...emergencyJobs,
  ...checkJobs,
  ...holdJobs,
  ...courtJobs,
  ...lettingsJobs,
  // Nothing of so few months is forgotten yet.
  ...newCustomerJobs.filter(({ name }) => name === 'new-lettings'),
  ...tenancyJobs,
];

import { walkStaffSite } from './walk.ts';

walkStaffSite('those outside the team');

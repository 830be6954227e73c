import { walkStaffSite } from './walk.ts';

walkStaffSite('the team that was not let in');

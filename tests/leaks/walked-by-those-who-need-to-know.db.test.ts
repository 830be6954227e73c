import { walkStaffSite } from './walk.ts';

walkStaffSite('those who need to know');

import { walkStaffSite } from './walk.ts';

walkStaffSite('those who administer');

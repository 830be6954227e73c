import { walkStaffSite } from './walk.ts';

walkStaffSite('another landlord');

import { sql } from '../sql.ts';

/**
 * Until the transaction ends, a statement keeps the plan that was made for any values: for pages whose statements are
 * read by an index whatever was asked. Left alone, PostgreSQL plans them anew each time where the landlord is large,
 * since a plan for these values looks cheaper than one for any; planning then takes longer than reading.
 */
export const onePlan = sql`set_config('plan_cache_mode', 'force_generic_plan', true)`;

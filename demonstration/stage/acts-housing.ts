import { z } from 'zod';
import { sql } from '#kit/sql.ts';
import { recordAdvice, recordSituation } from '#modules/housing/index.ts';
import { today } from '#rules/calendar.ts';
import { tenancyTypes } from '#rules/words.ts';
import type { Acts } from './acting.ts';

const held = z.object({ type: z.enum(tenancyTypes.map(({ value }) => value)) });

export const housingActs: Acts<'go-through-housing'> = {
  async 'go-through-housing'(
    { acting: { tx, office }, caseId },
    { holder, relation, wish, notWanted, words },
  ) {
    const { organisation } = office;
    const home = await tx.maybe(
      held,
      sql`select t.tenancy_type as type from case_file c
        join tenancy t on t.organisation_id = c.organisation_id and t.id = c.tenancy_id
        where c.organisation_id = ${organisation} and c.id = ${caseId}`,
    );
    const situationId = await recordSituation(tx, office, {
      ...{ caseId, holder, relation, wish, words: '', children: 'not_known', jurisdiction: 'england' },
      tenancyType: home?.type ?? 'not_known',
    });
    const said = [
      { option: 'safer-home', said: wish === 'leave' ? 'considering' : 'wants' },
      { option: 'managed-transfer', said: wish === 'leave' ? 'wants' : 'not_for_them' },
      { option: 'homelessness', said: 'explained' },
    ] as const;
    const talk = { caseId, situationId, words, way: 'phone', happenedOn: today(office), againOn: null };
    await recordAdvice(
      tx,
      office,
      notWanted
        ? { ...talk, outcome: 'not_wanted', legal: '', legalWhy: '', said: [] }
        : { ...talk, outcome: 'gone_through', legal: 'wants', legalWhy: '', said },
    );
    return undefined;
  },
};

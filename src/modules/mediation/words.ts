/** For the team alone: the other tenant must not learn of it from a record, nor a copy of it at home. */
export const forTheTeam = { kind: 'decision', source: 'record', disclosableTo: [] } as const;

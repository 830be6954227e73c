/** For the team alone: who is feared must not learn of it from a record, nor from a copy of it at home. */
export const forTheTeam = { kind: 'decision', source: 'person', disclosableTo: [] } as const;

import type { Team } from '#modules/cases/testing.ts';
import { proposeJoining } from './store/joining.ts';
import { receiveDisclosure } from './store/receive.ts';
import type { TriageDecision } from './triage-form.ts';
import { nothingElseKnown } from './value.ts';

/** Something that was told of somebody else, proposed to join a case of the worker’s. @returns the proposal */
export async function aJoining(team: Team): Promise<string> {
  const caseId = await team.open(team.worker);
  return team.as(team.worker, async (tx, office) => {
    const told = {
      route: 'phone',
      toldBy: 'neighbour',
      verbatim: 'I hear her cry',
      immediateDanger: 'no',
    } as const;
    const value = { ...nothingElseKnown, ...told, receivedAt: office.now };
    const { id: disclosureId } = await receiveDisclosure(tx, office, { value });
    const decision: TriageDecision = { ...decided, outcome: { kind: 'existing_case', caseId } };
    return proposeJoining(tx, office, {
      disclosureId,
      compared: 'not_known',
      why: 'The same door',
      decision,
    });
  });
}

const decided = {
  facts: {
    connection: 'married',
    personAge: 'adult',
    allegedAge: 'adult',
    happened: 'recently',
    honour: 'not_asked',
    children: 'no',
  },
  definition: 'meets',
  person: { kind: 'not_known' },
  propertyId: null,
  safeguarding: 'not_needed',
  safeguardingWhy: '',
  adultSafeguarding: 'not_asked',
  adultSafeguardingWhy: '',
  why: '',
} as const satisfies Partial<TriageDecision>;

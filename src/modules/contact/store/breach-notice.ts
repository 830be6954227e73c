import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import type { CaseFile } from '#modules/case-file/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { Wall } from '#modules/wall/pure.ts';
import type { Breach } from '#rules/kept-agreement.ts';
import type { ContactChannel } from '../contact-outcomes.ts';
import { toldOfBreach } from '../told-of-breach.ts';

interface WentAgainst {
  readonly file: Wall & Pick<CaseFile, 'id' | 'leadId'>;
  readonly contactId: string;
  readonly channel: ContactChannel;
  readonly against: readonly Breach[];
}

/** A promise to deal with it begins, once for each; whoever leads the case and managers are told (L2.1a). */
export async function tellOfBreach(tx: Tx, office: Office, breach: WentAgainst): Promise<void> {
  const { file, contactId, channel, against } = breach;
  await happened(tx, office, {
    name: 'contact.against-agreement',
    caseId: file.id,
    subjectId: contactId,
    recurs: true,
    data: { channel, against },
  });
  const staff = await listStaff(tx, office.organisation);
  const { inCase, outside } = toldOfBreach({ by: office.staff, wall: file, leadId: file.leadId, staff });
  await notify(tx, office, { staffIds: inCase, kind: 'against_agreement', caseId: file.id });
  await notify(tx, office, { staffIds: outside, kind: 'manager_against' });
}

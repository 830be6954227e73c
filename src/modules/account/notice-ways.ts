/** What a notice is about, as far as its way on needs it. */
export interface About {
  readonly caseId: string | null;
  readonly disclosureId: string | null;
  readonly aboutId?: string | null | undefined;
}

/** To a page that is about no case. */
export const at = (path: string) => () => path;

/** To a part of the case. */
export const inCase =
  (part: string, otherwise = '/cases') =>
  ({ caseId }: About) =>
    caseId ? `/cases/${caseId}${part}` : otherwise;

/** To what stopped a contractor. */
export const inStop = ({ caseId, aboutId }: About) => `/cases/${caseId}/security/stops/${aboutId}`;

/** To what was put right, or held back, since something was shared. */
export const inSinceShared = ({ caseId, aboutId }: About) =>
  aboutId ? `/cases/${caseId}/shares/since/${aboutId}` : `/cases/${caseId}/sharing`;

/** To where it is written down what was done. */
export const inDanger = ({ caseId, disclosureId }: About) =>
  caseId ? `/cases/${caseId}/danger` : `/disclosures/${disclosureId}`;

/** It may be about what was told and is no case yet. */
export const inCourtSteps = ({ caseId, disclosureId }: About) =>
  caseId ? `/cases/${caseId}/court-steps` : `/disclosures/${disclosureId}`;

/** A referral may be owed before there is a case. */
export const inSafeguarding = ({ caseId, disclosureId }: About) =>
  caseId ? `/cases/${caseId}/referrals` : `/disclosures/${disclosureId}`;

/** A file may have come before there is a case. */
export const inFiles = ({ caseId, disclosureId }: About) =>
  caseId ? `/cases/${caseId}/files` : `/disclosures/${disclosureId}`;

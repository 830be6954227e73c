import type { Given } from './rows.ts';

type Into = (table: string, given: Given) => Promise<string>;

/** With whom the person agreed to share what, and what they said of it later. */
export async function plantSharing(into: Into, inCase: { readonly case_id: string }) {
  const recipient = await into('share_recipient', { ...inCase, ended_at: null, ended_why: '' });
  const asked = {
    ...{ ...inCase, recipient_id: recipient, kinds: ['account'], until: null },
    ...{ answer: 'given', given_by: 'person', heard_by: 'nobody' },
  };
  const consent = await into('consent', asked);
  await into('consent_change', { ...inCase, consent_id: await into('consent', asked), change: 'withdrawn' });
  return { recipient, consent };
}

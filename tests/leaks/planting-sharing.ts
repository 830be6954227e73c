import type { Given } from './rows.ts';

type Into = (table: string, given: Given) => Promise<string>;

/** With whom the person agreed to share what, what they said of it later, and what is shared. */
export async function plantSharing(
  into: Into,
  inCase: { readonly case_id: string },
  entry: string,
  by?: string,
) {
  const recipient = await into('share_recipient', { ...inCase, ended_at: null, ended_why: '' });
  const asked = {
    ...{ ...inCase, recipient_id: recipient, kinds: ['account'], until: null },
    ...{ answer: 'given', given_by: 'person', heard_by: 'nobody' },
  };
  const consent = await into('consent', asked);
  await into('consent_change', { ...inCase, consent_id: await into('consent', asked), change: 'withdrawn' });
  const share = await into('share', {
    ...{ ...inCase, recipient_id: recipient, kinds: ['account'], entries: [entry], assessments: [] },
    ...{ basis: 'legitimate-interest', condition: 'unlawful-acts', power: '' },
    ...{ dropped_at: null, dropped_why: '', decided_by: by, plan_version_id: null },
  });
  const undecided = { decision: null, decided_at: null, decided_by: null };
  await into('share_second', { ...inCase, share_id: share, ...undecided });
  const since = await into('share_since', {
    ...{ ...inCase, share_id: share, kind: 'held', what: '', entry_id: entry, correction_id: null },
    ...{ subject_id: null, corrected_by: null },
    ...{ answer: 'nothing', answered_at: '2026-11-18T10:00:00Z', told_at: '2026-11-18T10:00:00Z' },
  });
  await into('entry_condition', {
    ...{ ...inCase, entry_id: entry, lifted_at: null, lifted_why: '', lifted_because: null },
  });
  const sent = await into('share_sent', {
    ...inCase,
    share_id: share,
    container: null,
    container_sha256: null,
    entries: [entry],
    ...{ assessments: [], plan_version_id: null, person_id: null },
    subject_id: null,
    sent_by: by,
  });
  const link = await into('share_link', {
    ...{ ...inCase, share_id: share, sent_id: sent, consents: [] },
    ...{ expires_at: '2026-11-21T10:00:00Z', wrong: 0, revoked_at: null },
  });
  await into('share_opening', { ...inCase, link_id: link, outcome: 'opened' });
  return { recipient, consent, share, since, sent, link };
}

/** What kind of thing waits, the most pressing first: a heading of the page of notices each. */
export const noticeTopics = [
  'danger',
  'high_risk',
  'nobody',
  'triage',
  'promise',
  'decision',
  'work',
  'quiet',
  'visit',
  'access',
  'know',
] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

const topicLabels: Readonly<Record<NoticeTopic, string>> = {
  danger: 'Danger',
  high_risk: 'High risk',
  nobody: 'Nobody leads it yet',
  triage: 'New in triage',
  promise: 'Promises',
  decision: 'Waiting for your decision',
  work: 'Your work',
  quiet: 'Nobody has acted',
  visit: 'Visits and calls',
  access: 'Emergency access',
  know: 'For you to know',
};

export function topicLabel(topic: NoticeTopic): string {
  return topicLabels[topic];
}

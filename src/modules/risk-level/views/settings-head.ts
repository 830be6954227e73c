import { subNavigation } from '#kit/components/sub-navigation.ts';
import type { Html } from '#kit/html.ts';
import { thresholdPaths } from '../paths.ts';

/** What a landlord sets about risk: how high is high, and in which words it is asked. */
const parts = [
  { text: 'Local thresholds', href: thresholdPaths.all },
  { text: 'Questions', href: thresholdPaths.questions },
] as const;

export function settingsHead(part: (typeof parts)[number]['text']): Html {
  return subNavigation({
    label: 'Risk settings',
    items: parts.map(({ text, href }) => ({ text, href, active: text === part })),
  });
}

/** One thing that was opened or done, as the record tells of it: nothing of what it was about. */
export interface Opened {
  readonly at: Temporal.Instant;
  readonly name: string;
  /** Which part of the case was looked at; '' for anything else. */
  readonly part: string;
}

/** What somebody opened or did themselves; not what followed from it, nor the emergency itself. */
export function worthTelling({ name }: Pick<Opened, 'name'>): boolean {
  return !/^(?:obligation|break-glass)\./.test(name);
}

/** In which part of a case something was done, by the beginning of the event's name: all else of it would tell. */
const parts: Readonly<Record<string, string>> = {
  contact: 'Contact',
  'contact-detail': 'Contact',
  'contact-plan': 'Contact',
  'safe-contact': 'Contact',
  risk: 'Risk',
  plan: 'Plan',
  task: 'Tasks',
  entry: 'Chronology',
  marker: 'Markers',
  needs: 'Needs',
  advice: 'Needs',
};

/** "Opened: Chronology"; "Something was done: Contact". */
export function openedInWords({ name, part }: Opened): string {
  if (part !== '') return `Opened: ${part}`;
  const [noun = ''] = name.split('.');
  return `Something was done: ${parts[noun] ?? 'the case'}`;
}

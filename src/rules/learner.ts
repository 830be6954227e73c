/** How something leaves. A letter is printed before it is a letter: both are said. */
export type Outlet =
  | 'download'
  | 'print'
  | 'handed_over'
  | 'letter'
  | 'email'
  | 'text'
  | 'call'
  | 'visit'
  | 'aloud'
  | 'calendar';

/** Somebody, or a system, that would see it, could see it, or of whom nobody knows whether they could. */
export interface Learner {
  readonly who: string;
  /** Who they are to them, or why they are named. */
  readonly why: string;
  /** What they could do with what goes this way; left out: the reason says it. */
  readonly sees?: string | undefined;
  readonly how: 'would' | 'could' | 'not_known';
  /** Whoever is feared is read first, also where nobody knows. */
  readonly feared?: boolean | undefined;
}

interface More {
  readonly sees?: string;
  readonly feared?: boolean;
}

export function would(who: string, why: string, more: More = {}): Learner {
  return { who, why, how: 'would', ...more };
}

export function could(who: string, why: string, more: More = {}): Learner {
  return { who, why, how: 'could', ...more };
}

export function notKnown(who: string, why: string, more: More = {}): Learner {
  return { who, why, how: 'not_known', ...more };
}

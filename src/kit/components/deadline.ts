import { type Html, html } from '../html.ts';
import { classes, type Options } from './options.ts';

export type DeadlineState =
  | 'running'
  | 'soon'
  | 'due'
  | 'overdue'
  | 'met'
  | 'met-by-plan'
  | 'recorded-late'
  | 'not-owed';

export type DeadlineOptions = Options<{
  state: DeadlineState;
  /** When, in words: “today by 17:00”, “2 days late”, “yesterday at 10:12”. */
  text: string;
  /** The instant in ISO 8601. */
  timestamp?: string;
  classes?: string;
}>;

/** How a promise stands: a sign, a word and a time, never a colour alone. */
export function deadline(options: DeadlineOptions): Html {
  const { sign, word } = states[options.state];
  const time = options.timestamp
    ? html`<time datetime="${options.timestamp}">${options.text}</time>`
    : options.text;
  return html`<span class="${classes('lintel-deadline', `lintel-deadline--${options.state}`, options.classes)}"><span
    class="lintel-deadline__sign" aria-hidden="true">${sign}</span><strong
    class="lintel-deadline__word">${word}</strong> ${time}</span>`;
}

const states: Readonly<Record<DeadlineState, { readonly sign: string; readonly word: string }>> = {
  running: { sign: '…', word: 'Due' },
  soon: { sign: '◔', word: 'Due soon' },
  due: { sign: '◕', word: 'Due now' },
  overdue: { sign: '!', word: 'Overdue' },
  met: { sign: '✓', word: 'Kept' },
  'met-by-plan': { sign: '✓', word: 'Kept by plan' },
  'recorded-late': { sign: '?', word: 'Recorded late, for' },
  'not-owed': { sign: '–', word: 'Not owed in the end' },
};

/** Why nothing of a file can be shown, in a sentence; it is kept as it came all the same. */
export const whyNotShown = {
  damaged:
    'It cannot be shown: it is damaged or cut off, or not quite what it says it is. It is kept as it came.',
  'too-large':
    'It cannot be shown: unpacked, it would be too large, or take too long. It is kept as it came.',
  locked:
    'It cannot be shown: it is locked with a password. Ask for the password, or for a copy without one.',
} as const;

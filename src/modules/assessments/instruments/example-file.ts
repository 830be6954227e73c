/** An invented tool, to start from: nobody’s, and not to be asked. */
export const exampleFile = JSON.stringify(
  {
    instrument: 'own-1',
    version: '',
    name: 'An invented tool',
    attribution: 'Whose questions they are, and by whose permission you use them.',
    purpose: 'When to choose it, in one sentence.',
    enough: 2,
    levels: [
      { name: 'Bronze', from: 0, means: 'standard' },
      { name: 'Silver', from: 5, means: 'medium' },
      { name: 'Gold', from: 12, means: 'high' },
    ],
    items: [
      { id: '1', section: 'Lately', question: 'Has anybody hurt you?', weights: { yes: 8, dont_know: 2 } },
      {
        ...{ id: '2', question: 'How bad is it when they shout?', scale: 'grade' },
        weights: { none: 0, standard: 1, moderate: 3, high: 6 },
      },
      {
        id: '3',
        question: 'Have they threatened to kill anybody?',
        weights: { yes: 6 },
        flagged: 'threat_to_kill',
      },
    ],
  },
  null,
  2,
);

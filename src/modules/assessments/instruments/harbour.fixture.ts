import type { OwnInstrument } from './own.ts';

/** An invented weighted tool, nobody's: fourteen questions, four levels of its own, three flagged. */
export const harbour: OwnInstrument = {
  instrument: 'own-1',
  version: '2026-1',
  name: 'Harbour matrix',
  attribution: 'Invented for the tests of Lintel; it follows nobody’s work.',
  purpose: 'Where the partners of the harbour district use it.',
  enough: 10,
  levels: [
    { name: 'Pebble', from: 0, means: 'standard' },
    { name: 'Bronze', from: 10, means: 'standard' },
    { name: 'Silver', from: 20, means: 'medium' },
    { name: 'Gold', from: 40, means: 'high' },
  ],
  items: [
    {
      id: '1',
      section: 'At home',
      theme: 'Hurt',
      question: 'Has anybody hurt you?',
      weights: { yes: 8, dont_know: 2 },
    },
    {
      ...{ id: '2', theme: 'Shouting', question: 'How bad is it when somebody shouts?', scale: 'grade' },
      weights: { standard: 2, moderate: 5, high: 9 },
    },
    {
      id: '3',
      theme: 'Change',
      question: 'Has it changed lately?',
      scale: 'trend',
      weights: { same: 1, more: 7 },
    },
    ...['4', '5', '6', '7', '8', '9', '10'].map((id) => ({
      ...{ id, theme: `Theme ${id}`, question: `Is it so with ${id}?`, weights: { yes: 3 } },
    })),
    {
      ...{
        id: '11',
        section: 'What weighs most',
        theme: 'Threats',
        question: 'Has anybody threatened your life?',
      },
      ...{ weights: { yes: 6 }, flagged: 'threat_to_kill' },
    },
    {
      id: '12',
      theme: 'Throat',
      question: 'Has anybody held your throat?',
      weights: { yes: 0 },
      flagged: 'strangulation',
    },
    { id: '13', theme: 'Leaving', question: 'Are you leaving?', flagged: 'separation' },
    { id: '14', theme: 'Money', question: 'Is there enough money?', counted: false },
  ],
};

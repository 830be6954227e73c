/** What is said the other way round, who harms whom, and that two cases need two colleagues. */
export const counterEventNames = [
  'counter-allegation.said',
  'counter-allegation.judgement-proposed',
  'counter-allegation.judged',
  'counter-allegation.answered',
  'counter-allegation.cannot-be-told',
  'counter-allegation.looked-at-again',
  'counter-allegation.judgement-declined',
  'counter-allegation.judgement-withdrawn',
  'counter-allegation.one-worker',
  'counter-allegation.two-workers',
] as const;

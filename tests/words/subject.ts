/** What a glance at a screen, a history, an inbox or a phone must not give away. */
export const subject =
  /domestic|abus(?:e|ive)|violen|victim|survivor|perpetrator|coerc|marac|\bdash\b|\bidva\b|refuge|safeguard|sanctuary/i;

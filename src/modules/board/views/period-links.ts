import { button } from '#kit/components/button.ts';
import { dateInput } from '#kit/components/date-input.ts';
import { details } from '#kit/components/details.ts';
import { subNavigation } from '#kit/components/sub-navigation.ts';
import { type Html, html } from '#kit/html.ts';
import type { Period, PeriodKey } from '../period.ts';

export interface PeriodModel {
  readonly period: Period;
  readonly wholeMonths: boolean;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: { readonly from?: string; readonly to?: string };
}

/** `months`: what whoever counts whole months is told instead. */
const quick: readonly { readonly key: PeriodKey; readonly text: string; readonly months: string }[] = [
  { key: 'month', text: 'This month', months: 'This month' },
  { key: '30', text: 'Last 30 days', months: 'Last month' },
  { key: '90', text: 'Last 90 days', months: 'Last 3 months' },
  { key: '365', text: 'Last 365 days', months: 'Last 12 months' },
];

/** @param path of the page whose period it is */
export function periodLinks(path: string, model: PeriodModel): Html {
  const { period, errors } = model;
  const open = period.key === 'custom' || Object.keys(errors).length > 0;
  return html`<div class="lintel-periods">${subNavigation({
    label: 'Period',
    items: quick.map(({ key, text, months }) => ({
      text: model.wholeMonths ? months : text,
      href: `${path}?period=${key}`,
      active: key === period.key && !open,
    })),
  })}${details({ summaryText: 'Other dates', open, html: customPeriod(path, model) })}</div>`;
}

function customPeriod(path: string, { typed, errors, wholeMonths, period }: PeriodModel): Html {
  const values =
    period.key === 'custom' ? { ...partsOf('from', period.from), ...partsOf('to', period.to) } : typed;
  const date = (id: 'from' | 'to', legend: string) =>
    dateInput({
      id,
      namePrefix: id,
      values,
      fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
      ...(errors[id] && { errorMessage: { text: errors[id] } }),
    });
  return html`<form method="get" action="${path}" class="lintel-filters">
    <input type="hidden" name="period" value="custom">${
      wholeMonths &&
      html`<p class="govuk-body">Whole months are counted,
 from the first day to the last, and this one until yesterday.</p>`
    }${date('from', 'First day')}${date('to', 'Last day')}${button({
      text: 'Show these dates',
      classes: 'govuk-button--secondary',
    })}</form>`;
}

function partsOf(id: 'from' | 'to', day: Temporal.PlainDate): Record<string, string> {
  return {
    [`${id}-day`]: String(day.day),
    [`${id}-month`]: String(day.month),
    [`${id}-year`]: String(day.year),
  };
}

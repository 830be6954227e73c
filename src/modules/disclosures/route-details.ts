import type { z } from 'zod';
import type { Route } from '#rules/words.ts';
import { answers } from './lists.ts';
import { type AskedAnyway, questionsOf, routeField, routeQuestions } from './route-questions.ts';

/** The forms whose route is known, and which ask some of its questions anyway. */
export type DetailForm = 'concern' | 'help';
/** Answers by the names of their questions; those that were not given are not there. */
export type RouteDetails = Readonly<Record<string, string>>;

/** The questions of routes that this form asks, by name. */
export function detailsAsked(form: DetailForm): Readonly<Record<string, AskedAnyway>> {
  return Object.fromEntries(
    routeQuestions.flatMap(({ name, asks }) => {
      const here = asks?.[form];
      return here ? [[name, here] as const] : [];
    }),
  );
}

/** Their fields, for the schema of the form; the type of the form knows only that they are there. */
export function detailFields(form: DetailForm): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(
    Object.entries(detailsAsked(form)).map(([name, asks]) => [name, asks.kind.schema(asks)]),
  );
}

export function detailsIn(form: DetailForm, read: Readonly<Record<string, unknown>>): RouteDetails {
  return Object.fromEntries(
    Object.entries(detailsAsked(form))
      .map(([name, { kind }]) => [name, String(read[name] ?? kind.empty), kind.empty] as const)
      .filter(([, answer, empty]) => answer.trim() !== '' && answer !== empty)
      .map(([name, answer]) => [name, answer]),
  );
}

/** Answers to the questions of this route, those that were given, from the form that asks by route. */
export function detailsOf(route: Route, typed: Readonly<Record<string, string>>): RouteDetails {
  return Object.fromEntries(
    questionsOf(route)
      .map((question) => [question.name, (typed[routeField(route, question)] ?? '').trim()] as const)
      .filter(([, answer]) => answer !== ''),
  );
}

/** As it is read again: some are asked as a list on one form, and in words on another. */
export function saidOfDetail(details: RouteDetails, name: string): string {
  const answer = details[name] ?? '';
  return answers.find(({ value }) => value === answer)?.label ?? answer;
}

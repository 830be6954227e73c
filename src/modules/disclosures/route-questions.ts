import type { Route } from '#rules/words.ts';
import { aLine, anAnswer, type Kind, someWords } from './questions/kinds.ts';
import type { Asked, Question } from './questions/question.ts';

/** A form that asks it whatever the route, because the route is known. */
export interface AskedAnyway extends Asked {
  readonly label: string;
  readonly kind: Kind<string>;
}

/** A question that only some routes ask (domain reference §2). Every one may be left empty. */
export interface RouteQuestion {
  /** The key under which the answer is kept. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly routes: readonly Route[];
  readonly asks?: { readonly concern?: AskedAnyway; readonly help?: AskedAnyway };
  /** Among what else was told, where nothing is said. */
  readonly goes?: Question['goes'];
  readonly keptBack?: Question['keptBack'];
}

const inPerson: readonly Route[] = ['face_to_face', 'home_visit', 'new_letting'];
const online: readonly Route[] = ['web_chat', 'web_form'];

export const routeQuestions: readonly RouteQuestion[] = [
  {
    name: 'seen_alone',
    label: 'Was the person seen alone?',
    hint: 'If not, who was there',
    routes: inPerson,
  },
  {
    name: 'call_back',
    label: 'Call-back number',
    hint: 'In case the call drops. Ask first: “Is it safe to talk?”',
    routes: ['phone'],
    goes: {
      elsewhere: 'It is a way to reach the person, and is kept back outside of what is agreed.',
    },
    keptBack: 'until-open',
  },
  {
    name: 'code_word',
    label: 'Code word',
    hint: 'By which they know us, and we them',
    routes: ['phone'],
    goes: { elsewhere: 'It stands in what is agreed about contact, and is kept back outside of that.' },
    keptBack: 'until-open',
  },
  { name: 'call_dropped', label: 'Did the call drop? What was heard?', routes: ['phone'] },
  { name: 'who_reads', label: 'Who else can read this email account?', routes: ['email'] },
  {
    name: 'device_safe',
    label: 'Is the device safe?',
    hint: 'Could anybody else see it, or the accounts on it',
    routes: online,
    asks: {
      help: {
        label: 'Is this device safe?',
        hint: 'Nobody else can see it or the accounts on it',
        kind: anAnswer as Kind<string>,
      },
    },
  },
  {
    name: 'letter_kept',
    label: 'Where is the letter now?',
    hint: 'Keep no copies besides the one in the restricted store',
    routes: ['letter'],
  },
  {
    name: 'opinion',
    label: 'What do you think may be happening?',
    hint: 'Your own opinion, kept apart from what you saw and heard',
    routes: ['seen_by_colleague', 'seen_by_contractor'],
    goes: 'account',
    asks: {
      concern: {
        label: 'What you think may be happening',
        hint: 'Your own opinion, if you have one',
        kind: someWords(),
      },
    },
  },
  {
    name: 'job_reference',
    label: 'Job or visit reference',
    routes: ['seen_by_contractor', 'seen_by_colleague'],
    asks: { concern: { label: 'Job or visit reference', kind: aLine() } },
  },
  {
    name: 'past_or_present',
    label: 'Is it happening now, or was it before the move?',
    hint: 'Offer support and security for the new home',
    routes: ['new_letting'],
  },
  {
    name: 'moves_in',
    label: 'When do they move in?',
    hint: 'Contact them before that day',
    routes: ['new_letting'],
  },
  { name: 'agency_reference', label: 'Agency and its reference', routes: ['agency'] },
  { name: 'agency_contact', label: 'Who to speak to there, and how', routes: ['agency'] },
  {
    name: 'agency_grading',
    label: 'Their grading or risk level, and whether a Dash was done',
    routes: ['agency'],
  },
  {
    name: 'agency_basis',
    label: 'On what basis they shared it, and how it must be handled',
    hint: 'With consent, or without it because …',
    routes: ['agency'],
  },
  {
    name: 'matter_reference',
    label: 'Reference of the other matter',
    hint: 'What made you ask “could this be domestic abuse?”',
    routes: ['tenancy_matter'],
  },
];

/** The questions of one route, in the order of the form. */
export function questionsOf(route: Route): readonly RouteQuestion[] {
  return routeQuestions.filter((question) => question.routes.includes(route));
}

/** The field that holds the answer: each route has its own, so that nothing that is not shown is ever sent. */
export function routeField(route: Route, question: RouteQuestion): string {
  return `${route}-${question.name}`;
}

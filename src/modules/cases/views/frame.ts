import { contactStrip } from '#kit/components/contact-strip.ts';
import { deadline } from '#kit/components/deadline.ts';
import { identityBar } from '#kit/components/identity-bar.ts';
import { subNavigation } from '#kit/components/sub-navigation.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { capitalised, labelOf, tenancyTypes, tenures } from '#rules/words.ts';
import { paths } from '../paths.ts';
import { promiseInWords, stillOwed } from '../promise-words.ts';
import { stripOf } from '../safe-contact.ts';
import { stateLabel } from '../states.ts';
import { type CaseModel, nameOf } from './model.ts';

/** The parts of a case, in the order of its navigation. */
export const sections = ['Overview', 'Chronology', 'People', 'Contact', 'Access'] as const;
export type Section = (typeof sections)[number];

/** Above every page of a case: who it is about, and how that person may safely be reached. */
export function caseTop(model: CaseModel): Html {
  const strip = stripOf(model.agreed, model.now, model.calendar);
  return html`${identity(model)}${contactStrip({
    ...strip,
    facts: strip.facts.map(({ name, value }) => ({ name, value: { text: value } })),
    action: { text: 'Safe contact', href: paths.contact(model.file.id) },
  })}`;
}

function identity(model: CaseModel): Html {
  const { file, pack, home, known } = model;
  const facts = [
    `${capitalised(pack.words.person)}: ${nameOf(known, file)}`,
    `Home: ${home?.address ?? 'not known yet'}`,
    tenureInWords(model),
    `Lead: ${file.leadName ?? 'nobody yet'}`,
  ];
  const danger = file.immediateDanger && tag({ text: 'Immediate danger', classes: 'govuk-tag--red' });
  return identityBar({
    title: {
      html: html`<strong>${file.reference}</strong> ${tag({ text: stateLabel(file.state) })} ${danger}<br>${facts.map(
        (fact, index) => html`${index > 0 && html` <span aria-hidden="true">·</span> `}<span>${fact}</span>`,
      )}`,
    },
  });
}

function tenureInWords({ tenancy }: CaseModel): string {
  if (!tenancy) return 'Tenure: not known yet';
  const type = labelOf(tenancyTypes, tenancy.tenancyType);
  const holders = tenancy.joint ? 'joint tenancy' : 'sole tenancy';
  return `Tenure: ${labelOf(tenures, tenancy.tenure)}, ${type}, ${holders}`;
}

/** The heading of a case's page, its parts, and the promises that are still owed. */
export function caseHead(model: CaseModel, section: Section, heading: string): Html {
  const { id } = model.file;
  const hrefs: Readonly<Record<Section, string>> = {
    Overview: paths.overview(id),
    Chronology: paths.entries(id),
    People: paths.people(id),
    Contact: paths.contact(id),
    Access: paths.access(id),
  };
  return html`<h1 class="govuk-heading-l">${heading}</h1>${runningClocks(model)}${subNavigation({
    label: 'Parts of this case',
    items: sections.map((text) => ({ text, href: hrefs[text], active: text === section })),
  })}`;
}

function runningClocks({ promises, pack, calendar, now }: CaseModel): Html | undefined {
  const owed = promises.filter(stillOwed);
  if (owed.length === 0) return undefined;
  return html`<ul class="govuk-list">${owed.map((promise) => {
    const { title, ...words } = promiseInWords(promise, pack, calendar, now);
    return html`<li>${title}: ${deadline(words)}</li>`;
  })}</ul>`;
}

import { button } from '#kit/components/button.ts';
import { decidedRow, decisionFields, proposedRow, withdrawal } from '#kit/components/decision.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { submission } from '#kit/components/submission.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import type { System } from '../store/systems.ts';
import { questionChoices, type SystemStanding } from '../systems.ts';
import { contactsInWords, standingTag, type When } from './parts.ts';
import { asked } from './systems.ts';

interface Sending {
  readonly csrf: string;
  readonly submissionId: string;
  readonly version: number;
}

export interface SystemModel {
  readonly system: System;
  readonly pack: Pack;
  readonly standing: SystemStanding;
  readonly mayDecide: Verdict;
  readonly mayWithdraw: Verdict;
  readonly sending: () => Sending;
  readonly when: When;
}

/** One system: what it may ask, who agreed, how it asks, and its token. */
export function systemPage(model: SystemModel, form: FormModel): Html {
  const { system, standing, when } = model;
  return html`${aboveForm(form)}<h1 class="govuk-heading-l">${system.name}</h1>${summaryList({
    rows: [
      { key: { text: 'How it stands' }, value: { html: standingTag(standing) } },
      {
        key: { text: 'It asks' },
        value: {
          html: html`<ul class="govuk-list">${system.questions.map(
            (each) => html`<li>${labelOf(questionChoices, each)}</li>`,
          )}</ul>`,
        },
      },
      { key: { text: 'About' }, value: { text: contactsInWords(system.contacts) } },
      {
        key: { text: 'Expected to ask' },
        value: { text: system.asksWithin === 1 ? 'Every day' : `Within ${system.asksWithin} days` },
      },
      { key: { text: 'Last asked' }, value: { text: asked(system, when) } },
      proposedRow(system, when),
      { key: { text: 'What for' }, value: { html: verbatim(system.reason) } },
      decidedRow(system, when, { approved: 'Agreed' }),
      system.madeAt !== null && {
        key: { text: 'Token' },
        value: {
          text: `Made ${when(system.madeAt)} by ${system.madeByName ?? 'Lintel'}${until(system, when)}`,
        },
      },
    ],
  })}${standing === 'silent' && silent}${standing === 'to_decide' && decision(model, form)}${token(model)}`;
}

const silent = warningText({
  text: 'It has not asked for longer than it should. It may be writing to everybody: ring whoever runs it today.',
});

function until({ expiresAt, revokedAt, revokedByName }: System, when: When): string {
  if (revokedAt !== null) return `; revoked ${when(revokedAt)} by ${revokedByName ?? 'Lintel'}`;
  return expiresAt === null ? '' : `; until ${when(expiresAt)}`;
}

function decision({ system, pack, mayDecide, mayWithdraw, sending }: SystemModel, form: FormModel): Html {
  if (!mayDecide.allowed)
    return html`<p class="govuk-body">${because(pack, mayDecide)}</p>${
      mayWithdraw.allowed && withdrawal(paths.withdraw(system.id), sending())
    }`;
  const fields = decisionFields(form.form, {
    legend: 'May it ask?',
    ways: [
      { value: 'approved', text: 'Yes, I agree' },
      { value: 'declined', text: 'No' },
    ],
    hint: 'A no says why. It is kept, and whoever proposed it reads it',
  });
  return formItself(form, 'Save the decision', fields);
}

function token({ system, standing, sending }: SystemModel): Html | false {
  const send = (action: string, text: string, classes: string) => {
    const { csrf, submissionId } = sending();
    return html`<form method="post" action="${action}" novalidate>${submission(csrf, submissionId)}${button({
      text,
      classes,
      preventDoubleClick: true,
    })}</form>`;
  };
  if (standing === 'no_token')
    return html`<h2 class="govuk-heading-m">Its token</h2>
<p class="govuk-body">It is shown once, on the next page. Have ready where it is kept: the settings of the system, never
an e-mail or a chat. Another one has to be proposed and agreed anew.</p>${send(
      paths.token(system.id),
      'Make the token',
      '',
    )}`;
  if (system.madeAt === null || system.revokedAt !== null) return false;
  return html`<h2 class="govuk-heading-m">Its token</h2>
<p class="govuk-body">Revoke it where it may be in the wrong hands, or the system is used no more. It is answered no
more from that moment, and must then send nothing.</p>${send(
    paths.revoke(system.id),
    'Revoke the token',
    'govuk-button--warning',
  )}`;
}

/** The token, this once. */
export function tokenPage(model: {
  readonly token: string;
  readonly until: string;
  readonly system: System;
}): Html {
  const { token, until, system } = model;
  return html`<h1 class="govuk-heading-l">The token</h1>${insetText({
    html: html`<p class="govuk-body">For ${system.name}, until ${until}. Copy it now: it is shown this once.</p>
<p class="govuk-body"><code class="lintel-one-time-link">${token}</code></p>`,
  })}${warningText({
    text: 'Whoever has it can read everybody’s answer. Put it into the settings of the system and nowhere else.',
  })}`;
}

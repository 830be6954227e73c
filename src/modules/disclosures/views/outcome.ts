import type { FormState } from '#kit/components/form-state.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { type Html, html } from '#kit/html.ts';
import type { Words } from '#rules/pack.ts';
import { reachedChannels } from '../handing-over.ts';
import { handovers } from '../handovers.ts';
import type { Offered } from './colleagues.ts';
import { lineField, oneOf, selectField, wordsField } from './fields.ts';
import type { RegisterPart } from './register.ts';

/** A case that is about this person or home already, and may be seen. */
export interface KnownCase {
  readonly id: string;
  readonly reference: string;
  readonly opened: string;
  readonly closed: boolean;
}

export interface OutcomePart {
  readonly form: FormState;
  readonly words: Words;
  readonly register: RegisterPart;
  readonly cases: readonly KnownCase[];
  /** What each of the first of them knows already. */
  readonly known: readonly Html[];
  readonly team: readonly Offered[];
}

/** A case, a case that is there already, or somebody who can help better. Never a dead end. */
export function outcomeSection(part: OutcomePart): Html {
  const { form, cases, known } = part;
  return html`<h2 class="govuk-heading-m">What happens next</h2>
${oneOf(form, {
  name: 'outcome',
  label: 'Choose one',
  choices: [
    { value: 'new_case', label: 'Open a case' },
    ...(cases.length > 0
      ? [
          {
            value: 'existing_case',
            label: 'Add it to a case that is there already',
            hint: 'It happened again, or somebody else told us too',
          },
        ]
      : []),
    { value: 'handover', label: 'Hand over to somebody who can help better' },
  ],
  reveals: {
    new_case: newCase(part),
    existing_case: cases.length > 0 ? existingCase(form, cases, known) : undefined,
    handover: handover(part),
  },
  classes: '',
})}`;
}

function newCase({ form, words, register, team }: OutcomePart): Html {
  const lead = team.map(({ id, name }) => ({ value: id, label: name }));
  return html`${
    !register.person &&
    html`<p class="govuk-body">Nobody on the register is chosen. Give the name, if it is known,
  or a description that tells nobody anything.</p>
${lineField(form, { name: 'given_name', label: 'Given name' })}
${lineField(form, { name: 'family_name', label: 'Family name' })}
${lineField(form, {
  name: 'described_as',
  label: 'Or how the case describes them',
  hint: `For instance “a ${words.customer} of the Mill Lane flats”`,
})}`
  }${selectField(form, { name: 'lead_id', label: 'Who leads it', choices: lead }, 'Decide later')}`;
}

function existingCase(form: FormState, cases: readonly KnownCase[], known: readonly Html[]): Html {
  return html`${oneOf(form, {
    name: 'case_id',
    label: 'Which case',
    choices: cases.map(({ id, reference, opened, closed }) => ({
      value: id,
      label: `${reference}, opened ${opened}${closed ? ', closed' : ''}`,
    })),
  })}${known}<p class="govuk-body">What was told is added to what it knows, and takes none of it away. Another way to
    be in touch than the agreed one is in doubt until they were asked.</p>${wordsField(
      form,
      {
        name: 'join_why',
        label: 'Why it belongs to that case',
        hint: 'Needed where it is about another person, or nobody said whom it is about. A second person looks first',
      },
      2,
    )}`;
}

function handover({ form, words, team }: OutcomePart): Html {
  return html`${selectField(form, { name: 'handover_to', label: 'To whom', choices: handovers }, 'Choose')}
${lineField(form, { name: 'handover_contact', label: 'Whom you spoke to, and how' })}
${wordsField(form, { name: 'handover_said', label: 'What you told them', hint: 'And what the person wants' }, 2)}
${wordsField(
  form,
  { name: 'safety_step', label: 'What was done today to keep the person safe', hint: 'Before handing over' },
  2,
)}
${oneOf(form, {
  name: 'reached',
  label: `Was the ${words.person} spoken to, safely and both ways?`,
  choices: [
    { value: 'yes', label: 'Yes', hint: 'Somebody else confirms it; until then what was promised runs on' },
    { value: 'no', label: 'No', hint: 'Somebody else decides; until then what was promised runs on' },
  ],
  reveals: {
    yes: html`${selectField(
      form,
      {
        name: 'reached_by',
        label: 'Who spoke with them?',
        choices: team.map(({ id, name }) => ({ value: id, label: name })),
      },
      'I did',
    )}${selectField(form, { name: 'reached_channel', label: 'How?', choices: reachedChannels }, 'Choose')}${momentInput(
      form,
      'reached_at',
      { legend: 'When?' },
    )}`,
    no: wordsField(form, { name: 'not_reached_why', label: 'Why has nobody reached them?' }, 2),
  },
})}`;
}

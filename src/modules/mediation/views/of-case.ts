import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { ideas } from '#rules/mediation.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { isPromised } from '../deciding.ts';
import { paths } from '../paths.ts';
import { mediationHead, type OneMediation, stateTag, whatElse } from './shared.ts';

/** Whether mediation was asked for, and how each stands. Where the policy says nothing of it, it is not offered. */
export function mediationsPage(model: CaseModel, all: readonly OneMediation[]): Html {
  const { file, pack, calendar } = model;
  return html`${mediationHead(model, 'Mediation')}
${
  !isPromised(pack) &&
  insetText({
    text: `${pack.title} says nothing of mediation: nobody is offered it. Whoever asks for it meets the same gate.`,
  })
}<p class="govuk-body">Mediation between joint tenants is only for a ${pack.words.person} who asks for it
  by themselves. It is never suggested to them, and never offered with controlling or coercive behaviour, high risk,
  so-called honour or an order of a court. Nobody overrides that.</p>
${!file.closedAt && button({ text: 'Write down that it was asked about', href: paths.begin(file.id) })}
${
  all.length === 0
    ? html`<p class="govuk-body">Nobody has asked about it.</p>`
    : table({
        caption: 'Mediation that was asked about, the latest first',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards',
        head: ['Asked about', 'How it stands', 'Whose idea'].map((text) => ({ text })),
        rows: all.map(({ mediation, state }) => [
          {
            html: html`<a class="govuk-link" href="${paths.one(file.id, mediation.id)}">${momentInWords(
              mediation.recordedAt,
              calendar,
            )}</a>`,
          },
          { html: stateTag(state) },
          { text: labelOf(ideas, mediation.idea).split(':')[0] ?? '' },
        ]),
      })
}
${whatElse(model)}`;
}

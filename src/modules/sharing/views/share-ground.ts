import { details } from '#kit/components/details.ts';
import { kept } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { type Html, html } from '#kit/html.ts';
import type { CaseModel, FormModel } from '#modules/case-file/pure.ts';
import { type LawfulBasis, offeredOn } from '#rules/lawful-basis.ts';
import { withArticle } from '#rules/words.ts';
import type { Offered } from './share-offered.ts';

const small = 'govuk-radios--small';
const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });

/** Their agreement first; what the law lets without it is folded away until it is asked for. */
export function ground({ pack }: CaseModel, { form }: FormModel, { today, sharing }: Offered): Html {
  const law = { on: today, landlord: sharing.landlord };
  const chosen = kept(form, 'ground');
  const asked =
    chosen.errorMessage ?? kept(form, 'condition').errorMessage ?? kept(form, 'power').errorMessage;
  const bases = offeredOn('basis', law);
  return html`${radios({
    ...chosen,
    fieldset: legend('On what ground'),
    hint: {
      text:
        'With their agreement nobody else decides. On any other ground a second person decides first; where ' +
        'somebody is in danger now, afterwards',
    },
    items: [
      {
        value: 'consent',
        text: 'They agree',
        hint: {
          text: 'To this agency, for this purpose, about these things, as it stands in what they agreed to',
        },
      },
    ],
  })}${details({
    summaryText: `Another ground, without their agreement: ${bases.length} that hold today`,
    open: asked !== undefined || ![undefined, '', 'consent'].includes(chosen.value),
    html: html`${radios({
      ...{ name: 'ground', value: chosen.value, idPrefix: 'ground-other' },
      fieldset: legend('On what other ground'),
      items: bases.map(asItem),
    })}${radios({
      ...kept(form, 'condition'),
      fieldset: legend('What the law asks beside it'),
      hint: { text: 'Without their agreement, where it tells of health, origin, faith, sex life or crimes' },
      classes: small,
      items: [
        ...offeredOn('condition', law).map(asItem),
        { value: '', text: 'Nothing: it tells of none of these' },
      ],
    })}${lawThatLets(form, law, pack.words.person)}`,
  })}`;
}

/** Folded away: it is rarely needed, and stays open where something stands in it. */
function lawThatLets(form: FormModel['form'], law: Parameters<typeof offeredOn>[1], person: string): Html {
  const chosen = kept(form, 'power');
  return details({
    summaryText: 'A law that lets us tell them (optional), and requests by the police',
    open: Boolean(chosen.value) || chosen.errorMessage !== undefined,
    html: html`${radios({
      ...chosen,
      fieldset: legend('A law that lets us tell them'),
      classes: small,
      items: [...offeredOn('power', law).map(asItem), { value: '', text: 'None in particular' }],
    })}${insetText({
      text:
        `A request by the police for records of ${withArticle(person)} has to be necessary and in writing, ` +
        'and the person is told of it (Victims and Prisoners Act 2024 ss.28–30, since 12 January 2026). Ask for it ' +
        'before you decide.',
    })}`,
  });
}

function asItem({ id, title, gist, checkedOn }: LawfulBasis) {
  const unchecked = checkedOn === null ? '' : ` Dates looked up on ${checkedOn}.`;
  return { value: id, text: title, hint: { text: `${gist}${unchecked}` } };
}

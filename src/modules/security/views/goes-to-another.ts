import { insetText } from '#kit/components/inset-text.ts';
import { type Html, html } from '#kit/html.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { paths } from '../paths.ts';
import type { Order } from '../store/orders.ts';

/** Who may know whoever they fear is told nothing more, and least of all why. */
export function goesToAnother(
  { file }: CaseModel,
  { id, offerId, contractor, contractorPhone }: Order,
): Html {
  return insetText({
    html: html`<p class="govuk-body"><strong>Nobody of ${contractor} may be sent any more, and the order stands
with them still.</strong></p>
<p class="govuk-body">Ring ${contractorPhone}: say that nobody is to come, never why, and nothing more about it.</p>
<p class="govuk-body"><a class="govuk-link" href="${paths.newOrder(file.id, offerId)}">Order it from another</a>, or <a
class="govuk-link" href="${paths.orderEnding(file.id, id)}">end the order</a>: it is owed to them as before.</p>`,
  });
}

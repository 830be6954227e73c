import { type Html, html } from '#kit/html.ts';
import { type Helpline, type Landlord, paths } from '../organisation.ts';
import type { There } from '../there.ts';
import { whenRead } from './there.ts';

export interface HomePage {
  readonly landlord: Landlord;
  readonly customers: string;
  readonly helplines: readonly Helpline[];
  readonly there: There;
}

/** The first page: calm, and everything that may be needed in a hurry first. */
export function homePage({ landlord, customers, helplines, there }: HomePage): Html {
  return html`<h1>Help if you do not feel safe at home</h1>
${emergency()}
<p class="lead">You may be hurt, controlled, threatened, watched, or kept without money by somebody close to
  you. It is not your fault, and you are not alone.</p>
<p>We listen and we believe you. You decide what happens, and you need not decide now.
  You do not have to leave, and you need no proof.</p>
<p><a class="govuk-button" href="${paths.tellUs(landlord.slug)}" rel="noreferrer">Tell us</a></p>
<p>For yourself or for somebody else. You need not give your name. Any of our ${customers},
  and anybody who lives in one of our homes, can ask for help.</p>
${whenRead(there, helplines.length > 0 ? 'below' : 'nowhere')}
${numbers(helplines)}
<div class="calm"><h2>Before you go on</h2>
<p>Somebody may be able to see what you do on this device.
  <a href="${paths.safety(landlord.slug)}" rel="noreferrer">Using this site safely</a></p></div>`;
}

/** What a silent call really does; nothing that could be relied on wrongly. */
export function emergency(): Html {
  return html`<div class="urgent"><h2>In danger now? Call 999</h2>
<p>If you cannot speak on a <strong>mobile</strong>: call 999, listen, and press <strong>55</strong>
  when you are asked. Your call goes to the police. Pressing 55 does not tell them where you are.</p>
<p>On a <strong>landline</strong>: stay on the line. 55 is not used there;
  if they only hear noise you can be put through, and they can see where the call comes from.</p></div>`;
}

function numbers(helplines: readonly Helpline[]): Html | undefined {
  if (helplines.length === 0) return undefined;
  return html`<h2>Talk to somebody else</h2>
<ul class="numbers">${helplines.map(
    ({ name, phone, says, hours, checkedOn }) =>
      html`<li><strong>${name}</strong><br><a class="number"
        href="tel:${phone.replaceAll(' ', '')}">${phone}</a><br>${says}
        ${hours && html`${hours}. `}<small>Checked on ${checkedOn}.</small></li>`,
  )}</ul>
<p>A call may stay in the phone’s list of calls and on a bill.</p>`;
}

/** Where several landlords share one installation. */
export function landlordList(all: readonly Landlord[]): Html {
  return html`<h1>Who is your landlord?</h1>
<ul>${all.map(({ slug, name }) => html`<li><a href="${paths.home(slug)}" rel="noreferrer">${name}</a></li>`)}</ul>
<p>If you do not know, choose any of them.</p>
${emergency()}`;
}

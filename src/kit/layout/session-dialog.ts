import { type Html, html } from '../html.ts';

/**
 * Shown by the browser's own script two minutes before a session ends; without JavaScript the session
 * simply ends, and what was being written is kept as a draft as far as it was saved.
 */
export function sessionDialog(signOutPath: string, csrfToken: string): Html {
  return html`<dialog class="lintel-dialog" id="session-warning" aria-labelledby="session-warning-title"
    aria-describedby="session-warning-text">
<h2 class="govuk-heading-m" id="session-warning-title">You will be signed out soon</h2>
<p class="govuk-body" id="session-warning-text">To keep people's information safe, you will be signed out in <span
data-session-remaining>2 minutes</span>. What you have written is kept as a draft where the form says so.</p>
<div class="govuk-button-group">
<button class="govuk-button" type="button" data-session-stay>Stay signed in</button>
<form method="post" action="${signOutPath}"><input type="hidden" name="_csrf" value="${csrfToken}"><button
class="govuk-button govuk-button--secondary" type="submit">Sign out</button></form>
</div>
<p class="govuk-visually-hidden" role="status" data-session-status></p>
</dialog>`;
}

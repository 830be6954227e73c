import { type Html, html } from '../html.ts';

/**
 * What every form that changes something carries: the token against forged requests, the id by which
 * sending it twice does it once, and on an edit the version of the record that the person saw.
 */
export function submission(csrfToken: string, submissionId: string, version?: number | string): Html {
  return html`<input type="hidden" name="_csrf" value="${csrfToken}"><input type="hidden" name="_submission"
    value="${submissionId}">${
      version !== undefined && html`<input type="hidden" name="_version" value="${version}">`
    }`;
}

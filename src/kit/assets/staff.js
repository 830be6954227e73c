// Enhancements of the staff site; every page works without them.

import { keepDrafts } from './drafts.js';
import { initAll } from './govuk-frontend.js';
import { hideOn } from './hide.js';
import { warnBeforeSessionEnds } from './session.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
warnBeforeSessionEnds(document.body.dataset);
const saves = [...document.querySelectorAll('form[data-draft-url]')].map(keepDrafts);
for (const find of document.querySelectorAll('.lintel-find'))
  find.addEventListener('toggle', () => find.open && find.querySelector('input[type=search]').focus());
hideOn(document.querySelector('form[data-hide]'), saves);

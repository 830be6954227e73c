/** How long what is being written is waited for, once the page is covered: the session that saves it ends then. */
const saveMs = 5000;

/**
 * Escape, or the button: the page is covered at once, what is being written is saved, and the session is hidden. A
 * dialog that is open, and a word that is being composed, keep their own Escape.
 * @param saves each saves a form that is being written
 */
export function hideOn(form, saves) {
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  if (!form) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    hide();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (!document.querySelector('dialog[open]')) hide();
  });

  async function hide() {
    document.documentElement.classList.add('lintel-covered');
    document.title = 'Waiting';
    await Promise.race([
      Promise.allSettled(saves.map((save) => save())),
      new Promise((done) => setTimeout(done, saveMs)),
    ]);
    form.submit();
  }
}

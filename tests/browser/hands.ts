import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** How somebody works on a page. Each thing done is counted: a mouse click, an answer given, a field filled in. */
export interface Hand {
  readonly done: () => number;
  /** Follows a link of this name. */
  follow(link: string | RegExp): Promise<void>;
  /** Opens what is folded below this name. */
  unfold(summary: string): Promise<void>;
  /** Presses a button of this name, and waits for the page that answers. */
  press(button: string): Promise<void>;
  /** Gives an answer to a question of several. */
  answer(question: string | RegExp, answer: string): Promise<void>;
  /** Chooses from a list. */
  choose(label: string | RegExp, option: string): Promise<void>;
  write(label: string | RegExp, text: string, within?: string | RegExp): Promise<void>;
}

const field = (page: Page, label: string | RegExp, within?: string | RegExp) => {
  const place: Page | Locator = within ? page.getByRole('group', { name: within }) : page;
  return place.getByLabel(label, { exact: true });
};
const folded = (page: Page, name: string) =>
  page.locator('summary').filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) });
const answerTo = (page: Page, question: string | RegExp, answer: string) =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true });

/** On a phone the parts of a case are folded into one line: what opens it, where one of them is wanted. */
const foldedPart = (page: Page, name: string | RegExp) =>
  page
    .locator('.lintel-parts-folded > details:not([open])')
    .filter({
      has: page.locator('a', { hasText: typeof name === 'string' ? new RegExp(`^\\s*${name}\\s*$`) : name }),
    })
    .locator('> summary');

/** A mouse, with the keyboard for words only. */
export function mouse(page: Page): Hand {
  let done = 0;
  const count = async (work: Promise<unknown>) => {
    done += 1;
    await work;
  };
  return {
    done: () => done,
    async follow(name) {
      const parts = foldedPart(page, name);
      if (await parts.isVisible()) await count(parts.click());
      await count(leads(page, () => page.getByRole('link', { name, exact: true }).first().click()));
    },
    unfold: (name) => count(folded(page, name).click()),
    press: (name) => count(leads(page, () => page.getByRole('button', { name, exact: true }).click())),
    answer: (question, answer) => count(answerTo(page, question, answer).check()),
    choose: (label, option) => count(field(page, label).selectOption({ label: option })),
    write: (label, text, within) => count(field(page, label, within).fill(text)),
  };
}

/** Nothing but the keyboard: Tab until it is there, as somebody does who cannot use a mouse. */
export function keyboard(page: Page): Hand {
  let done = 0;
  const { keyboard: keys } = page;
  const reach = async (target: Locator) => {
    done += 1;
    for (let presses = 0; presses < 150; presses += 1) {
      if ((await target.and(page.locator(':focus')).count()) > 0) return;
      await keys.press('Tab');
    }
    assert.fail(`the keyboard does not reach ${target}`);
  };
  return {
    done: () => done,
    async follow(name) {
      const parts = foldedPart(page, name);
      if (await parts.isVisible()) {
        await reach(parts);
        await keys.press('Enter');
      }
      await reach(page.getByRole('link', { name, exact: true }));
      await leads(page, () => keys.press('Enter'));
    },
    async unfold(name) {
      await reach(folded(page, name));
      await keys.press('Enter');
    },
    async press(name) {
      await reach(page.getByRole('button', { name, exact: true }));
      await leads(page, () => keys.press('Enter'));
    },
    async answer(question, answer) {
      const wanted = answerTo(page, question, answer);
      await reach(page.getByRole('group', { name: question }).getByRole('radio'));
      await keys.press('Space');
      for (let presses = 0; !(await wanted.isChecked()); presses += 1) {
        assert.ok(presses < 20, `the arrows do not reach ${answer}`);
        await keys.press('ArrowDown');
      }
    },
    async choose(label, option) {
      await reach(field(page, label));
      await keys.type(option);
    },
    async write(label, text, within) {
      await reach(field(page, label, within));
      await keys.press('ControlOrMeta+a');
      await keys.type(text);
    },
  };
}

/** Does something that leads to another page, and waits until it is there. */
async function leads(page: Page, work: () => Promise<unknown>): Promise<void> {
  const arrived = page.waitForEvent('framenavigated');
  await work();
  await arrived;
  await page.waitForLoadState();
}

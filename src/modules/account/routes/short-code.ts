import { freshForm } from '#kit/components/form-state.ts';
import { type Answer, invalid, page, redirect } from '#kit/http/answers.ts';
import { type StaffContext, staffRoute } from '#kit/http/route.ts';
import { hashPassword, verifyPassword } from '#kit/password-hash.ts';
import { record } from '#kit/record.ts';
import { parseSecretForm, shortCodeForm } from '../forms.ts';
import { findCredential } from '../store/credentials.ts';
import { setShortCode } from '../store/hidden.ts';
import { shortCodePage } from '../views/hidden.ts';
import { hiddenFor, stateOf } from './form-parts.ts';

const title = 'Your short code';

export const shortCodeRoutes = [
  staffRoute({
    method: 'GET',
    path: '/account/short-code',
    may: 'own.account',
    records: { nothing: 'An empty form.' },
    async handle(ctx) {
      const [set, hidden] = [await hasCode(ctx), hiddenFor(ctx)];
      return page({ title, main: () => shortCodePage(freshForm, set, hidden) });
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/account/short-code',
    may: 'own.account',
    records: 'short-code.changed',
    perMinute: 10,
    async handle(ctx): Promise<Answer> {
      const { tx, organisation, staff, now } = ctx;
      const parsed = parseSecretForm(shortCodeForm, ctx.body);
      const credential = await findCredential(tx, organisation, staff);
      const again = (errors: Readonly<Record<string, string>>) => {
        const [set, hidden] = [Boolean(credential?.shortCodeHash), hiddenFor(ctx)];
        return invalid({ title, main: () => shortCodePage(stateOf({}, errors), set, hidden) });
      };
      if (!parsed.ok) return again(parsed.errors);
      const { right } = await verifyPassword(parsed.value.currentPassword, credential?.passwordHash ?? null);
      if (!right) return again({ currentPassword: 'That is not your password' });
      await setShortCode(tx, organisation, staff, await hashPassword(parsed.value.code), now);
      await record(tx, ctx, { name: 'short-code.changed', subjectId: staff });
      return redirect('/account', 'Your short code is kept');
    },
  }),
];

async function hasCode({ tx, organisation, staff }: StaffContext): Promise<boolean> {
  return Boolean((await findCredential(tx, organisation, staff))?.shortCodeHash);
}

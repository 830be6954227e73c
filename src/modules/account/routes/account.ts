import { freshForm } from '#kit/components/form-state.ts';
import { parseForm } from '#kit/forms.ts';
import { type Answer, file, invalid, page, redirect } from '#kit/http/answers.ts';
import { Fault } from '#kit/http/errors.ts';
import { type StaffContext, staffRoute } from '#kit/http/route.ts';
import { hashPassword, verifyPassword } from '#kit/password-hash.ts';
import { record } from '#kit/record.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { dateInWords } from '#rules/moment.ts';
import { changePasswordForm, ownPasswordForm, parseSecretForm, sealedForm } from '../forms.ts';
import { recoveryFile } from '../recovery-code.ts';
import { findCredential, setPassword } from '../store/credentials.ts';
import { keepRecoveryCodes, newRecoveryCodes, recoveryCodesLeft } from '../store/recovery-codes.ts';
import { openFromForm, recoveryFileValue, sealForForm } from '../store/sealed-form.ts';
import { endSessions } from '../store/sessions.ts';
import { accountPage, newCodesPage, passwordPage } from '../views/account.ts';
import { recoveryCodesPage } from '../views/second-factor.ts';
import { hiddenFor, stateOf } from './form-parts.ts';

const wrongPassword = 'That is not your password';

export const accountRoutes = [
  staffRoute({
    method: 'GET',
    path: '/account',
    may: 'own.account',
    records: { nothing: 'One’s own name and roles.' },
    async handle(ctx) {
      const credential = await findCredential(ctx.tx, ctx.organisation, ctx.staff);
      const codesLeft = await recoveryCodesLeft(ctx.tx, ctx.organisation, ctx.staff);
      const model = {
        ...ctx.who,
        hasSecondFactor: Boolean(credential?.sealedTotp),
        hasShortCode: Boolean(credential?.shortCodeHash),
        codesLeft,
      };
      return page({ title: 'Your account', main: () => accountPage(model) });
    },
  }),
  staffRoute({
    method: 'GET',
    path: '/account/password',
    may: 'own.account',
    records: { nothing: 'An empty form.' },
    async handle(ctx) {
      const hidden = hiddenFor(ctx);
      return page({ title: 'Change your password', main: () => passwordPage(freshForm, hidden) });
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/account/password',
    may: 'own.account',
    records: 'password.changed',
    perMinute: 10,
    async handle(ctx): Promise<Answer> {
      const parsed = parseSecretForm(changePasswordForm(ctx.who), ctx.body);
      const hidden = hiddenFor(ctx);
      const again = (errors: Readonly<Record<string, string>>) =>
        invalid({
          title: 'Change your password',
          main: () => passwordPage(stateOf(parsed.typed, errors), hidden),
        });
      if (!parsed.ok) return again(parsed.errors);
      if (!(await isOwnPassword(ctx, parsed.value.currentPassword)))
        return again({ currentPassword: wrongPassword });
      const { tx, organisation, staff, now } = ctx;
      await setPassword(tx, organisation, staff, await hashPassword(parsed.value.newPassword), now);
      await endSessions(tx, organisation, { staff, by: staff, now, except: ctx.who.session });
      await record(tx, ctx, { name: 'password.changed', subjectId: staff });
      return redirect('/account', 'Your password is changed');
    },
  }),
  staffRoute({
    method: 'GET',
    path: '/account/recovery-codes',
    may: 'own.account',
    records: { nothing: 'An empty form.' },
    async handle(ctx) {
      const hidden = hiddenFor(ctx);
      return page({ title: 'Make new recovery codes', main: () => newCodesPage(freshForm, hidden) });
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/account/recovery-codes',
    may: 'own.account',
    records: 'recovery-codes.made',
    perMinute: 10,
    async handle(ctx): Promise<Answer> {
      const parsed = parseSecretForm(ownPasswordForm, ctx.body);
      const hidden = hiddenFor(ctx);
      const again = (message: string) =>
        invalid({
          title: 'Make new recovery codes',
          main: () => newCodesPage(stateOf({}, { currentPassword: message }), hidden),
        });
      if (!parsed.ok) return again('Enter your password');
      if (!(await isOwnPassword(ctx, parsed.value.currentPassword))) return again(wrongPassword);
      const codes = newRecoveryCodes();
      await keepRecoveryCodes(ctx.tx, ctx.organisation, ctx.staff, codes, ctx.now);
      await record(ctx.tx, ctx, { name: 'recovery-codes.made', subjectId: ctx.staff });
      const model = { codes, file: sealForForm(fileFor(ctx), { codes }), keep: null };
      return page({
        title: 'Keep your recovery codes',
        paper: 'page',
        main: () => recoveryCodesPage(model, hidden),
      });
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/account/recovery-codes/file',
    may: 'own.account',
    records: { nothing: 'Codes that the page before showed; making them is what is recorded.' },
    beforeSecondFactor: true,
    once: false,
    async handle(ctx) {
      const { typed } = parseForm(sealedForm, ctx.body);
      const value = openFromForm(
        fileFor(ctx),
        recoveryFileValue,
        typeof typed.sealed === 'string' ? typed.sealed : '',
      );
      if (!value) throw new Fault('unreadable');
      const madeOn = dateInWords(atTheOffice(ctx.now, ctx.calendar));
      return file({
        name: 'recovery-codes.txt',
        type: 'text/plain; charset=utf-8',
        body: recoveryFile(value.codes, madeOn),
      });
    },
  }),
];

async function isOwnPassword(ctx: StaffContext, password: string): Promise<boolean> {
  const credential = await findCredential(ctx.tx, ctx.organisation, ctx.staff);
  return (await verifyPassword(password, credential?.passwordHash ?? null)).right;
}

function fileFor(ctx: StaffContext) {
  return { secret: ctx.services.secret, session: ctx.who.session, purpose: 'recovery file' } as const;
}

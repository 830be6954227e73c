import { freshForm } from '#kit/components/form-state.ts';
import { parseForm } from '#kit/forms.ts';
import { type Answer, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { sessionCookie } from '#kit/http/begin.ts';
import { Fault } from '#kit/http/errors.ts';
import { type StaffContext, staffRoute } from '#kit/http/route.ts';
import { verifyPassword } from '#kit/password-hash.ts';
import { record } from '#kit/record.ts';
import { enrolmentForm, parseSecretForm, sealedForm } from '../forms.ts';
import { findCredential, setTotp } from '../store/credentials.ts';
import { keepRecoveryCodes, newRecoveryCodes } from '../store/recovery-codes.ts';
import { enrolmentValue, openFromForm, sealForForm } from '../store/sealed-form.ts';
import { endSessions, strengthenSession } from '../store/sessions.ts';
import { newTotpSecret, sealTotp } from '../store/totp-secret.ts';
import { enrolmentAddress, secretAsText, stepOfCode } from '../totp.ts';
import { type EnrolmentModel, enrolmentPage, recoveryCodesPage } from '../views/second-factor.ts';
import { hiddenFor, stateOf } from './form-parts.ts';

/** Nothing is stored until the recovery codes are kept: whoever stops halfway, or loses the connection, begins anew. */
export const enrolmentRoutes = [
  staffRoute({
    method: 'GET',
    path: '/second-factor/enrolment',
    may: 'own.account',
    records: { nothing: 'Nothing is stored until the recovery codes are kept.' },
    beforeSecondFactor: true,
    async handle(ctx) {
      const state = await enrolmentState(ctx);
      if (state === 'owed') return redirect('/second-factor');
      return page(askForCode(ctx, newTotpSecret(), state === 'replaces', freshForm));
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/second-factor/enrolment',
    may: 'own.account',
    records: { nothing: 'Nothing is stored until the recovery codes are kept.' },
    beforeSecondFactor: true,
    once: false,
    perMinute: 10,
    async handle(ctx): Promise<Answer> {
      const state = await enrolmentState(ctx);
      if (state === 'owed') return redirect('/second-factor');
      const parsed = parseSecretForm(enrolmentForm, ctx.body);
      const totp = opened(ctx, parsed.typed.sealed).totp;
      const again = (errors: Readonly<Record<string, string>>) =>
        invalid(askForCode(ctx, totp, state === 'replaces', stateOf(parsed.typed, errors)));
      if (!parsed.ok) return again(parsed.errors);
      const step = stepOfCode(totp, parsed.value.code, ctx.now, null);
      if (step === null)
        return again({ code: 'That is not the code. Wait for the app to show the next one' });
      if (state === 'replaces' && !(await isOwnPassword(ctx, parsed.value.currentPassword)))
        return again({ currentPassword: 'That is not your password' });
      return page(showCodes(ctx, totp, step, newRecoveryCodes()));
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/second-factor/enrolment/kept',
    may: 'own.account',
    records: 'second-factor.enrolled',
    beforeSecondFactor: true,
    async handle(ctx) {
      if ((await enrolmentState(ctx)) === 'owed') return redirect('/second-factor');
      const parsed = parseForm(sealedForm, ctx.body);
      const { totp, proof } = opened(ctx, parsed.typed.sealed);
      if (!proof) throw new Fault('unreadable');
      const { tx, organisation, staff, now, services } = ctx;
      await setTotp(
        tx,
        organisation,
        staff,
        sealTotp(services.secret, organisation, staff, totp),
        proof.step,
        now,
      );
      await keepRecoveryCodes(tx, organisation, staff, proof.codes, now);
      await endSessions(tx, organisation, { staff, by: staff, now, except: ctx.who.session });
      const cookie = await strengthenSession(tx, organisation, ctx.who.session);
      await record(tx, ctx, { name: 'second-factor.enrolled', subjectId: staff });
      await record(tx, ctx, { name: 'recovery-codes.made', subjectId: staff });
      return redirect('/', 'Your second step is set up', { [sessionCookie]: cookie });
    },
  }),
];

/** `owed`: an app is set up, and its code has to be given first. */
async function enrolmentState(ctx: StaffContext): Promise<'none' | 'owed' | 'replaces'> {
  const credential = await findCredential(ctx.tx, ctx.organisation, ctx.staff);
  if (!credential?.sealedTotp) return 'none';
  return ctx.who.secondFactor ? 'replaces' : 'owed';
}

async function isOwnPassword(ctx: StaffContext, password: string): Promise<boolean> {
  const credential = await findCredential(ctx.tx, ctx.organisation, ctx.staff);
  return (await verifyPassword(password, credential?.passwordHash ?? null)).right;
}

function askForCode(ctx: StaffContext, totp: Buffer, replaces: boolean, form: EnrolmentModel['form']): Page {
  const hidden = hiddenFor(ctx);
  const model = {
    address: enrolmentAddress(totp, ctx.who.email),
    secretText: secretAsText(totp),
    sealed: sealForForm(where(ctx), { totp: totp.toString('hex') }),
    replaces,
    form,
  };
  return { title: 'Set up your second step', main: () => enrolmentPage(model, hidden) };
}

function showCodes(ctx: StaffContext, totp: Buffer, step: number, codes: readonly string[]): Page {
  const hidden = hiddenFor(ctx);
  const sealed = sealForForm(where(ctx), { totp: totp.toString('hex'), proof: { step, codes } });
  const file = sealForForm({ ...where(ctx), purpose: 'recovery file' }, { codes });
  const model = { codes, file, keep: { action: '/second-factor/enrolment/kept', sealed } };
  return { title: 'Keep your recovery codes', paper: 'page', main: () => recoveryCodesPage(model, hidden) };
}

function opened(ctx: StaffContext, sealed: unknown) {
  const value = openFromForm(where(ctx), enrolmentValue, typeof sealed === 'string' ? sealed : '');
  if (!value) throw new Fault('unreadable');
  return { totp: Buffer.from(value.totp, 'hex'), proof: value.proof };
}

function where(ctx: StaffContext) {
  return { secret: ctx.services.secret, session: ctx.who.session, purpose: 'enrolment' } as const;
}

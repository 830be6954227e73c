import { z } from 'zod';
import { freshForm } from '#kit/components/form-state.ts';
import { type Answer, invalid, page, redirect } from '#kit/http/answers.ts';
import { deviceCookie, sessionCookie } from '#kit/http/begin.ts';
import { type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { codeForm, parseSecretForm } from '../forms.ts';
import { codesBear, waitAfter } from '../lockout.ts';
import { ownPath } from '../own-path.ts';
import { typedRecoveryCode } from '../recovery-code.ts';
import {
  type Credential,
  countCode,
  findCredential,
  forgetFailedCodes,
  lockCredential,
  useStep,
} from '../store/credentials.ts';
import { deviceNote } from '../store/known-device.ts';
import { useRecoveryCode } from '../store/recovery-codes.ts';
import { strengthenSession } from '../store/sessions.ts';
import { openTotp } from '../store/totp-secret.ts';
import { stepOfCode } from '../totp.ts';
import { codePage } from '../views/second-factor.ts';
import { hiddenFor, stateOf } from './form-parts.ts';

const query = z.object({ next: z.string().max(500).optional().catch(undefined) });
const refusal =
  'The code is not right, or there were too many attempts. Wait for the next code, or use a recovery code';

export const secondFactorRoutes = [
  staffRoute({
    method: 'GET',
    path: '/second-factor',
    may: 'own.account',
    records: { nothing: 'A question; the answer is recorded.' },
    beforeSecondFactor: true,
    query,
    async handle(ctx) {
      const next = ownPath(ctx.query.next);
      if (ctx.who.secondFactor) return redirect(next);
      const credential = await findCredential(ctx.tx, ctx.organisation, ctx.staff);
      if (!credential?.sealedTotp) return redirect('/second-factor/enrolment');
      const hidden = hiddenFor(ctx);
      return page({ title: 'Enter your code', main: () => codePage(freshForm, next, hidden) });
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/second-factor',
    may: 'own.account',
    records: ['session.started', 'session.refused'],
    beforeSecondFactor: true,
    async handle(ctx): Promise<Answer> {
      const parsed = parseSecretForm(codeForm, ctx.body);
      const next = ownPath(typeof parsed.typed.next === 'string' ? parsed.typed.next : undefined);
      const hidden = hiddenFor(ctx);
      const again = (message: string) =>
        invalid({
          title: 'Enter your code',
          main: () => codePage(stateOf(parsed.typed, { code: message }), next, hidden),
        });
      if (!parsed.ok) return again('Enter the code');
      const credential = await lockCredential(ctx.tx, ctx.organisation, ctx.staff);
      const by = credential && (await provedBy(ctx, credential, parsed.value.code));
      if (!by) {
        await record(ctx.tx, ctx, {
          name: 'session.refused',
          subjectId: ctx.staff,
          data: { at: 'second factor' },
        });
        // Kept although it is refused: that a wrong code was tried must not be rolled back.
        return { ...again(refusal), keeps: true } as Answer;
      }
      await record(ctx.tx, ctx, { name: 'session.started', subjectId: ctx.staff, data: { by } });
      const cookie = await strengthenSession(ctx.tx, ctx.organisation, ctx.who.session);
      const device = deviceNote(ctx.services.secret, ctx.organisation, ctx.who.email, ctx.now);
      return redirect(next, undefined, { [sessionCookie]: cookie, [deviceCookie]: device });
    },
  }),
];

/** By what they proved to be themselves; null: by nothing, and it counts. A recovery code is beyond guessing: it never waits. */
async function provedBy(
  { tx, organisation, staff, now, services, session }: StaffContext,
  credential: Credential,
  typed: string,
): Promise<'code' | 'recovery code' | null> {
  const recovery = typedRecoveryCode(typed);
  if (recovery) {
    if (!(await useRecoveryCode(tx, organisation, staff, recovery, now))) return null;
    await forgetFailedCodes(tx, organisation, staff);
    await record(
      tx,
      { organisation, staff, now, session: session ?? null },
      { name: 'recovery-code.used', subjectId: staff },
    );
    return 'recovery code';
  }
  const wait = waitAfter(credential.codesFailed, codesBear);
  if (!credential.sealedTotp || (wait && Temporal.Instant.compare(wait, now) > 0)) return null;
  const totp = openTotp(services.secret, organisation, staff, credential.sealedTotp);
  const step = stepOfCode(totp, typed, now, credential.lastStep);
  if (step !== null && (await useStep(tx, organisation, staff, step))) return 'code';
  await countCode(tx, organisation, staff, now);
  return null;
}

import { z } from 'zod';
import {
  choices,
  type Form,
  formGiven,
  line,
  parseForm,
  requiredLine,
  type Typed,
  words,
} from '#kit/forms.ts';
import { isReason, saidTooLittle } from '#kit/real-reason.ts';
import { roles, type StaffId } from '#rules/facts.ts';
import { type Owner, passwordProblem } from './password-rules.ts';
import { shortCodeProblem } from './short-code.ts';

/** A password exactly as typed: spaces count. */
const secret = (missing: string) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value : ''),
    z.string().min(1, missing).max(1_000, missing),
  );

const email = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().toLowerCase() : ''),
  z.string().min(1, 'Enter an e-mail address').max(254, 'Use 254 characters or fewer'),
);

/** Signing in. `landlord` is checked by the route, which knows the landlords. */
export const signInForm = z.object({
  landlord: line(60),
  email,
  password: secret('Enter your password'),
  recoveryCode: line(60),
  next: line(500),
});

/** The code of an app, or a recovery code. */
export const codeForm = z.object({ code: requiredLine('Enter the code'), next: line(500) });

/** Hiding the page: where to go on afterwards. */
export const hideForm = z.object({ path: line(500) });

/** Coming back to a hidden page. */
export const showForm = z.object({ code: secret('Enter your short code or your password') });

export const ownPasswordForm = z.object({ currentPassword: secret('Enter your password') });

/** The code that proves the app has the secret; `sealed` carries that secret from the page that showed it. */
export const enrolmentForm = z.object({
  code: requiredLine('Enter the 6-digit code that the app shows now'),
  sealed: line(4_000),
  currentPassword: words(1_000),
});

export const shortCodeForm = ownPasswordForm.extend({
  code: line(20).superRefine((code, context) => {
    const problem = shortCodeProblem(code);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  }),
});

export const sealedForm = z.object({ sealed: line(4_000) });

/** A new password, typed once: it can be shown while it is typed. `read` says what is wrong with it. */
const newPassword = z
  .object({ typed: z.string(), problem: z.string().nullable() })
  .superRefine(({ problem }, context) => {
    if (problem) context.addIssue({ code: 'custom', message: problem });
  })
  .transform(({ typed }) => typed);

export const newPasswordForm = formGiven(z.object({ newPassword }), withNewPassword);

export const changePasswordForm = formGiven(ownPasswordForm.extend({ newPassword }), withNewPassword);

function withNewPassword(typed: Typed, owner: Owner) {
  const chosen = typeof typed.newPassword === 'string' ? typed.newPassword : '';
  return { ...typed, newPassword: { typed: chosen, problem: passwordProblem(chosen, owner) } };
}

const optionalColleague = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  (z.uuid('Choose from the list') as unknown as z.ZodType<StaffId>).nullable(),
);

/** What an administrator may change of a colleague. */
export const memberForm = z
  .object({
    name: requiredLine('Enter a name', 120),
    jobTitle: line(120),
    roles: choices(roles).refine((chosen) => chosen.length > 0, 'Choose at least one role'),
    managerId: optionalColleague,
    deputyId: optionalColleague,
  })
  .readonly();

const address = email.pipe(z.email('Enter an e-mail address in the form name@example.org'));

/** A colleague to invite. */
export const invitationForm = z.object({ ...memberForm.unwrap().shape, email: address }).readonly();

/** A second person's decision. Why not is asked for, so that whoever asked can put it right. */
export const decisionForm = z
  .object({
    decision: z.enum(['confirm', 'decline'], 'Choose whether you confirm this'),
    reason: words(1_000),
  })
  .refine(({ decision, reason }) => decision === 'confirm' || reason !== '', {
    path: ['reason'],
    message: 'Say why not',
  })
  .refine(({ decision, reason }) => decision === 'confirm' || reason === '' || isReason(reason), {
    path: ['reason'],
    message: saidTooLittle,
  })
  .readonly();

/** What was typed, without what must not be shown again. */
export function withoutSecrets(typed: Typed): Typed {
  return Object.fromEntries(
    Object.entries(typed).filter(([name]) => !/password|^code$|recoveryCode/i.test(name)),
  );
}

/** A form whose secrets are never put back into the page. */
export function parseSecretForm<T>(schema: Form<T>, body: unknown) {
  const parsed = parseForm(schema, body);
  return { ...parsed, typed: withoutSecrets(parsed.typed) };
}

import { z } from 'zod';
import { choice, line, requiredLine } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { workDomainProblem } from '#modules/sharing/pure.ts';
import { hubKinds } from '../hub.ts';

/** Where a child or an adult is referred: never a mailbox that anybody can have. */
export const hubForm = z
  .object({
    authority: requiredLine('Say for which council’s area, as the register calls it', 200),
    kind: choice(
      hubKinds.map(({ value }) => value),
      'Say whether it takes children, adults or both',
    ),
    name: requiredLine('Say what it is called', 200),
    phone: requiredLine('Give the number to ring', 100),
    outOfHours: line(100),
    email: line(200),
    howKnown: reason('Say how you know that this is theirs', 500),
  })
  .superRefine(({ email }, context) => {
    const message = email === '' ? '' : emailProblem(email);
    if (message !== '') context.addIssue({ code: 'custom', path: ['email'], message, input: email });
  });

function emailProblem(email: string): string {
  const [, domain] = /^[^\s@]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i.exec(email) ?? [];
  return domain === undefined
    ? 'Enter their address at work, for example hub@exampleshire.gov.uk'
    : workDomainProblem(domain.toLowerCase());
}

export const hubEndingForm = z.object({ why: reason('Say why nobody is referred there any more', 500) });

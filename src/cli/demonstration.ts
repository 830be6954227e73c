import type { SignIn } from './application.ts';

/** What a visitor needs to sign in to the demonstration; nothing where there is none. */
export function demonstrationLines(signIns: readonly SignIn[]): readonly string[] {
  if (signIns.length === 0) return [];
  const landlords = [...new Set(signIns.map(({ landlord }) => landlord))];
  const passwords = new Set(signIns.map(({ password }) => password));
  const widest = Math.max(...signIns.map(({ who }) => who.length));
  const [code] = signIns.flatMap((each) => each.code ?? []);
  return [
    '',
    'Demonstration (invented people and landlords). Everybody’s password:',
    ...[...passwords].map((password) => `  ${password}`),
    ...landlords.flatMap((landlord) => [
      `${landlord}:`,
      ...signIns.filter((each) => each.landlord === landlord).map((each) => line(each, widest)),
    ]),
    'Two people decide together: sign in as the second one in another browser or a private window.',
    ...(code ? [`The code is ${code} now; npm run lintel -- code prints it anew.`] : []),
  ];
}

function line({ who, email, code }: SignIn, widest: number): string {
  return `  ${who.padEnd(widest)}  ${email}${code === null ? '  (no code)' : ''}`;
}

import { page } from '#kit/http/answers.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { importHelpPage } from '../views/import-help.ts';

/** What the files may hold, where they are uploaded: nobody has to look for it elsewhere. */
export const importHelpRoutes: readonly Route[] = [
  staffRoute({
    method: 'GET',
    path: '/register/import/help',
    may: 'register.manage',
    records: { nothing: 'Help: nothing about anybody' },
    handle: async () =>
      page({
        title: 'What an import may hold',
        paper: 'page',
        main: importHelpPage,
        backLink: { href: '/register/import', text: 'Import the register' },
      }),
  }),
];

import { notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import type { Route, StaffContext } from '#kit/http/route.ts';
import { may } from '#rules/may.ts';
import { lint } from '#rules/message-lint.ts';
import { momentInWords } from '#rules/moment.ts';
import { endingSenderForm, senderForm } from '../forms/sender-forms.ts';
import { paths } from '../paths.ts';
import { inWords } from '../preview.ts';
import { somebodysNumber } from '../sender-change.ts';
import { inLanguage, lintFactsOf } from '../store/lint-facts.ts';
import { isSomebodys, lastEndedSender, senderOf } from '../store/sender.ts';
import { endSender, proposeSender, senderProposalsOf } from '../store/sender-proposals.ts';
import { endingSenderPage, senderPage } from '../views/sender.ts';

const whenIn = (ctx: StaffContext) => (at: Temporal.Instant) => momentInWords(at, ctx.calendar);

const proposing = formPage({
  path: paths.sender,
  may: 'wording.propose',
  records: 'message-sender.proposed',
  shown: { records: { nothing: 'A number and an address of the office.' } },
  version: adds,
  draft: () => ({ form: 'message-sender', about: null }),
  load: async (ctx: StaffContext) => {
    const [inUse, ended, proposals] = await Promise.all([
      senderOf(ctx.tx, ctx.organisation),
      lastEndedSender(ctx.tx, ctx.organisation),
      senderProposalsOf(ctx.tx, ctx.organisation),
    ]);
    return { inUse, ended, proposals };
  },
  schema: () => senderForm,
  fresh: (_, { inUse }) => ({ callBack: inUse?.callBack ?? '', returnAddress: inUse?.returnAddress ?? '' }),
  view: (form, model, ctx) => ({
    title: 'Number and return address',
    backLink: { href: paths.wordings, text: 'Wordings' },
    main: () =>
      senderPage(form, {
        ...model,
        when: whenIn(ctx),
        mayManage: may(ctx.who.roles, 'wording.manage').allowed,
      }),
  }),
  async save(ctx, { callBack, returnAddress: typed, why }, { inUse }) {
    const returnAddress = typed.trim();
    if (inUse?.callBack === callBack && inUse.returnAddress === returnAddress)
      return { errors: { callBack: 'Both are in use already. Change one of them' } };
    if (await isSomebodys(ctx.tx, ctx.organisation, callBack))
      return { errors: { callBack: somebodysNumber } };
    const facts = inLanguage(await lintFactsOf(ctx.tx, ctx), 'en');
    const found = lint({ channel: 'letter', language: 'en', subject: '', body: returnAddress }, facts);
    if (found.length > 0) return { errors: { returnAddress: inWords(found) } };
    const id = await proposeSender(ctx.tx, ctx, { callBack, returnAddress, why });
    return {
      to: paths.senderProposal(id),
      said: 'Proposed. A manager of the team decides; until then nothing changes',
    };
  },
});

const ending = formPage({
  path: paths.endSender,
  may: 'wording.manage',
  records: 'message-sender.ended',
  shown: { records: { nothing: 'A number and an address of the office.' } },
  version: ({ id }) => id,
  draft: () => ({ form: 'sender-ending', about: null }),
  load: async (ctx: StaffContext) => {
    const inUse = await senderOf(ctx.tx, ctx.organisation);
    if (!inUse) throw notFound();
    return inUse;
  },
  schema: () => endingSenderForm,
  view: (form, inUse) => ({
    title: 'Take the number out of use',
    backLink: { href: paths.sender, text: 'Number and return address' },
    main: () => endingSenderPage(form, inUse),
  }),
  async save(ctx, { why }, inUse) {
    await endSender(ctx.tx, ctx, inUse, why);
    return {
      to: paths.sender,
      said: 'Out of use. Nothing that gives a number leaves until another is agreed',
      warns: true,
    };
  },
});

export const senderRoutes: readonly Route[] = [...proposing, ...ending];

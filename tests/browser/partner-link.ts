import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { delivering, mailQueue, smtpPost } from '#kit/mail.ts';
import { mailServer } from '../mail-server.ts';
import type { Office } from '../policy/office.ts';
import { aLink, anOpenShare, theirDomain } from '../policy/sharing-steps.ts';
import type { Sites } from './sites.ts';

/** The partner site, listening, and a mail server that takes what is sent to it. */
export async function partnerSite(t: TestContext, { lintel }: Sites) {
  const url = await lintel.partners.listen({ host: '127.0.0.1', port: 0 });
  const server = await mailServer(t);
  const post = smtpPost({ smtpUrl: server.url, from: 'Lintel <lintel@example.test>' });
  t.after(() => post.close());
  Object.assign(lintel.services.settings, { partnerUrl: url });
  lintel.services.mail.send = mailQueue('http://127.0.0.1', lintel.clock.now).send;
  const log = { error: (fields: object) => assert.fail(JSON.stringify(fields)) } as never;
  return {
    url,
    /** What came with the last letter, once everything that waits has gone. */
    async linkInLetter({ landlord }: Office): Promise<{ readonly link: string; readonly letter: string }> {
      await delivering(post, log).run(lintel.services, landlord.organisation);
      const letter = server.letters.at(-1) ?? '';
      const [link = ''] =
        /http:\/\/127\.0\.0\.1:\d+\/(?:jobs\/)?[\w-]{43}/.exec(letter.replaceAll('=\n', '')) ?? [];
      assert.ok(link.startsWith(url), letter);
      return { link, letter };
    },
  };
}

/** What they agreed to goes over a link. @returns where the decision stands, and the code that was shown once */
export async function aSentLink(office: Office) {
  const { worker, manager } = office;
  const { file, share, yes } = await anOpenShare(office);
  await manager.finishes('/agencies', theirDomain);
  const { body } = await worker.fills(`${share}/link`, aLink);
  const [, code = ''] = /<strong>(\d{8})<\/strong>/.exec(body) ?? [];
  assert.notEqual(code, '', body);
  return { file, share, yes, code };
}

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { anyService } from '#kit/carriers/any-service.ts';
import { aBounce, aReply, ownDomain } from '#kit/carriers/letters.fixture.ts';
import { imapMailbox } from '#kit/carriers/mailbox.ts';
import { smtp } from '#kit/carriers/smtp.ts';
import { type HttpService, textService } from '#kit/carriers/text-service.ts';
import { httpService, json } from '../http-service.ts';
import { imapPassword, imapServer, imapUser, noImapServer } from '../imap-server.ts';
import { lintelSite } from '../lintel-site.ts';
import { mailServer } from '../mail-server.ts';
import { triedPacks } from '../packs.ts';
import type { Fields } from './form.ts';
import { openOffice } from './office.ts';
import { aCase, writesMessage } from './steps.ts';

const byText: Fields = {
  ...{ channel: 'phone', value: '07700 900123', shared: 'no', text: 'yes', agreed: 'yes' },
};
const byEmail: Fields = {
  channel: 'email',
  value: 'ren@example.test',
  shared: 'no',
  email: 'yes',
  agreed: 'yes',
};
const pleaseCall = (route: string): Fields => ({
  ...{ route, words: 'Please call Sam when you can.', says: 'neutral', askedForBy: 'team' },
});

async function anOffice(t: TestContext, pack: string) {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel, pack);
  const file = await aCase(office.worker);
  return { office, file, ...office };
}

for (const pack of triedPacks) {
  test(`what the service says of a text comes back to the case (${pack.id})`, async (t) => {
    const { lintel, office, file, worker } = await anOffice(t, pack.id);
    const states: Record<string, string> = {};
    const service = await httpService(t, ({ method, path }, response) =>
      method === 'POST'
        ? json(response, 200, { id: `m${service.asked.filter((each) => each.method === 'POST').length}` })
        : json(response, 200, { status: states[path.split('/').at(-1) ?? ''] ?? 'ACCEPTD' }),
    );
    const given = {
      service: 'http',
      send: { url: `${service.url}/send`, json: { to: '{{to}}', text: '{{words}}' }, id: '/id' },
      state: {
        ...{ url: `${service.url}/state/{{carrierId}}`, at: '/status' },
        ...{ arrived: ['DELIVRD'], notArrived: ['UNDELIV', 'NONUMBER'], gone: ['NONUMBER'] },
      },
    };
    const text = anyService(textService.parse(given) as HttpService, {});
    Object.assign(lintel.services.carriers, { text });
    await worker.finishes(`${file}/contact/new`, byText);
    const writes = () => writesMessage(worker, file, pleaseCall('text.first'));

    await t.test('taken is not arrived: each is said as what it is, and asks for nobody', async () => {
      const path = await writes();
      await office.at('2026-11-18T10:05');
      const body: unknown = JSON.parse(service.asked[0]?.body ?? '');
      assert.deepEqual(body, { to: '+447700900123', text: 'Please call Sam when you can.' });
      assert.match(await worker.reads(path), /Sent The service took it\. Whether it arrived is not known/);
      states.m1 = 'DELIVRD';
      await office.at('2026-11-18T10:10');
      assert.match(await worker.reads(path), /Delivered The service says that it arrived/);
      assert.doesNotMatch(await worker.reads('/day'), /A message does not leave/);
    });

    await t.test(
      'what did not arrive is on the day of whoever leads, until they say what they did',
      async () => {
        const path = await writes();
        await office.at('2026-11-18T10:20');
        states.m2 = 'UNDELIV';
        await office.at('2026-11-18T10:25');
        assert.match(await worker.reads(path), /Did not arrive It was refused or came back/);
        assert.match(await worker.reads('/day'), /A message does not leave, did not arrive or is in doubt/);
        assert.match(await worker.reads(`${file}/entries`), /Text message did not arrive/);
        await worker.finishes(`${path}/dealing`, { done: 'I rang her instead, in the agreed hours' });
        assert.doesNotMatch(await worker.reads('/day'), /A message does not leave/);
      },
    );

    await t.test('of a number that nobody has any more, nothing leaves and nobody rings', async () => {
      const path = await writes();
      await office.at('2026-11-18T10:35');
      states.m3 = 'NONUMBER';
      await office.at('2026-11-18T10:40');
      assert.match(await worker.reads(path), /nobody has this number or address any more/);
      const next = await writes();
      await office.at('2026-11-18T10:45');
      assert.match(await worker.reads(next), /Held It does not leave by itself/);
      assert.match(await worker.reads(next), /it was no longer sure: write down what is right now/);
      assert.equal(service.asked.filter(({ method }) => method === 'POST').length, 3);
    });
  });

  test(`what comes back by e-mail comes back to the case (${pack.id})`, {
    skip: noImapServer ?? false,
  }, async (t) => {
    const { lintel, office, file, worker, manager } = await anOffice(t, pack.id);
    const [mail, imap] = [await mailServer(t), await imapServer(t)];
    const email = smtp({ url: mail.url, from: `sam@${ownDomain}` });
    t.after(() => email.close());
    const replies = imapMailbox({
      ...{ host: '127.0.0.1', port: imap.port, user: imapUser, folder: 'INBOX', domain: ownDomain },
      signsIn: { password: imapPassword },
    });
    Object.assign(lintel.services.carriers, { email, replies });
    await worker.finishes(`${file}/contact/new`, byEmail);
    const sent = async (time: string) => {
      const path = await writesMessage(worker, file, pleaseCall('email.first'));
      await office.at(time);
      return { path, id: path.split('/').at(-1) ?? '' };
    };

    await t.test(
      'a reply is read where it came in, on the day of whoever leads and in no notice',
      async () => {
        const { path, id } = await sent('2026-11-18T10:05');
        assert.match(mail.letters[0] ?? '', /^Subject: A message for you$/m);
        assert.match(mail.letters[0] ?? '', new RegExp(`^Message-ID: <${id}@${ownDomain}>$`, 'm'));
        imap.put(aReply(id));
        await office.at('2026-11-18T10:10');
        const page = await worker.reads(path);
        assert.match(page, /What came back Whoever reads that mailbox may have written it/);
        assert.match(page, /A reply\. Yes, ring me on Thursday\./);
        assert.match(await worker.reads('/day'), /A message does not leave, did not arrive or is in doubt/);
        for (const elsewhere of ['/day', '/notifications', `${file}/entries`])
          assert.doesNotMatch(await worker.reads(elsewhere), /ring me on Thursday/, elsewhere);
        assert.doesNotMatch(await manager.reads('/notifications'), /ring me on Thursday/);
        assert.match(
          await worker.reads(`${file}/entries`),
          /Something came back after a email|Something came back/,
        );
        assert.equal(imap.left(), 0, 'it does not lie in a mailbox that others read');
        await worker.finishes(`${path}/dealing`, { done: 'I rang her on Thursday, as she wrote' });
        assert.doesNotMatch(await worker.reads('/day'), /A message does not leave/);
      },
    );

    await t.test('a bounce from a mailbox that is no more shuts that way until they are asked', async () => {
      const { path, id } = await sent('2026-11-18T10:20');
      imap.put(aBounce(id));
      await office.at('2026-11-18T10:25');
      assert.match(await worker.reads(path), /Did not arrive/);
      assert.match(await worker.reads(path), /It could not be delivered/);
      const next = await sent('2026-11-18T10:30');
      assert.match(await worker.reads(next.path), /Held It does not leave by itself/);
      assert.equal(mail.letters.length, 2);
    });
  });
}

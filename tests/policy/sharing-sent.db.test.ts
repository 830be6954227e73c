import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { kill, pid } from 'node:process';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { z } from 'zod';
import { sql, transact } from '#kit/sql.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { toTheIdva, toThePolice, yesToTheIdva } from '../sharing-lived-in.ts';
import { type Office, openOffice, words } from './office.ts';
import { aLink, anOpenShare, asZip, post, readsWhatWasSent, theirDomain } from './sharing-steps.ts';
import { aCase, moment } from './steps.ts';

test('what is sent as a file is encrypted, kept exactly as it left, and not taken once it is shut', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  for (const { id: packId } of triedPacks)
    await t.test(`under ${packId}`, async () => {
      const office = await openOffice(lintel, packId);
      await office.at('2026-11-18T10:00');
      const { worker } = office;
      const { file, yes, share } = await anOpenShare(office);
      const wrong = await worker.fills(`${share}/file`, { ...asZip, told: '' });
      assert.equal(wrong.statusCode, 422);
      assert.match(words(wrong.body), /Say by which other way the passphrase reaches them/);
      const noKey = await worker.fills(`${share}/file`, { ...asZip, way: 'age_key', key: 'age1nothing' });
      assert.match(words(noKey.body), /This is no public key of age/);
      const made = await worker.fills(`${share}/file`, asZip);
      assert.equal(made.statusCode, 200, words(made.body));
      const [, passphrase = ''] = /<strong>((?:\w{4}-){5}\w{4})<\/strong>/.exec(made.body) ?? [];
      const [, path = ''] = /href="([^"]+\/sent\/[^"]+)"/.exec(made.body) ?? [];
      const taken = await worker.get(path);
      assert.match(String(taken.headers['content-disposition']), /filename="C-[A-Z0-9-]+\.zip"/);
      const reader = new ZipReader(new Uint8ArrayReader(taken.rawPayload), { password: passphrase });
      const [entry] = await reader.getEntries();
      assert.ok(entry && 'getData' in entry);
      const plain = Buffer.from(await entry.getData(new Uint8ArrayWriter()));
      const shown = await worker.reads(share);
      assert.match(shown, new RegExp(createHash('sha256').update(plain).digest('hex')));
      assert.doesNotMatch(shown, new RegExp(passphrase), 'the passphrase is shown once');
      const kept = await transact(
        lintel.services.db,
        { organisation: office.landlord.organisation, system: true },
        (tx) =>
          tx.rows(
            z.object({ text: z.string() }),
            sql`select to_jsonb(s)::text as text from share_sent s
          where s.organisation_id = ${office.landlord.organisation}`,
          ),
      );
      assert.ok(kept.length > 0 && kept.every(({ text }) => !text.includes(passphrase)), 'and kept nowhere');
      await worker.finishes(`${yes}/change`, {
        change: 'unsure',
        way: 'phone',
        ...moment('said', '2026-11-18T10:00'),
      });
      assert.equal((await worker.get(path)).statusCode, 403, 'made, and not taken once they are not sure');
      const again = await worker.fills(`${share}/file`, asZip);
      assert.equal(again.statusCode, 403);
      assert.match(await worker.reads(`${file}/entries`), /Sent\. Sharing with Exampleton Idva Service/);
    });
});

test('a link opens for one reader, with a code that they are told by another way, and for its purpose', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const sent = post(lintel);
  const { partners } = lintel;
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const { yes, share } = await anOpenShare(office);
  const submit = (url: string, payload: Record<string, string>) =>
    partners.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(payload).toString(),
    });
  const reader = 'Jo Bright';

  await t.test('only to a domain that a manager wrote down, and never by whoever wrote it', async () => {
    const none = await worker.fills(`${share}/link`, aLink);
    assert.match(words(none.body), /not a domain on record for this agency/);
    assert.equal((await worker.post('/agencies', theirDomain)).statusCode, 403);
    const anybody = await manager.fills('/agencies', { ...theirDomain, domain: 'jo@gmail.com' });
    assert.match(words(anybody.body), /Anybody can have a mailbox there/);
    await manager.finishes('/agencies', theirDomain);
    const own = await manager.fills(`${share}/link`, aLink);
    assert.match(words(own.body), /You wrote down that domain yourself/);
    const elsewhere = await worker.fills(`${share}/link`, { ...aLink, address: 'jo@hotmail.com' });
    assert.match(words(elsewhere.body), /Anybody can have a mailbox there/);
    assert.deepEqual(sent, [], 'nothing went');
  });

  const made = await worker.fills(`${share}/link`, aLink);
  const [, code = ''] = /<strong>(\d{8})<\/strong>/.exec(made.body) ?? [];
  const url = new URL(sent[0]?.link ?? '').pathname;

  await t.test(
    'the e-mail goes to the address, without the code; the page asks the same where there is no link',
    async () => {
      assert.deepEqual(
        sent.map(({ to }) => to),
        ['jo@idva.example'],
      );
      assert.ok(!JSON.stringify(sent).includes(code));
      const invented = `/${'x'.repeat(43)}`;
      const [there, nowhere] = [await partners.inject(url), await partners.inject(invented)];
      assert.equal(there.body.replaceAll(url, ''), nowhere.body.replaceAll(invented, ''));
      const wrong = { reader, code: code === '00000000' ? '11111111' : '00000000' };
      const [one, other] = [await submit(url, wrong), await submit(invented, wrong)];
      assert.equal(one.statusCode, 422);
      assert.equal(one.body.replaceAll(url, ''), other.body.replaceAll(invented, ''));
      assert.match(words(one.body), /Nothing opens with this/);
      for (const answer of [there, one]) {
        assert.equal(answer.headers['cache-control'], 'no-store');
        assert.equal(answer.headers['referrer-policy'], 'no-referrer');
        assert.match(String(answer.headers['x-robots-tag']), /noindex/);
        assert.equal(answer.headers['set-cookie'], undefined);
        assert.doesNotMatch(answer.body, new RegExp(office.landlord.slug));
      }
    },
  );

  await t.test(
    'before a word is shown the reader confirms what it is for; then it bears their name',
    async () => {
      const before = await submit(url, { reader, code });
      assert.match(words(before.body), /for one purpose: Support, advice or counselling for them/);
      assert.doesNotMatch(before.body, /go to court with her/);
      const refused = await submit(url, { reader, code, step: 'purpose' });
      assert.equal(refused.statusCode, 422);
      assert.doesNotMatch(refused.body, /go to court with her/);
      const read = await submit(url, { reader, code, step: 'purpose', confirmed: 'yes' });
      assert.match(words(read.body), /go to court with her/);
      assert.match(words(read.body), /Read by Jo Bright, Wednesday 18 November 2026 at 10:00/);
      const log = await worker.reads(share);
      assert.match(log, /Opened by Jo Bright/);
      assert.match(log, /Wrong code, as Jo Bright/);
    },
  );

  await t.test('a name with markup in it is a name', async () => {
    const hostile = '<script>alert(1)</script>';
    const read = await submit(url, { reader: hostile, code, step: 'purpose', confirmed: 'yes' });
    assert.ok(!read.body.includes(hostile) && !(await worker.get(share)).body.includes(hostile));
  });

  await t.test('taken back, it opens nothing at once, whatever its days', async () => {
    await worker.finishes(`${yes}/change`, {
      change: 'withdrawn',
      way: 'phone',
      ...moment('said', '2026-11-18T10:00'),
    });
    const shut = await submit(url, { reader, code, step: 'purpose', confirmed: 'yes' });
    assert.equal(shut.statusCode, 422);
    assert.match(words(shut.body), /Nothing opens with this/);
  });

  await t.test('ended, run out, or after five wrong codes it opens nothing, and says the same', async () => {
    const link = async (sender = worker) => {
      const file = await aCase(worker);
      await worker.finishes(`${file}/consents/new`, yesToTheIdva);
      const another = await worker.finishes(`${file}/shares/new`, toTheIdva);
      const answer = await sender.fills(`${another}/link`, aLink);
      const [, its = ''] = /<strong>(\d{8})<\/strong>/.exec(answer.body) ?? [];
      const itsUrl = new URL(sent.findLast(({ to }) => to === aLink.address)?.link ?? '').pathname;
      const opens = async () => (await submit(itsUrl, { reader, code: its })).statusCode === 200;
      return { file, another, its, opens, url: itsUrl };
    };
    const ended = await link();
    assert.equal(await ended.opens(), true);
    const { body } = await worker.get(ended.another);
    const [, revocation = ''] = /action="([^"]+\/revocation)"/.exec(body) ?? [];
    assert.equal((await worker.post(revocation, {})).statusCode, 303);
    assert.equal(await ended.opens(), false);

    const guessed = await link();
    const guess = guessed.its === '00000000' ? '11111111' : '00000000';
    for (let each = 0; each < 5; each += 1) await submit(guessed.url, { reader, code: guess });
    assert.equal(await guessed.opens(), false);
    assert.match(await worker.reads(guessed.another), /Locked: five codes were wrong/);

    const byADeputy = await link(office.deputy);
    assert.equal(await byADeputy.opens(), true);
    await manager.finishes(`${byADeputy.file}/conflicts/new`, {
      ...{ staffId: office.deputy.staff, relation: 'friend', reason: 'They know each other' },
    });
    assert.equal(await byADeputy.opens(), false, 'whoever sent it has a conflict');

    const meanwhile = await link();
    await refusedBefore(office, meanwhile.another);
    assert.equal(
      await meanwhile.opens(),
      false,
      'a no that was written down as it was sent, and seen after it',
    );

    const otherYes = await link();
    const another = { ...yesToTheIdva, ...moment('asked', '2026-11-18T09:40') };
    const earlier = await worker.finishes(`${otherYes.file}/consents/new`, another);
    assert.equal(await otherYes.opens(), true);
    await office.at('2026-11-18T10:05');
    await worker.finishes(`${earlier}/change`, {
      ...{ change: 'withdrawn', way: 'phone' },
      ...moment('said', '2026-11-18T10:04'),
    });
    assert.equal(await otherYes.opens(), false, 'they took another yes to the same back');

    const over = await link();
    await office.at('2026-11-21T10:01');
    assert.equal(await over.opens(), false);
  });
});

/** A no whose request had begun a moment before the link’s, and which is there only after it. */
async function refusedBefore({ lintel, landlord }: Office, share: string): Promise<void> {
  const shareId = share.split('/').at(-1) ?? '';
  await transact(lintel.services.db, { organisation: landlord.organisation, system: true }, (tx) =>
    tx.run(sql`insert into consent (organisation_id, id, case_id, recipient_id, purpose, kinds, answer, given_by,
        heard_by, authority, way, words, given_at, until, recorded_at, recorded_by)
      select c.organisation_id, gen_random_uuid(), c.case_id, c.recipient_id, c.purpose, c.kinds, 'refused',
        c.given_by, c.heard_by, '', c.way, 'Not any more.', c.given_at + interval '5 minutes', null,
        h.decided_at - interval '1 second', c.recorded_by
      from share h join consent c on c.organisation_id = h.organisation_id and c.recipient_id = h.recipient_id
      where h.id = ${shareId}`),
  );
}

test('without their agreement two people decide, or one looks afterwards where there is danger', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const file = await aCase(worker);
  const share = await worker.finishes(`${file}/shares/new`, toThePolice);
  const early = await worker.fills(`${share}/file`, asZip);
  assert.equal(early.statusCode, 403);
  await worker.finishes(`${file}/danger/new`, { how: 'partner', said: 'He is at the door' });
  assert.equal((await worker.fills(`${share}/file`, asZip)).statusCode, 200);
  assert.match(await manager.reads('/day'), /What would be shared waits for a second person/);
  await readsWhatWasSent(manager, share);
  await manager.finishes(share, { decision: 'approved', why: 'They had to know it that minute' });
});

test('what was taken back while a file was made does not leave by it', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const { yes, share } = await anOpenShare(office);
  const making = worker.fills(`${share}/file`, asZip);
  await whileRendering(() =>
    manager.finishes(`${yes}/change`, {
      ...{ change: 'withdrawn', way: 'phone', words: 'She rang: not any more.' },
      ...moment('said', '2026-11-18T10:00'),
    }),
  );
  const made = await making;
  assert.equal(made.statusCode, 403, words(made.body));
  assert.doesNotMatch(made.body, /passphrase/);
  const { rows } = await lintel.database.owner.query('select count(*)::int n from share_sent');
  assert.equal(rows[0].n, 0);
});

/** The process that renders stands still meanwhile: nothing is held for it, so that anybody goes on. */
async function whileRendering(work: () => Promise<unknown>): Promise<void> {
  const process = await firstOf(rendering);
  kill(process, 'SIGSTOP');
  try {
    await work();
  } finally {
    kill(process, 'SIGCONT');
  }
}

async function firstOf<T>(find: () => T | undefined): Promise<T> {
  for (let tried = 0; tried < 1000; tried += 1) {
    const found = find();
    if (found !== undefined) return found;
    await pause(10);
  }
  throw new Error('Nothing was rendered');
}

/** The process of ours that makes a document. */
function rendering(): number | undefined {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((each) => {
      try {
        const parent = readFileSync(`/proc/${each}/stat`, 'utf8').split(') ')[1]?.split(' ')[1];
        return (
          parent === String(pid) && readFileSync(`/proc/${each}/cmdline`, 'utf8').includes('/kit/documents/')
        );
      } catch {
        return false;
      }
    });
}

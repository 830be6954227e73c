import type { DocumentModel } from '#kit/documents/model.ts';
import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry, entriesOf, liftConditions, setCondition } from '#modules/chronology/index.ts';
import { dangersOfCase, dealWithDanger, raiseDanger } from '#modules/danger/index.ts';
import { filesOf } from '#modules/files/index.ts';
import {
  answerDoubt,
  changeConsent,
  consentsOf,
  decideSecond,
  decideShare,
  dropShare,
  gateOf,
  keepWhatLeft,
  recipientFor,
  recordConsent,
  shareOf,
  sharingIn,
  sinceOf,
  tellOfOne,
  whomAbout,
} from '#modules/sharing/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { dataKinds } from '#rules/sharing.ts';
import { whoWouldLearn } from '#rules/who-would-learn.ts';
import type { Acts, InCase } from './acting.ts';

const recipients = {
  idva: { agency: 'Larkhaven Idva Service', role: 'Duty Idva', sort: 'specialist', purpose: 'support' },
  police: { agency: 'Larkshire Police', role: 'Officer in the case', sort: 'police', purpose: 'safety' },
} as const;

/** The entries that tell of what was added. */
async function entriesOfFiles(tx: Tx, { organisation }: Office, caseId: CaseId): Promise<readonly string[]> {
  const files = await filesOf(tx, organisation, caseId);
  return [...new Set(files.flatMap(({ entryId }) => entryId ?? []))];
}

export async function shareIn({ acting: { tx, office }, caseId, before }: InCase) {
  return before.shareId ? shareOf(tx, office.organisation, caseId, before.shareId) : null;
}

export const sharingActs: Acts<
  | 'ask-to-share'
  | 'take-back'
  | 'hear-in-confidence'
  | 'lift-condition'
  | 'correct-what-left'
  | 'tell-of-since'
  | 'look-at-doubt'
  | 'decide-share'
  | 'agree-share'
  | 'drop-share'
  | 'send-share'
  | 'tell-danger'
  | 'deal-with-danger'
> = {
  async 'ask-to-share'({ acting: { tx, office }, caseId }, { to, answer, words, who }) {
    const { agency, role, purpose } = recipients[to];
    const recipientId = await recipientFor(tx, office, caseId, recipients[to]);
    const consentId = await recordConsent(tx, office, {
      ...{ caseId, recipientId, agency, role, purpose, answer, words },
      kinds: who ? dataKinds.map(({ value }) => value) : ['account', 'risk'],
      ...{
        givenBy: 'person',
        heardBy: 'nobody',
        authority: '',
        way: 'phone',
        givenAt: office.now,
        until: null,
      },
    });
    return { consentId };
  },
  async 'hear-in-confidence'({ acting: { tx, office }, caseId }, { words, asked }) {
    const at = { happenedAt: office.now, knownAt: office.now };
    const told = { kind: 'agency', source: 'police', words, disclosableTo: ['agencies'] } as const;
    const entryId = await addEntry(tx, office, { ...at, ...told, caseId });
    await setCondition(tx, office, { caseId, entryId, saidBy: recipients.police.agency, words: asked });
    return undefined;
  },
  async 'lift-condition'({ acting: { tx, office, organisation }, caseId }, { why }) {
    const { entries } = await entriesOf(tx, organisation, caseId, { order: 'oldest', most: 500 });
    for (const { id: entryId, heldBack } of entries)
      if (heldBack) await liftConditions(tx, office, { caseId, entryId, because: 'allowed', why });
    return undefined;
  },
  async 'correct-what-left'(here, { words }) {
    const { tx, office } = here.acting;
    const share = await shareIn(here);
    const { entries } = await entriesOf(tx, office.organisation, here.caseId, { order: 'oldest', most: 500 });
    const wrong = entries.find(({ id }) => share?.entries.includes(id));
    if (wrong)
      await addEntry(tx, office, {
        ...{ caseId: here.caseId, kind: 'note', source: wrong.source, words, correctsId: wrong.id },
        ...{ happenedAt: wrong.happenedAt, knownAt: office.now, disclosableTo: wrong.disclosableTo },
      });
    return undefined;
  },
  async 'tell-of-since'(here) {
    const { tx, office } = here.acting;
    const [share, file] = [await shareIn(here), await openFile(tx, office.organisation, here.caseId)];
    if (!share || !file) return undefined;
    const about = {
      caseId: here.caseId,
      shareId: share.id,
      leadId: file.leadId,
      concerns: [share.decidedBy],
    };
    for (const { id, kind, answer } of await sinceOf(tx, office.organisation, here.caseId, share.id))
      if (answer === null) await tellOfOne(tx, office, { ...about, id, kind });
    return undefined;
  },
  async 'look-at-doubt'(here, { words: why }) {
    const share = await shareIn(here);
    if (share?.inDoubt)
      await answerDoubt(here.acting.tx, here.acting.office, share, { found: 'nothing', why });
    return undefined;
  },
  async 'take-back'({ acting: { tx, office }, caseId, before }, { words }) {
    const consents = await consentsOf(tx, office.organisation, caseId);
    const consent = consents.find(({ id }) => id === before.consentId);
    const said = { change: 'withdrawn', way: 'phone', saidAt: office.now } as const;
    if (consent) await changeConsent(tx, office, { ...said, caseId, consent, words });
    return undefined;
  },
  async 'decide-share'({ acting: { tx, office }, caseId }, { to, words, ground, files, who, chronology }) {
    const { agency, role, purpose } = recipients[to];
    const recipientId = await recipientFor(tx, office, caseId, recipients[to]);
    const agreed = ground === '';
    const file = await openFile(tx, office.organisation, caseId);
    const shareId = await decideShare(tx, office, {
      ...{ caseId, recipientId, agency, role, purpose, words },
      kinds: [...(who ? (['who'] as const) : []), 'account'],
      ...{
        entries: files
          ? await entriesOfFiles(tx, office, caseId)
          : chronology && file
            ? [...(await sharingIn({ tx, ...office }, file)).entriesThatMay]
            : [],
        planVersionId: null,
        assessments: [],
        basis: ground,
        power: '',
        inDanger: file?.immediateDanger ?? false,
      },
      condition: agreed ? '' : 'unlawful-acts',
      necessity: agreed ? 'They do what we cannot' : 'They can act on it tonight, and nobody else can',
      proportionality: 'Nothing of the home, and nothing of what was told before',
      ...(agreed
        ? { view: 'agrees', viewWords: '', told: 'told', toldWhy: '' }
        : {
            view: 'not_asked',
            viewWords: 'Nobody answers today',
            told: 'will_be',
            toldWhy: 'At the next call',
          }),
      needsSecond: !agreed,
    });
    return { shareId };
  },
  async 'agree-share'(here) {
    const { tx, office } = here.acting;
    const share = await shareIn(here);
    const why = share?.sentInDanger
      ? 'They were told what they needed that night, and nothing besides'
      : 'It is needed, and it is little';
    const decided = { decision: 'approved', why } as const;
    if (share?.second)
      await decideSecond(tx, office, {
        ...{ caseId: here.caseId, shareId: share.id, version: share.second.version },
        ...decided,
      });
    return undefined;
  },
  async 'drop-share'(here, { why }) {
    const share = await shareIn(here);
    if (share) await dropShare(here.acting.tx, here.acting.office, share, why);
    return undefined;
  },
  /** Only where the gate is open at that moment, as on its page. */
  async 'send-share'(here) {
    const { tx, office, services } = here.acting;
    const [share, file] = [await shareIn(here), await openFile(tx, office.organisation, here.caseId)];
    if (!share || !file) return undefined;
    const gate = gateOf(share, await sharingIn({ tx, ...office }, file));
    if (!gate.open) return undefined;
    const about = await whomAbout(tx, office.organisation, file, share);
    const words = about === '' ? share.words : `About: ${about}\n\n${share.words}`;
    await keepWhatLeft(tx, office, services.secret, {
      ...{ share, gate, way: 'zip', toWhom: `${share.role}, ${share.agency}`, name: `${file.reference}.zip` },
      ...{
        plain: Buffer.from(words),
        container: null,
        entries: share.entries,
        document: inOurWords(file.reference, words),
      },
      learners: whoWouldLearn({ by: ['download'], to: 'agency' }, office.pack.words),
    });
    return undefined;
  },
  async 'tell-danger'({ acting: { tx, office }, caseId }, { words }) {
    await raiseDanger(tx, office, { caseId, how: 'partner', said: words });
    return undefined;
  },
  async 'deal-with-danger'({ acting: { tx, office }, caseId }, { words }) {
    for (const danger of await dangersOfCase(tx, office.organisation, caseId))
      if (danger.dealtAt === null)
        await dealWithDanger(tx, office, danger, {
          at: office.now,
          done: words,
          doneBy: 'Whoever leads the case',
        });
    return undefined;
  },
};

/** What was sent, as whoever looks at it afterwards reads it. */
function inOurWords(reference: string, text: string): DocumentModel {
  return {
    ...{ title: `Shared: ${reference}`, landscape: false, facts: [], watermark: '', footer: reference },
    sections: [{ heading: 'In our words', blocks: [{ kind: 'paragraph', text }] }],
  };
}

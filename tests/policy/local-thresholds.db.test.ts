import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { importRegisterOf, registerId } from '../register-lived-in.ts';
import { type Colleague, openOffice, words } from './office.ts';
import { agrees, threshold } from './risk-steps.ts';
import { aCase, findsOnBoard, opensCase, writesDown } from './steps.ts';

const areaIn = async (manager: Colleague) =>
  /\/risk\/areas\/([0-9a-f-]{36})/.exec((await manager.get('/risk/thresholds')).body)?.[1] ?? '';

test('what counts as high is set by Marac area and date (V4.1c, L2.1d)', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  await t.test('a case is weighed by the threshold of where it is heard, set or not', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { worker, manager } = office;
    const file = await aCase(worker);
    assert.match(await worker.reads(`${file}/risk`), /No Marac area is known .* 14 and more high/);
    await manager.finishes('/risk/areas/new', { name: 'Exampleshire North', authorities: 'exampleshire' });
    const area = await areaIn(manager);
    assert.equal((await threshold(manager, area, {})).statusCode, 303);
    await worker.finishes(`${file}/risk/area`, { area, reason: 'She stays there with her sister' });
    assert.match(
      await worker.reads(`${file}/risk`),
      /Exampleshire North : up to 1 standard, 2 medium, 3 and more high/,
    );
    await worker.finishes(`${file}/risk/area`, { area: '', reason: 'She is back' });
    assert.match(await worker.reads(`${file}/risk`), /No Marac area is known/);
  });

  await t.test('where a case is heard follows from the home’s local authority by itself', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { worker, manager } = office;
    await importRegisterOf(office);
    await manager.finishes('/risk/areas/new', { name: 'Exampleshire North', authorities: ' exampleSHIRE ' });
    await threshold(manager, await areaIn(manager), {});
    const { reference } = await writesDown(worker);
    const home = await registerId(office, 'property', 'H1');
    const disclosure = await findsOnBoard(worker, reference);
    const file = await opensCase(worker, disclosure, worker, {}, `?property=${home}`);
    assert.match(
      await worker.reads(`${file}/risk`),
      /Exampleshire North \(the home is in Exampleshire\): up to 1 standard, 2 medium, 3 and more high/,
    );
  });

  await t.test(
    'what counts as a repeat is set beside it: any abuse, until a protocol says otherwise',
    async () => {
      const office = await openOffice(lintel);
      await office.at('2026-11-18T10:00');
      const { worker, manager } = office;
      await importRegisterOf(office);
      const person = await registerId(office, 'person', 'P1');
      const home = await registerId(office, 'property', 'H1');
      const tells = async (more: Readonly<Record<string, string>>) => {
        const { reference } = await writesDown(worker, more);
        const disclosure = await findsOnBoard(worker, reference);
        const known = { person_id: person };
        return opensCase(worker, disclosure, worker, known, `?person=${person}&property=${home}`);
      };
      await tells({});
      const any = await tells({ abuse_types: 'economic' });
      assert.match(
        await worker.reads(any),
        /A repeat within 12 months, by the definition that holds here: any abuse\. The earlier case/,
      );
      assert.doesNotMatch(await worker.reads(`${any}/risk/level`), /since that referral/, 'nobody need say');
      await manager.finishes('/risk/areas/new', { name: 'Exampleshire North', authorities: 'Exampleshire' });
      const narrow = {
        repeat: 'violence_stalking_sexual',
        why: 'It is how the Marac counts, by its protocol',
      };
      assert.equal((await threshold(manager, await areaIn(manager), narrow)).statusCode, 303);
      await agrees(office);
      assert.match(
        await manager.reads('/risk/thresholds'),
        /A repeat is violence, stalking or sexual abuse within 12 months/,
      );
      const economic = await tells({ abuse_types: 'economic' });
      assert.match(
        await worker.reads(economic),
        /By the definition that holds here \(violence, stalking or sexual abuse\) it does not count as a repeat\. The earlier case/,
      );
      const strangled = await tells({ abuse_types: 'strangulation' });
      assert.match(
        await worker.reads(strangled),
        /A repeat within 12 months, by[^.]*violence, stalking or sexual abuse/,
      );
      const unknown = await tells({});
      assert.match(await worker.reads(unknown), /A repeat within 12 months/, 'what is not known counts');
      const told = await lintel.database.owner.query(
        `select data ->> 'definition' as definition, count(*)::int from event
       where organisation_id = $1 and name = 'case.repeat-recognised' group by 1 order by 1`,
        [office.landlord.organisation],
      );
      assert.deepEqual(told.rows, [
        { definition: 'any', count: 1 },
        { definition: 'violence_stalking_sexual', count: 2 },
      ]);
      const marac = { 'marac-day': '2', 'marac-month': '9', 'marac-year': '2026' };
      const states = (more: Readonly<Record<string, string>>) =>
        worker.finishes(`${economic}/risk/level`, {
          level: 'standard',
          reason: 'As told',
          ...marac,
          ...more,
        });
      assert.match(
        await worker.reads(`${economic}/risk/level`),
        /Here, a repeat is violence, stalking or sexual abuse/,
      );
      await states({ sinceMarac: 'economic' });
      const risk = await worker.reads(`${economic}/risk`);
      assert.match(risk, /Standard What is known so far/);
      assert.match(risk, /By that definition it is no repeat; it counts for your judgement all the same/);
      await states({ level: 'high', sinceMarac: 'stalking_or_harassment' });
      assert.match(
        await worker.reads(`${economic}/risk`),
        /Repeat: abuse again within 12 months of the Marac referral of Wednesday 2 September 2026: high \. By the local definition of a repeat, violence, stalking or sexual abuse/,
      );
    },
  );

  await t.test('it holds from its day on, and what held before stays to be read', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { manager } = office;
    assert.equal((await threshold(manager, '', {})).statusCode, 303);
    const laxer = { 'from-month': '12', highFrom: '9', why: 'The Marac hears no more than it can' };
    assert.equal((await threshold(manager, '', laxer)).statusCode, 303);
    await agrees(office);
    assert.match(
      await manager.reads('/risk/thresholds'),
      /Everywhere else All others Up to 1 standard, 2 medium, 3 and more/,
    );
    await office.at('2026-12-01T10:00');
    const page = await manager.reads('/risk/thresholds');
    assert.match(page, /Everywhere else All others Up to 1 standard, 2 to 8 medium, 9 and more/);
    assert.match(page, /1 November 2026 Everywhere else Up to 1 standard, 2 medium, 3 and more/);
  });

  await t.test('a threshold without a source, or with medium above high, is not taken', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { manager } = office;
    const sent = await threshold(manager, '', { source: '', highFrom: '5', mediumFrom: '5' });
    assert.equal(sent.statusCode, 422);
    assert.match(words(sent.body), /Say who set it/);
    const crossed = await threshold(manager, '', { highFrom: '5', mediumFrom: '6' });
    assert.match(words(crossed.body), /Medium must begin below high/);
    const counted = await threshold(manager, '', { callOuts: '0' });
    assert.match(words(counted.body), /Leave it empty where call-outs are not counted/);
  });

  await t.test('a local authority belongs to one area at a time, and a name to one area', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { manager } = office;
    await manager.finishes('/risk/areas/new', { name: 'North', authorities: 'Exampleshire\nUpperton' });
    await manager.finishes('/risk/areas/new', { name: 'South', authorities: 'exampleshire' });
    const page = await manager.reads('/risk/thresholds');
    assert.match(page, /North Upperton/);
    assert.match(page, /South exampleshire/);
    const again = await manager.fills('/risk/areas/new', { name: 'NORTH', authorities: '' });
    assert.match(words(again.body), /There is a Marac area of this name already/);
  });

  await t.test('only managers of the team set it; a worker reads what holds in the case', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    for (const path of ['/risk/thresholds', '/risk/thresholds/new', '/risk/areas/new'])
      assert.equal((await office.worker.get(path)).statusCode, 403);
  });

  await t.test('who judges a risk reads how a high one is heard there, until it ends', async () => {
    const office = await openOffice(lintel);
    const { manager, worker } = office;
    await office.at('2026-11-18T10:00');
    await manager.finishes('/risk/areas/new', { name: 'North', authorities: '' });
    const area = await areaIn(manager);
    const file = await aCase(worker);
    await worker.finishes(`${file}/risk/area`, { area, reason: 'She stays there' });
    const path = `/risk/areas/${area}/meetings/new`;
    const marac = { kind: 'marac', held: 'held', words: 'monthly, by post', source: 'Protocol of May 2026' };
    await manager.finishes(path, marac);
    await manager.finishes(path, { kind: 'daily_high_risk', held: 'held', source: 'The hub' });
    const judges = () => worker.reads(`${file}/risk/level`);
    assert.match(
      await judges(),
      /A high risk is heard in North by: .*daily high-risk meeting.*The hub\. Set by .* Not checked.*Marac: monthly, by post/,
    );
    const dayless = await manager.fills(path, { ...marac, held: 'ends' });
    assert.match(words(dayless.body), /Enter the day from which it is not held any more/);
    const ends = { 'from-day': '20', 'from-month': '11', 'from-year': '2026' };
    await manager.finishes(path, { ...marac, held: 'ends', ...ends });
    assert.match(await judges(), /Marac: monthly/, 'it is held until that day');
    await office.at('2026-11-20T10:00');
    assert.doesNotMatch(await judges(), /Marac: monthly/);
    assert.match(await manager.reads(`/risk/areas/${area}`), /Marac: monthly, by post \(ends\)/);
    assert.equal((await worker.get(path)).statusCode, 403);
  });

  await t.test('what nobody checked is taken over as such, without a day that nobody knows', async () => {
    const office = await openOffice(lintel);
    const { manager } = office;
    await office.at('2026-11-18T10:00');
    const offered = await manager.reads('/risk/pathways/new');
    assert.match(offered, /A manager of the team checks each line with the area before anybody relies on it/);
    assert.match(offered, /from July 2025, on a day that is not known/);
    assert.doesNotMatch(offered, /Checked on|1 January 2025|1 April 2026/);
    await manager.finishes('/risk/pathways/new', { pathway: 'merseyside' });
    assert.match(await manager.reads('/risk/thresholds'), /An unknown day St Helens/);
  });

  await t.test(
    'a manager marks a line as checked with the area, by name, and is reminded after a year',
    async () => {
      const office = await openOffice(lintel);
      const { manager, worker } = office;
      await office.at('2026-11-18T10:00');
      await manager.finishes('/risk/pathways/new', { pathway: 'merseyside' });
      const reminds = /lines of how a risk is heard where you are, not checked with the area/;
      assert.match(await manager.reads('/day'), reminds);
      assert.doesNotMatch(await worker.reads('/day'), reminds);
      const settings = await manager.get('/risk/thresholds');
      assert.match(words(settings.body), /5 lines are not checked with the area/);
      const areas = [...settings.body.matchAll(/\/risk\/areas\/[0-9a-f-]{36}/g)].map(([path]) => path);
      const checks = [];
      for (const area of new Set(areas)) {
        const { body } = await manager.get(area);
        assert.match(words(body), /Not checked with the area/);
        checks.push(
          ...[...body.matchAll(/\/risk\/lines\/[0-9a-f-]{36}\/checks\/new/g)].map(([path]) => path),
        );
      }
      assert.equal(checks.length, 5);
      const [first = ''] = checks;
      assert.equal((await worker.get(first)).statusCode, 403);
      const asked = { 'checked-day': '18', 'checked-month': '11', 'checked-year': '2026', outcome: 'holds' };
      for (const wrong of [
        { withWhom: 'x' },
        { 'checked-year': '2027' },
        { outcome: 'differs', words: 'x' },
      ]) {
        const sent = await manager.fills(first, { ...asked, withWhom: 'The Marac coordinator', ...wrong });
        assert.equal(sent.statusCode, 422, JSON.stringify(wrong));
      }
      for (const path of checks)
        await manager.finishes(path, { ...asked, withWhom: 'The Marac coordinator' });
      const [area = ''] = areas;
      assert.match(
        await manager.reads(area),
        /Checked with the area on 18 November 2026 with The Marac coordinator, by \w+ \w+/,
      );
      assert.doesNotMatch(await manager.reads('/day'), reminds);
      await manager.finishes('/risk/pathways/new', { pathway: 'merseyside' });
      assert.doesNotMatch(
        await manager.reads('/day'),
        reminds,
        'taken over again, what was checked stays so',
      );
      await office.at('2027-11-19T10:00');
      assert.match(await manager.reads('/day'), reminds);
    },
  );

  await t.test('what is known of Merseyside is taken over, and Gold from others is high there', async () => {
    const office = await openOffice(lintel);
    const { manager, worker } = office;
    await office.at('2026-11-18T10:00');
    await manager.finishes('/risk/pathways/new', { pathway: 'merseyside' });
    const page = await manager.reads('/risk/thresholds');
    assert.match(page, /St Helens.*MeRIT: 1 to 71 medium \(Silver\), 72 and more high \(Gold\)/);
    await manager.finishes('/risk/pathways/new', { pathway: 'merseyside' });
    const file = await aCase(worker);
    await worker.finishes(`${file}/risk/received/new`, {
      tool: 'merit',
      receivedFrom: 'The Idva service',
      levelStated: 'other',
      levelWords: 'Gold',
    });
    assert.match(await worker.reads(`${file}/risk`), /High, proposed.*MeRIT from others/);
  });
});

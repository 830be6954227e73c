import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice } from './office.ts';
import { aCase } from './steps.ts';

for (const { id: packId } of triedPacks)
  test(`a MeRIT that others made counts by its number; nothing is guessed (${packId}, V4.1c, L2.1d)`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    const { manager, worker } = office;
    await office.at('2026-11-18T10:00');
    await manager.finishes('/risk/pathways/new', { pathway: 'merseyside' });
    const numbered = await aCase(worker);
    const receives = (scoreStated: string) =>
      worker.finishes(`${numbered}/risk/received/new`, {
        ...{ tool: 'merit', receivedFrom: 'The Idva service', levelStated: 'other', scoreStated },
        levelWords: 'as in the score',
      });
    await receives('30');
    assert.match(await worker.reads(`${numbered}/risk`), /Medium, proposed/, 'nobody knows the bands there');
    const area = /href="(\/risk\/areas\/[0-9a-f-]{36})"[^>]*>St Helens/.exec(
      (await manager.get('/risk/thresholds')).body,
    )?.[1];
    const heard = { area: area?.split('/').at(-1) ?? '', reason: 'She lives there now' };
    await worker.finishes(`${numbered}/risk/area`, heard);
    await receives('72 of 120');
    assert.match(
      await worker.reads(`${numbered}/risk`),
      /High, proposed/,
      'by its number, where bands are known',
    );
  });

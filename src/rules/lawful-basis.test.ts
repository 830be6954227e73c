import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basisOf, groundProblem, lawfulBases, mayRelyOn, offeredOn, type Relying } from './lawful-basis.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const relying = {
  on: day('2026-11-30'),
  landlord: 'private-provider',
  purpose: 'safety',
  sort: 'police',
} as const satisfies Relying;
const recognised = basisOf('recognised-interest');
assert.ok(recognised);

test('a recognised interest holds from February 2026, for safeguarding and crime, never for a council', () => {
  assert.equal(mayRelyOn(recognised, relying), true);
  assert.equal(mayRelyOn(recognised, { ...relying, on: day('2026-02-04') }), false);
  assert.equal(mayRelyOn(recognised, { ...relying, on: day('2026-02-05') }), true);
  assert.equal(mayRelyOn(recognised, { ...relying, landlord: 'public-authority' }), false);
  assert.equal(mayRelyOn(recognised, { ...relying, purpose: 'money' }), false);
});

test('where a policy does not say who the landlord is, only what is open to every landlord is offered', () => {
  const offered = offeredOn('basis', { on: relying.on, landlord: null }).map(({ id }) => id);
  assert.deepEqual(offered, ['legal-obligation', 'vital-interests']);
});

test('what tells of health or of crimes needs a condition beside its basis; an address alone does not', () => {
  const ground = { basis: 'legitimate-interest', condition: '' };
  assert.equal(groundProblem(ground, ['account'], relying)?.of, 'condition');
  assert.equal(groundProblem({ ...ground, condition: 'unlawful-acts' }, ['account'], relying), null);
  assert.equal(groundProblem(ground, ['home', 'contact'], relying), null);
  assert.equal(groundProblem({ ...ground, basis: 'unlawful-acts' }, ['home'], relying)?.of, 'basis');
  assert.equal(groundProblem({ ...ground, condition: 'public-task' }, ['account'], relying)?.of, 'condition');
});

test('each of them says from when and where that is written, and none twice', () => {
  for (const { id, from, source, gist } of lawfulBases) {
    assert.ok(Temporal.PlainDate.from(from) && source !== '' && gist !== '', id);
  }
  assert.equal(new Set(lawfulBases.map(({ id }) => id)).size, lawfulBases.length);
});

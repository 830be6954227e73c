import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { render } from '#kit/html.ts';
import { Fault } from '#kit/http/errors.ts';
import { faultPage } from '#kit/http/fault-page.ts';
import { packs } from '#packs/index.ts';
import { basisOnRecord, because } from '#rules/clauses.ts';
import { allowed, refused } from '#rules/facts.ts';
import { type Purpose, purposeNames } from '#rules/purposes.ts';
import { readSources, type Source, withoutComments } from './boundaries/sources.ts';
import { refusalsIn } from './clauses/refusals.ts';
import { triedPacks } from './packs.ts';
import { literals } from './words/literals.ts';

const product = readSources().filter(
  ({ path }) =>
    /^src\/.*\.ts$/.test(path) &&
    !path.startsWith('src/packs/') &&
    !/\.test\.ts$|\/testing\.ts$|\.fixture\.ts$/.test(path),
);
const refusals = product.flatMap(refusalsIn);
const cited = [...new Set(refusals.map(({ basis }) => basis))].filter((basis) => basis.startsWith("'"));

/** What stands for a purpose where a refusal is passed on; the type checker holds each of them to one. */
const passedOn = ['act', 'basis', 'hurdle.basis', 'kind.basis', 'row.basis'];

describe('a refusal', () => {
  test('rests on a purpose wherever the product refuses, on what another refusal rested on, or on an Act', () => {
    assert.ok(refusals.length > 100, `${refusals.length}`);
    const purposes = purposeNames.map((purpose) => `'${purpose}'`);
    const others = refusals.filter(({ basis }) => !purposes.includes(basis) && !passedOn.includes(basis));
    assert.deepEqual(others, []);
  });

  test('there is no purpose that nothing rests on', () => {
    const named = product
      .filter(({ path }) => path !== 'src/rules/purposes.ts')
      .flatMap(({ text }) => literals(text));
    assert.deepEqual(
      purposeNames.filter((purpose) => !named.includes(purpose)),
      [],
    );
  });

  for (const pack of triedPacks)
    test(`is given with the clause of ${pack.publisher}’s own policy, on the page and in the record`, () => {
      assert.ok(cited.length > 10);
      const own = new Set(pack.clauses.map(({ id }) => id));
      for (const written of cited) {
        const purpose = written.slice(1, -1) as Purpose;
        const verdict = refused('Not now.', purpose);
        const clause = pack.purposes[purpose];
        const page = String(render(faultPage(new Fault('refused', verdict), pack).main()));
        assert.deepEqual(basisOnRecord(pack, purpose), { purpose, clause: clause ?? '' });
        if (clause === null) {
          assert.equal(because(pack, verdict), 'Not now.');
          assert.doesNotMatch(page, /lintel-clause/);
        } else {
          assert.ok(own.has(clause), `${purpose}: ${clause}`);
          assert.equal(because(pack, verdict), `Not now. (${clause})`);
          assert.match(page, new RegExp(`<span\\s+class="lintel-clause">${RegExp.escape(clause)}</span>`));
        }
      }
    });

  test('that rests on the law cites the Act, whosever policy it is, and nothing else to nobody’s colleague', () => {
    const law = refused('Not alone.', { act: 'Health and Safety at Work etc. Act 1974, section 2' });
    for (const pack of triedPacks)
      assert.equal(because(pack, law), 'Not alone. (Health and Safety at Work etc. Act 1974, section 2)');
    const page = (verdict: typeof law) =>
      String(render(faultPage(new Fault('refused', verdict), null).main()));
    assert.match(page(law), /lintel-clause">Health and Safety/);
    assert.doesNotMatch(page(refused('Not now.', 'need-to-know')), /lintel-clause/);
    assert.equal(because(packs[0] as never, allowed), '');
  });

  test('is found wherever it is written', () => {
    const text = [
      "if (x) return refused('One, (two)', 'records');",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: code as text
      "insist(refused(`It’s ${f('a', ['b'])}`, 'own-pace'));",
      "refused(\n  'Long',\n  clause,\n);",
      "return { reason: 'No', basis: 'review' };",
      "// refused('no', 'L2.1a')",
    ].join('\n');
    assert.deepEqual(
      refusalsIn({ path: 'x.ts', text }).map(({ basis }) => basis),
      ["'records'", "'own-pace'", 'clause', "'review'"],
    );
  });
});

/** Ids that could be nothing else: a number with no letter or full stop may mean anything. */
const ids = triedPacks
  .flatMap(({ clauses }) => clauses.map(({ id }) => id))
  .filter((id) => /^[A-Z]/.test(id))
  .map((id) => id.replaceAll('.', '\\.'));
const anyClause = new RegExp(`(?<![\\w.])(?:${ids.join('|')})(?![\\w]|\\.\\d)`);

function clausesSaid(source: Source): readonly string[] {
  return literals(withoutComments(source.text))
    .filter((text) => anyClause.test(text))
    .map((text) => `${source.path}: ${text}`);
}

test('no landlord’s clause is written outside the packs', () => {
  assert.deepEqual(product.flatMap(clausesSaid), []);
});

test('no landlord’s clause is written outside the packs: caught when broken', () => {
  for (const text of [
    "refused('No.', 'V3.2')",
    "const clause = 'Lc1';",
    'html`<p>It is recorded (L2.12a).</p>`',
    'html`<p>It rests on V5.</p>`',
  ])
    assert.equal(clausesSaid({ path: 'src/modules/x/x.ts', text }).length, 1, text);
  assert.deepEqual(clausesSaid({ path: 'src/kit/x.ts', text: 'html`<path d="M2.8L2.5 9.8v5V5.5"/>`' }), []);
});

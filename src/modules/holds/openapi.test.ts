import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { holdAnswers } from '#rules/hold-answer.ts';
import { moveAnswers } from '#rules/move-check.ts';
import { answerOf, moveAnswered, oneAnswer, toldOfEvent, toldOfEventNames } from './answers.ts';
import { openApiDocument } from './openapi.ts';
import { apiRoutes } from './routes/api.ts';

type Json = Readonly<Record<string, unknown>>;
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const { paths, components } = openApiDocument;

/** Every schema of the document, wherever it stands. */
function schemasIn(part: unknown): readonly Json[] {
  if (typeof part !== 'object' || part === null) return [];
  const found = Object.entries(part).flatMap(([name, value]) =>
    name === 'schema' ? [value as Json] : schemasIn(value),
  );
  return found;
}

describe('the OpenAPI document', () => {
  test('is of version 3.1, and says every address and method that there is', () => {
    assert.match(openApiDocument.openapi, /^3\.1\.\d+$/);
    const said = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    assert.deepEqual(said.sort(), apiRoutes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  test('holds schemas of JSON Schema 2020-12, and answers for each code that it names', () => {
    const schemas = [...schemasIn(paths), ...Object.values(components.schemas)];
    assert.ok(schemas.length > 10);
    for (const schema of schemas)
      if (!('$ref' in schema)) assert.doesNotThrow(() => ajv.compile(schema), JSON.stringify(schema));
    for (const item of Object.values(paths))
      for (const operation of Object.values(item) as { operationId: string; responses: Json }[]) {
        assert.ok(operation.operationId);
        assert.ok('200' in operation.responses);
      }
  });

  test('describes what is answered, to the letter', () => {
    const one = ajv.compile(paths['/api/v1/holds'].get.responses[200].content['application/json'].schema);
    const line = ajv.compile(
      paths['/api/v1/holds/list'].get.responses[200].content['application/x-ndjson'].schema,
    );
    for (const answer of holdAnswers) {
      assert.ok(one(JSON.parse(oneAnswer(answer))));
      assert.ok(line(JSON.parse(answerOf('tenancy', 'a "b"', answer))));
    }
    const move = ajv.compile(
      paths['/api/v1/move-checks'].post.responses[200].content['application/json'].schema,
    );
    for (const answer of moveAnswers) assert.ok(move(JSON.parse(moveAnswered(answer))));
    const told = ajv.compile(
      paths['/api/v1/tenancy-events'].get.responses[200].content['application/json'].schema,
    );
    for (const answer of toldOfEventNames) assert.ok(told(JSON.parse(toldOfEvent(answer))));
    assert.ok(!move({ answer: 'ask', means: '', why: 'anything' }), 'a reason has no place in it');
    assert.ok(!one({ answer: 'yes', code: 'C', means: '', why: 'anything' }), 'a reason has no place in it');
  });

  test('each answer is as long as the others', () => {
    const lengths = new Set(holdAnswers.map((answer) => oneAnswer(answer).length));
    assert.equal(lengths.size, 1);
    assert.equal(new Set(holdAnswers.map((answer) => answerOf('tenancy', 'T1', answer).length)).size, 1);
    assert.equal(new Set(moveAnswers.map((answer) => moveAnswered(answer).length)).size, 1);
    assert.equal(new Set(toldOfEventNames.map((answer) => toldOfEvent(answer).length)).size, 1);
  });
});

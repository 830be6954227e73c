import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StaffId } from '#rules/facts.ts';
import { addressProblem, domainProblem } from './work-address.ts';

const [ada, bram] = ['ada', 'bram'] as unknown as readonly [StaffId, StaffId];
const domains = [{ agency: 'Exampleton Idva Service', domain: 'idva.example', addedBy: ada }];
const problem = (address: string, agency = 'exampleton  IDVA service', by = bram) =>
  addressProblem(address, agency, domains, by);

test('a link goes to a work address of that agency alone, on record by somebody else than whoever sends', () => {
  assert.equal(problem('jo@idva.example'), '');
  assert.match(problem('jo@idva.example', 'Exampleshire Police'), /not a domain on record for this agency/);
  assert.match(problem('jo@idva.example', undefined, ada), /You wrote down that domain yourself/);
  assert.match(problem('jo@other.example'), /not a domain on record/);
  assert.match(problem('jo@sub.idva.example'), /not a domain on record/, 'another domain is another');
  assert.match(problem('jo@gmail.com'), /Anybody can have a mailbox there/);
  for (const none of [
    '',
    'jo',
    'jo@',
    '@idva.example',
    'jo@idva',
    'a b@idva.example',
    'jo@idva.example, x@y.example',
  ])
    assert.match(problem(none), /Enter their work address/);
});

test('a mailbox that anybody can have is no agency’s, whatever its country', () => {
  for (const domain of [
    ...[
      'gmail.com',
      'googlemail.co.uk',
      'outlook.co.uk',
      'live.co.uk',
      'yahoo.fr',
      'yahoo.com.au',
      'gmx.net',
    ],
    ...['tuta.com', 'tutanota.de', 'tuta.io', 'proton.me', 'pm.me', 'hey.com', 'fastmail.com', 'icloud.com'],
    ...[
      'btinternet.com',
      'sky.com',
      'talktalk.net',
      'plus.com',
      'smith.plus.com',
      'virginmedia.com',
      'zen.co.uk',
    ],
    ...['mailinator.com', 'duck.com', 'privaterelay.appleid.com', 'consultant.com', 'tenant.onmicrosoft.com'],
  ])
    assert.match(domainProblem(domain), /Anybody can have a mailbox there/, domain);
});

test('an ending under which many agencies have theirs is no agency’s', () => {
  for (const domain of [
    ...[
      'gov.uk',
      'nhs.uk',
      'org.uk',
      'co.uk',
      'police.uk',
      'pnn.police.uk',
      'ac.uk',
      'sch.uk',
      'kent.sch.uk',
    ],
    ...[
      'ltd.uk',
      'plc.uk',
      'me.uk',
      'net.uk',
      'uk.com',
      'gov.ie',
      'org.au',
      'cjsm.net',
      'nhs.scot',
      'com',
      'uk',
    ],
  ])
    assert.match(domainProblem(domain), /Many agencies have theirs under that ending/, domain);
  const [domains_, by] = [[{ agency: 'The council', domain: 'gov.uk', addedBy: ada }], bram];
  assert.match(
    addressProblem('jo@gov.uk', 'The council', domains_, by),
    /Many agencies/,
    'also where it is on record from before',
  );
});

test('an agency’s own is theirs', () => {
  for (const domain of [
    ...['exampleshire.gov.uk', 'exampleshire.police.uk', 'exampleton.nhs.uk', 'nhs.net', 'refuge.example'],
    ...['exampletonidva.org.uk', 'livewell.org.uk', 'outlookcare.org.uk', 'school.kent.sch.uk', 'co.example'],
    ...['exampleshire.pnn.police.uk.cjsm.net', 'liveproject.co.uk', 'skye.org.uk', 'goleudy.org.uk'],
  ])
    assert.equal(domainProblem(domain), '', domain);
});

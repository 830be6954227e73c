import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from 'uqr';
import { render } from '#kit/html.ts';
import { qrCode } from './qr.ts';

test('every dark square of the QR code is drawn, and no light one', () => {
  const text = 'otpauth://totp/Lintel:a.person@example.org?issuer=Lintel';
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, width] of render(qrCode(text, 'A code')).matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let dx = 0; dx < Number(width); dx += 1) (drawn[Number(y)] as boolean[])[Number(x) + dx] = true;
  assert.deepEqual(drawn, data);
});

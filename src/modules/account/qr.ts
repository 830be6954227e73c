import { encode } from 'uqr';
import { type Html, html } from '#kit/html.ts';

/** A QR code as a drawing of its dark squares; `label` is what a screen reader says. */
export function qrCode(text: string, label: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  return html`<svg class="lintel-qr" xmlns="http://www.w3.org/2000/svg" role="img"
    aria-label="${label}" width="${size * 4}" height="${size * 4}" viewBox="0 0 ${size} ${size}"
    shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#ffffff"/><path fill="#000000"
    d="${data.map(rowOfSquares).join('')}"/></svg>`;
}

/** Each run of dark squares in a row as one rectangle. */
function rowOfSquares(row: readonly boolean[], y: number): string {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const end = row.indexOf(false, x);
    const width = (end === -1 ? row.length : end) - x;
    runs.push(`M${x} ${y}h${width}v1h-${width}z`);
    x += width;
  }
  return runs.join('');
}

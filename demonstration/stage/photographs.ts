/** What somebody photographs with a phone: drawn here, of nobody's door. */
const drawn = {
  lock: `<rect width="1200" height="900" fill="#8d6b4a"/>
    <rect x="430" y="90" width="340" height="720" rx="22" fill="#b9bec4"/>
    <circle cx="600" cy="330" r="86" fill="#7f868d"/>
    <rect x="586" y="300" width="28" height="120" fill="#23272b"/>
    <path d="M430 520 L770 610 L770 660 L430 575 Z" fill="#4c3826"/>
    <path d="M300 60 L620 470 L560 520 Z" fill="#5d4530"/>`,
  door: `<rect width="1200" height="900" fill="#cfd4d8"/>
    <rect x="360" y="60" width="480" height="840" fill="#3c6e71"/>
    <rect x="420" y="130" width="150" height="240" fill="#9fc5c8"/>
    <rect x="630" y="130" width="150" height="240" fill="#9fc5c8"/>
    <path d="M640 140 L770 360 M700 130 L650 370 M760 170 L640 300" stroke="#e9eef0" stroke-width="7"/>
    <circle cx="790" cy="520" r="26" fill="#d9b44a"/><path d="M360 700 L520 760 L470 900 L360 900 Z" fill="#29484a"/>`,
} as const;

export type Photographed = keyof typeof drawn;

const kept = new Map<Photographed, Promise<Buffer>>();

/** The same picture each time; drawn when it is first asked for. */
export function photographed(what: Photographed): Promise<Buffer> {
  const picture = kept.get(what) ?? draw(what);
  kept.set(what, picture);
  return picture;
}

async function draw(what: Photographed): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900">${drawn[what]}</svg>`;
  return sharp(Buffer.from(drawing)).jpeg({ quality: 82 }).toBuffer();
}

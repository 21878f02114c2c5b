import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Tests leave the pictures elsewhere.
const images = process.env.SCENARIO_PICTURES ?? join(root, 'docs/images');
const media = process.env.SCENARIO_PICTURES ?? join(root, 'media');

/** A picture of the page; `part`: what matters of it goes to the walkthrough. `blank` is a page that turns it into WebP. */
export async function shot({ page, blank }, language, picture, { part } = {}) {
  const folder = (kind) => (language === 'en' ? kind : join(kind, language));
  const whole = await page.screenshot();
  const clipped = part && (await page.screenshot({ clip: clipOf(part) }));
  await keep(blank, join(folder(images), `${picture}.webp`), whole);
  if (clipped) await keep(blank, join(folder(media), `${picture}.webp`), clipped, 0.26);
}

function clipOf(part) {
  return {
    x: part === 'left' ? 0 : part === 'whole' ? 340 : 352,
    y: part === 'whole' ? 0 : 36,
    width: part === 'whole' ? 940 : part === 'right' ? 924 : 760,
    height: 480,
  };
}

/** A picture as WebP: much smaller than the PNG that the browser makes. */
async function keep(blank, file, png, quality = 0.8) {
  mkdirSync(dirname(file), { recursive: true });
  const url = await blank.evaluate(
    async ({ data, quality }) => {
      const image = document.createElement('img');
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality);
    },
    { data: png.toString('base64'), quality },
  );
  writeFileSync(file, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
}

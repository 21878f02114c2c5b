import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from './words.mjs';

/**
 * A contract of about `bytes` bytes of UTF-8, the same for the same seed. `language` is en, zh or mixed. Three in ten
 * sections speak in the words of the catalogue; `seen` keeps section texts from coming twice.
 */
export function contract(bytes, language, seed, seen = new Set()) {
  const draw = new Draw(seed);
  const pick = () => words[language === 'mixed' ? draw.of(['en', 'zh']) : language];
  const main = pick();
  let text = `# ${draw.of(main.titles)} ${seed}\n`;
  let length = Buffer.byteLength(text);
  for (let number = 1; length < bytes; number++) {
    let body;
    // A section that came before, in this document or another, is drawn again.
    do body = section(pick(), number, draw);
    while (seen.has(digest(body)));
    seen.add(digest(body));
    text += body;
    length += Buffer.byteLength(body);
  }
  return text;
}

/** Writes `count` files of 5 to 40 KB into folders of 50: 60 % English, 30 % Chinese, 10 % mixed. Gives their bytes. */
export function repository(folder, count, seed) {
  const draw = new Draw(seed);
  const seen = new Set();
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const place = join(
      folder,
      ['legal', 'security', 'privacy', 'staff', 'vendors'][index % 5],
      `${Math.floor(index / 50)}`,
    );
    mkdirSync(place, { recursive: true });
    const language = index % 10 < 6 ? 'en' : index % 10 < 9 ? 'zh' : 'mixed';
    const text = contract(5000 + draw.number() ** 1.7 * 35_000, language, seed * 100_000 + index, seen);
    bytes += Buffer.byteLength(text);
    writeFileSync(join(place, `document-${index}.md`), text);
  }
  return bytes;
}

/** A clause heading and its paragraphs, a list or a table. */
function section(own, number, draw) {
  const matter = draw.number() < 0.3;
  const clause = own.space ? `## ${number}. ` : `## 第${number}条 `;
  let text = `\n${clause}${draw.of(matter ? own.matterHeadings : own.headings)}\n`;
  const shape = draw.number();
  const count = 3 + Math.floor(draw.number() * 5);
  const sentence = () =>
    matter && draw.number() < 0.5 ? fill(draw.of(own.matter), own, draw) : plainSentence(own, draw);
  if (shape < 0.45) {
    for (let i = 0; i < count; i += 2)
      text += `\n${number}.${i + 1} ${sentence()}${own.space}${sentence()}\n`;
  } else if (shape < 0.75) {
    text += `\n${sentence()}\n\n`;
    for (let i = 0; i < count; i++) text += `${i + 1}. ${sentence()}\n`;
  } else if (shape < 0.9) {
    text += `\n**${draw.of(own.headings)}** ${sentence()}\n\n`;
    for (let i = 0; i < count; i++) text += `- ${sentence()}\n`;
  } else {
    const [head, rule, row] = own.table;
    text += `\n${head}\n${rule}\n`;
    for (let i = 0; i < count; i++)
      text += `${fill(row.replace('{thing}', draw.of(own.things)), own, draw)}\n`;
    text += `\n${sentence()}\n`;
  }
  return text;
}

function plainSentence(own, draw) {
  if (draw.number() < 0.3) return fill(draw.of(own.rest), own, draw);
  const { space, stop } = own;
  const parts = [draw.of(own.parties), draw.of(own.duties), draw.of(own.things), draw.of(own.ways)];
  if (!space) parts.splice(1, 0, parts.pop());
  const text = fill(parts.join(space), own, draw);
  return text[0].toUpperCase() + text.slice(1) + stop;
}

function fill(text, own, draw) {
  return text.replace(/\{(name|place|colour|day|count)\}/g, (_, blank) =>
    blank === 'count' ? `${1 + Math.floor(draw.number() * 997)}` : draw.of(own[`${blank}s`]),
  );
}

const digest = (text) => createHash('sha1').update(text).digest('latin1');

/** Numbers that look random and are the same for the same seed (mulberry32). */
class Draw {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below 1. */
  number() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  of(list) {
    return list[Math.floor(this.number() * list.length)];
  }
}

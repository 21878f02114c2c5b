import { fold } from '../text/fold.ts';

/** A name for a finding that stays when text moves: 16 hexadecimal digits of what it says, never where. */
export function fingerprintOf(...parts: readonly string[]): string {
  const text = fold(parts.join('\u0000')).replace(/\s+/g, ' ');
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + i), 0x85ebca6b);
  }
  return [a, b].map((n) => (n >>> 0).toString(16).padStart(8, '0')).join('');
}

import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import type { Bilingual } from '../text/span.ts';

/** The text of a file, or why there is none and what to do. A byte order mark is no part of the text. */
export type TextRead = { readonly text: string } | { readonly problem: Bilingual };

/** Larger files are no documents; 20 MB in bytes. */
const most = 20 * 1024 * 1024;

export function readText(path: string): TextRead {
  const read = readBytes(path);
  return 'problem' in read ? read : decode(read.bytes);
}

export function readBytes(path: string): { readonly bytes: Uint8Array } | { readonly problem: Bilingual } {
  try {
    const stat = statSync(path);
    if (!stat.isFile() && !stat.isFIFO()) return { problem: notAFile };
    if (stat.size > most) return { problem: tooLarge };
    return { bytes: readFileSync(path) };
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

/** Reads a stream to its end, or until it is larger than a document can be. */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<TextRead> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > most) break;
    }
    return decode(Buffer.concat(chunks));
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

/** Strict UTF-8: nothing is replaced in silence. */
export function decode(bytes: Uint8Array): TextRead {
  if (bytes.length > most) return { problem: tooLarge };
  const utf16 = utf16Of(bytes);
  if (utf16) return { problem: otherEncoding(utf16) };
  if (bytes.includes(0)) return { problem: binary };
  if (isUtf8(bytes)) return { text: textOf(bytes) };
  const before = textOf(bytes).split('\ufffd', 1)[0] ?? '';
  const line = before.split(/\r\n|\r|\n/).length;
  return { problem: otherEncoding(isGb18030(bytes) ? 'GB18030' : undefined, line) };
}

function textOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** By its mark, or without one by the zero byte that half of all bytes then are. */
function utf16Of([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'UTF-16LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16BE';
  if (first && second === 0 && third && fourth === 0) return 'UTF-16LE';
  if (first === 0 && second && third === 0 && fourth) return 'UTF-16BE';
  return undefined;
}

function isGb18030(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    // Latin text in another encoding may pass for it; Chinese text is mostly Chinese characters.
    const wide = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
    return wide > 0 && wide >= (text.match(/[^\x20-\x7e\s]/g)?.length ?? 0) / 2;
  } catch {
    return false;
  }
}

const tooLarge: Bilingual = {
  en: 'larger than 20 MB; split it and check the parts',
  zh: '超过 20 MB，请拆分后逐个检查',
};

const notAFile: Bilingual = { en: 'not a file; name a Markdown file', zh: '不是文件，请写明 Markdown 文件' };

const binary: Bilingual = {
  en: 'binary, not text; name a Markdown file',
  zh: '是二进制文件，不是文本，请写明 Markdown 文件',
};

function otherEncoding(name: string | undefined, line?: number): Bilingual {
  const from = name ?? 'ENCODING';
  const where = line === undefined ? { en: '', zh: '' } : { en: ` (line ${line})`, zh: `（第 ${line} 行）` };
  return {
    en: `not UTF-8${where.en}${name ? `, but ${name}` : ''}; save it as UTF-8, e.g. iconv -f ${from} -t UTF-8`,
    zh: `不是 UTF-8 编码${where.zh}${name ? `，应为 ${name}` : ''}；请另存为 UTF-8，例如 iconv -f ${from} -t UTF-8`,
  };
}

/** Why a file or folder cannot be read, and what to do. */
export function reasonOf(error: unknown): Bilingual {
  const code = codeOf(error);
  return (
    reasons[code] ?? {
      en: `cannot be read (${code || 'unknown error'}); check the file`,
      zh: `无法读取（${code || '未知错误'}），请检查文件`,
    }
  );
}

/** The system's name for what went wrong, such as `ENOENT`; empty where it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const forbidden: Bilingual = { en: 'may not be read; check its permissions', zh: '没有读取权限，请检查权限' };

const reasons: Readonly<Record<string, Bilingual | undefined>> = {
  EACCES: forbidden,
  EPERM: forbidden,
  EISDIR: notAFile,
  ENOENT: {
    en: 'no such file, or a link that leads to none; check the path',
    zh: '没有此文件，或者是指向不存在文件的链接，请检查路径',
  },
  ENOTDIR: {
    en: 'what stands as a folder in the path is a file; check the path',
    zh: '路径中作为文件夹的部分是文件，请检查路径',
  },
  ELOOP: {
    en: 'a link that leads back to itself; remove it, or let it lead to a file',
    zh: '链接指回自身，请删除链接，或者改为指向文件',
  },
  ENAMETOOLONG: {
    en: 'the name is longer than the system allows; check the path, or shorten the name',
    zh: '名称超出系统允许的长度，请检查路径或者缩短名称',
  },
};

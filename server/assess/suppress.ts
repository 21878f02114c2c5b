import type { LegalDocument, Suppression } from '../document/model.ts';
import type { Bilingual, Span } from '../text/span.ts';
import { suggest } from '../text/suggest.ts';
import type { Finding, TypeAnswer } from './assessment.ts';
import { codesOf, type OtherCode } from './codes.ts';
import type { Context } from './context.ts';
import { plainFinding } from './plain-finding.ts';

/** The findings with what suppresses them, and what is wrong with the suppressions themselves. */
export function suppress(
  findings: readonly Finding[],
  type: TypeAnswer,
  { document, library }: Context,
): Finding[] {
  if (document.suppressions.length === 0) return [...findings];
  const codes = codesOf(library.catalogue);
  const named = document.suppressions.flatMap((one) =>
    (one.ids.length > 0 ? one.ids : [undefined]).map((id) => ({ one, id })),
  );
  const wrong = named.flatMap(({ one, id: name }): Finding[] => {
    const id = name?.value;
    // Of several names the one that is wrong.
    const span = name && one.ids.length > 1 ? name.span : one.span;
    const tell = (code: OtherCode, level: Finding['level'], message: Bilingual) => [
      plainFinding(code, level, span, message, document),
    ];
    if (id !== undefined && !codes.includes(id))
      return tell('declaration', 'warning', unknownCode(id, codes));
    // Of a type that is only guessed most findings are not told, so there is nothing to stop yet.
    if (type.source === 'guessed' || type.source === 'none') return [];
    return findings.some((finding) => reaches(one, finding.span, document) && isMeant(id, finding.code))
      ? []
      : tell('unused-suppression', 'information', unused(id));
  });
  return [...findings, ...wrong].map((finding) => ({
    ...finding,
    suppressed: suppressionOf(finding, document),
  }));
}

function suppressionOf({ code, span }: Finding, document: LegalDocument): { reason: string } | undefined {
  const found = document.suppressions.find(
    (one) =>
      reaches(one, span, document) &&
      (one.ids.length === 0 || one.ids.some(({ value }) => isMeant(value, code))),
  );
  return found && { reason: found.reason };
}

function reaches({ scope, lines }: Suppression, { start }: Span, document: LegalDocument): boolean {
  const line = document.lines.lineAt(start);
  return scope === 'file' || (lines.first <= line && line <= lines.last);
}

/** A pack (`opinions`) means all of its requirements, and no name everything. */
const isMeant = (id: string | undefined, code: string): boolean =>
  id === undefined || id === code || id === code.split('/')[0];

/** A suppression that stops nothing, with the requirement that may be meant. */
function unknownCode(id: string, codes: readonly string[]): Bilingual {
  const meant = suggest(id, codes);
  return {
    en: `This suppression names no requirement: "${id}"${meant ? `; did you mean "${meant}"?` : '.'}`,
    zh: `停用检查的注释所写的要求不存在：“${id}”${meant ? `；是否为“${meant}”？` : '。'}`,
  };
}

const unused = (id: string | undefined): Bilingual => ({
  en: `This suppression stops no finding${id === undefined ? '' : ` of ${id}`}: it can be removed.`,
  zh: `此处没有${id === undefined ? '' : ` ${id} 的`}检查结果可停用，该注释可以删除。`,
});

import type { Notes } from './notes.ts';
import type { Fence, PageSection } from './page-text.ts';
import {
  documentWords,
  type ClausePosition,
  type Example,
  type ExampleOutcome,
  type ModelClause,
} from './requirement.ts';

/** The examples under `## Met`, `## Partial`, `## Weak` and `## Missing`. */
export function readExamples(sections: readonly PageSection[], notes: Notes): Example[] {
  return sections.flatMap((section) => {
    const outcome = outcomeOf[section.title];
    if (!outcome) return [];
    return section.fences.flatMap((fence): Example[] => {
      const language = languageOf(fence, notes);
      const type = fence.info[2];
      if (!type) {
        notes.problem(
          fence.line - 1,
          'The fence of an example names a language and a document type: ````markdown en privacy-policy',
          '示例须注明语言和文件类型：````markdown zh privacy-policy',
        );
      }
      if (!language || !type) return [];
      notes.refer('type', type, fence.line - 1);
      return [{ outcome, language, type, note: fence.note, text: fence.text, line: fence.line }];
    });
  });
}

/** The clauses under `## Model clause` and `## Fallback`. */
export function readClauses(sections: readonly PageSection[], notes: Notes): ModelClause[] {
  return sections.flatMap(({ title, fences }) => {
    const position = positionOf[title];
    if (!position) return [];
    return fences.flatMap((fence): ModelClause[] => {
      const language = languageOf(fence, notes);
      if (!language) return [];
      const forType = fence.info[2] ?? '';
      if (forType) notes.refer('type-or-register', forType, fence.line - 1);
      checkBlanks(fence, notes);
      return [{ language, for: forType, position, text: fence.text.trimEnd(), line: fence.line }];
    });
  });
}

const positionOf: Readonly<Record<string, ClausePosition>> = {
  'Model clause': 'model',
  Fallback: 'fallback',
};
export const clauseSections = Object.keys(positionOf);

export const exampleSections = ['Met', 'Partial', 'Weak', 'Missing'];

const outcomeOf: Readonly<Record<string, ExampleOutcome>> = {
  Met: 'met',
  Partial: 'partial',
  Weak: 'weak',
  Missing: 'missing',
};

function checkBlanks({ text, line }: Fence, notes: Notes): void {
  text.split('\n').forEach((row, index) => {
    for (const [, name = ''] of row.matchAll(/(?<!\$)\{([A-Za-z]+)\}/g)) {
      if (!(documentWords as readonly string[]).includes(name)) {
        notes.unknown(line + index, { en: 'word of the document', zh: '文件用语' }, name, documentWords);
      }
    }
    if (/\$\{(?!\d+:(?:[^{}]|\{[\w|]+\})*\})/.test(row)) {
      notes.problem(line + index, 'A placeholder is written ${1:words}.', '待填内容应写作 ${1:文字}。');
    }
  });
}

function languageOf({ info, line }: Fence, notes: Notes): 'en' | 'zh' | undefined {
  const [kind, language] = info;
  if (kind === 'markdown' && (language === 'en' || language === 'zh')) return language;
  notes.problem(
    line - 1,
    'A fence here begins ````markdown en or ````markdown zh.',
    '此处应以 ````markdown en 或 ````markdown zh 开头。',
  );
  return undefined;
}

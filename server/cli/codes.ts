import type { OtherCode } from '../assess/codes.ts';
import type { Bilingual } from '../text/span.ts';

interface About {
  readonly title: Bilingual;
  readonly help: Bilingual;
}

const abouts: Readonly<Record<OtherCode, About>> = {
  'type-guessed': {
    title: { en: 'Document type guessed', zh: '推测的文件类型' },
    help: {
      en: 'The document does not say what kind of document it is, so its type was guessed and the gaps are told in one finding. Declare the type in the front matter (clausecheck: { type: privacy-policy }) or in clausecheck.yaml to have each gap reported where it belongs.',
      zh: '文件未声明类型，因此推测其类型，并把缺少的条款合并为一条提示。请在文件开头的 front matter 中声明类型（clausecheck: { type: privacy-policy }），或者在 clausecheck.yaml 中指定，之后将在相应位置逐项提示。',
    },
  },
  declaration: {
    title: { en: 'Declaration not understood', zh: '声明有误' },
    help: {
      en: 'The front matter or a comment for clausecheck holds something that is not understood, such as a misspelt type. The rest of the document is checked as usual.',
      zh: 'front matter 或者给 clausecheck 的注释中有无法识别的内容，例如写错的文件类型。文件其余部分照常检查。',
    },
  },
  'not-checked': {
    title: { en: 'Not checked', zh: '未检查的部分' },
    help: {
      en: 'This part is nested or built in a way that would take too long to read: write it more plainly; the rest of the document is checked. Or the document is in neither English nor Chinese: name it under ignore in clausecheck.yaml.',
      zh: '该部分嵌套或者结构过于复杂，读取耗时过长：请改用较简单的写法，文件其余部分已检查。或者文件既非英文也非中文：可列入 clausecheck.yaml 的 ignore。',
    },
  },
  'internal-error': {
    title: { en: 'Check failed', zh: '检查项出错' },
    help: {
      en: 'A check of clausecheck failed. This is a fault of the tool, not of the document; the other checks are unharmed. Please report it.',
      zh: 'clausecheck 的一个检查项运行出错。这是工具的缺陷，与文件无关，其他检查不受影响。请反馈。',
    },
  },
  'unused-suppression': {
    title: { en: 'Suppression without a finding', zh: '未起作用的停用注释' },
    help: {
      en: 'A comment suppresses a finding that is not there, or no longer. Remove it, so that it does not hide one that comes later.',
      zh: '注释所停用的检查结果并不存在或者已不存在。请删除该注释，以免日后掩盖新的检查结果。',
    },
  },
  'often-found': {
    title: { en: 'Clauses often found', zh: '常见条款' },
    help: {
      en: 'Documents of this type often carry further clauses that are not expected of them. The coverage report lists them.',
      zh: '此类文件中还常见其他条款，但并不要求必须写明。覆盖情况报告列有这些条款。',
    },
  },
};

/** Findings that belong to no requirement: their code, what they say and what to do. */
export const otherCodes: Readonly<Record<string, About>> = abouts;

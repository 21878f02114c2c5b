import { compilePhrases, type PhraseTable } from '../text/phrase-table.ts';
import { PhraseTree } from '../text/phrase-tree.ts';
import { matchPhrases, PhraseMatcher, type Hit } from '../text/phrases.ts';
import { fold, simplify } from '../text/fold.ts';
import { memoized } from '../text/memo.ts';
import { overlaps } from '../text/span.ts';
import { answerOf } from './answers.ts';
import { markPhrases, partyPhrases } from './language.ts';
import type { Block, Section } from './model.ts';
import { languageOf } from './prose.ts';
import { asks, isRunInTitle, roleOf } from './roles.ts';
import { sentencesOf } from './sentences.ts';
import { readyTables, type LanguageTables } from './ready-tables.ts';
import type { Mark, MarkKind, PartyMention, Role, Side, Statement } from './statement.ts';

/** The statements of a section, in order; computed once, kept with the section. */
export const statementsOf: (section: Section) => readonly Statement[] = memoized(read);

function read(section: Section): Statement[] {
  const blocks = section.blocks();
  const headings = section.headings();
  // What pandoc makes of indented paragraphs looks like quotations; a section of nothing else quotes nobody.
  const quoted = blocks.filter((block) => block.quoted).length;
  const indented = quoted >= 4 && quoted * 2 >= blocks.length;
  const statements: Statement[] = [];
  /** Per block: its last statement, to which list items hang. */
  const last: (Statement | undefined)[] = [];
  /** A question that the next block may answer. */
  let question: Statement | undefined;
  blocks.forEach((block, index) => {
    const answer = question && block.leadIn === undefined ? answerOf(block) : 'none';
    const leadIn = block.leadIn !== undefined ? last[block.leadIn] : answer === 'none' ? undefined : question;
    const around = { heading: headings[block.under]?.text ?? '', indented };
    const spans =
      block.kind === 'cell' ? [{ start: 0, end: block.prose.text.length }] : sentencesOf(block.prose.text);
    let colon: Statement | undefined;
    let title: Statement | undefined;
    for (const { start, end } of spans) {
      // Only the first sentence leans on the question.
      const above = colon ?? title ?? (answer !== 'none' && start > 0 ? undefined : leadIn);
      const statement = new BlockStatement(block, start, end, above, around, {
        affirms: answer === 'yes' && start === 0,
        isTitled: title !== undefined && above === title,
      });
      statements.push(statement);
      last[index] = statement;
      // … and only the next one on a title that stands on its line.
      const titles = answer === 'none' && start === 0 && spans.length > 1;
      title = titles && isRunInTitle(statement.text) ? statement : undefined;
      // "The Supplier shall: (a) …; (b) …" in one paragraph: what stands before the colon leads in to the rest.
      if (
        block.kind !== 'cell' &&
        !colon &&
        /[;；]/.test(statement.text.slice(-1)) &&
        /[:：]/.test(statement.text)
      ) {
        const stop = statement.text.search(/[:：]/);
        colon = new BlockStatement(block, start, start + stop + 1, above, around, plain);
      } else if (colon && /[.。!?！？]["”’)）]*$/.test(statement.text)) colon = undefined;
    }
    question = last[index] && asks(last[index].text) ? last[index] : undefined;
  });
  return statements;
}

/** The side of a party that is called so: "Service Provider", 承接方. */
export const sideOf = (name: string): Side | undefined => {
  const called = fold(`the ${name}`);
  return longest(matchers().parties.find(called)).find(({ end }) => end === called.length)?.id;
};

interface Around {
  readonly heading: string;
  /** The section is indented throughout: nothing in it is a quotation. */
  readonly indented: boolean;
}

const plain = { affirms: false, isTitled: false };

/** Most statements are looked at for their words only: the rest is found out when somebody asks. */
class BlockStatement implements Statement {
  readonly text: string;
  readonly block: Block;
  readonly leadIn: Statement | undefined;
  readonly affirms: boolean;
  readonly isTitled: boolean;
  /** Place in the block's prose. */
  readonly #start: number;
  readonly #end: number;
  readonly #around: Around;
  #folded: string | undefined;
  #language: Statement['language'] | undefined;
  #role: Role | undefined;
  #marks: readonly Mark[] | undefined;
  #parties: readonly PartyMention[] | undefined;

  constructor(
    block: Block,
    start: number,
    end: number,
    leadIn: Statement | undefined,
    around: Around,
    { affirms, isTitled }: { readonly affirms: boolean; readonly isTitled: boolean },
  ) {
    this.text = block.prose.text.slice(start, end);
    this.block = block;
    this.leadIn = leadIn;
    this.affirms = affirms;
    this.isTitled = isTitled;
    this.#start = start;
    this.#end = end;
    this.#around = around;
  }

  get folded(): string {
    return (this.#folded ??= this.block.prose.folded.slice(this.#start, this.#end));
  }

  get language(): Statement['language'] {
    return (this.#language ??= languageOf(this.text));
  }

  get span(): Statement['span'] {
    return { start: this.source(0), end: this.source(this.text.length) };
  }

  get role(): Role {
    return (this.#role ??= this.#findRole());
  }

  #findRole(): Role {
    const { heading, indented } = this.#around;
    const block = indented ? { ...this.block, quoted: false } : this.block;
    return carriedRole(roleOf(simplify(this.text), this.folded, block, simplify(heading)), this.leadIn);
  }

  get marks(): readonly Mark[] {
    return (this.#marks ??= marksIn(this.folded));
  }

  get parties(): readonly PartyMention[] {
    return (this.#parties ??= longest(matchers().parties.find(this.folded))
      .filter(({ start }) => !thing.test(this.folded.slice(Math.max(0, start - 12), start)))
      .filter(({ start }) => !partOfName.test(this.folded.slice(start, start + 12)))
      .map(({ id, start, end }): PartyMention => ({ side: id, start, end })));
  }

  source(index: number): number {
    const { prose } = this.block;
    return index < this.text.length ? prose.source(this.#start + index) : prose.source(this.#end - 1) + 1;
  }
}

function marksIn(folded: string): Mark[] {
  const found = matchers()
    .marks.find(folded)
    .filter((hit) => !isFalseMark(folded, hit));
  return longest(found).flatMap(({ id, start, end }): Mark[] =>
    id === 'none' ? [] : [{ kind: id, start, end }],
  );
}

/** What looks like a mark and is none, seen from its neighbours. */
function isFalseMark(folded: string, { id, start, end }: Hit<MarkKind | 'none'>): boolean {
  // 乙方可以: the party may; only elsewhere 方可 means "not before".
  if (id === 'duty')
    return (
      folded.startsWith('方可', start) &&
      /[甲乙丙双各买卖供需对我任一托标包务标]/.test(folded[start - 1] ?? '')
    );
  // "If you don't sign in for a year, …": a case, no bar.
  if (id === 'prohibition')
    return (
      /^you do/.test(folded.slice(start, end)) &&
      /\b(?:if|when|whenever|where|once|unless|until|because|since|that|which|while)\b[^,;]*$/.test(
        folded.slice(0, start),
      )
    );
  // "Should you find a flaw, …": an if.
  if (id === 'weak') return inverted.test(folded.slice(start, end + 14));
  // "until it has been tested", 已停用的账号: a perfect tense that dates or describes tells no past.
  if (id === 'past')
    return (
      /\b(?:until|once|before|after|when|whenever|unless|if|where|as soon as)\b[^,;.]{0,60}$/.test(
        folded.slice(0, start),
      ) ||
      /^[已曾][^，,。；;]{1,24}(?:的|后|时)/.test(folded.slice(start, start + 28)) ||
      // 已取得证书，并保持有效: what is kept up is promised.
      /^已[^。；;]{2,60}[，,](?:并|且|并且)[^，,。；;]{0,16}(?:保持|持续|维持|确保|保证)/.test(
        folded.slice(start),
      )
    );
  return false;
}

/** 国家互联网应急中心, 客户端, 用户界面: the state or the user is part of a name. */
const partOfName = /^(?:国家(?:互联网|计算机|标准|信息(?:安全|技术)|工业|级)|(?:客户|用户)(?:端|界面))/;

/** "Botnet controllers", "a domain controller": machines. */
const thing = /\b(?:botnet|domain|traffic|access|c2|device|network|storage)[ -]$/;

const inverted =
  /^should (?:you|we|they|it|he|she|the|an?|any|this|that|these|those|such|there|your|our|its|their|no|either|both)\b/;

/** What hangs on a recital is one; the items of a definition define. */
function carriedRole(own: Role, leadIn: Statement | undefined): Role {
  const above = leadIn?.role;
  return own === 'provision' && (above === 'recital' || above === 'definition' || above === 'law')
    ? above
    : own;
}

let made: ReturnType<typeof makeMatchers> | undefined;

const matchers = (): ReturnType<typeof makeMatchers> => (made ??= makeMatchers());

const makeMatchers = () => ({
  marks: matcherFor(markPhrases, readyTables?.marks),
  parties: matcherFor(partyPhrases, readyTables?.parties),
});

function matcherFor<K extends string>(
  words: Readonly<Record<K, readonly string[]>>,
  table: PhraseTable | undefined,
): PhraseMatcher<K> {
  const phrases = phrasesOf(words);
  return table
    ? new PhraseMatcher(
        phrases.map(({ id }) => id),
        new PhraseTree(table),
      )
    : matchPhrases(phrases);
}

/** The words of language, compiled: for a build, so that a start need not do it. */
export const languageTables = (): LanguageTables => ({
  marks: compilePhrases(phrasesOf(markPhrases).map(({ phrase }) => phrase)),
  parties: compilePhrases(phrasesOf(partyPhrases).map(({ phrase }) => phrase)),
});

function phrasesOf<K extends string>(
  words: Readonly<Record<K, readonly string[]>>,
): { id: K; phrase: string }[] {
  return (Object.keys(words) as K[]).flatMap((id) => words[id].map((phrase) => ({ id, phrase })));
}

/** Of hits that overlap, the longest: "shall not" hides "shall", 供应商 hides 应. */
function longest<Id>(hits: readonly Hit<Id>[]): Hit<Id>[] {
  const kept: Hit<Id>[] = [];
  for (const hit of [...hits].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (!kept.some((k) => overlaps(k, hit))) kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}

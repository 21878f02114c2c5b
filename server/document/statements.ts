import { PhraseMatcher, type Hit } from '../text/phrases.ts';
import { overlaps } from '../text/span.ts';
import { markPhrases, partyPhrases } from './language.ts';
import type { Block, Section } from './model.ts';
import { languageOf } from './prose.ts';
import { roleOf } from './roles.ts';
import { sentencesOf } from './sentences.ts';
import type { Mark, PartyMention, Role, Statement } from './statement.ts';

/** The statements of a section, in order; computed once, kept with the section. */
export function statementsOf(section: Section): readonly Statement[] {
  let statements = kept.get(section);
  if (!statements) kept.set(section, (statements = read(section)));
  return statements;
}

const kept = new WeakMap<Section, readonly Statement[]>();

function read(section: Section): Statement[] {
  const blocks = section.blocks();
  const headings = section.headings();
  // What pandoc makes of indented paragraphs looks like quotations; a section of nothing else quotes nobody.
  const quoted = blocks.filter((block) => block.quoted).length;
  const indented = quoted >= 4 && quoted * 2 >= blocks.length;
  const statements: Statement[] = [];
  /** Per block: its last statement, to which list items hang. */
  const last: (Statement | undefined)[] = [];
  blocks.forEach((block, index) => {
    const leadIn = block.leadIn === undefined ? undefined : last[block.leadIn];
    const heading = headings[block.under]?.text ?? '';
    const spans =
      block.kind === 'cell' ? [{ start: 0, end: block.prose.text.length }] : sentencesOf(block.prose.text);
    let colon: Statement | undefined;
    for (const { start, end } of spans) {
      const statement = makeStatement(block, start, end, colon ?? leadIn, heading, indented);
      statements.push(statement);
      last[index] = statement;
      // "The Supplier shall: (a) …; (b) …" in one paragraph: what stands before the colon leads in to the rest.
      if (block.kind !== 'cell' && !colon && /[:：]/.test(statement.text) && /[;；]$/.test(statement.text)) {
        const stop = statement.text.search(/[:：]/);
        colon = makeStatement(block, start, start + stop + 1, leadIn, heading, indented);
      } else if (/[.。!?！？]["”’)）]*$/.test(statement.text)) colon = undefined;
    }
  });
  return statements;
}

function makeStatement(
  block: Block,
  start: number,
  end: number,
  leadIn: Statement | undefined,
  heading: string,
  indented: boolean,
): Statement {
  const text = block.prose.text.slice(start, end);
  const folded = block.prose.folded.slice(start, end);
  const found = marks.find(folded);
  return {
    language: languageOf(text),
    text,
    folded,
    span: { start: block.prose.source(start), end: block.prose.source(end - 1) + 1 },
    block,
    source: (index) =>
      index < text.length ? block.prose.source(start + index) : block.prose.source(end - 1) + 1,
    leadIn,
    role: carriedRole(roleOf(text, folded, indented ? { ...block, quoted: false } : block, heading), leadIn),
    marks: longest(found).flatMap(({ id, start, end }): Mark[] =>
      id === 'none' ? [] : [{ kind: id, start, end }],
    ),
    parties: longest(parties.find(folded)).map(({ id, start, end }): PartyMention => ({
      side: id,
      start,
      end,
    })),
  };
}

/** What hangs on a recital is one; the items of a definition define. */
function carriedRole(own: Role, leadIn: Statement | undefined): Role {
  const above = leadIn?.role;
  return own === 'provision' && (above === 'recital' || above === 'definition' || above === 'law')
    ? above
    : own;
}

const marks = new PhraseMatcher(phrasesOf(markPhrases));
const parties = new PhraseMatcher(phrasesOf(partyPhrases));

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

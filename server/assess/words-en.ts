import type { DocumentWords } from '../catalogue/requirement.ts';
import type { LegalDocument } from '../document/model.ts';
import { escape, singularOf } from '../document/terms.ts';
import { count, definedNames, found, mostUsed, usesOfTerms, type Name } from './names.ts';

/** What an English document calls the parties and what it speaks of. */
export function englishWords(document: LegalDocument): DocumentWords {
  const { text, title } = document;
  const names = definedNames(document, isEnglish, pays);
  const called = (word: string): string =>
    names.firms.includes(word)
      ? withArticle(word, text, '')
      : /^[a-z]/.test(word)
        ? `the ${word}`
        : withArticle(singularOf(word), text, 'the ');
  const party = (defined: readonly Name[], usual: RegExp, otherwise: string): string =>
    called(mostUsed(defined.length > 0 ? defined : found(text, usual), otherwise));
  const speaker = mostUsed(
    [
      { word: 'we', uses: count(text, /\b(?:[Ww]e|us|[Oo]ur)\b/g) },
      ...names.speaker,
      ...found(text, speakers),
    ],
    ownRules.test(title?.text ?? '') ? 'organisation' : 'we',
  );
  const reader = mostUsed(
    [
      { word: 'you', uses: count(text, /\byou(?:rs?)?\b/gi) },
      ...names.user,
      ...found(text, users),
      { word: 'user', uses: count(text, /\busers?\b|\bUsers\b/g) },
    ],
    'you',
  );
  const we = speaker === 'we' ? speaker : called(speaker);
  const user = reader === 'you' ? reader : called(reader);
  const shall = mostUsed(found(text, /\b(?:shall|must|will)\b/g), 'shall');
  const annex = annexOf(text);
  return {
    supplier: party(names.supplier, suppliers, 'Supplier'),
    purchaser: party(names.purchaser, purchasers, 'Purchaser'),
    user,
    your: user === 'you' ? 'your' : possessiveOf(user),
    platform: we,
    we,
    us: we === 'we' ? 'us' : we,
    shall,
    shallNot: `${shall} not`,
    personalInformation: personalInformationOf(document),
    contract: `t${mostUsed(found(text, contracts), /agreement/i.test(title?.text ?? '') ? 'his agreement' : 'his contract')}`,
    annex,
    servicesAnnex: servicesAnnexOf(text) ?? `${annex} [\${9:number}]`,
  };
}

/** An organisation that lays down rules for itself need not say "we". */
const ownRules =
  /\b(?:security|emergency|incidents?|response|contingency|training|procurement|purchasing|budget|responsibilit\w+)\b.*\b(?:polic(?:y|ies)|plan|procedures?|rules|regulations?|standards?)\b/i;

const isEnglish = (name: string): boolean => /^[A-Z]/.test(name);

// Names that are used as they are understood, without a definition; "Customer Data" names no party.
const suppliers =
  /\b(Supplier|Vendor|Contractor|Provider|Service Provider|Seller|Processor|Bidder|Consultant)s?\b(?! [A-Z])/g;
const purchasers = /\b(Purchaser|Customer|Buyer|Client|Controller|Agency)s?\b(?! [A-Z])/g;
const users = /\b(?:[Tt]he|[Aa]|[Ee]ach|[Ee]very|[Aa]ny) (User|Customer|Subscriber|Member)\b(?! [A-Z])/g;
const speakers = /\b[Tt]he (Company|Organi[sz]ation|Platform|Store|Marketplace)\b(?! [A-Z])/g;

/** "the Contractor" or "Contractor", "Fernway": as the document writes it. */
function withArticle(name: string, text: string, otherwise: string): string {
  const articled = count(text, new RegExp(`${determiner}["“]?${escape(name)}\\b`, 'g'));
  const bare = count(text, new RegExp(`(?<!${determiner})\\b${escape(name)}(?= [a-z]|['’]s\\b)`, 'g'));
  return (articled === bare ? otherwise : articled > bare ? 'the ' : '') + name;
}

const determiner = '\\b(?:[Tt]he|[Aa]n?|[Ee]ach|[Ee]very|[Aa]ny) ';

const possessiveOf = (name: string): string => (/s$/.test(name) ? `${name}'` : `${name}'s`);

/** "Northwind shall pay" */
const pays = (names: string): RegExp =>
  new RegExp(`\\b(${names}) (?:shall|will|must|agrees to|undertakes to) (?:\\w+ )?pay\\b`, 'g');

/** The term that the document defines for it, else as it writes it. */
function personalInformationOf(document: LegalDocument): string {
  const defined = [...usesOfTerms(document)]
    .filter(
      ([name]) =>
        /\bpersonal(?:ly identifiable)? (?:data|information)$|^PII$/i.test(name) &&
        !/sensitive|special/i.test(name),
    )
    // "Personal information" is written so where a definition begins with it.
    .map(([word, uses]): Name => ({ word: word.replace(/^P(?=ersonal [a-z])/, 'p'), uses }));
  const usual =
    /\b(?:personal (?:data|information)|Personal (?:Data|Information))\b(?! (?:[Pp]rotection|[A-Z]))/g;
  const running = document.text.replace(/^#.*$/gm, '');
  return mostUsed(defined.length > 0 ? defined : found(running, usual), 'personal information');
}

/** Without the first letter, which may be a capital one. */
const contracts = /\b[Tt](his (?:[Aa]greement|[Cc]ontract)|he (?:Agreement|Contract))\b/g;

/** "Schedule 1", "Annex A" */
const annexes =
  /\b(Annex|Appendix|Schedule|Exhibit|Attachment|ANNEX|APPENDIX|SCHEDULE|EXHIBIT|ATTACHMENT) (?:\d|[A-Z]\b)/g;

const annexOf = (text: string): string => capitalised(mostUsed(found(text, annexes), 'Annex'));

/** The annex that describes the services, as its heading or a reference to it tells. */
function servicesAnnexOf(text: string): string | undefined {
  const [, name, number] = headsServices.exec(text) ?? describesServices.exec(text) ?? [];
  return name && `${capitalised(name)} ${number}`;
}

const headsServices =
  /^[#* ]*(annex|appendix|schedule|exhibit|attachment) (\d+|[A-Z])\b\W+[^\n]{0,40}\b(?:services?|scope|statement of work|specifications?)\b/im;
const describesServices =
  /\bservices? [^.;\n]{0,60}\b(?:described|set out|set forth|listed|specified|detailed) in (annex|appendix|schedule|exhibit|attachment) (\d+|[A-Z])\b/i;

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

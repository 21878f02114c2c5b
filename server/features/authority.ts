import type { Assessment } from '../assess/assessment.ts';
import { forces, sides } from '../assess/checks/judged-words.ts';
import { groundOf, lacksOf } from '../assess/messages.ts';
import type { Catalogue, Citation, Requirement } from '../catalogue/requirement.ts';
import type { Locale } from '../text/span.ts';
import { outcomes, particularName, phrases } from './trace-words.ts';

/** The address that opens a page (`opinions/pi-storage`, `instruments/csl`); undefined where none can be opened. */
export type PageLink = (id: string) => string | undefined;

/** A requirement with its authority, as Markdown: what is expected, on whose word, how current that is. */
export function authorityOf(
  requirement: Requirement,
  catalogue: Catalogue,
  locale: Locale,
  link: PageLink = () => undefined,
): string {
  const t = texts[locale];
  const lines = [
    `**${requirement.title[locale]}** · ${linked(`\`${requirement.id}\``, link(requirement.id))}`,
    '',
    groundOf(requirement, catalogue)[locale],
    '',
    ...requirement.cites.map((cite) => `- ${citation(cite, catalogue, locale, link)}`),
    '',
    `${t.addressee}${requirement.addressee.map((a) => addressees[a]?.[locale] ?? a).join(t.comma)}`,
    '',
    ...requirement.facts.slice(0, 3).map((fact) => `- ${fact.text[locale]}`),
    '',
    `*${t.checked}${requirement.reviewed}${t.stop}*`,
  ];
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}

/** Instrument, number, date and pinpoint in both languages, then what overtook it. */
function citation(
  { instrument: id, provision }: Citation,
  catalogue: Catalogue,
  locale: Locale,
  link: PageLink,
): string {
  const instrument = catalogue.instruments.find((i) => i.id === id);
  if (!instrument) return provision[locale];
  const en = `${instrument.title.en}${provision.en ? `, ${provision.en}` : ''}`;
  const zh = `《${instrument.title.zh}》${provision.zh}`;
  const facts = [instrument.number, instrument.issued].filter(Boolean).join(locale === 'zh' ? '，' : ', ');
  const page = link(`instruments/${id}`);
  const both = locale === 'zh' ? `${linked(zh, page)} · ${en}` : `${linked(en, page)} · ${zh}`;
  return `${both}${facts ? ` (${facts})` : ''}. ${instrument.currency[locale]}`;
}

const linked = (text: string, address: string | undefined): string =>
  address === undefined ? text : `[${text}](${address})`;

/** What the document says, and which words decided: what was said, on whom, with which particulars. */
export function verdictOf(assessment: Assessment, locale: Locale): string {
  const t = texts[locale];
  const { outcome, evidence, denied } = assessment;
  const lacks = lacksOf(assessment, locale);
  const words = [...new Set((evidence[0]?.trace.concepts ?? []).map((c) => c.text))].slice(0, 6);
  const trace = evidence[0]?.trace;
  const lines = [
    `**${denied ? t.denied : outcomes[outcome][locale]}**${lacks ? `${outcome === 'met' ? t.and : ' – '}${lacks}` : ''}`,
  ];
  if (trace && words.length > 0) {
    const bearer = trace.bearer ? phrases[locale].on(sides[trace.bearer][locale]) : '';
    lines.push(
      '',
      `${t.decided}${words.map((w) => `\`${w}\``).join(t.comma)} · ${forces[trace.force][locale]}${bearer}`,
    );
    const { particulars } = trace;
    if (particulars.length > 0) {
      lines.push(
        '',
        phrases[locale].particulars +
          particulars
            .map((p) => `${particularName(p.name, locale)} – ${p.found ? t.found : phrases[locale].lacks}`)
            .join(phrases[locale].semicolon),
      );
    }
  }
  return lines.join('\n');
}

export const addressees: Readonly<Record<string, Record<Locale, string>>> = {
  carrier: { en: 'telecom carriers', zh: '电信企业' },
  'internet-service': { en: 'internet information services', zh: '互联网信息服务企业' },
  'domain-body': { en: 'domain-name bodies', zh: '域名管理和服务机构' },
  'app-store': { en: 'app stores', zh: '应用商店' },
  supplier: { en: 'suppliers', zh: '供应商' },
  authority: { en: 'authorities', zh: '主管部门' },
  association: { en: 'industry associations', zh: '行业组织' },
  other: { en: 'others', zh: '其他' },
};

const texts = {
  en: {
    addressee: 'Addressed to: ',
    checked: 'Sources last checked ',
    stop: '.',
    comma: ', ',
    denied: 'Denied: this says the opposite',
    decided: 'Decided by ',
    found: 'found',
    and: '; ',
  },
  zh: {
    addressee: '面向：',
    checked: '来源最近核对日期：',
    stop: '。',
    comma: '、',
    denied: '作了相反的表述',
    decided: '判断依据：',
    found: '已找到',
    and: '；',
  },
} as const;

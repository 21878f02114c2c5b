import { groundOf } from '../assess/messages.ts';
import type { Suppression } from '../document/model.ts';
import { languageOf } from '../document/prose.ts';
import type { Locale, Span } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { coverageOf, type CoverageEntry, type Quote } from './coverage.ts';
import { html, type Markup } from './markup.ts';
import { anchor, matrix, type MatrixLine } from './report-matrix.ts';
import { shapeOf, shapes, style } from './report-style.ts';
import { reportWords } from './report-words.ts';
import { statusOf } from './status.ts';

/** A document to report on. */
export interface ReportedDocument {
  /** Path or name, as it is shown. */
  readonly name: string;
  readonly feature: FeatureContext;
  /** The address of a line (from 1) of the document; undefined when there is none. */
  readonly link: (line: number) => string | undefined;
  /** The address of the page of a requirement; undefined when there is none. */
  readonly page?: (id: string) => string | undefined;
}

export interface ReportOptions {
  readonly locale: Locale;
  /** Version of the tool. */
  readonly version: string;
  /** ISO date of the state of the law. */
  readonly catalogue: string;
}

/** The coverage report as one HTML page that needs nothing else: no script, no font, no picture from elsewhere. */
export function reportPage(documents: readonly ReportedDocument[], options: ReportOptions): string {
  const t = reportWords[options.locale];
  const read = documents.map((document, index) => readOne(document, index, options.locale));
  const title = documents.length === 1 ? `${t.title} – ${documents[0]?.name ?? ''}` : t.title;
  const page = html`<!doctype html>
    <html lang="${t.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${title}</title>
        ${style}
      </head>
      <body>
        ${shapes}
        <header>
          <h1>${t.title}</h1>
          <p class="dim">${t.about}</p>
        </header>
        <main>${matrix(read, options.locale)} ${read.map((one) => section(one, options))}</main>
        <footer>
          <p>${t.versions(options.version, options.catalogue)}</p>
          <p>${t.guidance} ${t.noAdvice}</p>
        </footer>
      </body>
    </html> `;
  return page.text;
}

type Read = ReportedDocument & MatrixLine;

const readOne = (document: ReportedDocument, index: number, locale: Locale): Read => ({
  ...document,
  index,
  groups: coverageOf(document.feature, locale),
});

const namesIn = ({ ids }: Suppression): string => ids.map(({ value }) => value).join(', ');

function section(one: Read, options: ReportOptions): Markup {
  const { locale } = options;
  const t = reportWords[locale];
  const { document, report, library } = one.feature;
  const { text, detail } = statusOf(one.feature, locale);
  const said = one.groups
    .map((group) => ({ ...group, entries: group.entries.filter((e) => e.state !== 'unsaid') }))
    .filter((group) => group.entries.length > 0);
  const unsaid = one.groups.flatMap((group) => group.entries.filter((e) => e.state === 'unsaid'));
  const nothing = report.assessments.filter((a) => a.requirement.check.verb === 'none');
  const others = report.assessments.filter((a) => a.expected === 'no').length - nothing.length;
  return html`<section aria-labelledby="${anchor(one.index)}">
    <h2 id="${anchor(one.index)}">${one.name}</h2>
    <p>${text}</p>
    <p class="dim">${detail}</p>
    ${said.map(
      (group) =>
        html`<h3>${group.title}</h3>
          ${group.entries.map((e) => article(e))}`,
    )}
    ${
      unsaid.length > 0
        ? html`<h3>${t.often}</h3>
            <ul>
              ${unsaid.map((e) => html`<li id="${anchor(one.index, e.id)}">${e.title} <code>${e.id}</code></li>`)}
            </ul>`
        : undefined
    }
    ${
      document.suppressions.length > 0
        ? html`<h3>${t.suppressions}</h3>
            <ul>
              ${document.suppressions.map(
                (s) =>
                  html`<li>${place(s.span)} <code>${namesIn(s) || t.everything}</code> – ${s.reason}</li>`,
              )}
            </ul>`
        : undefined
    }
    ${
      document.notChecked.length > 0
        ? html`<h3>${t.notChecked}</h3>
            <ul>
              ${document.notChecked.map((spot) => html`<li>${place(spot)} ${spot.reason === 'language' ? t.otherLanguage : t.tooComplex}</li>`)}
            </ul>`
        : undefined
    }
    ${
      one.groups.length > 0
        ? html`<p class="dim">
            ${t.others(others)}
            ${nothing.map((a) => `${groundOf(a.requirement, library.catalogue)[locale]} `)}
          </p>`
        : undefined
    }
  </section> `;

  function article(e: CoverageEntry): Markup {
    return html`<article id="${anchor(one.index, e.id)}">
      <h4>${shapeOf(e.state)} <span class="state ${e.state}">${e.word}</span> ${e.title} ${named(e.id)}</h4>
      <p class="dim">${groundOf(e.requirement, library.catalogue)[locale]}</p>
      ${e.lacking.length > 0 ? html`<p>${e.state === 'met' ? t.advice : t.lacking}${e.lacking.join(t.semicolon)}</p>` : undefined}
      ${e.suppressed === undefined ? undefined : html`<p>${t.suppressed}${e.suppressed}</p>`}
      ${e.evidence.map((q) => quote(q))}
      ${
        e.nearest.length > 0
          ? html`<p>${t.nearest}</p>
              ${e.nearest.map((q) => quote(q))}`
          : undefined
      }
    </article> `;
  }

  function named(id: string): Markup {
    const href = one.page?.(id);
    return href === undefined ? html`<code>${id}</code>` : html`<a href="${href}"><code>${id}</code></a>`;
  }

  function quote({ span, text: quoted, lacking }: Quote): Markup {
    return html`<blockquote>
      <span lang="${languageOf(quoted) === 'zh' ? 'zh-Hans' : 'en'}">${quoted}</span> ${place(span)}${
        lacking.length > 0
          ? html`<br /><span class="dim">${t.lacking}${lacking.join(t.semicolon)}</span>`
          : undefined
      }
    </blockquote>`;
  }

  function place(span: Span): Markup {
    const line = document.lines.lineAt(span.start) + 1;
    const href = one.link(line);
    return href === undefined
      ? html`<span class="dim">(${t.line(line)})</span>`
      : html`(<a href="${href}">${t.line(line)}</a>)`;
  }
}

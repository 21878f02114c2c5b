import type { Locale } from '../text/span.ts';
import { stateWords, type CoverageGroup, type CoverageState } from './coverage.ts';
import { html, type Markup } from './markup.ts';
import { shapeOf } from './report-style.ts';
import { reportWords } from './report-words.ts';

/** A document as a line of the table. */
export interface MatrixLine {
  readonly name: string;
  /** Its place in the report, from 0. */
  readonly index: number;
  readonly groups: readonly CoverageGroup[];
}

/** Documents by items; each requirement is a shape that leads to its passage of the report. */
export function matrix(documents: readonly MatrixLine[], locale: Locale): Markup {
  const t = reportWords[locale];
  const items = new Map(
    documents.flatMap(({ groups }) => groups.map((group) => [group.id, group.title] as const)),
  );
  const order = [...items.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  if (order.length === 0) return html`<p>${t.nothing}</p>`;
  const states = [
    ...new Set(documents.flatMap(({ groups }) => groups.flatMap((g) => g.entries.map((e) => e.state)))),
  ].sort((a, b) => stateOrder.indexOf(a) - stateOrder.indexOf(b));
  // One document reads better downward, many side by side.
  const single = documents.length === 1 ? documents[0] : undefined;
  const table = single
    ? html`<table>
        <caption class="dim">
          ${t.matrix}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t.item}</th>
            <th scope="col">${t.met}</th>
            <th scope="col">${t.clauses}</th>
          </tr>
        </thead>
        <tbody>
          ${order.map((id) => {
            const group = single.groups.find((g) => g.id === id);
            return html`<tr>
              <th scope="row">${items.get(id)}</th>
              <td class="count">${countOf(group)}</td>
              <td>${cells(group, single.index)}</td>
            </tr> `;
          })}
        </tbody>
      </table>`
    : html`<table class="many">
        <caption class="dim">
          ${t.matrix}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t.document}</th>
            <th scope="col">${t.met}</th>
            ${order.map((id) => html`<th scope="col">${items.get(id)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${documents.map(
            (one) =>
              html`<tr>
                <th scope="row"><a href="#${anchor(one.index)}">${one.name}</a></th>
                <td class="count">${totalOf(one.groups)}</td>
                ${order.map(
                  (id) =>
                    html`<td>
                      ${cells(
                        one.groups.find((g) => g.id === id),
                        one.index,
                      )}
                    </td>`,
                )}
              </tr> `,
          )}
        </tbody>
      </table>`;
  return html`<div>
    <div class="scroll" tabindex="0" role="region" aria-label="${t.matrix}">${table}</div>
    <ul class="legend">
      ${states.map((state) => html`<li>${shapeOf(state)} ${stateWords[state][locale]}</li>`)}
    </ul>
  </div>`;

  function cells(group: CoverageGroup | undefined, index: number): Markup {
    if (!group) return html`<span class="dim">–</span>`;
    return html`<span class="cells"
      >${group.entries.map((e) => {
        const label = `${e.title}${t.colon}${e.word}`;
        return html`<a href="#${anchor(index, e.id)}" title="${label}" aria-label="${label}"
          >${shapeOf(e.state)}</a
        >`;
      })}</span
    >`;
  }
}

const stateOrder: readonly CoverageState[] = ['met', 'partial', 'weak', 'missing', 'denied', 'unsaid'];

function rank(id: string): number {
  const [, kind, number] = /^(task|measure)-(\d+)$/.exec(id) ?? [];
  return kind ? (kind === 'measure' ? 100 : 0) + Number(number) : 1000;
}

const countOf = (group: CoverageGroup | undefined): string =>
  group && group.expected > 0 ? `${group.met} / ${group.expected}` : '–';

function totalOf(groups: readonly CoverageGroup[]): string {
  const expected = groups.reduce((sum, g) => sum + g.expected, 0);
  return expected > 0 ? `${groups.reduce((sum, g) => sum + g.met, 0)} / ${expected}` : '–';
}

/** Where a document, or a requirement of one, stands in the page. */
export const anchor = (index: number, id = ''): string => `d${index + 1}${id && `-${id.replace('/', '-')}`}`;

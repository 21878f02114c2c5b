import { html, type Markup } from './markup.ts';
import type { CoverageState } from './coverage.ts';

/** A state as a shape of its own: told apart without colour. The word stands beside it or in the link around it. */
export const shapeOf = (state: CoverageState): Markup =>
  html`<svg class="shape ${state}" width="16" height="16" aria-hidden="true"><use href="#${state}" /></svg>`;

/** The shapes, drawn once. */
export const shapes: Markup = html`<svg width="0" height="0" style="position:absolute" aria-hidden="true">
  <symbol id="met" viewBox="0 0 16 16">
    <circle cx="8" cy="8" r="7" class="full" />
    <path d="M4.5 8.2l2.4 2.4 4.6-5" class="cut" />
  </symbol>
  <symbol id="partial" viewBox="0 0 16 16">
    <circle cx="8" cy="8" r="6.2" class="line" />
    <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" class="full" />
  </symbol>
  <symbol id="weak" viewBox="0 0 16 16"><path d="M8 1.8l6.6 12H1.4zM8 6v4M8 11.4v1.2" class="line" /></symbol>
  <symbol id="missing" viewBox="0 0 16 16">
    <path d="M1.8 1.8h12.4v12.4H1.8zM5 5l6 6M11 5l-6 6" class="line" />
  </symbol>
  <symbol id="denied" viewBox="0 0 16 16">
    <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" class="full" />
    <path d="M4.5 8h7" class="cut" />
  </symbol>
  <symbol id="unsaid" viewBox="0 0 16 16"><circle cx="8" cy="8" r="3" class="line" /></symbol>
</svg>`;

const light = html`--text: #1f2328; --dim: #57606a; --back: #fff; --soft: #f3f4f6; --rule: #c9ced4; --link:
#0a58ad; --met: #19713c; --partial: #8a5a00; --weak: #8a5a00; --missing: #b3261e; --unsaid: #57606a;`;
const dark = html`--text: #e6e8eb; --dim: #a8b0b9; --back: #17191c; --soft: #22262b; --rule: #454c54; --link:
#7db7ff; --met: #6fd08f; --partial: #f0b84d; --weak: #f0b84d; --missing: #ff8a80; --unsaid: #a8b0b9;`;

/** An editor tells its theme by a class; everybody else by the system's scheme. */
export const style: Markup = html`<style>
  :root {
    color-scheme: light dark;
    ${light}
  }
  @media (prefers-color-scheme: dark) {
    :root {
      ${dark}
    }
  }
  body.vscode-light, body.vscode-high-contrast-light {
    ${light}
  }
  body.vscode-dark, body.vscode-high-contrast {
    ${dark}
  }
  * {
    box-sizing: border-box;
  }
  body {
    font:
      15px/1.55 system-ui,
      -apple-system,
      'Segoe UI',
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      sans-serif;
    color: var(--text);
    background: var(--back);
    max-width: 62rem;
    margin: 0 auto;
    padding: 1.5rem;
  }
  h1 {
    font-size: 1.6rem;
    line-height: 1.25;
    margin: 0 0 0.25rem;
  }
  h2 {
    font-size: 1.25rem;
    margin: 2.2rem 0 0.4rem;
    border-bottom: 1px solid var(--rule);
    padding-bottom: 0.2rem;
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: 1.05rem;
    margin: 1.6rem 0 0.3rem;
    color: var(--dim);
  }
  h4 {
    font-size: 1rem;
    margin: 1.1rem 0 0.2rem;
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
    flex-wrap: wrap;
  }
  h4 .shape {
    align-self: center;
    flex: none;
  }
  p,
  ul {
    margin: 0.3rem 0;
  }
  ul {
    padding-left: 1.3rem;
  }
  a {
    color: var(--link);
  }
  code {
    font:
      0.86em ui-monospace,
      Menlo,
      Consolas,
      monospace;
    color: var(--dim);
    font-weight: normal;
    overflow-wrap: anywhere;
  }
  .dim,
  figcaption,
  footer {
    color: var(--dim);
  }
  .state {
    font-weight: 600;
  }
  .scroll {
    overflow-x: auto;
  }
  caption {
    text-align: left;
    padding-bottom: 0.3rem;
  }
  table {
    border-collapse: collapse;
    margin: 0.8rem 0;
  }
  th,
  td {
    border: 1px solid var(--rule);
    padding: 0.3rem 0.5rem;
    text-align: left;
    vertical-align: middle;
  }
  thead th {
    background: var(--soft);
    font-weight: 600;
    font-size: 0.85rem;
    vertical-align: bottom;
  }
  tbody th {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .count {
    white-space: nowrap;
  }
  .cells {
    display: flex;
    flex-wrap: wrap;
  }
  .many tbody th {
    min-width: 13rem;
  }
  .many .cells {
    min-width: 72px;
  }
  .cells a {
    display: inline-flex;
    width: 24px;
    height: 24px;
    align-items: center;
    justify-content: center;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 1.2rem;
    list-style: none;
    padding: 0;
  }
  .legend li {
    display: inline-flex;
    gap: 0.4rem;
    align-items: center;
  }
  blockquote {
    margin: 0.4rem 0;
    padding: 0.35rem 0.8rem;
    border-left: 3px solid var(--rule);
    background: var(--soft);
    overflow-wrap: anywhere;
  }
  .full {
    fill: currentColor;
    stroke: none;
  }
  .line {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
  }
  .cut {
    fill: none;
    stroke: var(--back);
    stroke-width: 1.8;
  }
  .met {
    color: var(--met);
  }
  .partial {
    color: var(--partial);
  }
  .weak {
    color: var(--weak);
  }
  .missing,
  .denied {
    color: var(--missing);
  }
  .unsaid {
    color: var(--unsaid);
  }
  footer {
    margin-top: 2.5rem;
    border-top: 1px solid var(--rule);
    padding-top: 0.6rem;
    font-size: 0.9rem;
  }
  @media print {
    body {
      max-width: none;
      padding: 0;
      font-size: 10.5pt;
    }
    a {
      color: inherit;
      text-decoration: none;
    }
    article,
    tr,
    blockquote {
      break-inside: avoid;
    }
    h2,
    h3,
    h4 {
      break-after: avoid;
    }
    .scroll {
      overflow: visible;
    }
  }
</style>`;

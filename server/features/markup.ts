/** HTML that is safe to write. Made by `html` alone, which escapes whatever is put into it. */
export class Markup {
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  /** Fills a template: text is escaped, markup stays, lists are joined, `undefined` is nothing. */
  static fill(parts: TemplateStringsArray, ...values: readonly Filling[]): Markup {
    return new Markup(parts.reduce((sum, part, i) => sum + render(values[i - 1]) + part));
  }
}

export type Filling = Markup | string | number | undefined | readonly Filling[];

export const html: typeof Markup.fill = (parts, ...values) => Markup.fill(parts, ...values);

function render(value: Filling): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(render).join('');
  return String(value).replace(/[&<>"'\0]/g, (char) => entities[char] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\0': '\ufffd',
};

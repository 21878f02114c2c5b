import type { Content } from './command.ts';

/** One scenario: files, a command, what it must print. The form is described in test/cli/README.md. */
export interface Scenario {
  readonly files: Readonly<Record<string, Content>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** The file that comes in on the standard input. */
  readonly input: string | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

export function readScenario(text: string): Scenario {
  const parts = new Map(
    text
      .split(/^====(?=\w+====$)/m)
      .slice(1)
      .map((part): [string, string] => {
        const [name = '', body = ''] = part.split(/====\n([^]*)/);
        return [name, body];
      }),
  );
  return {
    files: filesIn(parts.get('files') ?? ''),
    ...commandIn(parts.get('command') ?? ''),
    stdout: parts.get('stdout') ?? '',
    stderr: parts.get('stderr') ?? '',
    exit: Number(parts.get('exit')),
  };
}

function filesIn(text: string): Record<string, Content> {
  const files: Record<string, Content> = {};
  for (const part of text.split(/^---- /m).slice(1)) {
    const [head = '', body = ''] = part.split(/\n([^]*)/);
    const [name = '', ...marks] = head.split(' ');
    let content = repeated(repeated(body));
    if (marks.includes('crlf')) content = content.replaceAll('\n', '\r\n');
    if (marks.includes('bom')) content = `\ufeff${content}`;
    if (marks.includes('empty')) content = '';
    files[name] = marks.includes('hex') ? Buffer.from(content.replace(/\s/g, ''), 'hex') : content;
    if (marks.includes('link')) files[name] = { to: content.trim() };
    if (marks.includes('utf16')) files[name] = Buffer.from(`\ufeff${content}`, 'utf16le');
  }
  return files;
}

/** `{{1000 * word}}` written out, the innermost first; `\\n` is a line end. */
const repeated = (text: string): string =>
  text.replace(/\{\{(\d+) \* ((?:(?!\{\{|\}\}).)*)\}\}/g, (_, count: string, what: string) =>
    what.replaceAll('\\n', '\n').repeat(Number(count)),
  );

function commandIn(text: string): Pick<Scenario, 'environment' | 'args' | 'input'> {
  const words = [
    ...repeated(text)
      .trim()
      .matchAll(/'([^']*)'|(\S+)/g),
  ].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const start = words.indexOf('clausecheck');
  const stdin = words.indexOf('<');
  return {
    environment: Object.fromEntries(
      words.slice(0, start).map((word) => word.split('=', 2) as [string, string]),
    ),
    args: words.slice(start + 1, stdin < 0 ? undefined : stdin),
    input: stdin < 0 ? undefined : words[stdin + 1],
  };
}

/**
 * The expected text where what was printed fits it, else what was printed: so that a comparison of the two shows the
 * difference. In the expected text, `[..]` stands for anything in a line and a line `...` for any lines.
 */
export function fitted(printed: string, expected: string): string {
  const pattern = expected
    .split('\n')
    .map((line) => (line === '...' ? '(?:.*\\n)*?' : line.split('[..]').map(escape).join('.*') + '\n'))
    .join('')
    .replace(/\n$/, '');
  return new RegExp(`^${pattern}$`).test(printed) ? expected : printed;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

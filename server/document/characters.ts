/** The references that legal texts use; undefined for any other. */
export function characterOf(reference: string): string | undefined {
  const name = reference.slice(1, -1);
  const code = /^#x/i.test(name)
    ? parseInt(name.slice(2), 16)
    : name.startsWith('#')
      ? Number(name.slice(1))
      : 0;
  if (code > 0)
    return code >= 32 && code < 0xd800 && !(code >= 127 && code < 160)
      ? String.fromCharCode(code)
      : undefined;
  return named.get(name);
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['lpar', '('],
  ['rpar', ')'],
  ['nbsp', '\u00a0'],
  ['ldquo', '\u201c'],
  ['rdquo', '\u201d'],
  ['lsquo', '\u2018'],
  ['rsquo', '\u2019'],
  ['ndash', '\u2013'],
  ['mdash', '\u2014'],
  ['hellip', '\u2026'],
  ['middot', '\u00b7'],
  ['sect', '\u00a7'],
  ['copy', '\u00a9'],
  ['reg', '\u00ae'],
  ['trade', '\u2122'],
]);

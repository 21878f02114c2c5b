/** The inflected forms of an English word, as a noun and as a verb; a form too many does no harm. */
export function inflections(word: string): string[] {
  const irregular = irregulars.find((forms) => forms[0] === word);
  if (irregular) return [...irregular];
  const forms = new Set([word]);
  if (/[^aeiou]y$/.test(word)) {
    const stem = word.slice(0, -1);
    for (const end of ['ies', 'ied']) forms.add(stem + end);
    forms.add(word + 'ing');
  } else if (word.endsWith('e')) {
    const stem = word.slice(0, -1);
    for (const end of ['es', 'ed', 'ing']) forms.add(stem + end);
    if (/[aeiou]te$/.test(word)) forms.add(stem + 'ion').add(stem + 'ions');
    if (/(is|iz)e$/.test(word)) {
      const root = word.slice(0, -2);
      for (const s of ['s', 'z'])
        for (const end of ['e', 'es', 'ed', 'ing', 'ation', 'ations']) forms.add(root + s + end);
    }
  } else if (/(s|x|z|ch|sh)$/.test(word)) {
    for (const end of ['es', 'ed', 'ing']) forms.add(word + end);
  } else {
    for (const end of ['s', 'ed', 'ing']) forms.add(word + end);
    if (/[^aeiou][aeiou][bdgklmnprt]$/.test(word)) {
      const doubled = word + word.at(-1);
      forms.add(doubled + 'ed').add(doubled + 'ing');
    }
    if (word.endsWith('ct') || word.endsWith('pt')) forms.add(word + 'ion').add(word + 'ions');
  }
  return [...forms];
}

const irregulars: readonly (readonly string[])[] = [
  ['keep', 'keeps', 'kept', 'keeping'],
  ['hold', 'holds', 'held', 'holding'],
  ['tell', 'tells', 'told', 'telling'],
  ['take', 'takes', 'took', 'taken', 'taking'],
  ['give', 'gives', 'gave', 'given', 'giving'],
  ['make', 'makes', 'made', 'making'],
  ['find', 'finds', 'found', 'finding'],
  ['write', 'writes', 'wrote', 'written', 'writing'],
  ['send', 'sends', 'sent', 'sending'],
  ['sell', 'sells', 'sold', 'selling'],
  ['bar', 'bars', 'barred', 'barring'],
  ['ban', 'bans', 'banned', 'banning'],
  ['run', 'runs', 'ran', 'running'],
  ['undertake', 'undertakes', 'undertook', 'undertaken', 'undertaking'],
  ['withdraw', 'withdraws', 'withdrew', 'withdrawn', 'withdrawing'],
  ['overwrite', 'overwrites', 'overwrote', 'overwritten', 'overwriting'],
  ['submit', 'submits', 'submitted', 'submitting', 'submission', 'submissions'],
  ['permit', 'permits', 'permitted', 'permitting'],
  ['person', 'persons', 'people'],
  ['be', 'be', 'is', 'are', 'was', 'were', 'been', 'being'],
  ['have', 'have', 'has', 'had', 'having'],
  ['seek', 'seeks', 'sought', 'seeking'],
  ['go', 'goes', 'went', 'gone', 'going'],
  ['bring', 'brings', 'brought', 'bringing'],
];

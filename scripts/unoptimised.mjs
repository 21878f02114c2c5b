// A short run is over before V8 optimises most of what it does. What makes a bundle quick until then.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'acorn';

/** Writes private fields as plain ones, and nothing beyond ASCII. */
export const unoptimisedPlugin = {
  name: 'unoptimised',
  setup({ initialOptions, onEnd }) {
    onEnd(({ errors }) => {
      if (errors.length > 0) return;
      const bundle = readFileSync(initialOptions.outfile, 'utf8');
      writeFileSync(initialOptions.outfile, inAscii(withPlainFields(bundle)));
    });
  },
};

/** V8 then reads one byte a character. With `charset: 'ascii'` only expressions are left, which have the same escapes. */
const inAscii = (code) =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * Every private field, of whatever class, under a name of its own: until V8 optimises, a private name costs twice as
 * much to look up. Fields that are asked for with `in` stay private: they are put on things of any class.
 */
export function withPlainFields(code) {
  const uses = [];
  let count = 0;
  const visit = (node, known) => {
    let fields = known;
    if (node.type === 'ClassBody') {
      fields = new Map(known);
      const own = node.body.map(({ key }) => key).filter((key) => key?.type === 'PrivateIdentifier');
      // A getter and its setter are one.
      for (const name of new Set(own.map(({ name }) => name)))
        fields.set(name, { plain: `$_${count++}`, asked: false });
    } else if (node.type === 'PrivateIdentifier') uses.push({ node, field: fields.get(node.name) });
    else if (node.type === 'BinaryExpression' && node.left.type === 'PrivateIdentifier')
      fields.get(node.left.name).asked = true;
    for (const child of children(node)) visit(child, fields);
  };
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'script', allowHashBang: true }), new Map());
  let plain = '';
  let from = 0;
  const edits = uses.filter(({ field }) => !field.asked).sort((a, b) => a.node.start - b.node.start);
  for (const { node, field } of edits) {
    // `get#a`
    const gap = /\w/.test(code[node.start - 1]) ? ' ' : '';
    plain += code.slice(from, node.start) + gap + field.plain;
    from = node.end;
  }
  return plain + code.slice(from);
}

const children = (node) =>
  Object.values(node)
    .flat()
    .filter((value) => typeof value?.type === 'string');

import { expect, test } from 'vitest';
import { withPlainFields } from '../scripts/unoptimised.mjs';

test.each([
  ['class A{#a=1;b(){return this.#a}}', 'class A{$_0=1;b(){return this.$_0}}'],
  ['class A{get#a(){return 1}static#b}', 'class A{get $_0(){return 1}static $_1}'],
  ['class A{get #a(){}set #a(b){}}', 'class A{get $_0(){}set $_0(b){}}'],
  // Below another class a field of the same name is another one.
  ['class A{#a}class B extends A{#a}', 'class A{$_0}class B extends A{$_1}'],
  [
    'class A{#a;#b;c=class{#a;d(e){return this.#a+e.#b}}}',
    'class A{$_0;$_1;c=class{$_2;d(e){return this.$_2+e.$_1}}}',
  ],
  // What is asked for with `in` may be on a thing of any class.
  [
    'class A{#a;static b(c){return #a in c}}class B{#a}',
    'class A{#a;static b(c){return #a in c}}class B{$_1}',
  ],
  ['const a = "#b", c = /#d/', 'const a = "#b", c = /#d/'],
])('%s', (code, plain) => expect(withPlainFields(code)).toBe(plain));

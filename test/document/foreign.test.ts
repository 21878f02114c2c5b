import { expect, test } from 'vitest';
import { isForeign } from '../../server/document/foreign.ts';

const times = (text: string, count = 12): string => `${text}\n\n`.repeat(count);
const english = 'The Supplier shall notify the Customer of any breach of security without undue delay.';
const chinese = '乙方应当在发现网络安全事件后二十四小时内通知甲方，并采取措施。';
const french =
  'Le prestataire informe le client de tout incident de sécurité dans les vingt-quatre heures et coopère avec lui.';
const german =
  'Der Auftragnehmer meldet dem Auftraggeber jeden Sicherheitsvorfall binnen 24 Stunden und wirkt mit.';
const japanese = '乙は、情報セキュリティに関する事故を知ったときは、直ちに甲に通知しなければならない。';
const russian = 'Исполнитель уведомляет заказчика о каждом инциденте безопасности в течение суток.';

test.each([
  ['English', times(english), false],
  ['Chinese', times(chinese), false],
  ['both', times(`${english}\n\n${chinese}`), false],
  ['French', times(french), true],
  ['German', times(german), true],
  ['Japanese', times(japanese), true],
  ['Russian', times(russian), true],
  ['one sentence', french, false],
  ['a short French text', times(french, 3), true],
  ['a short Japanese text', times(japanese, 2), true],
  [
    'a list of English nouns',
    times('- Customer account data: Frankfurt data centre, encrypted, 3 years', 20),
    false,
  ],
  [
    'a table of English nouns',
    times('| Invoices | 10 years after issue | Tax law | Secure deletion |', 20),
    false,
  ],
  ['a French preface to an English text', times(french, 4) + times(english, 40), false],
  ['English beside French', times(`${english}\n\n${french}`), false],
  ['a table of names under English words', times(english, 3) + times('| Müller GmbH | 12 | ok |', 30), false],
  ['nothing', '', false],
])('%s', (_, text, expected) => expect(isForeign(text)).toBe(expected));

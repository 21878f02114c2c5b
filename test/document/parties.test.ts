import { expect, test } from 'vitest';
import { readDocument } from '../../server/document/document.ts';
import { partiesOf } from '../../server/document/parties.ts';

test.each([
  // A name tells the side.
  [
    'Northwind Ltd (the "Supplier") and Aster Ltd (the “Purchaser”) agree.',
    'Supplier supplier, Purchaser purchaser',
  ],
  ['Aster Ltd (the "Service Provider") shall act.', 'Service Provider operator'],
  ['Fernway Ltd (the "Company") runs the boards.', 'Company operator'],
  ['甲方：南星有限公司', '甲方 purchaser'],
  ['北风有限公司（以下简称“承接方”）负责实施。', '承接方 supplier'],
  // A firm's own short name does not.
  ['Fernway Ltd ("Fernway", "we" or "us") runs the boards.', 'Fernway –'],
  ['Aster Business Machines, Inc. (“ABM”) and Northwind Co. Ltd. ("Northwind")', 'ABM –, Northwind –'],
  [
    'This Agreement is made between Fernway Ltd ("Fernway") and Oakline plc (the "Client").',
    'Fernway –, Client purchaser',
  ],
  ['"Fernway" means Fernway Boards Ltd.', 'Fernway –'],
  ['深圳小鹿科技有限公司（以下简称“小鹿科技”）提供本服务。', '小鹿科技 –'],
  ['本服务由深圳小鹿科技有限公司（下称“小鹿科技”或“我们”）运营。', '小鹿科技 –, 我们 operator'],
  ['“小鹿”是指深圳小鹿科技有限公司。', '小鹿 –'],
  // The definition tells.
  ['A person with an account is a "Skipper".', 'Skipper user'],
  ['"Skipper" means any person who has an account.', 'Skipper user'],
  ['开设账号的人为“船长”。', '船长 user'],
  ['The Bazaar app store ("Bazaar") lists apps.', 'Bazaar platform'],
  ['风帆应用市场（以下简称“市场”）上架应用。', '市场 platform'],
  // Things, and those who stand beside the parties.
  ['"Personal Data" means information about a person.', ''],
  ['The boards of Fernway Ltd (the "Boards") are open.', ''],
  ['“个人信息”是指与自然人有关的各种信息。', ''],
  ['深圳小鹿科技有限公司的网站（以下简称“网站”）', ''],
  ['"Controller" and "Processor" have the meanings given in the Regulation.', ''],
  ['Others (each a "Third Party" or "Subcontractor") may help.', ''],
])('%s', (text, expected) => {
  const found = partiesOf(readDocument(`# A\n\n${text}\n`)).map(({ name, side }) => `${name} ${side ?? '–'}`);
  expect(found.join(', ')).toBe(expected);
});

test('a long text takes no time', () => {
  const text = `# A\n\n${'A '.repeat(20000)}("A")\n\n${'公'.repeat(20000)}（以下简称“公”）\n\n${'("A"'.repeat(5000)}\n`;
  const began = performance.now();
  partiesOf(readDocument(text));
  expect(performance.now() - began).toBeLessThan(3000);
});

import { describe, expect, test } from 'vitest';
import { readDocument } from '../../server/document/document.ts';
import { bearerAt } from '../../server/document/bearer.ts';
import { forceAt } from '../../server/document/force.ts';
import { statementsOf } from '../../server/document/statements.ts';
import type { Force, Side } from '../../server/document/statement.ts';

/** One line each: the act stands between ‹ and ›, then its force and on whom it lies. */
const cases: readonly [text: string, force: Force, bearer?: Side][] = [
  ['The Supplier shall ‹delete› the data.', 'duty', 'supplier'],
  ['The Supplier shall not ‹disclose› the data.', 'prohibition', 'supplier'],
  ['The Supplier may ‹delete› the data.', 'weak', 'supplier'],
  ['The Supplier has no obligation to ‹delete› the data.', 'denied', 'supplier'],
  ['The Supplier had ‹deleted› the data.', 'past', 'supplier'],
  ['The data has been ‹deleted›.', 'past'],
  ['Should your data leak, we will ‹notify› you.', 'duty', 'operator'],
  ['You must tell us should you ‹find› a flaw.', 'duty', 'user'],
  // A perfect tense that dates the duty is no past fact.
  ['The goods are paid once they have been ‹tested›.', 'statement'],
  ['No product goes live until a laboratory has ‹tested› it.', 'duty'],
  ['None of the appliances is used before it is ‹tested›.', 'duty'],
  // What a prohibition is lifted by is asked for.
  ['The Supplier shall not install a release without a ‹security test›.', 'duty', 'supplier'],
  ['We will not share it unless you ‹consent›.', 'duty', 'operator'],
  ['The Supplier shall not ‹disclose› the data without consent.', 'prohibition', 'supplier'],
  ['Devices may be connected only after their risks are ‹assessed›.', 'duty'],
  ['Users can flag an app, and we ‹answer› within two days.', 'statement', 'operator'],
  ['用户可举报应用，我们在三日内‹回复›。', 'statement', 'operator'],
  // A person of a party stands for the party.
  ['The Customer shall designate an officer, who shall be ‹responsible› for security.', 'duty', 'purchaser'],
  ["The Purchaser's own engineers shall ‹hold› a certificate.", 'duty', 'purchaser'],
  ['The security officer shall ‹review› the plan.', 'duty', 'staff'],
  ['The Company does not scan and ‹review› apps.', 'prohibition', 'operator'],
  ['An app that does not pass a scan or a ‹review› waits.', 'prohibition'],
  ['Developers are admitted only once their identity is ‹confirmed›.', 'duty'],
  ['No device may be connected until it has been ‹tested›.', 'duty'],
  ['The Store reserves the right, but has no obligation, to ‹audit› apps.', 'right', 'platform'],
  ['The Store may close accounts and has no obligation to ‹refund›.', 'denied', 'platform'],
  ['Nothing is listed that has not passed a ‹scan›.', 'duty'],
  ['New tools pass a ‹security review› before anybody may install them.', 'statement'],
  ['Only services with ‹encryption› may be bought.', 'duty'],
  ['It is your responsibility to ‹obtain› a certificate.', 'duty'],
  ['Goods are paid solely after they are ‹tested›.', 'duty'],
  ['情报一件不落‹归入›情报库。', 'statement'],
  ['Systems are ‹scanned› from time to time.', 'soft'],
  ['The Supplier shall ‹follow› the policy as amended from time to time.', 'duty', 'supplier'],
  ['The Buyer is to be ‹informed› within a day.', 'duty'],
  ["The Seller's team and the Buyer's centre shall ‹act› together.", 'duty', 'supplier'],
  ['Users may complain to the Desk, which shall ‹reply›.', 'duty'],
  ['Botnet controllers are ‹blocked›.', 'statement'],
  // Who stands in a clause of its own does not act in the next.
  ['If you break the rules, the app will be ‹removed›.', 'duty'],
  ['If you break the rules, we will ‹remove› the app.', 'duty', 'operator'],
  ['平台知道其用户有违法行为的，应当‹停止›服务。', 'duty', 'platform'],
  ['如用户违反本协议，将‹下架›该应用。', 'duty'],
  ['用户违规的，其内容将被‹删除›。', 'duty'],
  // … whatever the other one is called.
  ['用户注销账号的，小鹿科技在十日内‹删除›其个人信息。', 'statement'],
  ['用户撤回同意或者注销账号后，小鹿科技将在十日内‹删除›其个人信息。', 'duty'],
  ['您提出申请时，云栈‹核验›身份。', 'statement'],
  ['开发者违规的，市场应当‹下架›该应用。', 'duty'],
  ['When a user closes the account, Fernway ‹deletes› it within ten days.', 'statement'],
  ['用户注销账号的，应当在十日内‹删除›其内容。', 'duty', 'user'],
  ['用户注销账号的，在十日内‹删除›其内容。', 'statement', 'user'],
  ['用户发现漏洞的，立即停止使用并‹报告›。', 'statement', 'user'],
  ['用户注销账号的，由小鹿科技‹删除›其内容。', 'statement'],
  ['乙方应当‹删除›数据。', 'duty', 'supplier'],
  ['乙方不得‹泄露›数据。', 'prohibition', 'supplier'],
  ['乙方可以‹删除›数据。', 'weak', 'supplier'],
  ['未通过‹安全检测›的产品，乙方不得交付。', 'duty'],
  ['未经‹安全检测›，设备不得上线。', 'duty'],
  ['乙方未‹删除›数据。', 'prohibition', 'supplier'],
  ['除非取得您的‹同意›，我们不会共享。', 'duty'],
  // Whose information it is says nothing of who acts.
  ['甲方使用乙方员工的个人信息时，不得‹披露›。', 'prohibition', 'purchaser'],
  ['甲方员工的身份证号，乙方应当‹加密›。', 'duty', 'supplier'],
  ['甲方应自行任命安全员，由该安全员‹负责›。', 'duty', 'purchaser'],
  // What denies or only tries governs what hangs on it.
  ['产品尽量不含‹后门›。', 'soft'],
  ['乙方无须保证产品不含‹后门›。', 'denied', 'supplier'],
  ['安全部门尽量‹负责›监督。', 'soft', 'staff'],
  ['期限届满后，我们无须在三十日内删除‹已保存›的信息。', 'denied', 'operator'],
  ['‹保存›期限届满后，我们无须删除。', 'denied', 'operator'],
  ['产品含有未公开接口和‹后门›。', 'statement'],
  ['The Supplier need not name a person who is ‹responsible›.', 'denied', 'supplier'],
  ['The Supplier shall not, where practicable, ‹disclose› the data.', 'soft', 'supplier'],
  // A condition of the time alone leaves the duty as it is.
  ['The Supplier shall ‹notify› us at once and, where feasible, within 48 hours.', 'duty', 'supplier'],
  ['供应商应当立即‹通知›采购人，在可行的范围内不晚于四十八小时。', 'duty', 'supplier'],
  ['The Company does not maintain a plan for incidents that ‹sets out› roles.', 'prohibition', 'operator'],
  ['Systems are not graded by level and ‹protected›.', 'prohibition'],
  ['The Store need not verify a name and may ‹open› the account.', 'denied', 'platform'],
  ['Passwords set by a supplier must be ‹changed›.', 'duty'],
  ['Systems are assigned by the Customer a ‹level›.', 'statement', 'purchaser'],
  ['You do not ‹sell› the data.', 'prohibition', 'user'],
  ['We no longer ‹delete› the data.', 'prohibition', 'operator'],
  ['We used to ‹delete› the data.', 'prohibition', 'operator'],
  ['When data are no longer needed, we ‹delete› them.', 'statement', 'operator'],
  ['我们曾经‹删除›有关信息。', 'prohibition', 'operator'],
  ['You collect what the functions we use ask for and ‹keep› it.', 'statement', 'user'],
  ['Two years after you close your account nothing is ‹left›.', 'statement'],
];

describe('force and bearer', () => {
  test.each(cases)('%s', (text, force, bearer) => {
    const start = text.indexOf('‹');
    const end = text.indexOf('›') - 1;
    const plain = text.replace(/[‹›]/g, '');
    const [section] = readDocument(plain).sections;
    const [statement] = section ? statementsOf(section.section) : [];
    if (!statement) throw new Error('no statement');
    expect([forceAt(statement, start, end), bearerAt(statement, start, end)]).toEqual([force, bearer]);
  });
});

import pages from 'catalogue:pages';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'vitest';
import { makeLibrary, review } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';
const titles: Record<string, [string, string]> = {
  'security-policy': ['Information Security Policy', '信息安全管理制度'],
  'training-policy': ['Training Policy', '培训管理制度'],
  'responsibility-system': ['Network Security Responsibility System', '网络安全责任制'],
  'security-budget-policy': ['Security Budget Policy', '网络安全经费管理办法'],
  'bid-invitation': ['Request for Proposals', '招标文件'],
  'procurement-contract': ['Purchase Agreement', '采购合同'],
  'service-contract': ['Services Agreement', '服务合同'],
  'supplier-security-schedule': ['Supplier Security Schedule', '供应商网络安全承诺书'],
  'new-technology-policy': ['New Technology Policy', '新技术新业务管理办法'],
  'emergency-plan': ['Incident Response Plan', '网络安全事件应急预案'],
  'privacy-policy': ['Privacy Policy', '隐私政策'],
};
const letters: Record<string, string> = { met: 'M', partial: 'P', weak: 'W', missing: 'X', 'not-applicable': 'N' };
test('wordings', () => {
  const library = makeLibrary(loadCatalogue(pages));
  const all: Record<string, [number, number]> = {};
  let head: string[] = [];
  const lines = readdirSync('/tmp/d').filter((f) => f.endsWith('.txt') && (!process.env.F || f.includes(process.env.F)))
    .flatMap((f) => readFileSync(`/tmp/d/${f}`, 'utf8').split('\n'));
  for (const line of lines) {
    if (line.startsWith('@@')) { head = line.slice(2).trim().split('|').map((s) => s.trim()); continue; }
    if (!line.trim()) continue;
    const [req = '', type = '', want = '', heading = ''] = head;
    const zh = /[\u4e00-\u9fff]/.test(line);
    const title = titles[type]?.[zh ? 1 : 0] ?? type;
    const text = `# ${title}\n\n${heading ? `## ${heading}\n\n` : ''}${line.replaceAll('\\n', '\n')}\n`;
    const { assessments } = review(readDocument(text), library, { types: [type], levels: {} } as never);
    const a = assessments.find((x) => x.requirement.id === `opinions/${req}`)!;
    const got = letters[a.outcome]!;
    const s = (all[`${req} ${zh ? 'zh' : 'en'}`] ??= [0, 0]);
    s[1]++;
    if (want.includes(got)) s[0]++;
    else console.log(`${req} ${type} want ${want} got ${got}: ${line}\n     ${a.evidence[0] ? a.evidence[0].trace.concepts.map((c) => `${c.concept}=${c.text}`).join('; ') + ' [' + a.evidence[0].trace.force + ' ' + a.evidence[0].trace.bearer + '] ' : ''}${a.lacking.map((l) => l.message.en).join('; ')}${a.nearest[0] ? 'nearest: ' + a.nearest[0].lacking.map((l) => l.message.en).join(';') : ''}`);
  }
  console.log(Object.entries(all).map(([k, v]) => `${k}: ${v[0]}/${v[1]}`).join('\n'));
});

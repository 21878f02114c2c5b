// Writes THIRD-PARTY-NOTICES.md: the licences of the packages that the bundles carry, from what the build took in.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const inputs = JSON.parse(readFileSync('dist/inputs.json', 'utf8'));
const folders = new Set(
  inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
);
const entries = [...folders].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return `## ${name} ${version}\n\n${license}\n${text ? `\n\`\`\`text\n${text}\n\`\`\`\n` : ''}`;
});
writeFileSync(
  'THIRD-PARTY-NOTICES.md',
  `# Third-party notices\n\nThe programs in dist/ contain these packages.\n\n${entries.join('\n')}`,
);

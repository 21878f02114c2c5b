// Installs the dependencies when they are not there as the lock file wants them; else does nothing (0.1 s).
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return {};
  }
};

const have = packagesOf('node_modules/.package-lock.json');
const fresh = Object.entries(packagesOf('package-lock.json')).every(
  ([at, wanted]) => at === '' || wanted.optional || have[at]?.version === wanted.version,
);
if (!fresh) {
  console.error('Installing the dependencies …');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}

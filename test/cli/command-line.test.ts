import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { build, clausecheck, inFolder, type Content } from './command.ts';
import { fitted, readScenario } from './scenario.ts';

// One file for all that runs the bundle, so that no two threads build it at a time.
beforeAll(build, 60_000);

/** Milliseconds; the machine may be busy with the other tests. */
const patience = 120_000;

const root = fileURLToPath(new URL('../../', import.meta.url));
const scenarios = fileURLToPath(new URL('scenarios/', import.meta.url));

describe('the command line', { timeout: patience }, () => {
  it.each(readdirSync(scenarios).sort())('%s', (name) => {
    const { files, args, environment, input, ...expected } = readScenario(
      readFileSync(scenarios + name, 'utf8'),
    );
    inFolder(files, (folder) => {
      const stdin = input === undefined ? undefined : readFileSync(join(folder, input));
      const printed = clausecheck(args, {
        folder,
        environment,
        ...(stdin !== undefined && { input: stdin }),
      });
      expect(printed.stderr).not.toMatch(/^\s+at /m);
      expect({
        exit: printed.exit,
        stdout: fitted(printed.stdout, expected.stdout),
        stderr: fitted(printed.stderr, expected.stderr),
      }).toEqual(expected);
    });
  });

  it('ends quietly when the reader closes the pipe', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `'${process.execPath}' dist/cli.js types | head -1`], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('the compiled program', { timeout: patience }, () => {
  const ours = !('enableCompileCache' in nodeModule);
  const printed = (folder: string, environment = {}): string =>
    clausecheck(['types'], { folder, environment: { TMPDIR: folder, TEMP: folder, ...environment } }).stdout;
  const kept = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /command-line\.js-/.test(file),
    );

  it('is kept for the next run where Node does not do that itself', () => {
    inFolder({}, (folder) => {
      const before = printed(folder);
      expect(before).toContain('privacy-policy');
      expect(kept(folder)).toHaveLength(ours ? 1 : 0);
      expect(printed(folder)).toBe(before);
    });
  });

  it('is kept anew when what was kept is broken', () => {
    inFolder({}, (folder) => {
      const before = printed(folder);
      for (const file of kept(folder)) {
        const whole = readFileSync(join(folder, file));
        for (const broken of [whole.subarray(0, -5000), Buffer.from('other'), Buffer.alloc(0)]) {
          writeFileSync(join(folder, file), broken);
          expect(printed(folder)).toBe(before);
          expect(readFileSync(join(folder, file)).length).toBeGreaterThan(broken.length);
        }
      }
    });
  });

  it('is not kept through a link that somebody put in its place', () => {
    inFolder({ 'elsewhere/note.txt': 'theirs' }, (folder) => {
      const place = `clausecheck-${process.getuid?.() ?? 'compiled'}`;
      symlinkSync(join(folder, 'elsewhere'), join(folder, place), 'junction');
      expect(printed(folder)).toContain('privacy-policy');
      expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['note.txt']);
    });
  });

  it('is not kept when somebody forbids it', () => {
    inFolder({}, (folder) => {
      expect(printed(folder, { NODE_DISABLE_COMPILE_CACHE: '1' })).toContain('privacy-policy');
      expect(kept(folder)).toEqual([]);
    });
  });
});

/** Two documents with findings and one without. */
const three = {
  'a.md': '# Privacy Policy\n\nWe share personal information with partners.\n',
  'b/b.md': '---\nclausecheck: { type: privacy-policy }\n---\n\n# 隐私政策\n\n我们收集个人信息。\n',
  'c.md': '# Notes\n\nNothing.\n',
};

describe('cache and threads', { timeout: patience }, () => {
  it.each(['text', 'json', 'sarif', 'github'])('as %s they print what is printed without them', (format) => {
    inFolder(three, (folder) => {
      const plain = clausecheck(['--format', format], { folder });
      expect(plain.exit).toBe(1);
      for (const args of [['--threads', '2'], ['--cache'], ['--cache'], ['--cache', '--threads', '2']])
        expect(clausecheck(['check', '--format', format, ...args], { folder })).toEqual(plain);
    });
  });

  it('a file, a type or a cache that changed is looked at again', () => {
    inFolder(three, (folder) => {
      const found = (...args: string[]): string => clausecheck(['check', '-q', ...args], { folder }).stdout;
      const before = found('--cache');
      expect(before).toContain('a.md:1:1');
      writeFileSync(join(folder, 'a.md'), '# Notes\n');
      expect(found('--cache')).not.toContain('a.md');
      expect(found('--cache', '--type', 'emergency-plan')).toBe(found('--type', 'emergency-plan'));
      writeFileSync(join(folder, '.clausecheckcache'), '{ "version": ');
      expect(found('--cache')).toBe(found());
      const cache = join(folder, '.clausecheckcache');
      expect(readFileSync(cache, 'utf8')).toMatch(/^".+"\n(?:".+"\t".+"\t\{.+\}\n)+$/);
      writeFileSync(cache, readFileSync(cache, 'utf8').replaceAll('}\n', '\n'));
      expect(found('--cache')).toBe(found());
    });
  });

  it('a cache that cannot be written is told, and changes no exit code', () => {
    inFolder(three, (folder) => {
      const plain = clausecheck(['check'], { folder });
      const { exit, stdout, stderr } = clausecheck(['check', '--cache', '--cache-location', 'no/where'], {
        folder,
      });
      expect({ exit, stdout }).toEqual({ exit: plain.exit, stdout: plain.stdout });
      expect(stderr).toContain('--cache-location');
    });
  });

  it('a number of threads that is none is refused', () => {
    inFolder(three, (folder) => {
      expect(clausecheck(['check', '--threads', 'many'], { folder })).toMatchObject({ exit: 2, stdout: '' });
    });
  });
});

const policy = [
  '---',
  'clausecheck: { type: privacy-policy }',
  '---',
  '',
  '# Privacy policy',
  '',
  '<!-- clausecheck-disable-next-line opinions/pi-use -- see the group policy -->',
  '## 1. Use',
  '',
  'We like privacy.',
  '',
].join('\n');

describe('a SARIF report', { timeout: patience }, () => {
  const files = { 'policies/隐私 policy.md': policy, 'broken.md': Buffer.from([0x61, 0x00, 0x62]) };
  const faulty = { ...files, 'clausecheck.yaml': 'typs: {}\n' };
  const reportOf = (args: readonly string[] = [], given: Readonly<Record<string, Content>> = files): string =>
    inFolder(given, (folder) => clausecheck(['--format', 'sarif', ...args, '.'], { folder }).stdout);

  it('fits the schema', () => {
    const schema = JSON.parse(
      readFileSync(
        nodeModule
          .createRequire(import.meta.url)
          .resolve('@microsoft/jest-sarif')
          .replace(/lib\/.*/, '') + 'lib/schemas/sarif-2.1.0-rtm.5.json',
        'utf8',
      ),
    ) as Record<string, unknown>;
    schema['$id'] = schema['id'];
    delete schema['id'];
    delete schema['$schema'];
    const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
    addFormats(ajv);
    const fits = ajv.compile(schema);
    for (const args of [[], ['--lang', 'zh'], ['--type', 'terms-of-use'], ['--config', 'nowhere.yaml']]) {
      fits(JSON.parse(reportOf(args, faulty)));
      expect(fits.errors).toBeNull();
    }
  });

  it('passes the SARIF multitool, but for the address of the tool, which it has none', () => {
    const notes = inFolder({ 'report.sarif': reportOf([], faulty) }, (folder) => {
      const multitool = nodeModule.createRequire(import.meta.url)('@microsoft/sarif-multitool') as string;
      const args = ['validate', 'report.sarif', '--output', 'notes.sarif', '--log', 'ForceOverwrite'];
      // npm unpacks it without the right to run.
      chmodSync(multitool, 0o755);
      spawnSync(multitool, args, { cwd: folder, encoding: 'utf8' });
      return (JSON.parse(readFileSync(join(folder, 'notes.sarif'), 'utf8')) as Log).runs[0]?.results;
    });
    expect(notes?.map(({ ruleId }) => ruleId)).toEqual(['SARIF2005']);
  });

  it('is the same, byte for byte, in two runs', () => {
    expect(reportOf()).toBe(reportOf());
  });

  it('has relative paths, rules with help, fingerprints, suppressions and what could not be read', () => {
    const [run] = (JSON.parse(reportOf()) as Log).runs;
    const results = run?.results ?? [];
    expect(results.length).toBeGreaterThan(2);
    for (const { ruleId, ruleIndex, locations, partialFingerprints } of results) {
      expect(run?.tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
      expect(run?.tool.driver.rules?.[ruleIndex ?? -1]?.help?.markdown).toBeTruthy();
      expect(locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
        'policies/%E9%9A%90%E7%A7%81%20policy.md',
      );
      expect(partialFingerprints?.['clausecheckFinding/v1']).toMatch(/^[0-9a-f]{16}$/);
    }
    const suppressed = results.filter((result) => result.suppressions);
    expect(suppressed.map(({ ruleId, suppressions }) => [ruleId, suppressions?.[0]?.justification])).toEqual([
      ['opinions/pi-use', 'see the group policy'],
    ]);
    expect(run?.invocations?.[0]?.executionSuccessful).toBe(false);
    expect(run?.invocations?.[0]?.toolExecutionNotifications).toHaveLength(1);
  });

  it('says with file and line what is wrong with a configuration', () => {
    const configured = { ...files, 'policies/clausecheck.yaml': 'ignore: []\ntyps: {}\n' };
    inFolder(configured, (folder) => {
      const invocationOf = (args: readonly string[]) =>
        (JSON.parse(clausecheck(['-f', 'sarif', ...args], { folder }).stdout) as Log).runs[0]
          ?.invocations?.[0];
      const invocation = invocationOf(['policies']);
      expect(invocation?.executionSuccessful).toBe(false);
      expect(invocation?.toolExecutionNotifications).toEqual([]);
      expect(invocation?.toolConfigurationNotifications).toMatchObject([
        {
          level: 'error',
          message: { text: 'unknown key "typs"; did you mean "types"?' },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'policies/clausecheck.yaml' },
                region: { startLine: 2, startColumn: 1 },
              },
            },
          ],
        },
      ]);
      const missing = invocationOf(['--config', 'nowhere.yaml', 'policies']);
      expect(missing?.executionSuccessful).toBe(false);
      expect(missing?.toolConfigurationNotifications).toHaveLength(1);
    });
  });

  it('names a file the same, however it was named', () => {
    inFolder({ 'a.md': policy }, (folder) => {
      const report = (name: string): string => clausecheck(['-f', 'sarif', name], { folder }).stdout;
      for (const name of ['./a.md', '../' + basename(folder) + '/a.md', join(folder, 'a.md')])
        expect(report(name)).toBe(report('a.md'));
    });
  });

  it('keeps its fingerprints when text moves', () => {
    const fingerprints = (text: string): unknown =>
      inFolder({ 'a.md': text }, (folder) =>
        (JSON.parse(clausecheck(['-f', 'sarif'], { folder }).stdout) as Log).runs[0]?.results?.map(
          (result) => `${result.ruleId} ${JSON.stringify(result.partialFingerprints)}`,
        ),
      );
    expect(fingerprints(policy.replace('# Privacy policy\n', '# Privacy policy\n\n\nPreface.\n'))).toEqual(
      fingerprints(policy),
    );
  });
});

describe('the action', { timeout: patience }, () => {
  const action = parse(readFileSync(root + 'action.yml', 'utf8')) as {
    inputs: Record<string, { default: string }>;
    runs: { steps: { id?: string; run: string; env: Record<string, string> }[] };
  };
  const check = action.runs.steps.find(({ id }) => id === 'check');

  const runAction = (inputs: Readonly<Record<string, string>>) =>
    inFolder({ 'docs/privacy policy.md': policy, 'github-output': '' }, (folder) => {
      const environment = Object.fromEntries(
        Object.entries(check?.env ?? {}).map(([name, value]) => {
          const input = /inputs\.([\w-]+)/.exec(value)?.[1] ?? '';
          return [name, inputs[input] ?? action.inputs[input]?.default ?? root];
        }),
      );
      const { status, stdout } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', check?.run ?? 'exit 99'], {
        cwd: folder,
        env: { PATH: process.env['PATH'], GITHUB_OUTPUT: join(folder, 'github-output'), ...environment },
        encoding: 'utf8',
      });
      const report = join(folder, inputs['sarif-file'] ?? 'clausecheck.sarif');
      return {
        status,
        stdout,
        output: readFileSync(join(folder, 'github-output'), 'utf8'),
        results:
          existsSync(report) && (JSON.parse(readFileSync(report, 'utf8')) as Log).runs[0]?.results?.length,
      };
    });

  it('leaves a SARIF file, annotates and fails on findings', () => {
    const { status, stdout, output, results } = runAction({
      paths: 'docs/privacy policy.md\n',
      'sarif-file': 'out/report.sarif',
    });
    expect(status).toBe(1);
    expect(results).toBeGreaterThan(2);
    expect(stdout).toMatch(/^::warning file=docs\/privacy policy\.md,line=\d+/m);
    expect(output).toBe('sarif-file=out/report.sarif\nexit-code=1\n');
  });

  it('may be told not to fail on findings, but fails on what cannot be checked', () => {
    expect(runAction({ 'fail-on': 'never' }).status).toBe(0);
    expect(runAction({ 'fail-on': 'never', paths: 'nothing.md' }).status).toBe(2);
    expect(runAction({ 'fail-on': 'error' }).status).toBe(2);
  });

  it('builds from its own checkout', () => {
    const build = action.runs.steps.find((step) => step.run.includes('esbuild.mjs'));
    expect(build?.run).toContain('npm ci');
    for (const file of ['esbuild.mjs', 'package-lock.json']) expect(existsSync(root + file)).toBe(true);
  });
});

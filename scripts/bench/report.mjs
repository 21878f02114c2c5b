/** A page of the figures, in both languages. */
export const performancePage = (m) => `# Performance

[How it is made fast](architecture.md#speed) · made by \`npm run bench -- --write\`; do not edit

Each table is one interleaved run: each program in turn, round after round, medians. CPU is user and system time of
all processes of a program, memory the peak of the largest. Ratios tell more than seconds: a busy machine slows all alike.
No program is told of further certificates (\`NODE_EXTRA_CA_CERTS\`), which every Node would read at its start. "No cache" is
none of findings; the compiled program is kept from the round before ([command line](command-line.md#large-repositories)).
Machine: ${m.machine}; load average ${m.load.map((l) => l.toFixed(1)).join(' before, ')} after.

The generated repository holds contracts, policies and handbooks of 5 to 40 KB, 60 % English, 30 % Chinese, 10 % mixed; three
in ten sections are written in the words of the catalogue, and no section text comes twice. Types are guessed, as they are
where nobody has declared any. markdownlint-cli2 runs with its default rules without MD013, remark-cli with its two lint
presets, textlint with five rules. Versions: \`scripts/bench/peers.mjs\`.

![CPU seconds against the size of a contract](images/performance.svg)

${summary(m)}

## 简体中文

每张表来自一次交替运行：各程序轮流执行，取中位数。CPU 为程序全部进程的用户态与内核态时间之和，内存为最大进程的峰值。机器忙碌时
各程序同样变慢，比值比秒数更能说明问题。各程序运行时均不设 \`NODE_EXTRA_CA_CERTS\`，否则每个 Node 启动时都要读取这些证书。“no cache”指不缓存检查结果；编译后的程序由上一轮保留（见[命令行](command-line.zh-CN.md#大型仓库)）。生成的仓库含 5 至 40 KB 的合同、政策和手册，英文 60%、中文 30%、中英混合 10%；十分之三的
章节使用检查项目录的词语，章节文本互不重复。表格见上。
`;

/** The tables. */
export function summary(m) {
  const parts = [
    m.thousand && lintTable(`${title(m.thousandInput)}, no cache`, m.thousand, m.thousandInput),
    m.hundred && lintTable(title(m.hundredInput), m.hundred, m.hundredInput),
    m.corpus && lintTable(`${m.corpusInput.files} real documents`, m.corpus, m.corpusInput),
    m.start && lintTable('One file of one line', m.start),
    m.cache && cacheTable(m),
    m.growth && growthTable(m.growth),
    m.editor && editorTable(m.editor),
    m.hostile && hostileTable(m.hostile),
  ];
  return parts.filter(Boolean).join('\n\n');
}

const title = ({ files, megabytes }) => `${files} generated files, ${megabytes.toFixed(1)} MB`;

function lintTable(name, found, input) {
  const base = found.clausecheck;
  const rows = Object.entries(found).map(([program, { cpuSeconds, wallSeconds, megabytes }]) => [
    program === 'markdownlint' ? 'markdownlint-cli2' : program === 'remark' ? 'remark-cli' : program,
    cpuSeconds.toFixed(2),
    wallSeconds.toFixed(2),
    ...(input ? [(input.megabytes / cpuSeconds).toFixed(2)] : []),
    megabytes.toFixed(0),
    program === 'clausecheck' ? '' : (cpuSeconds / base.cpuSeconds).toFixed(1),
  ]);
  const head = [
    'program',
    'CPU s',
    'wall s',
    ...(input ? ['MB per CPU s'] : []),
    'peak MB',
    'CPU, × clausecheck',
  ];
  return `## ${name}\n\n${table(head, rows)}`;
}

function cacheTable({ cache: { cold, warm }, manyInput, thousand, thousandInput }) {
  const row = (name, { cpuSeconds, wallSeconds, megabytes }) => [
    name,
    cpuSeconds.toFixed(2),
    wallSeconds.toFixed(2),
    megabytes.toFixed(0),
  ];
  const markdownlint =
    thousand && (thousand.markdownlint.cpuSeconds * manyInput.megabytes) / thousandInput.megabytes;
  const ratio = markdownlint
    ? `\n\nmarkdownlint-cli2, cold, extrapolated from its 1,000 files: ${markdownlint.toFixed(0)} s CPU, ${(markdownlint / warm.cpuSeconds).toFixed(0)} × the warm run.`
    : '';
  const rows = [row('empty cache', cold), row('nothing changed', warm)];
  return `## ${title(manyInput)}, \`--cache\`\n\n${table(['run', 'CPU s', 'wall s', 'peak MB'], rows)}${ratio}`;
}

function growthTable(growth) {
  const rows = growth.map(({ name, bytes, cpuSeconds, megabytes }) => [
    name,
    (bytes / 1e6).toFixed(2),
    cpuSeconds.toFixed(2),
    megabytes.toFixed(0),
  ]);
  const of = (name) => growth.find((one) => one.name === name)?.cpuSeconds ?? NaN;
  const ratios = ['en', 'zh', 'mixed']
    .map((l) => `${l} ${(of(`${l}-2000`) / of(`${l}-1000`)).toFixed(2)}`)
    .join(', ');
  return `## One contract, by size\n\n${table(['contract', 'MB', 'CPU s', 'peak MB'], rows)}\n\n2 MB against 1 MB: ${ratios}.`;
}

function editorTable({ large, largeWhole, small, smallUnified, wholeParse }) {
  const row = (name, { first, median, p95, blocked, megabytes, restMegabytes }) => [
    name,
    first.toFixed(0),
    median.toFixed(1),
    p95.toFixed(1),
    blocked.toFixed(0),
    megabytes.toFixed(0),
    restMegabytes.toFixed(0),
  ];
  const rows = [
    row('clausecheck, 1 MB', large),
    row('the same, parsing the whole with remark-parse, 1 MB', largeWhole),
    row('clausecheck, 100 KB', small),
    row('unified-language-server, 100 KB', smallUnified),
  ];
  const head = ['server', 'first ms', 'median ms', 'p95 ms', 'longest block ms', 'peak MB', 'MB at the end'];
  return `## Keystrokes, to published findings\n\n${table(head, rows)}

A keystroke in 1 MB takes 1/${(largeWhole.median / large.median).toFixed(0)} of parsing the whole, in 100 KB 1/${(smallUnified.median / small.median).toFixed(0)} of unified-language-server.
One parse of the 1 MB with remark-parse takes ${wholeParse.first.toFixed(0)} ms, the first findings ${(large.first / wholeParse.first).toFixed(2)} of it.`;
}

function hostileTable(found) {
  const rows = found.map(({ name, characters, wallSeconds, first, most }) => [
    name,
    (characters / 1e6).toFixed(1),
    wallSeconds.toFixed(1),
    first.toFixed(0),
    most.toFixed(0),
  ]);
  const head = ['a text of', 'million characters', 'command line s', 'first findings ms', 'a keystroke ms'];
  return `## Hostile texts\n\n${table(head, rows)}`;
}

const table = (head, rows) =>
  [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

/** CPU seconds against size, a line a language. */
export function plot({ growth = [] }) {
  const [width, height, left, bottom] = [640, 340, 60, 40];
  const most = {
    x: Math.max(...growth.map(({ bytes }) => bytes), 1),
    y: Math.max(...growth.map((g) => g.cpuSeconds), 1),
  };
  const x = (bytes) => left + (bytes / most.x) * (width - left - 90);
  const y = (seconds) => height - bottom - (seconds / most.y) * (height - bottom - 20);
  const colours = { en: '#0969da', zh: '#cf222e', mixed: '#8250df' };
  const lines = Object.entries(colours).map(([language, colour]) => {
    const own = growth.filter(({ name }) => name.startsWith(`${language}-`));
    const points = own.map((g) => `${x(g.bytes).toFixed(1)},${y(g.cpuSeconds).toFixed(1)}`);
    const last = own.at(-1);
    const label =
      last &&
      `<text x="${x(last.bytes) + 8}" y="${y(last.cpuSeconds) + 4}" fill="${colour}">${language}</text>`;
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${label ?? ''}`;
  });
  const ticks = [0, 0.5, 1].flatMap((share) => [
    `<text x="${x(most.x * share)}" y="${height - bottom + 18}" text-anchor="middle">${((most.x * share) / 1e6).toFixed(1)} MB</text>`,
    `<text x="${left - 8}" y="${y(most.y * share) + 4}" text-anchor="end">${(most.y * share).toFixed(1)} s</text>`,
  ]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="CPU seconds against the size of one contract">
<rect width="${width}" height="${height}" fill="#ffffff"/>
<path d="M${left} 20V${height - bottom}H${width - 90}" fill="none" stroke="#57606a"/>
${[...lines, ...ticks].join('\n')}
</svg>
`;
}

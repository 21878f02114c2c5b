// Loaded in front of every program that is measured: at its end it tells what it used.
const { appendFileSync, readFileSync } = require('node:fs');
const { monitorEventLoopDelay } = require('node:perf_hooks');
const { isMainThread } = require('node:worker_threads');

const file = process.env.CLAUSECHECK_PROBE;
if (file && isMainThread) {
  const resolution = 5;
  const delay = process.env.CLAUSECHECK_PROBE_LOOP ? monitorEventLoopDelay({ resolution }) : undefined;
  delay?.enable();
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    let kilobytes = maxRSS;
    try {
      // Unlike the figure above, without what the parent used.
      kilobytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) || maxRSS;
    } catch {
      // Not Linux.
    }
    const used = {
      cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
      megabytes: kilobytes / 1024,
      ...(delay && { blocked: Math.max(0, delay.max / 1e6 - resolution) }),
    };
    appendFileSync(file, `${JSON.stringify(used)}\n`);
  });
}

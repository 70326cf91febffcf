/**
 * Asks the registry for known security problems of the packages in package-lock.json.
 *
 *   node scripts/audit.mjs
 *
 * Ends with 1 where one is high or critical. Not every registry answers such questions; then that is said, and nothing fails.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const GRAVE = ['high', 'critical'];

const root = path.resolve(import.meta.dirname, '..');
const { stdout } = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});

/** @returns {{ vulnerabilities?: Record<string, { severity: string }>, metadata?: object }} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

const { vulnerabilities, metadata } = parse(stdout ?? '');
if (metadata === undefined) {
  console.log('No audit: the registry does not answer.');
} else {
  const all = Object.entries(vulnerabilities ?? {});
  const grave = all.filter(([, { severity }]) => GRAVE.includes(severity));
  console.log(`Audit: ${all.length} packages with known problems, ${grave.length} of them high or critical.`);
  for (const [name, { severity }] of grave) console.log(`  ${name}: ${severity}`);
  if (grave.length > 0) process.exitCode = 1;
}

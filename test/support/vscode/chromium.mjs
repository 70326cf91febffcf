import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { installation } from './install.mjs';

/**
 * Starts the installed headless Chromium, which reaches this machine and nothing else.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 */
export function launchChromium() {
  const executablePath = path.join(installation.chromium, 'chromium');
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...librariesFor(executablePath), ...fonts() },
    // Chromium's own sandbox does not start for root, nor in most containers; only this project's pages are shown.
    chromiumSandbox: false,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
      '--no-first-run',
      '--no-proxy-server',
    ],
  });
}

function librariesFor(executable) {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  if (!stdout?.includes('not found')) return {};
  const folders = [path.join(installation.chromium, 'lib'), process.env.LD_LIBRARY_PATH];
  return { LD_LIBRARY_PATH: folders.filter(Boolean).join(':') };
}

function fonts() {
  if (existsSync('/etc/fonts/fonts.conf')) return {};
  const file = path.join(installation.chromium, 'fonts.conf');
  const folder = (name) => path.join(installation.chromium, name);
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${folder('fonts')}</dir><cachedir>${folder('font-cache')}</cachedir></fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
}

// tests/browser/browser.mjs - Chromium without a window, on files and servers of this machine.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

/// The programs under test and the folder for what they write, as ctest names them.
export const given = {
  ringside: process.env.RINGSIDE_BINARY,
  chromium: process.env.RINGSIDE_CHROMIUM,
  source: process.env.RINGSIDE_SOURCE_DIR,
  output: process.env.RINGSIDE_OUTPUT,
};

/// Runs Ringside; a failed scenario is no error here.
export function ringside(...words) {
  const run = spawnSync(given.ringside, words, { cwd: given.source, encoding: 'utf8', maxBuffer: 64 << 20 });
  if (run.error) throw run.error;
  if (run.status > 1) throw new Error(`ringside ${words.join(' ')}: status ${run.status}\n${run.stderr}`);
  return run.stdout;
}

/// Chromium's own sandbox needs rights that containers and root do not have; the pages are ours.
export function launch(env = process.env) {
  return chromium.launch({ executablePath: given.chromium, env, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/// Chromium with a profile of its own that shows its only client certificate to the origin without asking. The
/// certificate is in the NSS database of the home folder.
export function launchWithCertificate(profile, origin, env) {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const choice = JSON.stringify({ pattern: origin, filter: {} });
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: { managed_auto_select_certificate_for_urls: [choice] } }));
  return chromium.launchPersistentContext(profile, { executablePath: given.chromium, env, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/// What axe-core finds wrong with the page, a line for each rule.
export async function violations(page) {
  await page.evaluate(axeSource);
  const result = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
  return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(' ')}`);
}

/// A page with the file open, and the list of everything that it asked for besides.
export async function open(browser, file, width, height) {
  const page = await browser.newPage({ viewport: { width, height } });
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return { page, asked };
}

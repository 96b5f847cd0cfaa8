// tests/browser/serve.test.mjs - the page of a server as people meet it: on a screen, on a phone, by keyboard, while the lab changes.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { given, launch, launchWithCertificate, ringside, violations } from './browser.mjs';

const home = mkdtempSync(join(tmpdir(), 'ringside-serve-'));
const lab = join(home, 'plex.lab');
const picture = (name) => join(given.output, name);
const credentials = { username: 'IBMUSER', password: 'S3cretPw' };
const tso = (system, ...commands) => ringside('--lab', lab, '--system', system, 'tso', ...commands);
const patience = { timeout: 30000 };
let browser, server, serverEnd, url, serverLog = '';

/// A system with a CA, and a server certificate for localhost on z/OSMF's ring.
function setUp(system) {
  tso(system, `RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA ${system}')) WITHLABEL('CA') NISTECC SIZE(256) KEYUSAGE(CERTSIGN)`,
    'ADDUSER IZUSVR', "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('localhost')) ALTNAME(DOMAIN('localhost')) WITHLABEL('Server') NISTECC SIZE(256) " +
    "SIGNWITH(CERTAUTH LABEL('CA'))", 'RACDCERT ID(IZUSVR) ADDRING(IZUKeyring.IZUDFLT)',
    "RACDCERT ID(IZUSVR) CONNECT(LABEL('Server') RING(IZUKeyring.IZUDFLT) DEFAULT)",
    "RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('CA') RING(IZUKeyring.IZUDFLT))");
}

/// Starts the server. Returns its list of systems once it is ready.
function serve() {
  server = spawn(given.ringside, ['--json', '--lab', lab, 'serve', '--password', `IBMUSER=${credentials.password}`],
    { stdio: ['ignore', 'pipe', 'pipe'] });
  server.stderr.on('data', (part) => { serverLog += part; });
  serverEnd = new Promise((resolve) => server.on('exit', resolve));
  return new Promise((resolve, reject) => {
    let text = '';
    server.on('exit', () => reject(new Error('the server has ended: ' + text)));
    server.stdout.on('data', (part) => {
      text += part;
      try {
        resolve(JSON.parse(text));
      } catch { /* the list is not whole yet */ }
    });
  });
}

function must(program, ...words) {
  const run = spawnSync(program, words, { encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
}

/// Chromium reads further CAs, and client certificates, from the NSS database of the user's home folder.
const nss = (folder) => `sql:${join(folder, '.pki/nssdb')}`;
function trustCa(folder, file) {
  mkdirSync(join(folder, '.pki/nssdb'), { recursive: true });
  must('certutil', '-d', nss(folder), '-N', '--empty-password');
  must('certutil', '-d', nss(folder), '-A', '-n', 'lab', '-t', 'C,,', '-i', file);
}

before(async () => {
  mkdirSync(given.output, { recursive: true });
  ringside('lab', 'new', lab, '--add', 'PRIMARY:zos:PLEX1', '--add', 'SYSX:zos:PLEX2');
  setUp('PRIMARY');
  setUp('SYSX');
  tso('PRIMARY', "RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('CA.B64')");
  ringside('--lab', lab, '--system', 'PRIMARY', 'get', 'CA.B64', join(home, 'ca.pem'));
  trustCa(home, join(home, 'ca.pem'));
  url = (await serve()).find((row) => row.system === 'PRIMARY').url + '/';
  browser = await launch({ ...process.env, HOME: home });
});
after(async () => {
  await browser?.close();
  server?.kill('SIGTERM');
  await serverEnd;
  rmSync(home, { recursive: true, force: true });
});

/// The page in a window of its own, with what it asked for and what the browser complained of.
async function open(width = 1280, height = 800, options = {}) {
  const context = await browser.newContext({ viewport: { width, height }, httpCredentials: credentials, ...options });
  const page = await context.newPage();
  const asked = [], complaints = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  return { page, context, asked, complaints };
}

const whole = (page) => page.getByText('Which ring trusts what', { exact: true }).waitFor(patience);

test('nobody sees the page without credentials', async () => {
  const stranger = await browser.newContext();
  const answer = await (await stranger.newPage()).goto(url).catch((error) => error);
  if (answer instanceof Error) assert.match(answer.message, /ERR_INVALID_AUTH_CREDENTIALS/);
  else assert.equal(answer.status(), 401);
  await stranger.close();
});

test('a browser that was not given the CA refuses the certificate', async () => {
  const stranger = await launch({ ...process.env, HOME: join(home, 'nobody') });
  const page = await stranger.newPage({ httpCredentials: credentials });
  await assert.rejects(page.goto(url), /ERR_CERT_AUTHORITY_INVALID/);
  await stranger.close();
});

test('a client certificate logs its user on, as long as RACF trusts it', async () => {
  const folder = join(home, 'certified');
  trustCa(folder, join(home, 'ca.pem'));
  tso('PRIMARY', 'ADDUSER WEBUSER NOPASSWORD',
    "RACDCERT ID(WEBUSER) GENCERT SUBJECTSDN(CN('web user')) WITHLABEL('Logon') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('CA'))",
    "RACDCERT ID(WEBUSER) EXPORT(LABEL('Logon')) DSN('WEB.P12') FORMAT(PKCS12DER) PASSWORD('pw')");
  ringside('--lab', lab, '--system', 'PRIMARY', 'get', 'WEB.P12', join(home, 'web.p12'));
  must('pk12util', '-d', nss(folder), '-i', join(home, 'web.p12'), '-W', 'pw');
  const context = await launchWithCertificate(join(folder, 'profile'), new URL(url).origin, { ...process.env, HOME: folder });
  const page = await context.newPage();
  assert.equal((await page.goto(url)).status(), 200, 'no password was asked for');
  await whole(page);
  assert.match(serverLog, / WEBUSER GET \/ 200 .*certificate CN=web user/);
  tso('PRIMARY', "RACDCERT ID(WEBUSER) ALTER(LABEL('Logon')) NOTRUST");
  const refused = await page.reload().catch((error) => error);
  if (refused instanceof Error) assert.match(refused.message, /ERR_INVALID_AUTH_CREDENTIALS/);
  else assert.equal(refused.status(), 401);
  await context.close();
});

test('the page has systems, links with repairs, pictures, rings and users, and asks for nothing foreign', async () => {
  const { page, context, asked, complaints } = await open();
  await whole(page);
  await page.screenshot({ path: picture('serve-1280x800.png') });
  const text = await page.locator('main').innerText();
  for (const part of ['PRIMARY', 'SYSX', 'IZUSVR/IZUKeyring.IZUDFLT', 'serves', '2 of 2 links refused', 'not on ring',
    'When certificates end', 'Jobs and spool', 'Users of PRIMARY', 'IBMUSER']) assert.ok(text.includes(part), part);
  assert.ok(!(await page.content()).includes(credentials.password));
  assert.ok(asked.every((one) => one === url || one.startsWith('data:')), asked.join(' '));
  assert.deepEqual(complaints, []);
  await context.close();
});

for (const [width, height] of [[1280, 800], [390, 844]])
  test(`axe finds nothing at ${width} by ${height}, and nothing is wider than the window`, async () => {
    const { page, context } = await open(width, height);
    await whole(page);
    await page.screenshot({ path: picture(`serve-${width}-whole.png`), fullPage: true });
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    await context.close();
  });

test('the keyboard reaches the content in one step, and opens a repair', async () => {
  const { page, context } = await open();
  await whole(page);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'To the lab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'MAIN');
  const summary = () => page.evaluate(() => document.activeElement.tagName === 'SUMMARY');
  for (let steps = 0; steps < 30 && !(await summary()); ++steps) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.ok(await page.evaluate(() => document.activeElement.parentElement.open));
  await context.close();
});

test('the page follows the lab without a reload, and focus, open details and position stay', async () => {
  const { page, context, complaints } = await open();
  await whole(page);
  const repair = page.locator('details', { hasText: 'Repair' }).first();
  await repair.locator('summary').click();
  const link = page.locator('.matrix a').first();
  await link.focus();
  await page.evaluate(() => {
    window.sameDocument = true;
    window.scrollTo(0, 400);
  });
  tso('SYSX', "ADDUSER LIVEUSER NAME('ADDED MEANWHILE')");
  await page.getByText('ADDED MEANWHILE').waitFor({ state: 'attached', ...patience });
  assert.match(await page.locator('#live-status').innerText(), /^The lab has changed; this is the state as of /);
  assert.equal(await page.locator('#live-status').getAttribute('role'), 'status');
  assert.ok(await page.evaluate(() => window.sameDocument), 'no reload');
  assert.ok(await repair.evaluate((one) => one.open), 'the repair is still open');
  assert.ok(await link.evaluate((one) => one === document.activeElement), 'the keyboard is where it was');
  assert.equal(await page.evaluate(() => window.scrollY), 400);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a link that is mended becomes a link that holds', async () => {
  const { page, context } = await open();
  await whole(page);
  assert.ok((await page.locator('#lab-trust').innerText()).includes('2 of 2 links refused'));
  ringside('--lab', lab, '--system', 'SYSX', 'put', join(home, 'ca.pem'), 'PRIMARY.CA');
  tso('SYSX', "RACDCERT CERTAUTH ADD('PRIMARY.CA') WITHLABEL('Primary') TRUST",
    "RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('Primary') RING(IZUKeyring.IZUDFLT))");
  await page.locator('#lab-trust', { hasText: '1 of 2 links refused' }).waitFor(patience);
  await context.close();
});

test('a job that is submitted appears with its spool', async () => {
  const { page, context } = await open();
  await whole(page);
  writeFileSync(join(home, 'job.jcl'), "//LIVEJOB  JOB\n//S EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n LISTUSER\n/*\n");
  ringside('--lab', lab, '--system', 'SYSX', 'run', join(home, 'job.jcl'));
  const row = page.locator('#jobs tbody tr', { hasText: 'LIVEJOB' });
  await row.waitFor(patience);
  await row.locator('summary').click();
  assert.match(await row.innerText(), /IBMUSER\s+CC 0000[^]*SYSTSPRT/);
  await context.close();
});

test('a ring that its server cannot use names the command', async () => {
  const { page, context } = await open();
  await whole(page);
  tso('SYSX', "RACDCERT ID(IZUSVR) REMOVE(LABEL('Server') RING(IZUKeyring.IZUDFLT))");
  const trouble = page.locator('#trouble-SYSX');
  await trouble.waitFor(patience);
  assert.match(await trouble.innerText(), /RACDCERT ID\(IZUSVR\) CONNECT\(/);
  await page.screenshot({ path: picture('serve-trouble.png') });
  assert.deepEqual(await violations(page), []);
  tso('SYSX', "RACDCERT ID(IZUSVR) CONNECT(LABEL('Server') RING(IZUKeyring.IZUDFLT) DEFAULT)");
  await trouble.waitFor({ state: 'detached', ...patience });
  await context.close();
});

test('the button stops the changes and starts them again', async () => {
  const { page, context, asked } = await open();
  await whole(page);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.waitForLoadState('networkidle');
  const before = asked.length;
  await page.waitForTimeout(7000);
  assert.equal(asked.length, before);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForRequest(url, patience);
  await context.close();
});

test('without a script the page is there too, and says how to see changes', async () => {
  const { page, context } = await open(1280, 800, { javaScriptEnabled: false });
  const text = await page.locator('body').innerText();
  for (const part of ['Reload the page to see changes.', 'PRIMARY', 'Users of SYSX', 'links refused'])
    assert.ok(text.includes(part), part);
  assert.equal(await page.getByRole('button').count(), 0);
  await context.close();
});

test('a server that has stopped is told', async () => {
  const { page, context } = await open();
  await whole(page);
  server.kill('SIGTERM');
  await serverEnd;
  await page.getByText('The server does not answer; this is an older state.').waitFor(patience);
  assert.ok((await page.locator('main').innerText()).includes('PRIMARY'));
  await context.close();
});

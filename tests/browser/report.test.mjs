// tests/browser/report.test.mjs - the HTML reports as people meet them: on a screen, on a phone, on paper, by keyboard.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { given, launch, open, ringside, violations } from './browser.mjs';

const twelve = 'scenarios/sysplexes/twelve-systems.yaml';
const paper = { width: 703, height: 1009 }; // A4 without its margins of 12 mm, in CSS pixels
const file = (name) => join(given.output, name);
let browser;
let refused; // what the JSON report says, each pair once

before(async () => {
  mkdirSync(given.output, { recursive: true });
  const [scenario] = JSON.parse(ringside('--json', 'test', '--report', file('twelve.html'), twelve));
  const links = scenario.steps.findLast((step) => step.trust).trust.links;
  refused = links.filter((link) => !link.trusted && link.tls === '1.2');
  browser = await launch();
});
after(() => browser?.close());

/// Whether the eye meets the element on the first screen: it is inside, and nothing lies over it.
const onScreen = (element) => {
  const box = element.getBoundingClientRect();
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return box.width > 0 && box.height > 0 && box.left >= 0 && box.top >= 0 && box.right <= window.innerWidth &&
    box.bottom <= window.innerHeight && (element.contains(hit) || hit?.contains(element));
};

test('the first screen at 1280 by 800 names every refused link with its reason', async () => {
  const { page } = await open(browser, file('twelve.html'), 1280, 800);
  await page.screenshot({ path: file('twelve-1280x800.png') });
  const seen = await page.evaluate((visible) => {
    const onScreen = new Function(`return (${visible})`)();
    return [...document.querySelectorAll('.causes > li')].flatMap((cause) =>
      [...cause.querySelectorAll('.chips a')].filter((link) => onScreen(link) && onScreen(cause.firstElementChild))
        .map((link) => ({ link: link.innerText.replace(/\s+/g, ' '), reason: cause.innerText })));
  }, onScreen.toString());
  assert.equal(refused.length, 37);
  assert.equal(seen.length, refused.length);
  for (const link of refused) {
    const named = seen.filter((one) => one.link.includes(link.client) && one.link.endsWith(link.server));
    assert.equal(named.length, 1, `${link.client} -> ${link.server}`);
    assert.ok(named[0].reason.includes(link.reason), `${link.client} -> ${link.server}: ${named[0].reason}`);
    assert.ok(named[0].reason.includes(link.openssl), `${link.client} -> ${link.server}: ${named[0].reason}`);
  }
  await page.close();
});

test('a cell of the matrix leads to the explanation of its link', async () => {
  const { page } = await open(browser, file('twelve.html'), 1280, 800);
  const link = refused.find((one) => one.client === 'SYC1' && one.server === 'SYB3');
  await page.locator('.matrix a', { hasText: 'SYC1 to SYB3' }).or(page.locator('.matrix a').filter({ hasText: /SYC1.*SYB3/s })).first().click();
  const target = page.locator(':target');
  assert.ok(await target.evaluate(onScreen), 'the explanation is on the screen');
  assert.ok(await target.evaluate((element) => element === document.activeElement), 'the keyboard is there too');
  const text = await target.innerText();
  for (const part of ['SYC1', 'SYB3', link.reason, link.explanation, link.openssl]) assert.ok(text.includes(part), part);
  await page.close();
});

test('the keyboard reaches the report in one step and every cell of the matrix', async () => {
  const { page } = await open(browser, file('twelve.html'), 1280, 800);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'To the report');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'MAIN');
  assert.equal(await page.locator('.matrix a').count(), 132);
  await page.close();
});

test('every picture has a name and the same in words', async () => {
  const { page } = await open(browser, file('twelve.html'), 1280, 800);
  const pictures = await page.evaluate(() => [...document.querySelectorAll('svg:not([aria-hidden])')].map((svg) => ({
    role: svg.getAttribute('role'),
    name: document.getElementById(svg.getAttribute('aria-labelledby')).textContent,
    words: document.getElementById(svg.getAttribute('aria-describedby')).children.length,
    width: svg.getBoundingClientRect().width,
  })));
  assert.deepEqual(pictures.map((one) => one.name), ['Which link holds', 'Who signs whom', 'Which ring trusts what']);
  for (const one of pictures) assert.ok(one.role === 'img' && one.words >= 9 && one.width > 100, JSON.stringify(one));
  await page.close();
});

for (const [width, height] of [[1280, 800], [390, 844]])
  test(`axe finds nothing at ${width} by ${height}, and nothing is wider than the window`, async () => {
    const { page, asked } = await open(browser, file('twelve.html'), width, height);
    await page.screenshot({ path: file(`twelve-${width}-whole.png`), fullPage: true });
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    assert.equal(asked.length, 1, 'the page is all there is');
    await page.close();
  });

test('on paper no table and no picture is clipped', async () => {
  const { page } = await open(browser, file('twelve.html'), paper.width, paper.height);
  const pdf = await page.pdf({ path: file('twelve.pdf'), preferCSSPageSize: true });
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  await page.emulateMedia({ media: 'print' });
  const wide = await page.evaluate((width) => [...document.querySelectorAll('table, figure svg, pre, article')]
    .filter((one) => one.getBoundingClientRect().right > width).map((one) => one.outerHTML.slice(0, 200)), paper.width);
  assert.deepEqual(wide, []);
  assert.equal(await page.locator('.scroll').first().evaluate((one) => getComputedStyle(one).overflowX), 'visible');
  await page.close();
});

test('failures, mistakes and names that look like markup read as well', async () => {
  const label = '<img src=x onerror=alert(1)>';
  writeFileSync(file('hostile.yaml'), `name: '${label}'\nabout: '</style><script>alert(2)</script>'\nsteps:\n` +
    `  - title: '"><svg onload=alert(3)>'\n    tso:\n      - RACDCERT ADDRING(R)\n` +
    `      - RACDCERT GENCERT SUBJECTSDN(CN('${label}')) WITHLABEL('</td><script>') NISTECC SIZE(256)\n` +
    `      - RACDCERT CONNECT(LABEL('</td><script>') RING(R) DEFAULT USAGE(CERTAUTH))\n` +
    '  - trust: {endpoints: [{name: "<b>a</b>", system: SYS1, ring: IBMUSER/R}, {name: b&lt;, system: SYS1, ring: IBMUSER/R}]}\n');
  const data = 'tests/harness/data/';
  ringside('test', '--report', file('several.html'), file('hostile.yaml'), `${data}several-failures.yaml`,
    `${data}skipped.yaml`, `${data}mistaken-head.yaml`, `${data}trust.yaml`);
  const { page } = await open(browser, file('several.html'), 1280, 800);
  page.on('dialog', () => assert.fail('a name became a script'));
  await page.screenshot({ path: file('several-1280x800.png') });
  assert.equal(await page.locator('img, script, b').count(), 0);
  assert.ok((await page.locator('#s1').innerText()).includes(label));
  assert.equal(await page.locator('nav tbody tr').count(), 5);
  assert.deepEqual(await violations(page), []);
  await page.close();
});

test('axe finds nothing on the page of ending certificates, and a label stays text', async () => {
  const label = '<img src=x onerror=alert(1)>';
  const lab = file('expiry.lab');
  rmSync(lab, { force: true });
  ringside('--lab', lab, '--date', '2026-01-15', 'lab', 'new', '--add', 'SYSA', '--add', 'SYSB');
  ringside('--lab', lab, '--system', 'SYSA', 'tso', 'RACDCERT ADDRING(R)',
    `RACDCERT GENCERT SUBJECTSDN(CN('a')) WITHLABEL('${label}') NISTECC SIZE(256) NOTAFTER(DATE(2026-02-01))`,
    `RACDCERT CONNECT(LABEL('${label}') RING(R) DEFAULT)`);
  ringside('lab', 'report', lab, '--expiry', '--html', file('expiry.html'));
  for (const [width, height] of [[1280, 800], [390, 844]]) {
    const { page, asked } = await open(browser, file('expiry.html'), width, height);
    page.on('dialog', () => assert.fail('a label became a script'));
    await page.screenshot({ path: file(`expiry-${width}.png`), fullPage: true });
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    assert.equal(asked.length, 1, 'the page is all there is');
    assert.ok((await page.locator('tbody').innerText()).includes(label));
    assert.equal(await page.locator('img').count(), 0);
    await page.close();
  }
});

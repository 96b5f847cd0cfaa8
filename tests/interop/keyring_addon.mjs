// tests/interop/keyring_addon.mjs - calls the addon for keyring_js, and serves HTTPS with what it returns.
//
// RINGSIDE_ADDON: the file node.napi.node. The lab has user SERVER with ring Ring.One: "mine", the default, whose host
// is localhost, its CA "ca", and "distrusted". Prints "all is well" at the end.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {X509Certificate, createPrivateKey} from 'node:crypto';
import {writeFileSync} from 'node:fs';
import https from 'node:https';
import {createRequire} from 'node:module';
import {promisify} from 'node:util';

const addon = createRequire(import.meta.url)(process.env.RINGSIDE_ADDON);
const refused = (reason) => ({
  name: 'Error',
  message: `R_datalib call failed: function code: 01, SAF rc: 8, RACF rc: 8, RACF rsn: ${reason}\n`,
});
const wrong = (message) => ({name: 'TypeError', message});

const members = addon.listKeyring('SERVER', 'Ring.One');
assert.deepEqual(
  members.map(({label, owner, usage, status, default: isDefault}) => [label, owner, usage, status, isDefault]),
  [
    ['mine', 'SERVER', 'PERSONAL', 'TRUST', true],
    ['ca', 'irrcerta', 'CERTAUTH', 'TRUST', false],
    ['distrusted', 'SERVER', 'PERSONAL', 'NOTRUST', false],
  ],
);
const mine = addon.getData('SERVER', 'Ring.One', 'mine', 'pem');
assert.deepEqual(Object.keys(mine), ['certificate', 'key']);
assert.equal(mine.certificate, members[0].pem);
assert.match(mine.certificate, /^-----BEGIN CERTIFICATE-----\n([A-Za-z0-9+/]{64}\n)+[A-Za-z0-9+/=]+\n-----END CERTIFICATE-----$/);
assert.match(mine.key, /^-----BEGIN PRIVATE KEY-----\n[^]*\n-----END PRIVATE KEY-----$/);
assert.ok(new X509Certificate(mine.certificate).checkPrivateKey(createPrivateKey(mine.key)));

const der = addon.getData('SERVER', 'Ring.One', 'mine', 'DER');
assert.ok(der.certificate instanceof ArrayBuffer);
assert.ok(new X509Certificate(Buffer.from(der.certificate)).checkPrivateKey(createPrivateKey(mine.key)));
assert.ok(createPrivateKey({key: Buffer.from(der.key), format: 'der', type: 'pkcs8'}));
assert.equal(addon.getData('SERVER', 'Ring.One', 'ca', 'der').key.byteLength, 0);

assert.throws(() => addon.listKeyring('SERVER', 'None'), refused(84));
assert.throws(() => addon.listKeyring('NOBODY', 'Ring.One'), refused(84));
assert.throws(() => addon.getData('SERVER', 'Ring.One', 'Mine', 'pem'), refused(44));
assert.throws(() => addon.getData('SERVER', 'Ring.One', 'distrusted', 'pem'), refused(44));
assert.throws(() => addon.listKeyring('TOOLONGID', 'R'), wrong('First parameter is too long. Parameter can be up to 8 bytes long'));
assert.throws(() => addon.listKeyring('SERVER', 'r'.repeat(237)), wrong('Second parameter is too long. Parameter can be up to 236 bytes long'));
assert.throws(() => addon.getData('SERVER', 'R', 'l'.repeat(33), 'pem'), wrong('Third parameter is too long. Parameter can be up to 32 bytes long'));
assert.throws(() => addon.getData('SERVER', undefined, 'mine', 'pem'), wrong('Second parameter has wrong argument type'));
assert.throws(() => addon.getData('SERVER', 'Ring.One', 'mine', 'jks'), wrong('Specified format is not supported.'));
assert.throws(() => addon.listKeyring('SERVER'), /^TypeError: Wrong number of arguments/);

// A server with the certificate of the ring, which curl trusts by the CA of the ring.
writeFileSync('ca.pem', `${members[1].pem}\n`);
const server = https.createServer({key: mine.key, cert: mine.certificate}, (request, response) => response.end('served'));
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const url = `https://localhost:${server.address().port}/`;
const curl = promisify(execFile);
const options = ['--silent', '--show-error', '--noproxy', '*', '--resolve', `localhost:${server.address().port}:127.0.0.1`];
assert.equal((await curl('curl', [...options, '--cacert', 'ca.pem', url])).stdout, 'served');
await assert.rejects(curl('curl', [...options, url]));
server.close();
console.log('all is well');

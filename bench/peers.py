# bench/peers.py - the other tools, each making what Ringside makes: loops of commands, and one JVM.
import os
import textwrap

EASY_RSA = '/usr/share/easy-rsa/easyrsa'
EXPORTS = ['--add-exports', 'java.base/sun.security.x509=ALL-UNNAMED',
           '--add-exports', 'java.base/sun.security.tools.keytool=ALL-UNNAMED']


def make_ca(runner):
    """ca.pem and ca.key for the tools that sign with files."""
    runner.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-noenc', '-keyout', 'ca.key', '-out', 'ca.pem',
                '-subj', '/CN=Peer CA', '-days', '3650'])


def each(share, body):
    first, end = share
    return f'for i in $(seq {first} {end - 1}); do {body} || exit 1; done'


def openssl_loop(share):
    return each(share, 'openssl req -x509 -CA ca.pem -CAkey ca.key -newkey rsa:2048 -noenc -keyout k$i.pem -out c$i.pem '
                       '-subj /CN=host$i -days 365 2>/dev/null')


def certtool_loop(runner, share):
    runner.write('leaf.tmpl', 'cn = "host"\nexpiration_days = 365\ntls_www_server\n')
    return each(share, 'certtool --generate-privkey --key-type rsa --bits 2048 --outfile g$i.key 2>/dev/null && '
                       'certtool --generate-certificate --load-privkey g$i.key --load-ca-certificate ca.pem '
                       '--load-ca-privkey ca.key --template leaf.tmpl --outfile g$i.pem 2>/dev/null')


def cfssl_loop(runner, share):
    runner.write('csr.json', '{"CN": "host", "hosts": ["host"], "key": {"algo": "rsa", "size": 2048}}')
    return each(share, 'cfssl gencert -loglevel 5 -ca ca.pem -ca-key ca.key csr.json | cfssljson -bare f$i')


def easy_rsa_loop(runner, share):
    if not os.path.exists(runner.path('pki')):
        runner.run(f'{EASY_RSA} --batch init-pki && {EASY_RSA} --batch build-ca nopass')
    return each(share, f'{EASY_RSA} --batch build-server-full host$i nopass >/dev/null 2>&1')


def keytool_loop(runner, share):
    """keytool 17 signs with another entry of the store; each call writes the growing store again."""
    store = '-keystore loop.p12 -storepass changeit'
    if not os.path.exists(runner.path('loop.p12')):
        runner.run(f'keytool -genkeypair {store} -alias ca -keyalg RSA -keysize 2048 -dname CN=CA -ext bc:c')
    return each(share, f'keytool -genkeypair {store} -alias host$i -keyalg RSA -keysize 2048 -dname CN=host$i '
                       '-signer ca 2>/dev/null')


def compile_java(runner):
    runner.write('Issue.java', JAVA)
    runner.run(['javac', *EXPORTS, '-d', runner.folder, 'Issue.java'])


def java(algorithm, bits, count, threads):
    """Prints certificates a second inside the running JVM: its start is not counted."""
    return ['java', *EXPORTS, '-cp', '.', 'Issue', algorithm, str(bits), str(count), str(threads), 'out.jks']


JAVA = textwrap.dedent('''
    import java.io.*; import java.security.*; import java.security.cert.*; import java.util.*; import java.util.concurrent.*;
    import sun.security.tools.keytool.CertAndKeyGen; import sun.security.x509.*;
    public class Issue {
      public static void main(String[] a) throws Exception {
        String key = a[0], signature = key.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        int bits = Integer.parseInt(a[1]), n = Integer.parseInt(a[2]), threads = Integer.parseInt(a[3]);
        CertAndKeyGen ca = new CertAndKeyGen(key, signature); ca.generate(bits);
        X509Certificate root = ca.getSelfCertificate(new X500Name("CN=CA"), 86400L * 3650);
        ExecutorService pool = Executors.newFixedThreadPool(threads); List<Future<Object[]>> made = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < n; i++) { final int k = i; made.add(pool.submit(() -> {
            CertAndKeyGen g = new CertAndKeyGen(key, signature, null, ca.getPrivateKey(), new X500Name("CN=CA"));
            g.generate(bits);
            return new Object[]{g.getPrivateKey(), g.getSelfCertificate(new X500Name("CN=host" + k), new Date(), 86400L * 365)}; })); }
        KeyStore store = KeyStore.getInstance("JKS"); store.load(null, null);
        for (int i = 0; i < n; i++) { Object[] r = made.get(i).get();
          store.setKeyEntry("host" + i, (PrivateKey) r[0], "changeit".toCharArray(), new java.security.cert.Certificate[]{(X509Certificate) r[1], root}); }
        try (FileOutputStream f = new FileOutputStream(a[4])) { store.store(f, "changeit".toCharArray()); }
        pool.shutdown();
        System.out.println(n / ((System.nanoTime() - start) / 1e9));
      }
    }''')

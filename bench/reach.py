# bench/reach.py - the rows of bench/RESULTS.md that have a goal or a peer: one function each.
import os
import shutil
import statistics
from functools import partial

import labs
import peers
from side_by_side import IFMA_OFF

REACH, OTHERS, MEMORY = 'Reach', 'Other tools, RSA-2048, certificates a second', 'Memory and growth'
KEYS = (('search', None, 'with IFMA'), ('portable', IFMA_OFF, 'without'))


def reach(report, name, work, goal, got, count, ours, peer):
    report.row(name, REACH, {'work': work, 'at least': goal, 'reached': got, 'N': count, 'ours': ours, 'peer': peer})


def rsa_issuance(runner, report):
    count = runner.size(1000, 12)
    peers.make_ca(runner)
    ours = lambda keys, env, _: count / labs.issue(runner, 'rsa2048', count, 2, keys, env)[0]
    def openssl(number):
        share = runner.shares(count)[number]
        return (share[1] - share[0]) / runner.wall(peers.openssl_loop(share))
    got = runner.in_turns(openssl=openssl, **{keys: partial(ours, keys, env) for keys, env, _ in KEYS})
    for (keys, _, what), goal in zip(KEYS, ('40 x', '13 x')):
        reach(report, 'rsa_issuance ' + keys, f'RSA-2048 issuance, durable, 2 threads, against a loop of `openssl req -x509 -CA` ({what})',
              goal, f'{got[keys] / got["openssl"]:.1f} x', f'{count:,}', f'{got[keys]:.0f}/s', f'{got["openssl"]:.2f}/s')


def rsa_cpu(runner, report):
    runner.need('certtool')
    count = runner.size(1000, 12)
    peers.make_ca(runner)
    ours = lambda keys, env, _: labs.issue(runner, 'rsa2048', count, 1, keys, env)[1] / count
    def certtool(number):
        share = runner.shares(count)[number]
        return runner.run(peers.certtool_loop(runner, share))[1] / (share[1] - share[0])
    got = runner.in_turns(certtool=certtool, **{keys: partial(ours, keys, env) for keys, env, _ in KEYS})
    for (keys, _, what), goal in zip(KEYS, ('6 x less', '2 x less')):
        reach(report, 'rsa_cpu ' + keys, f'RSA-2048, CPU for a certificate against certtool, one thread ({what})', goal,
              f'{got["certtool"] / got[keys]:.1f} x', f'{count:,}', f'{got[keys] * 1e3:.2f} ms', f'{got["certtool"] * 1e3:.1f} ms')


def raw_keys(runner, report):
    goals = {2048: ('20 x', '7 x', 60), 3072: ('15 x', '6 x', 48), 4096: ('12 x', '5 x', 20)}
    for bits, (fast, portable, each) in goals.items():
        each = runner.size(each, 2)
        key = lambda maker, env, _: runner.figure([runner.bench('keygen_once'), maker, str(bits), str(each)], env)
        # Times of keys scatter without an upper end: the mean of all keys, not the median of rounds.
        got = runner.in_turns(statistics.mean, search=partial(key, 'search', None), openssl=partial(key, 'openssl', None),
                              portable=partial(key, 'portable', IFMA_OFF), masked=partial(key, 'openssl', IFMA_OFF))
        for ours, theirs, goal, what in (('search', 'openssl', fast, 'with IFMA'),
                                         ('portable', 'masked', portable, 'without, on both sides')):
            reach(report, f'raw_keys {bits} {ours}', f'RSA-{bits} keys alone, one thread, against EVP_PKEY_Q_keygen ({what})', goal,
                  f'{got[theirs] / got[ours]:.1f} x', str(each * runner.rounds), f'{got[ours]:.2f} ms', f'{got[theirs]:.0f} ms')


def command_path(runner, report):
    count = runner.size(1000, 12)
    job = labs.gencert_job(runner, count)
    def ours(keys, env, _):
        lab = labs.new_lab(runner)
        return count / runner.wall([runner.ringside, '--lab', lab, '--keys', keys, 'run', job], env)
    def openssl(number):
        first, end = runner.shares(count)[number]
        return runner.figure([runner.bench('keygen_once'), 'openssl-sign-2', '2048', str(end - first)])
    got = runner.in_turns(openssl=openssl, **{keys: partial(ours, keys, env) for keys, env, _ in KEYS})
    for (keys, _, what), goal in zip(KEYS, ('20 x', '6 x')):
        reach(report, 'command_path ' + keys, f'a job of GENCERT RSA-2048 against EVP_PKEY_Q_keygen and EVP_DigestSign alone on 2 threads ({what})',
              goal, f'{got[keys] / got["openssl"]:.1f} x', f'{count:,}', f'{got[keys]:.0f}/s', f'{got["openssl"]:.1f}/s')


def p256(runner, report):
    runner.need('javac')
    count = runner.size(20000, 200)
    peers.compile_java(runner)
    got = runner.in_turns(ours=lambda _: count / labs.issue(runner, 'p256', count)[0],
                          java=lambda _: runner.figure(peers.java('EC', 256, count, 2)))
    reach(report, 'p256', 'P-256 issuance, durable, 2 threads, against one JVM with 2 threads', '15 x', f'{got["ours"] / got["java"]:.1f} x',
          f'{count:,}', f'{got["ours"]:.0f}/s', f'{got["java"]:.0f}/s')


def delivery(runner, report):
    """Certificates as files: a chain and a key for each."""
    count = runner.size(5000, 50)
    def ours(_):
        lab, out = labs.new_lab(runner), runner.path('certificates')
        shutil.rmtree(out, ignore_errors=True)
        return count / runner.wall([*labs.issue_command(runner, lab, 'p256', count), '--out', out])
    got = runner.in_turns(ours=ours)
    reach(report, 'delivery', 'P-256 issuance with a PEM chain and a key file for each (`--out`), 2 threads', '1,000/s', f'{got["ours"]:.0f}/s',
          f'{count:,}', f'{got["ours"]:.0f}/s', '-')


def replay(runner, report):
    rings = runner.size(5000, 50)
    job = labs.replay_job(runner, rings)
    def ours(_):
        lab = labs.new_lab(runner, extra=(labs.LEAF,))
        return 4 * rings / runner.wall([runner.ringside, '--lab', lab, 'run', job])
    got = runner.in_turns(ours=ours, bare=lambda _: 4 * rings / labs.bare_sql(runner, job))
    reach(report, 'replay', 'replay without keys, commands against the SQL statements that they issue, bare and in the same transactions', '0.5 x',
          f'{got["ours"] / got["bare"]:.2f} x', f'{4 * rings:,}', f'{got["ours"]:.0f}/s', f'{got["bare"]:.0f}/s')


def latency(runner, report):
    """Single commands at a terminal, keys not begun ahead."""
    count = runner.size(33, 3)
    one = lambda maker, env, _: runner.figure([runner.bench('keygen_once'), maker, '2048', str(count)], env)
    got = runner.in_turns(openssl=partial(one, 'openssl-median', None),
                          **{keys: partial(one, 'gencert-' + keys, env) for keys, env, _ in KEYS})
    for (keys, _, what), goal in zip(KEYS, ('15 x less', '6 x less')):
        reach(report, 'latency ' + keys, f'one GENCERT RSA-2048, median latency, against EVP_PKEY_Q_keygen ({what})', goal,
              f'{got["openssl"] / got[keys]:.1f} x', str(count * runner.rounds), f'{got[keys]:.1f} ms', f'{got["openssl"]:.0f} ms')


def handshakes(runner, report):
    systems = runner.size(100, 4)
    lab, rings = labs.matrix_lab(runner, systems)
    pairs = systems * (systems - 1)
    command = [runner.ringside, '--lab', lab, 'trust', '--tls', '1.3', '--mutual', *rings]
    if f'{pairs} handshakes: {pairs} trusted, 0 refused' not in runner.run(command)[2]:
        raise RuntimeError('the matrix is not what it should be')
    got = runner.in_turns(ours=lambda _: pairs / runner.wall(command),
                          bare=lambda _: runner.figure([runner.bench('handshake_loop'), str(systems), '2']))
    reach(report, 'handshakes', 'a matrix of handshakes, TLS 1.3, RSA-2048, both sides with a certificate, 2 threads, against the same by OpenSSL alone',
          '0.9 x', f'{got["ours"] / got["bare"]:.2f} x', f'{pairs:,}', f'{got["ours"]:.0f}/s', f'{got["bare"]:.0f}/s')


def token_signatures(runner, report):
    module = os.path.join(runner.build, 'lib', 'libringside-pkcs11.so')
    runner.need(module)
    env = {'RINGSIDE_LAB': labs.token_lab(runner), 'RINGSIDE_USER': 'SRV'}
    for key, name, count in (('rsa', 'RSA-2048', runner.size(2000, 20)), ('ec', 'P-256', runner.size(20000, 200))):
        one = lambda maker, _: runner.figure([runner.bench('token_signatures'), maker, key, str(count)], env)
        got = runner.in_turns(ours=partial(one, module), openssl=partial(one, 'openssl'))
        reach(report, 'token_signatures ' + key, f'a signature {name} through the PKCS#11 module, against EVP_PKEY_sign', '1.3 x at most',
              f'{got["ours"] / got["openssl"]:.2f} x', f'{count:,}', f'{got["ours"]:.1f} us', f'{got["openssl"]:.1f} us')


def ring_load(runner, report):
    """The goal is a difference: a load of the ring starts the program once."""
    jar = os.path.join(runner.build, 'lib', 'ringside-safkeyring.jar')
    runner.need('java', jar)
    lab, pem = labs.hundred_ring(runner)
    count = runner.size(100, 3)
    command = ['java', f'-javaagent:{jar}=lab={lab},user=SRV,program={runner.ringside}', os.path.join(os.path.dirname(__file__), 'LoadRing.java'),
               'safkeyring://SRV/R', pem, str(count)]
    def one(_):
        return [float(figure) for figure in runner.run(command)[2].split()]
    rounds = [one(number) for number in range(runner.rounds)]
    ring, file = (statistics.median(side) for side in zip(*rounds))
    reach(report, 'ring_load', 'Java loads a ring of 100 members, against CertificateFactory on the same as PEM, in one JVM', '50 ms more at most',
          f'{ring - file:.1f} ms more', str(count * runner.rounds), f'{ring:.1f} ms', f'{file:.1f} ms')


def start_up(runner, report):
    lab = labs.new_lab(runner)
    many = lambda command: statistics.median(runner.wall(command, check=False) for _ in range(runner.size(21, 3)))
    got = runner.in_turns(ours=lambda _: many([runner.ringside, '--lab', lab, 'tso', 'RACDCERT LIST']),
                          openssl=lambda _: many(['openssl', 'version']))
    reach(report, 'start_up', "start-up: `ringside tso 'RACDCERT LIST'` on a lab, against `openssl version`", '5 x at most',
          f'{got["ours"] / got["openssl"]:.1f} x', str(runner.size(21, 3) * runner.rounds), f'{got["ours"] * 1e3:.1f} ms',
          f'{got["openssl"] * 1e3:.1f} ms')


def shim_start(runner, report):
    """TSO commands of a shell script, a process each: the shim against the program itself."""
    lab = labs.new_lab(runner)
    count = runner.size(100, 3)
    def each(command, *before):
        loop = f'for i in $(seq {count}); do {command} "RACDCERT LIST" >/dev/null 2>&1; done'
        return runner.wall([*before, 'sh', '-c', loop], check=False) / count
    got = runner.in_turns(ours=lambda _: each('tso', runner.ringside, '--lab', lab, 'with', '--'),
                          plain=lambda _: each(f'{runner.ringside} --lab {lab} tso'))
    reach(report, 'shim_start', "`tso 'RACDCERT LIST'` under `ringside with`, against `ringside tso`", '2 x at most',
          f'{got["ours"] / got["plain"]:.2f} x', str(count * runner.rounds), f'{got["ours"] * 1e3:.1f} ms', f'{got["plain"] * 1e3:.1f} ms')


def keytool_list(runner, report):
    runner.need('keytool')
    times = runner.size(7, 1)
    for kind in ('jks', 'pkcs12'):
        store = ['-keystore', f'ten.{kind}', '-storepass', 'changeit']
        for n in range(10):
            runner.run([runner.ringside, '--seed', str(n), 'keytool', '-genkeypair', *store, '-storetype', kind, '-keyalg', 'RSA',
                        '-alias', f'key{n}', '-dname', f'CN=host{n}'])
        many = lambda command: statistics.median(runner.wall(command) for _ in range(times))
        got = runner.in_turns(ours=lambda _: many([runner.ringside, 'keytool', '-list', *store]),
                              java=lambda _: many(['keytool', '-list', *store]))
        reach(report, 'keytool_list ' + kind, f"`keytool -list` on 10 entries, {kind.upper()}, against the JDK's", '20 x less',
              f'{got["java"] / got["ours"]:.0f} x', str(times * runner.rounds), f'{got["ours"] * 1e3:.1f} ms', f'{got["java"] * 1e3:.0f} ms')


def growth(runner, report):
    """Look-ups among 1,000 and among 1,000,000: 200 of them in one call, less the time of one."""
    sizes = runner.size((1000, 1000000), (100, 1000))
    commands = {'LIST by label': "RACDCERT ID(SRV) LIST(LABEL('host7'))",
                "ADD's duplicate search": "RACDCERT CERTAUTH ADD('CA.CERT') WITHLABEL('again')",
                'a ring read': 'RACDCERT ID(SRV) LISTRING(R)'}
    made = {}
    for size in sizes:
        lab = labs.new_lab(runner, f'grown{size}.lab', ('RACDCERT ID(SRV) ADDRING(R)',))
        runner.run(labs.issue_command(runner, lab, 'p256', size))
        runner.run([runner.ringside, '--lab', lab, 'tso', "RACDCERT ID(SRV) CONNECT(LABEL('host7') RING(R) DEFAULT)",
                    "RACDCERT CERTAUTH EXPORT(LABEL('EC CA')) DSN('CA.CERT')"])
        made[size] = lab
    def look_up(lab, command, _):
        times = {n: statistics.median(runner.wall([runner.ringside, '--lab', lab, 'tso'] + [command] * n, check=False)
                                      for _ in range(3)) for n in (1, 201)}
        return (times[201] - times[1]) / 200
    for what, command in commands.items():
        got = runner.in_turns(**{str(size): partial(look_up, lab, command) for size, lab in made.items()})
        small, large = (got[str(size)] for size in sizes)
        reach(report, 'growth ' + what, f'{what}: time at {sizes[1]:,} certificates against {sizes[0]:,}', '2 x at most',
              f'{large / small:.2f} x', f'{600 * runner.rounds:,}', f'{large * 1e6:.0f} us', f'{small * 1e6:.0f} us')


def memory(runner, report):
    empty = runner.peak([runner.ringside, '--version'])
    for count in runner.size((1000, 10000, 100000), (100, 1000)):
        lab = labs.new_lab(runner)
        full = runner.peak(labs.issue_command(runner, lab, 'p256', count))
        report.row(f'memory {count}', MEMORY, {
            'work': f'issuing {count:,} P-256 certificates', 'at most': '64 MB above the empty process' if count == 100000 else '',
            'peak above the empty process': f'{(full - empty) / 1024:.1f} MB', 'peak': f'{full / 1024:.1f} MB',
            'empty process': f'{empty / 1024:.1f} MB'})


def other_tools(runner, report):
    """No goal: what each makes of the same N, a process for every certificate or one JVM for all."""
    count = runner.size(60, 3)
    peers.make_ca(runner)
    rate = lambda share, command: (share[1] - share[0]) / runner.wall(command)
    loops = {'cfssl gencert and cfssljson': (('cfssl', 'cfssljson'), peers.cfssl_loop),
             'easy-rsa build-server-full': ((peers.EASY_RSA,), peers.easy_rsa_loop),
             'certtool': (('certtool',), peers.certtool_loop),
             'keytool -genkeypair -signer': (('keytool',), peers.keytool_loop)}
    sides = {'ours': lambda _: count / labs.issue(runner, 'rsa2048', count)[0]}
    for name, (programs, loop) in loops.items():
        runner.need(*programs)
        loop(runner, (0, 1))  # sets up what it needs
        sides[name] = lambda number, loop=loop: rate(runner.shares(count)[number], loop(runner, runner.shares(count)[number]))
    peers.compile_java(runner)
    sides['one JVM, 2 threads'] = lambda _: runner.figure(peers.java('RSA', 2048, count, 2))
    got = runner.in_turns(**sides)
    for name in list(sides)[1:]:
        report.row('other_tools ' + name, OTHERS, {'tool': name, 'N': str(count), 'ours, 2 threads, durable': f'{got["ours"]:.0f}/s',
                                                   'the tool': f'{got[name]:.2f}/s', 'ratio': f'{got["ours"] / got[name]:.1f} x'})


ROWS = {function.__name__: function for function in (
    rsa_issuance, rsa_cpu, raw_keys, command_path, p256, delivery, replay, growth, latency, handshakes, token_signatures, ring_load, memory, start_up, shim_start,
    keytool_list, other_tools)}

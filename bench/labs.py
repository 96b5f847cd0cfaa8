# bench/labs.py - the labs and jobs that Ringside is measured on.
import os
import shutil

LEAF = "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('one')) WITHLABEL('one') NISTECC SIGNWITH(CERTAUTH LABEL('EC CA'))"


def new_lab(runner, name='bench.lab', extra=()):
    """A user SRV and two CAs."""
    lab = runner.path(name)
    for suffix in ('', '-wal', '-shm'):
        if os.path.exists(lab + suffix):
            os.remove(lab + suffix)
    ca = "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('{0} CA')) WITHLABEL('{0} CA') {1} NOTAFTER(DATE(2040-01-01))"
    runner.run([runner.ringside, '--lab', lab, '--seed', 'bench', 'tso', 'ADDUSER SRV', ca.format('EC', 'NISTECC SIZE(256)'),
                ca.format('RSA', 'SIZE(2048)'), *extra])
    return lab


def issue_command(runner, lab, algorithm, count, threads=2, keys='search'):
    signer = 'EC CA' if algorithm.startswith('p') else 'RSA CA'
    return [runner.ringside, '--lab', lab, '--keys', keys, 'issue', '--count', str(count), '--algorithm', algorithm,
            '--owner', 'SRV', '--signer', signer, '--threads', str(threads)]


def issue(runner, algorithm, count, threads=2, keys='search', env=None):
    """Wall and CPU seconds of a whole run, its start included."""
    lab = new_lab(runner)
    return runner.run(issue_command(runner, lab, algorithm, count, threads, keys), env)[:2]


def job(name, commands):
    return (f'//{name} JOB (1),CLASS=A,MSGCLASS=X\n//S EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n' +
            ''.join(command + '\n' for command in commands) + '/*\n')


def gencert_job(runner, count):
    return runner.write('bulk.jcl', job('BULK', (
        f"RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('host{n}.example.com')) -\n  WITHLABEL('job{n}') RSA SIZE(2048) -\n"
        "  SIGNWITH(CERTAUTH LABEL('RSA CA'))" for n in range(count))))


def replay_job(runner, rings):
    return runner.write('replay.jcl', job('REPLAY', (
        f"RACDCERT ID(SRV) ADDRING(RING{n})\n"
        f"RACDCERT ID(SRV) CONNECT(LABEL('one') RING(RING{n}) DEFAULT)\n"
        f"RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('EC CA') -\n  RING(RING{n}))\n"
        f"RACDCERT ID(SRV) LISTRING(RING{n})" for n in range(rings))))


def bare_sql(runner, job):
    """Seconds for the statements that a replay of the job issues, in its transactions."""
    recorded = new_lab(runner, 'recorded.lab', (LEAF,))
    bare = runner.path('bare.lab')
    for suffix in ('-wal', '-shm'):
        if os.path.exists(bare + suffix):
            os.remove(bare + suffix)
    shutil.copyfile(recorded, bare)
    return runner.figure([runner.bench('bare_sql'), recorded, bare, job])


def matrix_lab(runner, systems):
    """A sysplex of as many systems, each with an RSA-2048 server on a ring of its own below one CA; the rings' names."""
    lab = runner.path('matrix.lab')
    names = [f'S{n:03}' for n in range(systems)]
    runner.run([runner.ringside, '--lab', lab, '--seed', 'bench', 'lab', 'new'] +
               [word for name in names for word in ('--add', f'{name}:zos:PLEX:PLEX')])
    commands = ["RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') RSA SIZE(2048)"]
    for name in names:
        user = f'RACDCERT ID({name}) '
        commands += [f'ADDUSER {name}', user + f"GENCERT SUBJECTSDN(CN('{name}')) WITHLABEL('server') RSA SIZE(2048) "
                     "SIGNWITH(CERTAUTH LABEL('CA'))", user + 'ADDRING(R)', user + "CONNECT(LABEL('server') RING(R) DEFAULT)",
                     user + "CONNECT(CERTAUTH LABEL('CA') RING(R))"]
    runner.run([runner.ringside, '--lab', lab, '--system', names[0], 'tso', *commands])
    return lab, [f'{name}:{name}/R' for name in names]


def token_lab(runner):
    """Rings Rsa and Ec of SRV, each with a key of that kind."""
    return new_lab(runner, 'token.lab', [command for ring, kind in (('Rsa', 'SIZE(2048)'), ('Ec', 'NISTECC SIZE(256)')) for command in (
        f"RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('{ring}')) WITHLABEL('{ring}') {kind}", f'RACDCERT ID(SRV) ADDRING({ring})',
        f"RACDCERT ID(SRV) CONNECT(LABEL('{ring}') RING({ring}) DEFAULT)")])


def hundred_ring(runner):
    """A lab whose ring SRV/R has 100 members, half of them with keys; its file, and that of the certificates as PEM."""
    lab, out = new_lab(runner, 'hundred.lab', ('RACDCERT ID(SRV) ADDRING(R)', 'RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(READ)',
                                               'SETROPTS RACLIST(FACILITY) REFRESH')), runner.path('hundred')
    shutil.rmtree(out, ignore_errors=True)
    runner.run([*issue_command(runner, lab, 'p256', 100), '--out', out])
    connect = "RACDCERT ID(SRV) CONNECT(LABEL('host{}') RING(R) USAGE({}))"
    runner.run([runner.ringside, '--lab', lab, 'tso', *(connect.format(n, 'PERSONAL' if n % 2 else 'CERTAUTH') for n in range(1, 101))])
    leaves = (open(os.path.join(out, name)).read() for name in sorted(os.listdir(out)) if name.endswith('.pem'))
    end = '-----END CERTIFICATE-----\n'
    return lab, runner.path(runner.write('hundred.pem', ''.join(chain.split(end)[0] + end for chain in leaves)))

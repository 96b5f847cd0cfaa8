# bench/side_by_side.py - runs commands in turns, keeps medians, and writes the results as they come.
import datetime, json, os, platform, re, resource, shutil, statistics, subprocess, tempfile, time

IFMA_OFF = {'OPENSSL_ia32cap': ':~0x200000'}


class Missing(Exception):
    """A program that a row needs is not here."""


class Runner:
    """Runs programs in a folder of their own, which goes when the runner does."""

    def __init__(self, build, rounds, quick):
        self.build = os.path.abspath(build)
        self.ringside = os.path.join(self.build, 'app', 'ringside')
        self.rounds = rounds
        self.quick = quick
        self.folder = tempfile.mkdtemp(prefix='ringside-bench-')

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), 'w') as f:
            f.write(text)
        return name

    def bench(self, name):
        return os.path.join(self.build, 'bench', name)

    def size(self, full, quick):
        return quick if self.quick else full

    def need(self, *programs):
        for program in programs:
            if not shutil.which(program) and not os.path.exists(program):
                raise Missing(program + ' is not installed')

    def run(self, command, env=None, check=True, cwd=None):
        """A command (a text goes to the shell): wall seconds, CPU seconds of all that it started, standard output."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        done = subprocess.run(command, cwd=cwd or self.folder, shell=isinstance(command, str), text=True,
                              env={**os.environ, 'RINGSIDE_KEY_CACHE': 'none', **(env or {})},
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        wall = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if check and done.returncode != 0:
            raise RuntimeError(f'{command}: {done.returncode}\n{done.stdout[-500:]}{done.stderr[-1000:]}')
        return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout

    def figure(self, command, env=None):
        """The number that a program prints."""
        return float(self.run(command, env)[2])

    def wall(self, command, env=None, check=True):
        return self.run(command, env, check)[0]

    def peak(self, command):
        """KiB that a command had resident at most."""
        return self.figure([self.bench('peak'), *command])

    def in_turns(self, middle=statistics.median, **sides):
        """Each side once a round, given the round's number; the middle of what each returned."""
        values = {name: [] for name in sides}
        for number in range(self.rounds):
            for name, side in sides.items():
                values[name].append(side(number))
        return {name: middle(each) for name, each in values.items()}

    def shares(self, count):
        """A peer's loop of `count`, cut into one share for each round."""
        cuts = [count * n // self.rounds for n in range(self.rounds + 1)]
        return [(cuts[n], cuts[n + 1]) for n in range(self.rounds)]


class Report:
    """The results so far: in a file of data, from which the page is written anew after each row."""

    def __init__(self, page, data, header):
        self.page, self.data = page, data
        self.rows = {}
        self.header = header
        if data and os.path.exists(data):
            with open(data) as f:
                self.rows = json.load(f)

    def row(self, name, section, columns):
        self.rows[name] = {'section': section, 'columns': columns}
        print('| ' + ' | '.join(columns.values()) + ' |', flush=True)
        if self.data:
            with open(self.data, 'w') as f:
                json.dump(self.rows, f, indent=1)
        if self.page:
            with open(self.page + '.new', 'w') as f:
                f.write(self.text())
            os.replace(self.page + '.new', self.page)

    def text(self):
        lines = [self.header]
        for section in dict.fromkeys(row['section'] for row in self.rows.values()):
            rows = [row['columns'] for row in self.rows.values() if row['section'] == section]
            lines += ['', '## ' + section, '| ' + ' | '.join(rows[0]) + ' |', '|' + '---|' * len(rows[0])]
            lines += ['| ' + ' | '.join(row.values()) + ' |' for row in rows]
        return '\n'.join(lines) + '\n'


def first_line(command):
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, shell=True)
    except OSError:
        return 'not there'
    return done.stdout.strip().splitlines()[0] if done.returncode == 0 and done.stdout.strip() else 'not there'


def machine():
    """What the figures depend on, without the machine's name or paths."""
    with open('/proc/cpuinfo') as f:
        cpuinfo = f.read()
    model = re.search(r'model name\s*:\s*(.*)', cpuinfo)
    flags = re.search(r'flags\s*:\s*(.*)', cpuinfo)
    have = [flag for flag in ('avx2', 'avx512f', 'avx512ifma') if flags and flag in flags.group(1).split()]
    release = first_line('. /etc/os-release && echo "$PRETTY_NAME"')
    return [('processor', model.group(1) if model else platform.machine()),
            ('processors for this run', str(len(os.sched_getaffinity(0)))),
            ('vector instructions', ', '.join(have) or 'none of avx2, avx512f, avx512ifma'),
            ('system', f'{release}, Linux {platform.release()}'),
            ('memory', f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB")]


def versions(runner):
    package = lambda name: first_line(f"dpkg-query -W -f '${{Version}}' {name} 2>/dev/null")
    return [('ringside', first_line(f'{runner.ringside} --version') + ', commit ' +
             first_line('git -C "%s" rev-parse --short HEAD' % os.path.dirname(os.path.abspath(__file__)))),
            ('compiler', first_line('c++ --version')), ('openssl', first_line('openssl version')),
            ('SQLite', package('libsqlite3-0')), ('certtool', package('gnutls-bin')), ('cfssl', package('golang-cfssl')),
            ('easy-rsa', package('easy-rsa')), ('java', first_line('java -version'))]


def header(runner):
    lines = ['# Results', '', 'Written by `bench/results`; not by hand.',
             'Each row ran in turns with its peer, %d rounds; figures are medians. Both sides have the same N: a peer that is slow makes its N '
             'in shares, one a round.' % runner.rounds, '', '| | |', '|---|---|',
             '| date | ' + datetime.date.today().isoformat() + ' |']
    return '\n'.join(lines + [f'| {name} | {value} |' for name, value in machine() + versions(runner)])

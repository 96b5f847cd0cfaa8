# bench/served.py - TSO commands over REST: curl clients at two `ringside serve` processes on one lab.
import json
import os
import subprocess
import threading

import labs
from reach import reach

CLIENTS = 8
RING = ["ADDUSER IZUSVR NOPASSWORD", "RACDCERT ID(IZUSVR) ADDRING(IZUKeyring.IZUDFLT)",
        "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('localhost')) WITHLABEL('Server') NISTECC SIZE(256) ALTNAME(DOMAIN('localhost')) "
        "SIGNWITH(CERTAUTH LABEL('EC CA'))",
        "RACDCERT ID(IZUSVR) CONNECT(LABEL('Server') RING(IZUKeyring.IZUDFLT) DEFAULT)",
        "RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('EC CA') RING(IZUKeyring.IZUDFLT))",
        "RACDCERT CERTAUTH EXPORT(LABEL('EC CA')) DSN('CA.CERT')"]


class Servers:
    """Two processes on one lab, a system each; they end with the block."""

    def __init__(self, runner):
        self.lab = labs.new_lab(runner, 'served.lab', RING)
        runner.run([runner.ringside, '--lab', self.lab, 'get', 'CA.CERT', 'ca-served.pem'])
        runner.run([runner.ringside, '--lab', self.lab, 'lab', 'set', '--add', 'SYS2:zos:LOCAL:SYS1'])
        self.runner, self.running, self.ports = runner, [], []

    def __enter__(self):
        for system in ('SYS1', 'SYS2'):
            server = subprocess.Popen([self.runner.ringside, '--json', '--lab', self.lab, '--system', system, 'serve', '--password', 'IBMUSER=SYS1'],
                                      stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            self.running.append(server)
            text = ''
            while True:
                line = server.stdout.readline()
                if not line:
                    raise RuntimeError('serve has ended: ' + text)
                text += line
                try:
                    self.ports.append(json.loads(text)[0]['port'])
                    break
                except (json.JSONDecodeError, KeyError):
                    pass
        return self

    def __exit__(self, *_):
        for server in self.running:
            server.terminate()
            server.wait()

    def requests(self, client, first, end):
        """What curl is to ask: each command makes a group of its own."""
        port = self.ports[client % 2]
        one = ('silent\nfail\nmax-time = 60\ncacert = "ca-served.pem"\nuser = "IBMUSER:SYS1"\nrequest = PUT\noutput = "{0}"\n'
               'header = "X-CSRF-ZOSMF-HEADER: 1"\nheader = "Content-Type: application/json"\ndata = "{{\\"tsoCmd\\":\\"ADDGROUP G{1}{2:05}\\"}}"\n'
               'url = "https://localhost:{3}/zosmf/tsoApp/v1/tso"\nwrite-out = "%{{time_total}}\\n"\n')
        return 'next\n'.join(one.format(os.devnull, client, number, port) for number in range(first, end))


def percentile_99(times):
    return sorted(times)[len(times) * 99 // 100]


def ask(runner, servers, clients, first, end):
    """Seconds of every answer, of clients that ask at the same time."""
    times = []
    def one(client):
        name = runner.write(f'client{client}', servers.requests(client, first, end))
        times.extend(float(line) for line in runner.run(['curl', '--config', name])[2].split())
    running = [threading.Thread(target=one, args=(client,)) for client in clients]
    for each in running:
        each.start()
    for each in running:
        each.join()
    if len(times) != len(clients) * (end - first):
        raise RuntimeError('not every command was answered')
    return times


def tso_under_load(runner, report):
    runner.need('curl')
    count = runner.size(1000, 5)
    with Servers(runner) as servers:
        ask(runner, servers, [10, 11], 0, 1)  # each server checks a password slowly once
        def loaded(number):
            return percentile_99(ask(runner, servers, range(CLIENTS), count * number, count * (number + 1)))
        def alone(number):
            return percentile_99(ask(runner, servers, [CLIENTS], count * number, count * (number + 1)))
        got = runner.in_turns(loaded=loaded, alone=alone)
    reach(report, 'tso_under_load', 'p99 of a TSO command over REST, 8 clients at two servers on one lab, against one client alone', '1,000 ms at most',
          f'{got["loaded"] * 1e3:.0f} ms', f'{CLIENTS * count * runner.rounds:,}', f'{got["loaded"] * 1e3:.0f} ms', f'{got["alone"] * 1e3:.1f} ms')

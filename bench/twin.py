# bench/twin.py - loading the unload of a site's database: seconds, and memory that does not grow with the unload.
import os
import subprocess

from reach import MEMORY, reach

GENERATOR = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'unload_generator.py')
# A quarter of the generator's default, and a hundredth for a quick look.
SMALLER = ['--users', '25000', '--certificates', '5000', '--rings', '1250', '--groups', '1250', '--resources', '5050']
TINY = ['--users', '1000', '--certificates', '200', '--rings', '50', '--groups', '50', '--resources', '202']


def unload(runner, name, options):
    """The file of an unload, and how many records it has."""
    file = runner.path(name)
    done = subprocess.run([GENERATOR, *options, file], stderr=subprocess.PIPE, text=True, check=True)
    return file, int(done.stderr.split()[0].replace(',', ''))


def load_command(runner, file):
    lab = runner.path('twin.lab')
    for suffix in ('', '-wal', '-shm'):
        if os.path.exists(lab + suffix):
            os.remove(lab + suffix)
    return [runner.ringside, '--lab', lab, 'lab', 'load', file, '--system', 'TWIN', '--plex', 'TWIN']


def twin_load(runner, report):
    file, count = unload(runner, 'site.unload', runner.size([], TINY))
    got = runner.in_turns(text=lambda _: runner.wall(load_command(runner, file)))
    reach(report, 'twin_load', 'loading an unload: 100,000 users, 20,000 certificates, 5,000 rings', '20 s at most', f'{got["text"]:.1f} s', f'{count:,}',
          f'{got["text"]:.1f} s', '-')


def twin_memory(runner, report):
    empty = runner.peak([runner.ringside, '--version'])
    for options, goal in ((runner.size(SMALLER, TINY), ''), (runner.size([], TINY), '500 MB')):
        file, count = unload(runner, 'site.unload', options)
        full = runner.peak(load_command(runner, file))
        report.row(f'twin_memory {count}', MEMORY, {
            'work': f'loading an unload of {count:,} records', 'at most': goal, 'peak above the empty process': f'{(full - empty) / 1024:.1f} MB',
            'peak': f'{full / 1024:.1f} MB', 'empty process': f'{empty / 1024:.1f} MB'})


ROWS = {function.__name__: function for function in (twin_load, twin_memory)}

#!/usr/bin/env python3
"""bench/unload_generator.py - writes the unload (IRRDBU00) of a RACF database that does not exist.

  bench/unload_generator.py [--users N] [--certificates N] [--rings N] [--groups N] [--resources N] [--seed TEXT]
                            [--ebcdic | --crlf] [--trimmed] FILE

Without options a million records. The same options and seed write the same octets. FILE '-' is standard output.
"""
import argparse
import datetime
import random
import struct
import sys

FIRST_DAY = datetime.date(2000, 1, 1)
DAYS = [(FIRST_DAY + datetime.timedelta(n)).isoformat() for n in range(20000)]
TODAY = (datetime.date(2026, 6, 1) - FIRST_DAY).days
CERTAUTH, SITE = 'irrcerta', 'irrsitec'
# Where code page 1047 differs from 037, which Python has.
IN_1047 = {'[': 0xAD, ']': 0xBD, '^': 0x5F, '\xac': 0xB0, '\xdd': 0xBA, '\xa8': 0xBB}
EBCDIC = bytes(IN_1047.get(chr(n)) or chr(n).encode('cp037')[0] for n in range(256))


def shape(record_type, last, *fields):
    """A format for records of a type: (first, last) is a value, (first, last, text) is always that text. Columns from 1."""
    parts, at = [record_type], 5
    for first, end, *constant in fields:
        width = end - first + 1
        parts.append(' ' * (first - at) + (constant[0].ljust(width) if constant else f'%-{width}.{width}s'))
        at = end + 1
    return ''.join(parts) + ' ' * (last + 1 - at)


def no(*columns):
    return [(first, first + 3, 'NO') for first in columns]


def counts(*columns):
    return [(first, first + 4, '00000') for first in columns]


def sorted_shape(record_type, last, *fields):
    return shape(record_type, last, *sorted(fields))


NAME, CLASS = (6, 251), (253, 260)
GROUP = sorted_shape('0100', 362, (6, 13), (15, 22), (24, 33), (35, 42), (44, 51, 'NONE'), *no(53), (58, 312), (359, 362))
SUBGROUP = shape('0101', 22, (6, 13), (15, 22))
MEMBER = shape('0102', 31, (6, 13), (15, 22), (24, 31))
GROUP_OMVS = shape('0120', 24, (6, 13), (15, 24))
USER = sorted_shape('0200', 648, (6, 13), (15, 24), (26, 33), *no(35), (40, 43), (45, 48), (50, 53), *no(55), (60, 62, '090'),
                    (75, 94), (96, 103), (114, 123), (125, 379), *no(381), (386, 389), (391, 394), *no(396), (401, 403, '000'),
                    (405, 407, '000'), (454, 456, '000'), *((first, first + 3, 'YES') for first in range(480, 515, 5)), (542, 549),
                    *no(551, 556), (572, 574, '000'), (576, 585), *no(587), (592, 603), (605, 607, '000'), (609, 611, '000'),
                    (613, 624, 'NOPHRASE'), (626, 628, '000'), (630, 632, '000'), *no(634), (639, 641, 'NO'), (644, 648, '00000'))
USER_CLASS = shape('0202', 22, (6, 13), (15, 22))
USER_GROUP = shape('0203', 22, (6, 13), (15, 22))
CONNECT = sorted_shape('0205', 134, (6, 13), (15, 22), (24, 33), (35, 42), (64, 71, 'NONE'), *counts(73), *no(79), (84, 87), *no(89),
                       (94, 97), *no(99, 104, 109))
USER_CERTIFICATE = shape('0207', 293, (6, 13), (15, 260), (262, 293))
USER_FILTER = shape('0208', 293, (6, 13), (15, 46), (48, 293))
USER_IDENTITY = shape('0209', 293, (6, 13), (15, 46), (48, 293))
TSO = shape('0220', 221, (6, 13), (15, 54), (150, 157, 'IKJACCNT'), (159, 168, '0000004096'), (172, 181, '0000000000'),
            (183, 192, '0000000000'))
OMVS = shape('0270', 2158, (6, 13), (15, 24), (26, 1048), (1050, 2072, '/bin/sh'))
DATA_SET = sorted_shape('0400', 532, (6, 49), (58, 61, 'YES'), (63, 72), (74, 81), *counts(105, 111, 117, 123), (129, 136),
                        (138, 141, 'YES'), (143, 150, 'FAIL'), (152, 159), (161, 168, 'NONVSAM'), (170, 172, '000'), (183, 190, 'NONE'),
                        (192, 446), (457, 464, 'READ'), *no(484), (489, 491, '000'), (502, 506, '00000'), *no(508))
DATA_SET_ACCESS = shape('0404', 80, (6, 49), (58, 65), (67, 74), *counts(76))
RESOURCE = sorted_shape('0500', 1017, NAME, CLASS, (262, 265), (267, 269, '001'), (271, 280), (282, 289), *counts(313, 319, 325, 331),
                        (337, 344), (346, 353, 'FAIL'), (355, 357, '000'), (359, 366, 'NONE'), (368, 622), (633, 640, 'READ'),
                        *no(660, 665, 670, 675), (680, 687), *no(*range(689, 724, 5)), (750, 752, '000'), (754, 1008))
RESOURCE_MEMBER = shape('0503', 559, NAME, CLASS, (262, 516), (549, 553, '00000'), (555, 559, '00000'))
ACCESS = shape('0505', 284, NAME, CLASS, (262, 269), (271, 278), *counts(280))
FILTER = shape('0508', 1061, NAME, (253, 260, 'DIGTNMAP'), (262, 293), (295, 302), (304, 549), (551, 1061))
IDENTITY = shape('0509', 558, NAME, (253, 260, 'IDIDMAP'), (262, 293), (295, 302), (304, 558))
STARTED = shape('0540', 293, NAME, (253, 260, 'STARTED'), (262, 269), (271, 278), *no(280, 285, 290))
CERTIFICATE = shape('0560', 353, NAME, (253, 260, 'DIGTCERT'), (262, 271), (273, 280, '00:00:00'), (282, 291), (293, 300, '23:59:59'),
                    (302, 309), (311, 320), (322, 337), (339, 348), (350, 353))
REFERENCE = shape('0561', 507, NAME, (253, 260, 'DIGTCERT'), (262, 507))
RING_MEMBER = shape('0562', 554, NAME, (253, 260, 'DIGTRING'), (262, 507), (509, 516), (518, 521), (523, 554))
NAMES = shape('1560', 2392, NAME, (253, 260, 'DIGTCERT'), (262, 1285), (1287, 2310), (2312, 2327), (2329, 2392))

SURNAMES = ('SMITH', 'M\xdcLLER', 'GARC\xcdA', "O'HARA", 'WEBER', 'ROSSI', 'DUPONT', 'NIELSEN')
CLASSES = ('FACILITY', 'OPERCMDS', 'SURROGAT', 'SERVAUTH', 'XFACILIT', 'RDATALIB', 'CSFKEYS', 'STARTED', 'GCICSTRN')
LEVELS = ('READ', 'READ', 'READ', 'UPDATE', 'CONTROL', 'ALTER', 'NONE')


class Certificate:
    __slots__ = ('owner', 'label', 'subject', 'issuer', 'serial', 'name', 'start', 'end', 'key', 'signed', 'issued', 'signer', 'rings')


class Site:
    """What is decided before the first record is written: groups, connections, certificates, rings."""

    def __init__(self, options):
        self.options = options
        self.random = random.Random(options.seed)
        self.groups = ['SYS1', 'EVERYONE'] + [f'G{n:06}' for n in range(2, options.groups)]
        self.users = [f'U{n:06}' for n in range(options.users)]
        self.make_certificates()
        self.make_rings()

    def connections(self, user):
        """The groups of a user by number, the default group first; 1 is the universal group."""
        count = len(self.groups)
        of_user = [user * 7919 % count or 2 % count]
        if user % 2:
            of_user.append(user * 104729 % count)
        if user % 10 == 0:
            of_user.append(1)
        return [n for n in dict.fromkeys(of_user) if n < count]

    def make_certificates(self):
        """CAs of three levels, and servers below each of them."""
        wanted = self.options.certificates
        roots = max(1, wanted // 1000)
        self.certificates, cas = [], []
        for number in range(wanted):
            level = 0 if number < roots else 1 if number < roots * 4 else 2 if number < roots * 10 else 3
            below = {0: None, 1: cas[:roots], 2: cas[roots:roots * 4]}.get(level, cas[roots:] or cas)
            made = self.certificate(number, level, below and self.random.choice(below))
            self.certificates.append(made)
            if level < 3:
                cas.append(made)

    def certificate(self, number, level, signer):
        rng, made = self.random, Certificate()
        kind = rng.randrange(20)
        made.key = ('PKCSDER', 2048) if kind < 14 else ('PCICCTKN', 2048) if kind < 15 else ('', 2048) if kind < 16 else (
            'PKCSDER', 4096) if kind < 17 else ('NISTECC', 256) if kind < 19 else ('NISTECC', 384)
        organisation = 'O=Example Bank.C=DE' if number % 97 else 'O=' + 'Example Bank and Insurance '.ljust(64, 'x') + (
            '.OU=' + 'Department of Long Names '.ljust(64, 'y')) * 3 + '.C=DE'
        if level < 3:
            made.owner, made.label = CERTAUTH, f'CA {number:05} level {level}'
            made.subject = f'CN=Example CA {number:05}.OU=Trust Services.{organisation}'
            made.start, made.end = TODAY - rng.randrange(3000), TODAY + rng.randrange(-30, 5000)
        else:
            made.owner = SITE if number % 200 == 0 else self.users[number * 31 % len(self.users)]
            made.label = (f'Server {number:06}', f'{made.owner}.{number:06}', f'host{number:06}.example.com', f'TLS ({number:06}) & more')[number % 4]
            made.subject = f'CN=host{number:06}.example.com.OU=Team {number % 50}.{organisation}'
            made.start = TODAY - rng.randrange(700)
            made.end = made.start + rng.choice((398, 730, 1095))
        made.issued, made.signer, made.rings = 0, signer, []
        above = signer or made
        if signer:
            signer.issued += 1
        made.issuer = above.subject
        made.serial = '00' if not signer else f'{signer.issued:02X}' if level < 3 or number % 3 else f'{rng.getrandbits(120) | 1 << 119:030X}'
        made.serial = '0' * (len(made.serial) % 2) + made.serial
        made.signed = 'sha256RSA' if above.key[0] != 'NISTECC' else f'sha{above.key[1]}ECDSA'
        made.name = f'{made.serial}.{made.issuer}'.replace(' ', '\xa2')
        if len(made.name) > 246:
            made.name = made.name[:150] + f'{rng.getrandbits(160):040X}' + made.name[-56:]
        return made

    def make_rings(self):
        """A server, the CAs above it, every now and then the servers of others; the server is the default."""
        rng, self.rings = self.random, []
        servers = [each for each in self.certificates if each.owner not in (CERTAUTH, SITE)]
        for number in range(self.options.rings if servers else 0):
            first = servers[number % len(servers)]
            members, at = [first], first.signer
            while at:
                members.append(at)
                at = at.signer
            if number % 5 == 0:
                members += rng.sample(servers, min(3, len(servers)))
            members = list(dict.fromkeys(members))
            ring = first.owner + '.' + (f'Ring{number:05}', f'IZUKeyring.{number:05}', f'TLS\xa2ring\xa2{number:05}')[number % 3]
            for each in members:
                each.rings.append(ring)
            self.rings.append((ring, first.owner, members, number % 50 != 0))


def group_records(site):
    subgroups, members = {}, {}
    for number in range(1, len(site.groups)):
        subgroups.setdefault((number - 1) // 8, []).append(number)
    for user in range(len(site.users)):
        for group in site.connections(user):
            if group != 1:  # those who may USE a universal group are not listed
                members.setdefault(group, []).append(user)
    for number, group in enumerate(site.groups):
        superior = site.groups[(number - 1) // 8] if number else ''
        yield GROUP % (group, superior, DAYS[number], superior or 'IBMUSER', f'DEPARTMENT {number}' if number % 3 == 0 else '',
                       'YES' if number == 1 else 'NO')
        for below in subgroups.get(number, ()):
            yield SUBGROUP % (group, site.groups[below])
        if number == 0:
            yield MEMBER % (group, 'IBMUSER', 'JOIN')
        for user in members.get(number, ()):
            yield MEMBER % (group, site.users[user], 'CONNECT' if user % 100 == 0 else 'USE')
        yield GROUP_OMVS % (group, f'{number:010}')


def user_record(user, created, owner, programmer, group, special='NO', revoked='NO', used='', data='', auditor='NO', protected='NO',
                attributes='', sequence=0):
    return USER % (user, created, owner, special, special, revoked, programmer, group, used, data, auditor, protected, attributes,
                   f'{sequence:010}', 'NOPASSWORD' if protected == 'PRO' else 'KDFAES')


def user_records(site):
    owned, filters, identities = {}, {}, {}
    for each in site.certificates:
        owned.setdefault(each.owner, []).append(each)
    for label, profile, user, _ in name_filters(site):
        filters.setdefault(user, []).append(USER_FILTER % (user, label, profile))
    for label, profile, user in identity_maps(site):
        identities.setdefault(user, []).append(USER_IDENTITY % (user, label, profile))

    def of_user(user):
        for each in owned.get(user, ()):
            yield USER_CERTIFICATE % (user, each.name, each.label)
        yield from filters.get(user, ())
        yield from identities.get(user, ())

    yield user_record('IBMUSER', DAYS[0], 'IBMUSER', '', 'SYS1', 'YES', sequence=3, auditor='YES')
    yield USER_GROUP % ('IBMUSER', 'SYS1')
    yield CONNECT % ('IBMUSER', 'SYS1', DAYS[0], 'IBMUSER', 'NO', 'NO')
    for user, who in ((CERTAUTH, 'CERTAUTH Anchor'), (SITE, 'SITE Anchor'), ('irrmulti', 'Criteria Anchor')):
        yield user_record(user, DAYS[0], user, who, '', revoked='YES', protected='PRO', sequence=len(owned.get(user, ())))
        yield from of_user(user)
    for number, user in enumerate(site.users):
        groups = [site.groups[n] for n in site.connections(number)]
        created = DAYS[1000 + number % 8000]
        yield user_record(user, created, groups[0], f'{SURNAMES[number % 8]} {number}', groups[0], revoked='YES' if number % 40 == 0 else 'NO',
                          used=DAYS[TODAY - number % 500], data='CONTRACTOR' if number % 9 == 0 else '', protected='PRO' if number % 12 == 0 else 'NO',
                          attributes='RSTD' if number % 33 == 0 else '', sequence=len(owned.get(user, ())))
        if number % 500 == 0:
            yield USER_CLASS % (user, 'FACILITY')
        for group in groups:
            yield USER_GROUP % (user, group)
        for group in groups:
            yield CONNECT % (user, group, created, groups[0], 'YES' if number % 250 == 0 else 'NO', 'YES' if number % 90 == 0 else 'NO')
        yield from of_user(user)
        if number % 2:
            yield TSO % (user, f'ACCT{number % 1000:04}')
        if number % 3:
            yield OMVS % (user, f'{number + 1000:010}', f'/u/{user.lower()}')


def name_filters(site):
    """Label, profile, user and the names of each filter."""
    for number in range(len(site.users) // 200):
        names = f'OU=Team {number}.O=Example Bank.C=DE'
        yield f'Filter {number:05}', names.replace(' ', '\xa2'), site.users[number * 13], names


def identity_maps(site):
    for number in range(len(site.users) // 500):
        yield f'Identity {number:05}', f'UID={number:05},OU=Staff,O=Example'.replace(' ', '\xa2') + '\xa2ldaps://id.example.com', site.users[number * 17]


def resource(name, of_class, created, owner, access='NONE', data='', application='', notify='', generic='NO'):
    return RESOURCE % (name, of_class, generic, DAYS[created], owner, access, data, notify, application)


def access_list(site, number, most):
    """Whom a profile lets in: users and groups, none twice."""
    ids = {}
    for each in range(number % most + 1):
        at = number * 31 + each * 977
        ids[site.users[at % len(site.users)] if each % 2 else site.groups[at % len(site.groups)]] = LEVELS[(number + each) % 7]
    return ids.items()


def data_set_records(site):
    for number in range(site.options.resources // 3):
        group = site.groups[number % len(site.groups)]
        name = f'{group}.APP{number:05}.**'
        yield DATA_SET % (name, DAYS[2000 + number % 7000], group, ('NONE', 'READ')[number % 2], group, '')
        for who, level in access_list(site, number, 9):
            yield DATA_SET_ACCESS % (name, who, level)


def general_records(site):
    for number in range(site.options.resources):
        of_class = CLASSES[number % len(CLASSES)]
        owner = site.groups[number % len(site.groups)]
        name = f'APP{number:06}.*' if of_class == 'STARTED' else f'APP{number:06}.SERVICE.{number % 17}' + ('.**' if number % 4 == 0 else '')
        yield resource(name, of_class, 3000 + number % 6000, owner, LEVELS[number % 7], 'OWNED BY PAYMENTS' if number % 5 == 0 else '',
                       generic='YES' if name.endswith('*') else 'NO', notify=site.users[number % len(site.users)] if number % 100 == 0 else '')
        if of_class == 'GCICSTRN':
            for each in range(number % 5):
                yield RESOURCE_MEMBER % (name, of_class, f'T{number % 1000:03}{each}')
        for who, level in access_list(site, number, 9):
            yield ACCESS % (name, of_class, who, level)
        if of_class == 'STARTED':
            yield STARTED % (name, site.users[number % len(site.users)], owner)


def certificate_records(site):
    for number, each in enumerate(site.certificates):
        kind, size = each.key
        yield resource(each.name, 'DIGTCERT', each.start, 'IBMUSER', 'HIGHTRST' if number % 300 == 7 else 'NOTRUST' if number % 50 == 49 else 'TRUST',
                       application=each.owner)
        yield CERTIFICATE % (each.name, DAYS[each.start], DAYS[each.end], kind, f'{size if kind else 0:010}', f'{each.issued:016X}',
                             f'{len(each.rings):010}', 'YES' if number % 70 == 3 else 'NO')
        for ring in each.rings:
            yield REFERENCE % (each.name, ring)
        yield NAMES % (each.name, each.issuer, each.subject, each.signed, f'{site.random.getrandbits(256):064X}')


def ring_records(site):
    usages = {CERTAUTH: 'CERTAUTH', SITE: 'SITE'}
    for ring, owner, members, has_default in site.rings:
        yield resource(ring, 'DIGTRING', TODAY - 400, owner)
        for at, each in enumerate(members):
            yield RING_MEMBER % (ring, each.name, usages.get(each.owner, 'PERSONAL'), 'YES' if at == 0 and has_default else 'NO', each.label)


def map_records(site):
    for label, profile, user, names in name_filters(site):
        yield resource(profile, 'DIGTNMAP', TODAY - 100, 'IBMUSER')
        yield FILTER % (profile, label, 'TRUST', user, names)
    for label, profile, user in identity_maps(site):
        yield resource(profile, 'IDIDMAP', TODAY - 100, 'IBMUSER')
        yield IDENTITY % (profile, label, user, 'ldaps://id.example.com')


def records(site):
    for part in (group_records, user_records, data_set_records, general_records, certificate_records, ring_records, map_records):
        yield from part(site)


def octets(lines, options):
    """The lines as the file has them, about a mebibyte at a time."""
    end = '\r\n' if options.crlf else '\n'
    batch, size = [], 0
    for line in lines:
        if options.trimmed:
            line = line.rstrip(' ')
        if options.ebcdic:
            data = line.encode('latin-1').translate(EBCDIC)
            batch.append(struct.pack('>HH', len(data) + 4, 0) + data)
        else:
            batch.append(line + end)
        size += len(line)
        if size > 1 << 20:
            yield b''.join(batch) if options.ebcdic else ''.join(batch).encode('utf-8')
            batch, size = [], 0
    yield b''.join(batch) if options.ebcdic else ''.join(batch).encode('utf-8')


def counted(lines, total):
    for line in lines:
        total[0] += 1
        yield line


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (('users', 100000), ('certificates', 20000), ('rings', 5000), ('groups', 5000), ('resources', 20211)):
        parser.add_argument('--' + name, type=int, default=default)
    parser.add_argument('--seed', default='bench')
    form = parser.add_mutually_exclusive_group()
    form.add_argument('--ebcdic', action='store_true', help='IBM-1047, each record with a descriptor word')
    form.add_argument('--crlf', action='store_true')
    parser.add_argument('--trimmed', action='store_true', help='without the blanks at the end of records')
    parser.add_argument('file')
    options = parser.parse_args()
    total = [0]
    out = sys.stdout.buffer if options.file == '-' else open(options.file, 'wb')
    with out:
        for part in octets(counted(records(Site(options)), total), options):
            out.write(part)
    print(f'{total[0]:,} records', file=sys.stderr)


if __name__ == '__main__':
    main()

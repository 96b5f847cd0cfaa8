#!/usr/bin/env python3
"""tests/interop/twin/read_unload.py - reads the unload of a RACF database (IRRDBU00) and prints as JSON what it says.

  read_unload.py [--ebcdic] FILE

A reader for tests: it knows the columns of IBM's Macros and Interfaces and nothing of Ringside. The file is text, a line for each
record, or with --ebcdic IBM-1047 with record descriptor words. What does not fit together is told in "complaints".
"""
import argparse
import datetime
import json
import sys

# Record type: the fields that are read, with their first and last columns.
LAYOUTS = {
    '0100': {'name': (6, 13), 'superior': (15, 22), 'created': (24, 33), 'owner': (35, 42), 'data': (58, 312), 'model': (314, 357),
             'universal': (359, 362)},
    '0101': {'name': (6, 13), 'subgroup': (15, 22)},
    '0102': {'name': (6, 13), 'user': (15, 22), 'authority': (24, 31)},
    '0120': {'name': (6, 13), 'gid': (15, 24)},
    '0200': {'name': (6, 13), 'created': (15, 24), 'owner': (26, 33), 'special': (40, 43), 'operations': (45, 48), 'revoked': (50, 53),
             'programmer': (75, 94), 'default_group': (96, 103), 'data': (125, 379), 'auditor': (386, 389), 'no_password': (391, 394),
             'attributes': (542, 549), 'read_only_auditor': (634, 637)},
    '0203': {'name': (6, 13), 'group': (15, 22)},
    '0205': {'name': (6, 13), 'group': (15, 22), 'created': (24, 33), 'owner': (35, 42), 'access': (64, 71), 'special': (84, 87),
             'operations': (89, 92), 'revoked': (94, 97), 'auditor': (109, 112)},
    '0207': {'name': (6, 13), 'profile': (15, 260), 'label': (262, 293)},
    '0208': {'name': (6, 13), 'label': (15, 46), 'profile': (48, 293)},
    '0209': {'name': (6, 13), 'label': (15, 46), 'profile': (48, 293)},
    '0270': {'name': (6, 13), 'uid': (15, 24), 'home': (26, 1048), 'program': (1050, 2072)},
    '0400': {'name': (6, 49), 'volume': (51, 56), 'owner': (74, 81), 'access': (129, 136), 'data': (192, 446)},
    '0404': {'name': (6, 49), 'volume': (51, 56), 'id': (58, 65), 'access': (67, 74)},
    '0500': {'name': (6, 251), 'class': (253, 260), 'generic': (262, 265), 'created': (271, 280), 'owner': (282, 289), 'access': (337, 344),
             'data': (368, 622), 'notify': (680, 687), 'application_data': (754, 1008)},
    '0503': {'name': (6, 251), 'class': (253, 260), 'member': (262, 516)},
    '0505': {'name': (6, 251), 'class': (253, 260), 'id': (262, 269), 'access': (271, 278)},
    '0508': {'name': (6, 251), 'class': (253, 260), 'label': (262, 293), 'status': (295, 302), 'user': (304, 549), 'names': (551, 1061)},
    '0509': {'name': (6, 251), 'class': (253, 260), 'label': (262, 293), 'user': (295, 302), 'registry': (304, 558)},
    '0540': {'name': (6, 251), 'class': (253, 260), 'user': (262, 269), 'group': (271, 278)},
    '0560': {'name': (6, 251), 'class': (253, 260), 'start_date': (262, 271), 'start_time': (273, 280), 'end_date': (282, 291),
             'end_time': (293, 300), 'key_type': (302, 309), 'key_size': (311, 320), 'last_serial': (322, 337), 'request': (350, 353)},
    '0561': {'name': (6, 251), 'class': (253, 260), 'ring': (262, 507)},
    '0562': {'name': (6, 251), 'class': (253, 260), 'profile': (262, 507), 'usage': (509, 516), 'default': (518, 521), 'label': (523, 554)},
    '1560': {'name': (6, 251), 'class': (253, 260), 'issuer': (262, 1285), 'subject': (1287, 2310), 'signed': (2312, 2327),
             'fingerprint': (2329, 2392)},
}
ANCHORS = {'irrcerta': 'CERTAUTH', 'irrsitec': 'SITE', 'irrmulti': 'MULTIID'}
LEVELS = {'TRUST': 'TRUST', 'NOTRUST': 'NOTRUST', 'HIGHTRST': 'HIGHTRUST'}
# Where code page 1047 differs from 037, which Python has.
FROM_1047 = {0xAD: '[', 0xBD: ']', 0x5F: '^', 0xB0: '\xac', 0xBA: '\xdd', 0xBB: '\xa8'}
TO_TEXT = {ord(bytes([n]).decode('cp037')): text for n, text in FROM_1047.items()}


def text_records(data):
    try:
        text = data.decode('utf-8')
    except UnicodeDecodeError:
        text = data.decode('latin-1')
    return [line.rstrip('\r') for line in text.split('\n') if line.strip()]


def ebcdic_records(data):
    records, at = [], 0
    while at < len(data):
        length = int.from_bytes(data[at:at + 2], 'big')
        if length < 4 or at + length > len(data):
            sys.exit(f'octet {at}: the descriptor word says {length}')
        records.append(data[at + 4:at + length].decode('cp037').translate(TO_TEXT))
        at += length
    return records


def fields(record):
    """The fields of a record; one beyond its end is blank."""
    return {name: record[first - 1:last].rstrip(' ') for name, (first, last) in LAYOUTS[record[:4]].items()}


def date_and_time(date, time):
    """ISO 8601, or an empty text."""
    try:
        return datetime.datetime.fromisoformat(f'{date}T{time or "00:00:00"}').isoformat()
    except ValueError:
        return ''


class Unload:
    def __init__(self, records):
        self.counts, self.by_type, self.complaints = {}, {}, []
        for record in records:
            kind = record[:4]
            self.counts[kind] = self.counts.get(kind, 0) + 1
            if kind in LAYOUTS:
                self.by_type.setdefault(kind, []).append(fields(record))
        self.labels = {each['profile']: (each['name'], each['label']) for each in self.of('0207')}

    def of(self, kind, of_class=None):
        return [each for each in self.by_type.get(kind, []) if of_class in (None, each.get('class'))]

    def by_name(self, kind, of_class=None):
        found = {}
        for each in self.of(kind, of_class):
            found.setdefault(each['name'], []).append(each)
        return found

    def groups(self):
        gids = {each['name']: each['gid'] for each in self.of('0120') if each['gid'].isdigit()}
        return [{'name': each['name'], 'superior': each['superior'], 'owner': each['owner'], 'universal': each['universal'] == 'YES',
                 'gid': str(int(gids[each['name']])) if each['name'] in gids else ''} for each in self.of('0100')]

    def users(self):
        segments = {each['name']: each for each in self.of('0270')}
        result = []
        for each in self.of('0200'):
            if each['name'] in ANCHORS:
                continue
            omvs = segments.get(each['name'], {})
            words = [word for word, field in (('SPECIAL', 'special'), ('OPERATIONS', 'operations'), ('AUDITOR', 'auditor'),
                                              ('ROAUDIT', 'read_only_auditor'), ('REVOKED', 'revoked')) if each[field] == 'YES']
            words += ['PROTECTED'] * (each['no_password'] == 'PRO') + ['RESTRICTED'] * (each['attributes'] == 'RSTD')
            uid = omvs.get('uid', '')
            result.append({'name': each['name'], 'owner': each['owner'], 'default_group': each['default_group'],
                           'programmer': each['programmer'], 'attributes': sorted(words), 'uid': uid and str(int(uid)),
                           'home': omvs.get('home', ''), 'program': omvs.get('program', '')})
        return result

    def connections(self):
        """Authority is in the group's record; the members of a universal group who only USE it have none."""
        authority = {(each['name'], each['user']): each['authority'] for each in self.of('0102')}
        universal = {each['name'] for each in self.of('0100') if each['universal'] == 'YES'}
        for each in self.of('0205'):
            place = (each['group'], each['name'])
            if place not in authority and each['group'] not in universal:
                self.complaints.append(f'{each["name"]} to {each["group"]}: no record 0102')
        return [{'user': each['name'], 'group': each['group'], 'owner': each['owner'], 'access': each['access'],
                 'authority': authority.get((each['group'], each['name']), 'USE')} for each in self.of('0205')]

    def certificates(self):
        data, names = self.by_name('0560'), self.by_name('1560')
        result = []
        for each in self.of('0500', 'DIGTCERT'):
            name = each['name']
            owner = each['application_data']
            if self.labels.get(name, ('', ''))[0] != owner:
                self.complaints.append(f'{name}: owner {owner} in 0500, {self.labels.get(name)} in 0207')
            facts, dn = data.get(name, [{}])[0], names.get(name, [{}])[0]
            size = facts.get('key_size', '')
            result.append({
                'owner': ANCHORS.get(owner, owner), 'label': self.labels.get(name, ('', ''))[1], 'profile': name,
                'status': LEVELS.get(each['access'], each['access']), 'start': date_and_time(facts.get('start_date'), facts.get('start_time')),
                'end': date_and_time(facts.get('end_date'), facts.get('end_time')), 'key_type': facts.get('key_type', ''),
                'key_size': int(size) if size.isdigit() else 0, 'request': facts.get('request') == 'YES', 'issuer': dn.get('issuer', ''),
                'subject': dn.get('subject', ''), 'signed': dn.get('signed', ''), 'fingerprint': dn.get('fingerprint', '').upper()})
        return result

    def rings(self):
        members = self.by_name('0562')
        references = {(each['name'], each['ring']) for each in self.of('0561')}
        result = []
        for each in self.of('0500', 'DIGTRING'):
            owner, _, ring = each['name'].partition('.')
            result.append({'owner': ANCHORS.get(owner, owner), 'ring': ring, 'members': []})
            for member in members.get(each['name'], []):
                of, label = self.labels.get(member['profile'], ('', ''))
                if label != member['label']:
                    self.complaints.append(f'{each["name"]}: label {member["label"]} in 0562, {label} in 0207')
                if (member['profile'], each['name']) not in references:
                    self.complaints.append(f'{each["name"]}: no record 0561 of {member["profile"]}')
                result[-1]['members'].append({'owner': ANCHORS.get(of, of), 'label': member['label'], 'profile': member['profile'],
                                              'usage': member['usage'], 'default': member['default'] == 'YES'})
        return result

    def filters(self):
        """Whose a filter is says the user's record."""
        owners = {each['profile']: each['name'] for each in self.of('0208')}
        for each in self.of('0508'):
            if each['name'] not in owners:
                self.complaints.append(f'{each["name"]}: no record 0208')
        return [{'owner': ANCHORS.get(owners.get(each['name'], ''), owners.get(each['name'], '')), 'profile': each['name'],
                 'label': each['label'], 'trusted': each['status'] == 'TRUST', 'user': each['user'], 'names': each['names']}
                for each in self.of('0508')]

    def profiles(self):
        """Of data sets and general resources, without those that stand for certificates, rings and filters."""
        allowed = {}
        for each in self.of('0404') + self.of('0505'):
            allowed.setdefault((each.get('class', 'DATASET'), each['name']), []).append([each['id'], each['access']])
        return [{'class': of_class, 'name': each['name'], 'owner': each['owner'], 'access': each['access'],
                 'allowed': allowed.get((of_class, each['name']), [])}
                for each in self.of('0400') + self.of('0500') for of_class in [each.get('class', 'DATASET')]
                if of_class not in ('DIGTCERT', 'DIGTRING', 'DIGTNMAP', 'IDIDMAP')]

    def told(self):
        parts = {name: getattr(self, name)() for name in ('groups', 'users', 'connections', 'certificates', 'rings', 'filters', 'profiles')}
        return {'counts': dict(sorted(self.counts.items())), **parts, 'complaints': self.complaints}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--ebcdic', action='store_true')
    parser.add_argument('file')
    options = parser.parse_args()
    with open(options.file, 'rb') as f:
        data = f.read()
    json.dump(Unload(ebcdic_records(data) if options.ebcdic else text_records(data)).told(), sys.stdout, indent=1, ensure_ascii=False)
    print()


if __name__ == '__main__':
    main()

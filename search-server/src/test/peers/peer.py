#!/usr/bin/env python3
"""StudyAtlas beside other engines: builds, serves and asks it with the queries of their bench.py; see README.md.

  peer.py load SOURCE | query [RESULT.json] | all SOURCE [RESULT.json]
"""
import atexit
import http.client
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import urllib.parse

import records

COMMON = os.environ.get('PEERS_COMMON') or sys.exit('set PEERS_COMMON to the folder of the peers\' bench.py')
sys.path.insert(0, COMMON)
import bench  # noqa: E402

HERE = pathlib.Path(__file__).resolve()
PROGRAM = str(HERE.parents[4] / 'studyatlas')
INDEX = os.environ.get('STUDYATLAS_INDEX') or sys.exit('set STUDYATLAS_INDEX to a folder for the index')
NAME = os.environ.get('STUDYATLAS_NAME', 'studyatlas')

# The eight fields of the peers' weighted text.
ALL_PIECES = ('BriefTitle', 'OfficialTitle', 'Condition', 'Keyword', 'InterventionName', 'BriefSummary',
              'EligibilityCriteria', 'LeadSponsorName')
FACETS = {'status': 'overallStatus', 'phase': 'phases', 'country': 'countries', 'sponsorClass': 'sponsorClass'}
SERVING = {}


def load(source):
    """Builds an index of slim lines, or of whole records (zip, folder, lines), and starts the server."""
    stop()
    if records.is_slim(source):
        build = subprocess.Popen([PROGRAM, 'build', '--quiet', '-', INDEX], stdin=subprocess.PIPE)
        with build.stdin as standard_input:
            for line in records.lines(source):
                standard_input.write(line)
        done = build.wait()
    else:
        done = subprocess.run([PROGRAM, 'build', '--quiet', source, INDEX]).returncode
    if done:
        sys.exit(f'the build ended with {done}')
    manifest = info()['manifest']
    serve()
    return manifest['indexed'], manifest['sites']


def info():
    return json.loads(subprocess.run([PROGRAM, 'info', '--json', INDEX], stdout=subprocess.PIPE, check=True).stdout)


def size():
    """Bytes on disk of the generation in service: the words, the whole records and the statistics."""
    generation = pathlib.Path(INDEX, 'generations', info()['inService'])
    return sum(f.stat().st_size for f in generation.rglob('*') if f.is_file())


def serve():
    server = subprocess.Popen([PROGRAM, 'serve', INDEX, '--port', '0'], stdout=subprocess.PIPE, text=True)
    SERVING['server'] = server
    started = server.stdout.readline()
    address = re.search(r'http://[^ ]*:(\d+)/', started) or sys.exit('the server did not start')
    SERVING['port'] = int(address.group(1))
    os.environ['SERVER_PID'] = str(server.pid)


@atexit.register
def stop():
    server = SERVING.pop('server', None)
    if server:
        server.terminate()
        server.wait()


def cpu_seconds(of_server=bench.cpu):
    """CPU of the builds that have ended and of the server; takes the place of the bench's own count."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    serving = of_server() if 'server' in SERVING else None
    return ended.ru_utime + ended.ru_stime + (serving or 0)


def escaped(text):
    """The words of a text as a term of Essie; in lower case no word is an operator."""
    return re.sub(r'([^\w\s-])', r'\\\1', text.lower())


def condition(text):
    return f'AREA[Condition]({escaped(text)})'


def anywhere(text):
    """Each word in any of the eight fields."""
    def word(w):
        return '(' + ' OR '.join(f'AREA[{piece}]{w}' for piece in ALL_PIECES) + ')'
    return ' AND '.join(word(w) for w in escaped(text).split())


def parameters(kind, p):
    """What to ask; the bench reads the total and the ids, so only these are asked for."""
    ask = {'pageSize': 10, 'maxSites': 0, 'fields': 'NCTId'}
    if 'lat' in p:
        ask['near'] = f"{p['lat']},{p['lon']}"
    if kind in ('a_cond', 'c_site', 'd_facets', 'e_nearest'):
        ask['cond'] = condition(p['text'])
    if kind in ('b_radius', 'c_site'):
        ask['within'] = f"{p['km']}km"
    ask.update({'a_all': lambda: {'term': anywhere(p['text'])},
                'a_typed': lambda: {'q': p['text']},
                'b_radius': lambda: {'sort': 'nctId'},
                'c_site': lambda: {'siteStatus': 'RECRUITING', 'sort': 'relevance'},
                'd_facets': lambda: {'pageSize': 0, 'facets': ','.join(FACETS), 'facetSize': 300},
                'e_nearest': lambda: {'sort': 'distance'}}.get(kind, dict)())
    return ask


def make_run(instead=None):
    """The bench's function over one kept-alive connection; `instead` renames kinds of queries."""
    connection = http.client.HTTPConnection('127.0.0.1', SERVING['port'], timeout=600)

    def run(kind, p, raw=False):
        query = urllib.parse.urlencode(parameters((instead or {}).get(kind, kind), p))
        connection.request('GET', '/search?' + query)
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f'{query}: {answer.status} {body[:800]}')
        return body

    def parse(body):
        found = json.loads(body)
        facets = {FACETS[name]: {v['value']: v['studies'] for v in counts['values']}
                  for name, counts in found.get('facets', {}).items()}
        return found['total'], [records.slim_id(h['nctId']) for h in found['hits']], facets or None

    run.parse = parse
    return run


def typed(result):
    """Adds `a_typed` to a result: the weighted fields of BasicSearch, all words in one of them."""
    bench.KINDS = {'a_all': 'parameter q: all words in one of the fields of BasicSearch'}
    again = bench.bench('q', make_run({'a_all': 'a_typed'}), n=int(os.environ.get('N', 120)))
    if result:
        whole = json.loads(pathlib.Path(result).read_text())
        whole['queries']['a_typed'] = again['queries']['a_all']
        pathlib.Path(result).write_text(json.dumps(whole, indent=1))


def main():
    command, *rest = sys.argv[1:] or ['']
    if command not in ('load', 'query', 'all'):
        sys.exit(__doc__)
    # Compiles what is older than its sources, before anything is measured.
    subprocess.run([PROGRAM, '--version'], check=True, stdout=subprocess.DEVNULL)
    bench.cpu = cpu_seconds
    if command == 'query':
        serve()
    bench.main(NAME, load, make_run, size)
    if command != 'load':
        results = rest if command == 'query' else rest[1:]
        typed(results[0] if results else None)


main()

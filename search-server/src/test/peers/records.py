"""From the slim lines that all engines of a comparison index to records of the registry's API v2 that hold
the same few fields, so that StudyAtlas indexes the same texts, sites and constants as they do."""
import json

# A made-up id of the peers' prep.py (NCX00012345) as one that no study of the registry has so far.
MADE_UP, STANDS_FOR = 'NCX0', 'NCT9'


def kept(members):
    """Without the members that hold nothing: a missing value is absent in the registry's records."""
    return {k: v for k, v in members.items() if v not in ('', None, [], {})}


def nct_id(slim_id):
    return STANDS_FOR + slim_id[len(MADE_UP):] if slim_id.startswith(MADE_UP) else slim_id


def slim_id(nct_id):
    return MADE_UP + nct_id[len(STANDS_FOR):] if nct_id.startswith(STANDS_FOR) else nct_id


def date(text):
    return kept({'date': text})


def site(s):
    point = {'lat': s['lat'], 'lon': s['lon']} if s['lat'] is not None and s['lon'] is not None else None
    names = {k: s[k] for k in ('facility', 'status', 'city', 'state', 'country')}
    return kept({**names, 'geoPoint': point})


def record(slim):
    """The record of one slim study; `countries` is left out, since the sites tell it."""
    return {'protocolSection': kept({
        'identificationModule': kept({'nctId': nct_id(slim['nct']), 'briefTitle': slim['title'],
                                      'officialTitle': slim['officialTitle']}),
        'statusModule': kept({'overallStatus': slim['overallStatus'], 'startDateStruct': date(slim['start']),
                              'lastUpdatePostDateStruct': date(slim['updated'])}),
        'sponsorCollaboratorsModule': kept({
            'leadSponsor': kept({'name': slim['sponsor'], 'class': slim['sponsorClass']})}),
        'descriptionModule': kept({'briefSummary': slim['summary']}),
        'conditionsModule': kept({'conditions': slim['conditions'], 'keywords': slim['keywords']}),
        'designModule': kept({'studyType': slim['studyType'], 'phases': slim['phases'],
                              'enrollmentInfo': kept({'count': slim['enrollment']})}),
        'armsInterventionsModule': kept({'interventions': [{'name': n} for n in slim['interventions'] if n]}),
        'eligibilityModule': kept({'eligibilityCriteria': slim['criteria']}),
        'contactsLocationsModule': kept({'locations': [site(s) for s in slim['sites']]})})}


def is_slim(path):
    """Whether the file holds slim lines; folders, zips and lines of whole records do not."""
    try:
        with open(path, 'rb') as lines:
            return 'nct' in json.loads(lines.readline())
    except (IsADirectoryError, UnicodeDecodeError, ValueError):
        return False


def lines(path):
    """The records of a file of slim lines, one line each."""
    with open(path, 'rb') as slim:
        for line in slim:
            text = json.dumps(record(json.loads(line)), ensure_ascii=False, separators=(',', ':'))
            yield (text + '\n').encode()

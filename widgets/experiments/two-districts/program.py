"""
Two districts and one patrol: each day a patrol goes to one of two districts, writes what it sees
there, and the records decide where it goes tomorrow.

To change first: in `play_day`, `here.records += sees` becomes `here.records += 1`: a patrol writes
something down whatever it sees. Expect of `rateB=0.25`, where A has twice as much to record, that
the records name the wrong district in 48 of 100 cities instead of none.
"""

from book import Stream, report, settings

chosen = {
    'firstA': 5,  # records before the first day
    'days': 365,
    'rule': 'proportional',  # or 'most', 'corrected' (per patrol), 'random'
    'explore': 0.0,  # share of days on which a coin decides
    'rateA': 0.5,  # chance that a patrol there has something to record in a day
    'rateB': 0.5,
    'reports': 0.0,  # share of what happens without a patrol that residents report
    'firstB': 5,
    'seed': 1,
}

s = settings(chosen)
CITIES = 500


class District:
    def __init__(self, rate, records):
        self.rate = rate
        self.records = self.seen = records  # what residents report is not seen
        self.patrols = s.firstA + s.firstB  # before the first day, as many in each


def share(a, b):
    return a / (a + b)


def chance_of_a(a, b):
    """How likely the rule sends the patrol to A."""
    if s.rule == 'most':
        return (1 + (a.records > b.records) - (a.records < b.records)) / 2  # 1, 0 or, if equal, 1/2
    if s.rule == 'proportional':
        return share(a.records, b.records)
    if s.rule == 'corrected':
        return share(a.seen / a.patrols, b.seen / b.patrols)
    return 0.5


def halves(stream):
    """Two numbers of 26 bits are cut from each that the stream yields."""
    while True:
        both = stream.uniform() * 2**26
        yield (int(both) + 0.5) / 2**26
        yield both % 1


def play_day(a, b):
    chance = (1 - s.explore) * chance_of_a(a, b) + s.explore / 2
    lot = next(routes)  # decides where the patrol goes, and what it sees there
    if lot < chance:
        here, there, sees = a, b, lot < chance * a.rate
    else:
        here, there, sees = b, a, lot - chance < (1 - chance) * b.rate
    here.patrols += 1
    here.records += sees
    here.seen += sees
    if s.reports > 0 and next(residents) < there.rate * s.reports:
        there.records += 1


def mean(values):
    values = [value for value in values if value is not None]
    return sum(values) / len(values) if values else None


def of_leader(leads, part):
    """A share of A's as that of the district with more of the records."""
    return part if leads >= 0.5 else 1 - part


def far(parts, truth=0.5):
    """In how many of the cities a share is off by more than a tenth."""
    return mean(abs(part - truth) > 0.1 + 1e-12 for part in parts)


routes, residents = halves(Stream(s.seed, 'routes')), halves(Stream(s.seed, 'reports'))
cities = [(District(s.rateA, s.firstA), District(s.rateB, s.firstB)) for _ in range(CITIES)]
for day in range(s.days):
    if day == s.days // 2:
        early = [(a.records, b.records) for a, b in cities]
    for a, b in cities:
        play_day(a, b)

crime = share(s.rateA, s.rateB)
records = [share(a.records, b.records) for a, b in cities]
patrols = [(a.patrols - s.firstA - s.firstB) / s.days for a, _ in cities]
per_patrol = [share(a.seen / a.patrols, b.seen / b.patrols) for a, b in cities]
half = [share(*pair) for pair in early]
late = [(a.records - was_a, b.records - was_b) for (a, b), (was_a, was_b) in zip(cities, early)]

report(
    recordShare=mean(of_leader(r, r) for r in records),
    patrolShare=mean(of_leader(r, p) for r, p in zip(records, patrols)),
    trueShare=mean(of_leader(r, crime) for r in records),
    outsideFortySixty=far(records),
    farFromTruth=far(records, crime),
    shareOfA=mean(records),
    citiesMisnamed=None if crime == 0.5 else mean((r - 0.5) * (crime - 0.5) < 0 for r in records),
    predicted=mean(of_leader(h, h) for h in half),
    cameTrue=mean(of_leader(h, share(*pair)) if sum(pair) else None for h, pair in zip(half, late)),
    perPatrolOutside=far(per_patrol),
    perPatrolOfA=mean(per_patrol),
    recordsMade=cities[0][0].records + cities[0][1].records,
)

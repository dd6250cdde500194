"""
A bus stop: buses come every so often, evenly or by chance, and passengers at any time.

To change first: buses come in pairs, `BUNCH = 2`. Expect that the mean wait doubles.
"""

import math
from bisect import bisect_left
from itertools import accumulate

from book import Stream, report, settings

chosen = {
    'headway': 10.0,  # minutes from one bus to the next, in the mean
    'regularity': 1.0,  # 1: every gap is the same; 0: buses come by chance
    'passengers': 5000,
    'seed': 1,
}

s = settings(chosen)
BUSES = 20000
# So many buses come together; as many come in an hour as before.
BUNCH = 1


def gap(draw):
    """The minutes from one bus, or bunch, to the next."""
    return BUNCH * s.headway * (s.regularity + (1 - s.regularity) * draw.exponential(1))


buses = Stream(s.seed, 'buses')
times = list(accumulate(gap(buses) for _ in range(BUSES)))
people = Stream(s.seed, 'passengers')
arrivals = [times[-1] * people.uniform() for _ in range(s.passengers)]
waits, met = [], 0
for arrival in sorted(arrivals):
    bus = bisect_left(times, arrival)
    waits.append(times[bus] - arrival)
    met += times[bus] - (times[bus - 1] if bus else 0)
waits.sort()

report(
    meanWait=sum(waits) / len(waits),
    p95Wait=waits[math.ceil(0.95 * len(waits)) - 1],
    gapMet=met / len(waits),
    busesPerHour=60 / s.headway,
)

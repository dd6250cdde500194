"""
A jar of latencies: their mean, percentiles by three definitions, and what a page waits for that
needs several answers. The latencies are ten of a lecture note, your own, or the log of a queue
that is simulated first.

To change first: each call goes to two machines, and the faster answer counts: `pages_within` begins
with `u = 1 - (1 - u) ** 2`. Expect of `source=queue: fanOut=69` that the median page waits for 60
ms, the p90 of single calls, instead of 115 ms, their p99.
"""

import heapq
import math
import struct
from bisect import bisect_right
from itertools import accumulate
from types import SimpleNamespace
from urllib.parse import parse_qsl

from book import Stream, packed, report, settings

chosen = {
    'source': 'ten',  # or 'own', or 'queue:' and settings of QUEUE, as 'queue:maxBatch=8&maxWait=2'
    'values': '',  # ms, with commas between
    'definition': 'nearest',  # or 'linear', 'index'
    'fanOut': 1,  # calls of a page, which waits for the slowest of them
    'customers': 'plain',  # or 'byValue': the slowest have bought most
    'correlation': 0.0,  # of any two calls of a page
    'seed': 1,
}

s = settings(chosen)
TEN = [100, 102, 100, 100, 99, 104, 110, 90, 3000, 95]
QUEUE = {
    'maxBatch': 1,  # waiting requests that a replica takes at once, at most
    'arrivals': 100.0,  # requests a second
    'maxWait': 0.0,  # ms that a free replica lets the oldest request wait for more to come
    'arrivalProcess': 'poisson',  # or 'steady', 'bursty', 'azure', 'azure-code'
    'serviceLaw': 'fixed',  # or 'exponential'
    'fixedCost': 8.0,  # ms a batch
    'itemCost': 0.25,  # ms a request in it
    'replicas': 1,
    'replicaPrice': 1.0,  # dollars an hour: no latency hangs on it, nor on the next
    'serviceLevel': 100.0,  # ms
    'segment': 0,
    'requests': 100000,
    'seed': s.seed,
}
TRACES = {'azure': 'azure-conversation.bin', 'azure-code': 'azure-code.bin'}
SHA256 = {
    'azure': '890a1a9b7e76362abca5076f55ba9943693fd710eb5edede5ceecb058f5990e7',
    'azure-code': '2889e02ae7e5f3a0b55a76c09256f199f15828e37aece06dc93644ef047b7247',
}
# Bursty arrivals: rates as multiples of the mean rate, mean lengths of a spell in mean gaps.
RATES, DWELLS = {'quiet': 0.2, 'busy': 3}, {'quiet': 250, 'busy': 100}


def queue_of(text):
    """The settings that are written in a text; the others are those of QUEUE."""
    # Each is read as the kind of number, or text, that it replaces.
    written = {name: type(QUEUE[name])(value) for name, value in parse_qsl(text)}
    return SimpleNamespace(**(QUEUE | written))


def bursty(gap, draw):
    now = 0
    spell = 'busy' if draw.uniform() < DWELLS['busy'] / sum(DWELLS.values()) else 'quiet'
    turn = draw.exponential(DWELLS[spell] * gap)
    while True:
        come = now + draw.exponential(gap / RATES[spell])
        if come <= turn:
            now = come
            yield now
            continue
        # Exponential gaps have no memory: the gap may start afresh where the rate changes.
        now = turn
        spell = 'quiet' if spell == 'busy' else 'busy'
        turn += draw.exponential(DWELLS[spell] * gap)


def replayed(process, count, gap, draw):
    """The gaps of a real service, stretched to the rate, from a random place on, over and over."""
    found = packed(TRACES[process], SHA256[process])
    trace = struct.unpack(f'<{len(found) // 4}f', found)  # ms, as 32-bit numbers
    stretch = gap * len(trace) / sum(trace)
    place = draw.whole(len(trace))
    gaps = (trace[(place + i) % len(trace)] * stretch for i in range(count - 1))
    return list(accumulate(gaps, initial=0))


def arrival_times(queue, count):
    draw = Stream(queue.seed, f'arrivals {queue.segment}')
    gap = 1000 / queue.arrivals
    if queue.arrivalProcess == 'steady':
        return [i * gap for i in range(count)]
    if queue.arrivalProcess == 'bursty':
        return [time for time, _ in zip(bursty(gap, draw), range(count))]
    if queue.arrivalProcess in TRACES:
        return replayed(queue.arrivalProcess, count, gap, draw)
    return list(accumulate(draw.exponential(gap) for _ in range(count)))


def batch_time(queue, size):
    return queue.fixedCost + queue.itemCost * size


def is_stable(queue):
    """Whether requests are served faster than they come; otherwise the queue has no end."""
    takes = batch_time(queue, queue.maxBatch)
    return takes == 0 or queue.arrivals < 1000 * queue.replicas * queue.maxBatch / takes


def log_of(queue):
    """Latencies of requests that are served first come, first served, by whoever is free first."""
    # A few more come than are measured, so that the last batches fill as all others do.
    arrivals = arrival_times(queue, queue.requests + queue.maxBatch * queue.replicas)
    draw = Stream(queue.seed, f'service {queue.segment}')
    free_at = [0] * queue.replicas
    latencies = []
    while (oldest := len(latencies)) < len(arrivals):
        most = oldest + queue.maxBatch
        full = arrivals[most - 1] if most <= len(arrivals) else math.inf
        start = max(free_at[0], min(arrivals[oldest] + queue.maxWait, full))
        end = bisect_right(arrivals, start, oldest + 1, min(most, len(arrivals)))
        takes = batch_time(queue, end - oldest)
        if queue.serviceLaw == 'exponential':
            takes = draw.exponential(takes)
        heapq.heapreplace(free_at, start + takes)
        latencies += [start + takes - came for came in arrivals[oldest:end]]
    return latencies[queue.requests // 10 : queue.requests]  # the first tenth is left out


def jar():
    """The latencies; none where a queue grows without end, for they only tell how long it ran."""
    if s.source.startswith('queue:'):
        queue = queue_of(s.source.removeprefix('queue:'))
        return log_of(queue) if is_stable(queue) else []
    return [float(value) for value in s.values.split(',')] if s.values else TEN


def settled(place):
    """A place in the list; one that is a whole number but for rounding is that number."""
    return round(place) if math.isclose(place, round(place), abs_tol=1e-9) else place


def percentile(fraction):
    """The value at a fraction (0 to 1) of the latencies, by the chosen definition."""
    last = len(latencies) - 1
    if s.definition == 'linear':  # between neighbours, as NumPy does
        place = settled(fraction * last)
        below, above = latencies[math.floor(place)], latencies[math.ceil(place)]
        return below + place % 1 * (above - below)
    place = settled(fraction * len(latencies))
    if s.definition == 'index':  # sorted[int(p * n)]
        return latencies[min(last, math.floor(place))]
    return latencies[max(0, math.ceil(place) - 1)]  # so many are at or below it


def pages_within(u):
    """The share of pages done when a share u of calls is; in some, all calls meet one fate."""
    return s.correlation * u + (1 - s.correlation) * u**s.fanOut


def of_median_page():
    """The share of single calls that are as fast as half of the pages, by halving an interval."""
    low, high = 0.5, 1
    for _ in range(80):
        middle = (low + high) / 2
        if pages_within(middle) < 0.5:
            low = middle
        else:
            high = middle
    return high


def orders_above(latency):
    """The share of all orders that customers behind slower requests have placed.

    An assumption: the slowest have bought most, by a power law, in whole orders.
    """
    count = len(latencies)
    ranks = range(count, 0, -1)  # latencies ascend: the last, of rank 1, is the slowest
    orders = [math.floor(((k - 0.5) / count) ** (-2 / 3) + 0.5) for k in ranks]
    return sum(orders[bisect_right(latencies, latency) :]) / sum(orders)


latencies = sorted(jar())
names = ('mean', 'p50', 'p90', 'p95', 'p99', 'slowerThanMean', 'fanOutMedian', 'ordersAboveP90')
measures = dict.fromkeys(names)
if latencies:
    mean = sum(latencies) / len(latencies)
    p90 = percentile(0.9)
    measures = dict(
        mean=mean,
        p50=percentile(0.5),
        p90=p90,
        p95=percentile(0.95),
        p99=percentile(0.99),
        slowerThanMean=sum(latency > mean * (1 + 1e-12) for latency in latencies),
        fanOutMedian=percentile(of_median_page()),
        ordersAboveP90=orders_above(p90) if s.customers == 'byValue' else None,
    )

report(**measures)

"""
Requests queue before replicas of a model that serve them in batches; how long they take depends on
how many share a batch, and on how long a batch waits to fill.

To change first: in `batch_time`, return `max(s.fixedCost, s.itemCost * size)`: both costs are paid
at the same time. Expect of `maxBatch=32` that `capacity` doubles, from 2,000 to 4,000, and that
p99, at 100 requests a second, falls only from 16.7 to 15.9 ms.
"""

import heapq
import math
import struct
from bisect import bisect_right
from itertools import accumulate

from book import Stream, packed, report, settings

chosen = {
    'maxBatch': 1,  # waiting requests that a replica takes at once, at most
    'arrivals': 100.0,  # requests a second
    'maxWait': 0.0,  # ms that a free replica lets the oldest request wait for more to come
    'arrivalProcess': 'poisson',  # or 'steady', 'bursty'; 'azure', 'azure-code': a real service
    'serviceLaw': 'fixed',  # or 'exponential': the time that a batch takes is drawn
    'fixedCost': 8.0,  # ms a batch
    'itemCost': 0.25,  # ms a request in it
    'replicas': 1,
    'replicaPrice': 1.0,  # dollars an hour
    'serviceLevel': 100.0,  # ms
    'segment': 0,  # another has other random numbers, of the same seed
    'requests': 100000,
    'seed': 1,
}

s = settings(chosen)
TRACES = {'azure': 'azure-conversation.bin', 'azure-code': 'azure-code.bin'}
SHA256 = {
    'azure': '890a1a9b7e76362abca5076f55ba9943693fd710eb5edede5ceecb058f5990e7',
    'azure-code': '2889e02ae7e5f3a0b55a76c09256f199f15828e37aece06dc93644ef047b7247',
}
# Bursty arrivals: rates as multiples of the mean rate, mean lengths of a spell in mean gaps.
RATES, DWELLS = {'quiet': 0.2, 'busy': 3}, {'quiet': 250, 'busy': 100}
GAP = 1000 / s.arrivals


def poisson(count, draw):
    return list(accumulate(draw.exponential(GAP) for _ in range(count)))


def bursty(count, draw):
    times, now = [], 0
    spell = 'busy' if draw.uniform() < DWELLS['busy'] / sum(DWELLS.values()) else 'quiet'
    turn = draw.exponential(DWELLS[spell] * GAP)  # when the spell ends
    while len(times) < count:
        come = now + draw.exponential(GAP / RATES[spell])
        if come <= turn:
            now = come
            times.append(now)
            continue
        # Exponential gaps have no memory: the gap may start afresh where the rate changes.
        now = turn
        spell = 'quiet' if spell == 'busy' else 'busy'
        turn += draw.exponential(DWELLS[spell] * GAP)
    return times


def replayed(count, draw, process):
    """The gaps of a real service, stretched to the rate, from a random place on, over and over."""
    found = packed(TRACES[process], SHA256[process])
    trace = struct.unpack(f'<{len(found) // 4}f', found)  # ms, as 32-bit numbers
    stretch = GAP * len(trace) / sum(trace)
    place = draw.whole(len(trace))
    gaps = (trace[(place + i) % len(trace)] * stretch for i in range(count - 1))
    return list(accumulate(gaps, initial=0))


def arrival_times(count):
    draw = Stream(s.seed, f'arrivals {s.segment}')
    if s.arrivalProcess == 'steady':
        return [i * GAP for i in range(count)]
    if s.arrivalProcess == 'bursty':
        return bursty(count, draw)
    if s.arrivalProcess in TRACES:
        return replayed(count, draw, s.arrivalProcess)
    return poisson(count, draw)


def batch_time(size):
    return s.fixedCost + s.itemCost * size


def serve_all(arrivals):
    """The batches as (start, finish, size): first come, first served, by whoever is free first."""
    draw = Stream(s.seed, f'service {s.segment}')
    free_at = [0] * s.replicas  # a heap: the first is free first
    batches, oldest = [], 0
    while oldest < len(arrivals):
        most = oldest + s.maxBatch
        full = arrivals[most - 1] if most <= len(arrivals) else math.inf  # when the batch is full
        ready = min(arrivals[oldest] + s.maxWait, full)
        start = max(free_at[0], ready)
        end = bisect_right(arrivals, start, oldest + 1, min(most, len(arrivals)))
        takes = batch_time(end - oldest)
        if s.serviceLaw == 'exponential':
            takes = draw.exponential(takes)
        batches.append((start, start + takes, end - oldest))
        heapq.heapreplace(free_at, start + takes)
        oldest = end
    return batches


# A few more come than are measured, so that the last batches fill as all others do.
arrivals = arrival_times(s.requests + s.maxBatch * s.replicas)
batches = serve_all(arrivals)
spans = [(start, finish) for start, finish, size in batches for _ in range(size)]
warm = s.requests // 10  # the first tenth is left out
measured = list(zip(arrivals, spans))[warm : s.requests]
waits = [start - came for came, (start, _) in measured]
latencies = sorted(finish - came for came, (_, finish) in measured)

seen_from, seen_to = arrivals[warm], arrivals[s.requests - 1]
served = sum(size for _, finish, size in batches if seen_from < finish <= seen_to)
worked = sum(max(0, min(end, seen_to) - max(start, seen_from)) for start, end, _ in batches)
throughput = 1000 * served / (seen_to - seen_from)
full_batch = batch_time(s.maxBatch)
capacity = 1000 * s.replicas * s.maxBatch / full_batch if full_batch > 0 else math.inf
is_stable = s.arrivals < capacity


def of_latencies(value):
    """A queue without end has none: they would grow with the length of the run."""
    return value if is_stable else None


def percentile(percent):
    """The smallest latency that so many of a hundred requests do not pass."""
    return of_latencies(latencies[math.ceil(percent * len(latencies) / 100) - 1])


dollars_a_second = s.replicas * s.replicaPrice / 3600

report(
    throughput=throughput,
    capacity=capacity if capacity < math.inf else None,
    stable=is_stable,
    utilisation=worked / ((seen_to - seen_from) * s.replicas),
    meanLatency=of_latencies(sum(latencies) / len(latencies)),
    meanWait=of_latencies(sum(waits) / len(waits)),
    p50=percentile(50),
    p90=percentile(90),
    p95=percentile(95),
    p99=percentile(99),
    withinLevel=of_latencies(sum(took <= s.serviceLevel for took in latencies) / len(latencies)),
    costPerThousand=1000 * dollars_a_second / throughput if served else None,
)

"""
A shop over a day: customers come, wait, are served or leave, while a scaler, by the rule of
Kubernetes, orders servers and lets them go. At noon a sale begins that needs ten times as many.

To change first: in `Scaler.wish`, `wanted = fleet.ready * ratio` becomes
`wanted = fleet.ordered * ratio`: servers that start are multiplied, too. Expect enough of them 4
minutes after noon instead of 14, and then a peak of 200 instead of 113: the scaler orders again and
again what is already on its way.
"""

import math
from collections import deque
from heapq import heappop, heappush
from itertools import compress

from book import Stream, report, settings

chosen = {
    'minServers': 2,
    'coldStart': 120,  # s from the order of a server to its first request
    'target': 0.7,  # the share of the time that servers shall be busy
    'scenario': 'flash',  # or 'smooth', 'brokenScaler', 'constant', 'drawn'
    'demand': '7,7,9,12,16,22,30,40,52,62,68,70,70',  # drawn: busy servers, 11:00 to 13:00
    'load': 8.0,  # servers that would be busy all the time, where it is constant
    'signal': 'busy',  # what the scaler watches; or 'inFlight': requests waiting or served
    'warmServers': 0,  # at least so many for half an hour, ordered by the clock
    'warmAt': 5,  # minutes before noon that these are ordered
    'maxServers': 200,
    'patience': 10,  # s that a customer waits at most
    'seed': 1,
}

s = settings(chosen)
# Times are in seconds since midnight.
HALF_HOUR, HOUR, NOON, DAY = 1800, 3600, 43200, 86400
SALE, RISE = 2 * HOUR, 60
QUIET, PEAK = 7, 70  # load before the sale and in it
SERVICE = 2  # a request takes so long on average
LATE = 1  # who waits longer is late
# The scaler looks every 15 seconds, remembers 20 looks, and lets a tenth too much or little be.
LOOK, REMEMBERED, TOLERANCE = 15, 20, 0.1
DEMAND = [float(value) for value in s.demand.split(',')]


def within(low, value, high):
    return min(high, max(low, value))


def drawn_load(time):
    """Straight lines between values ten minutes apart, and back to the first in the next ten."""
    place = within(0, (time - 11 * HOUR) / 600, len(DEMAND))
    before, after = (DEMAND[(int(place) + i) % len(DEMAND)] for i in (0, 1))
    return before + (after - before) * (place % 1)


def load(time):
    """How many servers the customers of a moment would keep busy."""
    if s.scenario == 'constant':
        return s.load
    if s.scenario == 'smooth':
        return QUIET + (PEAK - QUIET) * (1 - math.cos(2 * math.pi * time / DAY)) / 2
    if s.scenario == 'drawn':
        return drawn_load(time)
    begun, over = (within(0, (time - since) / RISE, 1) for since in (NOON, NOON + SALE))
    return QUIET + (PEAK - QUIET) * (begun - over)


def arrival_times():
    """Customers come at random, each second at the rate of its middle.

    What is still due until the next counts not seconds but customers: 1 is a mean gap, at any rate.
    """
    draw = Stream(s.seed, 'customers')
    due = draw.exponential(1)
    for second in range(DAY):
        rate = load(second + 0.5) / SERVICE
        passed = 0  # of this second
        while due <= rate * (1 - passed):
            passed += due / rate
            yield second + passed
            due = draw.exponential(1)
        due -= rate * (1 - passed)


class Fleet:
    """Servers that are ready or start."""

    def __init__(self, ready):
        self.ready = self.peak = ready
        self.starting = deque()  # when each of the others will be ready

    @property
    def ordered(self):
        return self.ready + len(self.starting)

    def open(self, now):
        while self.starting and self.starting[0] <= now:
            self.starting.popleft()
            self.ready += 1

    def resize(self, wanted, now):
        # As many as are lacking; where fewer are wanted, that is no one.
        self.starting.extend([now + s.coldStart] * (wanted - self.ordered))
        while self.ordered > wanted:
            if self.starting:  # the last ordered go first
                self.starting.pop()
            else:
                self.ready -= 1
        if s.coldStart == 0:
            self.open(now)
        self.peak = max(self.peak, wanted)


class Scaler:
    """Kubernetes' rule: as many servers as would bring what is seen to the target.

    Up it goes at once, by 4 or to twice as many at most; down to the most wished for in 20 looks.
    The 1e-9 and 1e-12 keep a rounding error from tipping a comparison.
    """

    def __init__(self, found):
        self.wishes = deque([found], maxlen=REMEMBERED)

    def wish(self, fleet, busy, in_flight):
        if s.signal == 'inFlight':
            wanted = in_flight / s.target
            ratio = wanted / fleet.ordered
        else:
            ratio = busy / s.target
            wanted = fleet.ready * ratio
            if ratio > 1:  # servers that start count as idle when it goes up
                ratio = max(1, wanted / fleet.ordered)
        if abs(ratio - 1) <= TOLERANCE + 1e-12:
            return fleet.ordered
        return math.ceil(wanted - 1e-9)

    def servers(self, fleet, busy, in_flight, least):
        wanted = self.wish(fleet, busy, in_flight)
        self.wishes.append(wanted)
        if wanted < fleet.ordered:
            wanted = min(fleet.ordered, max(self.wishes))
        most = max(2 * fleet.ordered, fleet.ordered + 4)
        return within(min(least, s.maxServers), min(wanted, most), s.maxServers)


class Shop:
    """Who comes, waits, is served or leaves, event by event."""

    def __init__(self, arrivals):
        self.arrivals = iter(arrivals)
        self.next_arrival = next(self.arrivals, math.inf)
        self.services = Stream(s.seed, 'service')
        self.queue = deque()  # when those came who wait
        self.ends = []  # a heap: when requests that are being served end
        self.now = 0
        self.waits = []  # in the order of arrival; infinite for whoever left

    def advance(self, until, fleet):
        """Goes on to the next look; how busy servers were, and how many requests in the shop."""
        busy = ready = inside = 0  # sums over time
        while True:
            end = self.ends[0] if self.ends else math.inf
            leave = self.queue[0] + s.patience if self.queue else math.inf
            opens = fleet.starting[0] if fleet.starting else math.inf
            now = min(end, self.next_arrival, opens, leave, until)
            passed = now - self.now
            busy += len(self.ends) * passed
            ready += fleet.ready * passed
            inside += (len(self.ends) + len(self.queue)) * passed
            self.now = now
            if now == until:
                break
            if now == end:
                heappop(self.ends)
            elif now == self.next_arrival:
                self.queue.append(now)
                self.next_arrival = next(self.arrivals, math.inf)
            elif now == opens:
                fleet.open(now)
            else:
                self.queue.popleft()
                self.waits.append(math.inf)
            while self.queue and len(self.ends) < fleet.ready:
                self.waits.append(now - self.queue.popleft())
                heappush(self.ends, now + self.services.exponential(SERVICE))
        # Servers that were let go finish what they are at: more may be busy than are ready.
        return min(1, busy / ready), inside / LOOK


def share(these):
    return sum(these) / len(these) if these else None


needed = math.ceil(load(0) / s.target - 1e-9)
fleet = Fleet(min(s.maxServers, max(s.minServers, needed)))
arrivals = list(arrival_times())
scaler, shop = Scaler(fleet.ready), Shop(arrivals)
server_seconds, enough_at = 0, []
for time in range(LOOK, DAY + LOOK, LOOK):
    server_seconds += fleet.ordered * LOOK
    busy, in_flight = shop.advance(time, fleet)
    if s.scenario != 'brokenScaler' or time <= 11 * HOUR:
        is_warm = NOON <= time + 60 * s.warmAt < NOON + HALF_HOUR
        least = max(s.minServers, s.warmServers if is_warm else 0)
        fleet.resize(scaler.servers(fleet, busy, in_flight, least), time)
    if NOON <= time <= NOON + SALE and fleet.ready >= PEAK / s.target - 1e-9:
        enough_at.append(time)

is_sale = s.scenario in ('flash', 'brokenScaler')
late = [wait > LATE for wait in shop.waits]
at_noon = [NOON <= came < NOON + HALF_HOUR for came in arrivals]

report(
    minutesToEnough=(enough_at[0] - NOON) / 60 if is_sale and enough_at else None,
    lateShare=share(late),
    lateInFirstHalfHour=share(list(compress(late, at_noon))),
    serverHours=server_seconds / HOUR,
    peakServers=fleet.peak,
    waitShare=share([wait > 0 for wait in shop.waits]),
)

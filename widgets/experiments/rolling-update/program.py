"""
Ten machines get a new version, some at a time, while requests come: each request goes to the
machine that is the first to be free and in service, and is refused if it would wait too long.

To change first: `OUT`, from `2 * MINUTE` to `MINUTE / 2`. Expect of `atOnce=3` that the update
takes 2 minutes instead of 8, and that about as large a share of what comes meanwhile is refused:
9.8 % instead of 9.2 %.
"""

import math

from book import Stream, report, settings

chosen = {
    'atOnce': 1,  # machines that are replaced together
    'load': 80,  # requests a second
    'seed': 1,
}

s = settings(chosen)
MINUTE = 60_000  # all times in ms; 0 is the beginning of the update
MACHINES = 10
SERVICE = 100  # of a request, on average
PATIENCE = 1000
OUT = 2 * MINUTE  # of service, for each machine
OPENED = -4 * MINUTE
SEEN = -2 * MINUTE  # what comes from here on is counted; before, the queue warms up

rounds = math.ceil(MACHINES / s.atOnce)
end = rounds * OUT


def out_of_service(machine):
    turn = machine // s.atOnce
    return turn * OUT, (turn + 1) * OUT


away = [out_of_service(machine) for machine in range(MACHINES)]
free_at = [OPENED] * MACHINES


def could_start(machine, now):
    free = max(now, free_at[machine])
    leaves, back = away[machine]  # what it begins before it leaves, it ends
    return back if leaves <= free < back else free


class Part:
    """What became of the requests of some minutes."""

    def __init__(self):
        self.took = []
        self.refused = 0

    def p99(self):
        """99 of 100 answers take no longer, in seconds; None: too few to tell."""
        count = len(self.took)
        if count < 100:
            return None
        return sorted(self.took)[math.ceil(99 * count / 100) - 1] / 1000


before, during = Part(), Part()
arrivals, services = Stream(s.seed, 'arrivals'), Stream(s.seed, 'service')
since_opened = arrivals.exponential(1000 / s.load)
while (now := OPENED + since_opened) <= end:
    part = during if now > 0 else before
    takes = services.exponential(SERVICE)
    starts = [could_start(machine, now) for machine in range(MACHINES)]
    start = min(starts)
    if start - now <= PATIENCE:
        free_at[starts.index(start)] = start + takes
        if now > SEEN:
            part.took.append(start - now + takes)
    elif now > SEEN:
        part.refused += 1
    since_opened += arrivals.exponential(1000 / s.load)

report(
    refusedShare=during.refused / (during.refused + len(during.took)),
    p99=during.p99(),
    p99Before=before.p99(),
    minutes=end / MINUTE,
    mixedMinutes=max(0, end - 2 * OUT) / MINUTE,  # from the first return to the last leaving
)

"""
A forecast of bike hire is served for eight weeks; from some day on it is told something wrong, and
no program stops. Checks hold its last seven days against the weeks that it has learned from. There
are many futures: in each the weeks are shuffled, and the day of the fault is drawn.

To change first: in `told`, what `fahrenheit` does becomes `now['temp'] += 5`: a thermometer that
reads 5 degrees too high. Expect of `fault=fahrenheit checks=ks.temp` that forecasts are then off by
54 bikes an hour instead of 276, and that the check sees it in 21 of 40 futures instead of all.
"""

import re

import numpy as np
from book import Stream, packed, report, settings

chosen = {
    'size': 0,  # hours that the clock is ahead; where each fault has its turn it is 1
    'fault': 'hour',  # the clock; or another of FAULTS, all, or none
    'checks': '',  # none; or names of CHECKS with + or a space between them
    'threshold': 1.0,  # a check rings above it, in times of the farthest week learned from
    'futures': 40,
    'seed': 1,
}

s = settings(chosen)
SHA256 = '918bf63726a5d165ada2184d25b18b60386318d1e2f83264551e4c3215bcfa80'
FAULTS = ['hour', 'fahrenheit', 'twice', 'swap', 'clip', 'stale', 'zeros']
SERVED, DAYS = 8, 56  # weeks of the 26 that are served, and their days
# Days: in which a fault has to be noticed; of rest after an alarm; until labels come.
GIVEN, QUIET, LATE = 14, 7, 5
WATCHED = DAYS - 6  # days on which there is a whole week to look at
STEP = 0.82  # of temperature, in degrees Celsius
SCALES = {'temp': (25, 6), 'hum': (60, 18), 'wind': (12, 8)}  # middle and unit
BITS = {'hired': 10, 'temp': 6, 'hum': 7, 'wind': 6, 'sky': 2, 'working': 1}  # of a word
MISSING = 1023  # bikes hired in an hour that is missing: all bits of its word are set


def all_weeks():
    """26 weeks of 168 hours."""
    words = np.frombuffer(packed('bike-summer.bin', SHA256), '<u4')
    names = [*BITS, 'hour', 'day', 'score', 'expected']
    hours = np.zeros(len(words), [(name, float) for name in names])
    for name, bits in BITS.items():
        hours[name] = words % 2**bits
        words = words >> bits
    hours['temp'] *= STEP
    hours['day'], hours['hour'] = np.divmod(np.arange(len(hours)), 24)
    return hours.reshape(-1, 168)


def known(hours):
    return hours[hours['hired'] < MISSING]


def scaled(hours):
    return {name: (hours[name] - middle) / unit for name, (middle, unit) in SCALES.items()}


def one_hot(values, most):
    return np.eye(most)[values.astype(int)]


def design(hours):
    """48 hours, of days off and of working days; the weather; and a one."""
    temp, hum, wind = scaled(hours).values()
    mist, rain = hours['sky'] == 1, hours['sky'] == 2
    levels = one_hot(24 * hours['working'] + hours['hour'], 48)
    return np.column_stack([levels, temp, temp**2, hum, wind, mist, rain, np.ones(len(hours))])


def products(week):
    """What least squares needs of a week: it adds up."""
    rows = design(known(week))
    return rows.T @ rows, rows.T @ np.log1p(known(week)['hired'])


def fit(square, right):
    """Ridge regression of the logarithm of bikes hired; its mean, the last weight, stays whole."""
    mean = right[-1] / square[-1, -1]
    ridge = np.eye(len(right) - 1)
    weights = np.linalg.solve(square[:-1, :-1] + ridge, right[:-1] - mean * square[-1, :-1])
    return np.append(weights, mean)


def answered(hours, model):
    hours = known(hours)
    hours['score'] = design(hours) @ model
    hours['expected'] = np.maximum(0, np.expm1(hours['score']))
    return hours


def told(truth, start, fault, number):
    """What the model is told, with a fault from the hour `start` on."""
    hours = truth.copy()
    now = hours[start:]
    if fault == 'hour':
        ahead = 1 if s.fault == 'all' else s.size
        then = np.minimum(np.arange(start, len(hours)) + ahead, len(hours) - 1)
        now['hour'] = (now['hour'] + ahead) % 24
        now['working'] = truth['working'][then]
    elif fault == 'fahrenheit':
        now['temp'] = 1.8 * now['temp'] + 32
    elif fault == 'twice':  # scaled here, and once more in `design`
        for name, values in scaled(now).items():
            now[name] = values
    elif fault == 'swap':  # the data have both as shares of their ranges, 41 degrees and 100 %
        now['temp'], now['hum'] = 0.41 * now['hum'], now['temp'] / 0.41
    elif fault == 'clip':  # nothing above 19.68 degrees is told
        now['temp'] = np.minimum(24 * STEP, now['temp'])
    elif fault == 'stale':
        for name in ('temp', 'hum', 'wind', 'sky'):
            now[name] = truth[name][start - 1]
    elif fault == 'zeros':
        draw = Stream(s.seed, f'lost {number}')
        now['hum'][[draw.uniform() < 0.3 for _ in now]] = 0
    return hours


def summed(rows, groups):
    """Sums of the rows of each day, or week: of each stretch that is one group."""
    return np.add.reduceat(rows, np.flatnonzero(np.diff(groups, prepend=-1)))


def binned(values):
    """Which whole number from 0 to 101 each is; whatever lies below or above, at the ends."""
    return one_hot(np.clip(1 + np.floor(values + 0.5), 0, 103), 104)


def distance(some, learned):
    """The largest distance between two cumulative distributions (Kolmogorov and Smirnov)."""
    one, other = (np.cumsum(of / of.sum(axis=-1, keepdims=True), axis=-1) for of in (some, learned))
    return np.abs(one - other).max(axis=-1)


def outside(some, learned):
    """The share of values below the least and above the greatest of those learned from."""
    below = np.cumsum(learned, axis=-1) == 0
    above = np.cumsum(learned[..., ::-1], axis=-1)[..., ::-1] == 0
    return (some * (below | above)).sum(axis=-1) / some.sum(axis=-1)


def with_ones(values):
    return np.column_stack([values, np.ones(len(values))])


def mean(some, _):
    return some[..., 0] / some[..., 1]


def stands_still(hours):
    return np.append(False, (np.diff(hours['temp']) == 0) & (np.diff(hours['day']) == 0))


def by_hour(hours):
    """Temperatures by the hour that the clock says, and which hour that is."""
    here = one_hot(hours['hour'], 24)
    return np.hstack([here * hours['temp'][:, None], here])


def apart(some, learned):
    """How far two courses of a day are apart, when each is held against its own mean."""
    one, other = (sums[..., :24] / sums[..., 24:] for sums in (some, learned))
    return np.std(one - other, axis=-1)


# What a check adds up over hours, and how far it finds a week from what was learned from.
CHECKS = {
    'range.temp': (lambda hours: binned(hours['temp'] / STEP), outside),
    'range.hum': (lambda hours: binned(hours['hum']), outside),
    'zeros.hum': (lambda hours: with_ones(hours['hum'] == 0), mean),
    'stuck.temp': (lambda hours: with_ones(stands_still(hours)), mean),
    'ks.temp': (lambda hours: binned(hours['temp'] / STEP), distance),
    'ks.hum': (lambda hours: binned(hours['hum']), distance),
    'ks.wind': (lambda hours: binned(hours['wind']), distance),
    'ks.predictions': (lambda hours: binned(12 * hours['score']), distance),
    'profile': (by_hour, apart),
    'label': (lambda hours: with_ones(np.abs(hours['expected'] - hours['hired'])), mean),
}


class Check:
    def __init__(self, name, past):
        self.rows, self.far = CHECKS[name]
        self.late = LATE if name == 'label' else 0  # until then bikes hired are not known
        weeks = summed(self.rows(past), past['day'] // 7)
        self.learned = weeks.sum(axis=0)
        self.most = self.far(weeks, self.learned - weeks).max()

    def found(self, hours):
        """By days, how far the last seven are, in times of the farthest week learned from."""
        days = summed(self.rows(hours), hours['day'])
        last_seven = sum(days[i : i + WATCHED] for i in range(7))
        # If weeks do not differ at all, anything is far.
        far = self.far(last_seven, self.learned) / max(self.most, 1e-9)
        return np.append(np.zeros(6 + self.late), far)[:DAYS]


def rings(checks, hours):
    """The days on which any check rings; after that all are quiet for a week."""
    days = []
    found = np.max([np.zeros(DAYS), *(check.found(hours) for check in checks)], axis=0)
    for day in np.flatnonzero(found > s.threshold):
        if not days or day >= days[-1] + QUIET:
            days.append(day)
    return days


def off(hours):
    """By how many bikes an hour each day is off, and by which share its total."""
    miss = hours['expected'] - hours['hired']
    rows = with_ones(np.column_stack([np.abs(miss), miss, hours['hired']]))
    error, total, hired, count = summed(rows, hours['day']).T
    return np.array([error / count, np.abs(total) / hired])


def textbook_rings(hours, past):
    """Whether each day's temperatures differ at 5 per cent, were hours independent.

    1.3581 is the value for that from tables of the test of Kolmogorov and Smirnov.
    """
    days, learned = summed(binned(hours['temp'] / STEP), hours['day']), binned(past['temp'] / STEP)
    n, m = days.sum(axis=1), len(learned)
    return distance(days, learned.sum(axis=0)) > 1.3581 * np.sqrt((n + m) / (n * m))


weeks = all_weeks()
squares, rights = (np.array(each) for each in zip(*map(products, weeks)))
delays = {fault: [] for fault in (FAULTS if s.fault == 'all' else [s.fault])}
before, after, textbook, false_alarms = [], [], [], 0
for number in range(s.futures):
    draw = Stream(s.seed, f'future {number}')
    order = draw.order(len(weeks))
    start = GIVEN + draw.whole(DAYS - 2 * GIVEN + 1)
    served, learned = np.concatenate(weeks[order[:SERVED]]), order[SERVED:]
    square, right = squares[learned].sum(axis=0), rights[learned].sum(axis=0)
    model = fit(square, right)
    # Of the weeks learned from, each is forecast by a model of the others.
    others = [fit(square - squares[i], right - rights[i]) for i in learned]
    past = np.concatenate([answered(weeks[i], other) for i, other in zip(learned, others)])
    checks = [Check(name, past) for name in re.findall(r'[^\s,+]+', s.checks)]
    usual = answered(served, model)
    before.append(off(usual)[:, :start])
    textbook.append(textbook_rings(usual, past))
    false_alarms += len(rings(checks, usual))
    for fault, found in delays.items():
        hours = answered(told(served, start * 24, fault, number), model)
        after.append(off(hours)[:, start:])
        # The first alarm in time, if there is one.
        found.extend([day - start for day in rings(checks, hours) if 0 <= day - start < GIVEN][:1])

error_before, daily_before = np.hstack(before).mean(axis=1)
error_after, daily_after = np.hstack(after).mean(axis=1)
caught = [len(found) / s.futures for found in delays.values() if s.fault != 'none']
all_delays = sorted(sum(delays.values(), [])) if caught else []

report(
    errorBefore=error_before,
    errorAfter=error_after,
    dailyErrorBefore=daily_before,
    dailyErrorAfter=daily_after,
    caught=np.mean(caught) if caught else None,
    worstCaught=min(caught, default=None),
    # Of an even number, the lower of the two in the middle.
    delayDays=all_delays[(len(all_delays) - 1) // 2] if all_delays else None,
    falseAlarmsPerYear=365 * false_alarms / (WATCHED * s.futures),
    textbookRings=np.mean(textbook),
)

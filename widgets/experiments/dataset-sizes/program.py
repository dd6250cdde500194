"""
How the data sets that language models learned from grew: a line of least squares through the dates
of 24 sets and the logarithms of their sizes, with its 95 % intervals.

To change first: `SURE`, from 0.95 to 0.5. Expect that the line stays, with sizes that grow by a
factor of 1.18 a year, and that the ends of its interval, 0.05 and 29, become 0.9 and 1.5: three
sets say little.
"""

import math
from datetime import date
from statistics import linear_regression, mean

from book import packed, report, settings

chosen = {
    'from': 2013,  # the line is drawn through sets from January of this year
    'to': 2018,  # to December of this one
    'scale': 'log',  # or 'linear'; of the chart: no measure hangs on it
    'until': 2018,  # if it is later than `to`, the line is carried on to the middle of this year
    'sets': 'all',  # or 'text' (none with pictures), 'tokens' (none counted in words)
    'point': 0,  # on the chart: no measure hangs on it
}

s = settings(chosen)
FIRST_YEAR = chosen['from']  # `from` is a keyword, so there is no s.from
SHA256 = '9865015e9113c373803db099d6828d243142a210eaeb355a2d46cb236460be30'
SURE = 0.95


def year_of(text):
    """A date as a year with its fraction: 2 July 2021 is about 2021.5."""
    day = date.fromisoformat(text)
    new_year, next_year = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return day.year + (day - new_year) / (next_year - new_year)


def is_counted(unit, content):
    has_pictures = 'image' in content
    if s.sets == 'text':
        return not has_pictures
    return s.sets == 'all' or has_pictures or 'words' not in unit


def read_sets():
    """Years and sizes, in words or tokens, of the sets in the span that count."""
    lines = packed('lm-sizes.tsv', SHA256).decode().splitlines()
    for day, _, size, unit, content, *_ in (line.split('\t') for line in lines):
        if FIRST_YEAR <= year_of(day) < s.to + 1 and is_counted(unit, content):
            yield year_of(day), int(size)


def share_within(t, degrees):
    """The chance that Student's |t| stays below `t`: a finite sum of cosines, Gosset's own."""
    angle, is_odd = math.atan(t / math.sqrt(degrees)), degrees % 2
    term = math.cos(angle) if is_odd else 1
    total = 0 if degrees == 1 else term
    for k in range(2 + is_odd, degrees, 2):
        term *= (k - 1) / k * math.cos(angle) ** 2
        total += term
    total *= math.sin(angle)
    return 2 / math.pi * (angle + total) if is_odd else total


def student_t(share, degrees):
    """The value that this share of all |t| stays below, by halving."""
    low, high = 0, 1e6
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if share_within(middle, degrees) < share else (low, middle)
    return high


class Line:
    """The line of least squares, and how widely the points scatter about it."""

    def __init__(self, xs, ys):
        self.count, self.middle = len(xs), mean(xs)
        self.spread = sum((x - self.middle) ** 2 for x in xs)
        self.slope, self.at_0 = linear_regression(xs, ys)
        self.residual = sum((y - self.height(x)) ** 2 for x, y in zip(xs, ys))

    def height(self, x):
        return self.at_0 + self.slope * x

    def interval(self, value, variance):
        """The value and the ends of its interval; a line through two points has no ends.

        `variance` is that of the value if the points had variance 1 about the line.
        """
        degrees = self.count - 2
        if degrees == 0:
            return value, None, None
        half = student_t(SURE, degrees) * math.sqrt(self.residual / degrees * variance)
        return value, value - half, value + half

    def slope_and_ends(self):
        return self.interval(self.slope, 1 / self.spread)

    def height_and_ends(self, x):
        variance = 1 / self.count + (x - self.middle) ** 2 / self.spread
        return self.interval(self.height(x), variance)


def factor(logarithm, unit=1):
    """What has this logarithm, in units; None of None."""
    return None if logarithm is None else math.exp(logarithm) / unit


def months_to_double(slope):
    """None where sizes do not grow."""
    return 12 * math.log(2) / slope if slope is not None and slope > 0 else None


sets = list(read_sets())
years, sizes = [year for year, _ in sets], [size for _, size in sets]
slope = low = high = forecast = least = most = None
if len(set(years)) > 1:
    line = Line(years, [math.log(size) for size in sizes])
    slope, low, high = line.slope_and_ends()
    if s.until > s.to:
        forecast, least, most = line.height_and_ends(s.until + 0.5)

report(
    growthPerYear=factor(slope),
    doublingMonths=months_to_double(slope),
    doublingLow=months_to_double(high),
    doublingHigh=months_to_double(low),
    points=len(sets),
    growthLow=factor(low),
    growthHigh=factor(high),
    largest=max(sizes) / 1e9 if sizes else None,
    forecast=factor(forecast, 1e12),
    forecastLow=factor(least, 1e12),
    forecastHigh=factor(most, 1e12),
)

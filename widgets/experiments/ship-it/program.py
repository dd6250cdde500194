"""
A project has sixty days and up to four flaws: wrong labels, hardly any ads worth showing, old data,
the wrong objective. Moves mend them, train a model (a logistic regression that decides for which
queries an ad is shown), test it and put it out; what is out, or an old rule, earns every day.

To change first: the threshold at which a model shows an ad: in `trained_on`, `> PLACE / CLICK`
becomes `> 0.5`. Expect of `moves=OTLRTLSTLNTD` that of 100 ads shown 76 are clicked instead of 30,
and that the sixty days earn 47 thousand dollars instead of 77: one click pays for ten places.
"""

from collections import Counter
from functools import cache
from typing import NamedTuple

import numpy as np
from book import Stream, report, settings

chosen = {
    'project': 268,  # its customers and its flaws
    'moves': 'TLRTLSTLNT',  # a letter each, as in MOVES; what cannot be done is left out
    'seed': 1,  # of the rows of data and the queries
}

s = settings(chosen)
ROWS, QUERIES, KNOWN = 3000, 6000, 5  # of an ad for a query five things are known
PHONE_FROM = 0.8  # from where on the first of them says that it is seen on a phone
CLICK, PLACE, QUERIES_A_DAY = 1, 0.1, 100_000  # dollars of a click, and of the place of an ad
RULE_FROM = 1.28  # the old rule then shows about as many as are worth it
HARDLY_ANY = 4  # ads worth showing, in data that lack them
READ, ENOUGH = 40, 4  # errors read in a look; those of them that make a flaw found
PROJECT_DAYS = 60
LABELS, RARE, OLD, GOAL = FLAWS = (1, 2, 4, 8)  # a sum of them says what is mended
MOVES = {  # days, and what it changes of a state
    'T': (1, lambda state: {'trained': state.mended}),  # train
    'L': (1, lambda state: {'read': state.trained}),  # look at errors
    'R': (8, lambda state: {'mended': state.mended | LABELS}),  # relabel
    'S': (7, lambda state: {'mended': state.mended | RARE}),  # collect ads worth showing
    'N': (6, lambda state: {'mended': state.mended | OLD}),  # collect recent data
    'O': (2, lambda state: {'mended': state.mended | GOAL}),  # change the objective
    'D': (1, lambda state: {'out': state.trained}),  # deploy
    'B': (1, lambda state: {} if state.out is None else {'looked': state.out}),  # at revenue
    'W': (1, lambda state: {'out': None}),  # put the old rule back
    'P': (0, lambda state: {}),  # pray
    'C': (0, lambda state: {}),  # cry
    'X': (0, lambda state: {'is_stopped': True}),  # stop the project
}


def logistic(odds):
    return 1 / (1 + np.exp(-odds))


def any_taste():
    taste = np.array([draw.normal() for _ in range(KNOWN)])
    return taste / np.linalg.norm(taste)


def near(taste, cosine):
    """A taste at this cosine from another."""
    other = any_taste()
    across = other - other @ taste * taste
    return cosine * taste + np.sqrt(1 - cosine**2) * across / np.linalg.norm(across)


# All is drawn whatever the flaws are: a project differs from its faultless twin in nothing else.
draw = Stream(s.project, 'project')
flaws = [flaw for flaw in FLAWS if draw.uniform() < 0.6]  # each with a chance of 60 %
clicks = any_taste()
clicks_before = near(clicks, 0.3 + 0.3 * draw.uniform())
looks = near(clicks, 0.3 * draw.uniform())
looks_before = near(looks, 0.3 + 0.3 * draw.uniform())
rule = near(clicks, 0.5)
thumbs_wrong = 0.1 + 0.2 * draw.uniform()  # share of ads on phones that a thumb clicks by mistake


class Drawn:
    """Ads for queries; what decides whether one is clicked, and whether a thumb went past."""

    def __init__(self, name, count):
        stream = Stream(s.seed, f'{name} {s.project}')
        self.ads = np.array([[stream.normal() for _ in range(KNOWN)] for _ in range(count)])
        self.rows = np.hstack([self.ads, np.ones((count, 1))])  # the last is for the intercept
        self.luck = np.array([stream.uniform() for _ in range(count)])
        self.thumbs = np.array([stream.uniform() for _ in range(count)])

    def chances(self, taste):
        return logistic(3 * self.ads @ taste - 6)  # a middling ad is clicked once in 400 times


queries, data = Drawn('queries', QUERIES), Drawn('rows', ROWS)


def taste_of(mended, is_now):
    """What counts as right, by the objective: what draws clicks, or looks."""
    now, before = (clicks, clicks_before) if mended & GOAL else (looks, looks_before)
    return now if is_now else before


def data_at(mended):
    """The rows that there are, and their labels."""
    labels = data.luck < data.chances(taste_of(mended, is_now=mended & OLD))
    most = ROWS if mended & RARE else HARDLY_ANY
    is_kept = ~labels | (np.cumsum(labels) <= most)
    if not mended & LABELS:
        is_thumb = (data.ads[:, 0] > PHONE_FROM) & (data.thumbs < thumbs_wrong)
        labels = labels | is_thumb
    return data.rows[is_kept], labels[is_kept]


@cache
def trained_on(mended):
    """Which of yesterday's queries get an ad by the model that is trained on these data."""
    rows, labels = data_at(mended)
    weights = np.zeros(KNOWN + 1)
    for _ in range(20):  # Newton's method, with a ridge of 1; it is there after a few steps
        chances = logistic(rows @ weights)
        slope = (labels - chances) @ rows - weights
        curvature = (rows.T * (chances * (1 - chances))) @ rows + np.eye(len(weights))
        weights += np.linalg.solve(curvature, slope)
    return logistic(queries.rows @ weights) > PLACE / CLICK


def in_effect(mended):
    """What was not broken is as good as mended."""
    return mended | (sum(FLAWS) - sum(flaws))


def shown(model):
    """By a model, which is called by what was mended when it was trained; by none: the old rule."""
    return queries.ads @ rule > RULE_FROM if model is None else trained_on(in_effect(model))


def wanted(model):
    """What was to be shown, by the objective of the model."""
    return queries.luck < queries.chances(taste_of(in_effect(model), is_now=True))


@cache
def per_day(out):
    """Dollars that a model earns, or the old rule."""
    gain = CLICK * queries.chances(clicks) - PLACE
    return gain[shown(out)].sum() * QUERIES_A_DAY / QUERIES


def clicked(out):
    chances = queries.chances(clicks)[shown(out)]
    return chances.mean() if len(chances) else 0


def test_of(model):
    """The mean of two shares: right among what was to be shown, and among the rest."""
    is_right, was_wanted = shown(model) == wanted(model), wanted(model)
    sides = is_right[was_wanted], is_right[~was_wanted]
    return sum(side.mean() if len(side) else 0 for side in sides) / 2


def read_errors(model):
    """How many of those read come from each flaw: mended alone, it would have put them right."""
    stream = Stream(s.seed, f'reading {model}')
    right = {flaw: shown(model | flaw) == wanted(model) for flaw in (LABELS, RARE, OLD)}
    errors = np.flatnonzero(shown(model) != wanted(model))
    causes = Counter()
    for i in stream.order(len(errors))[:READ]:
        would = [flaw for flaw in right if right[flaw][errors[i]]]
        lot = stream.whole(len(would))  # drawn even where nothing would
        if would:
            causes[would[lot]] += 1
    return causes


class State(NamedTuple):
    """Where a project stands."""

    day: int = 0
    mended: int = 0
    trained: int | None = None
    out: int | None = None  # none: the old rule is
    read: int | None = None  # whose errors were read last
    looked: int | None = None  # whose revenue was looked at last
    is_stopped: bool = False


def after(move, state):
    """Where a move leads; none where it makes no sense, or too few days are left."""
    days, change = MOVES[move]
    then = state._replace(**change(state))
    makes_sense = then != state or move in ('P', 'C')
    if state.is_stopped or not makes_sense or state.day + days > PROJECT_DAYS:
        return None
    return then._replace(day=state.day + days)


@cache
def best_from(state):
    """The most that the days from here on can bring, to who knows everything and need not look."""
    best = (PROJECT_DAYS - state.day) * per_day(state.out)
    for move in 'TRSNODW':
        then = after(move, state)
        if then is not None:
            best = max(best, (then.day - state.day) * per_day(state.out) + best_from(then))
    return best


state, made, found, revenue = State(), '', set(), 0
for move in s.moves:
    then = after(move, state) if move in MOVES else None
    if then is None:
        continue
    if move == 'L':
        found |= {flaw for flaw, count in read_errors(then.trained).items() if count >= ENOUGH}
    # Revenue that is looked at gives a wrong objective away.
    if move == 'B' and GOAL in flaws and not then.out & GOAL:
        found.add(GOAL)
    revenue += (then.day - state.day) * per_day(state.out)
    state, made = then, made + move
revenue += (PROJECT_DAYS - state.day) * per_day(state.out)
best = best_from(State())

report(
    revenue=revenue,
    bestRevenue=best,
    shareOfBest=revenue / best,
    movesUsed=len(made),
    days=state.day,
    flawsFound=len(found),
    flawsMended=sum(bool(state.mended & flaw) for flaw in flaws),
    perDay=per_day(state.out),
    rulePerDay=per_day(None),
    clicked=clicked(state.out),
    ruleClicked=clicked(None),
    test=None if state.trained is None else test_of(state.trained),
    vigils=made.count('P') + made.count('C'),
)

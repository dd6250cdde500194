"""
A project has sixty days and up to four flaws: wrong labels, hardly any ads worth showing, old data,
the wrong objective. Moves mend them, train a model (a logistic regression that decides for which
queries an ad is shown), test it and put it out; what is out, or an old rule, earns every day.

To change first: the threshold at which a model shows an ad: in `shown`, `> PLACE / CLICK` becomes
`> 0.5`. Expect of `moves=OTLRTLSTLNTD` that of 100 ads shown 76 are clicked instead of 30, and that
the sixty days earn 47 thousand dollars instead of 77: one click pays for ten places.
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
ROWS, QUERIES = 3000, 6000  # of data to train on, and of yesterday
KNOWN = 5  # things that are known of an ad for a query
PHONE_FROM = 0.8  # from where on the first of them says that it is seen on a phone
CLICK, PLACE = 1, 0.1  # dollars that a click brings, and that the place of an ad costs
QUERIES_A_DAY = 100_000
RULE_FROM = 1.28  # the old rule then shows about as many as are worth it
HARDLY_ANY = 4  # ads worth showing, in data that lack them
READ, ENOUGH = 40, 4  # errors read in a look; those of them that make a flaw found
PROJECT_DAYS = 60
FLAWS = ('labels', 'rare', 'old', 'goal')


def logistic(odds):
    return 1 / (1 + np.exp(-odds))


def any_taste():
    """How much each of the known things counts, where a taste decides what people do."""
    taste = np.array([draw.normal() for _ in range(KNOWN)])
    return taste / np.linalg.norm(taste)


def taste_near(taste, cosine):
    other = any_taste()
    across = other - other @ taste * taste
    return cosine * taste + np.sqrt(1 - cosine**2) * across / np.linalg.norm(across)


# All is drawn whatever the flaws are: a project differs from its faultless twin in nothing else.
draw = Stream(s.project, 'project')
flaws = {flaw for flaw in FLAWS if draw.uniform() < 0.6}  # each with a chance of 60 %
clicks = any_taste()
clicks_before = taste_near(clicks, 0.3 + 0.3 * draw.uniform())
glances = taste_near(clicks, 0.3 * draw.uniform())
glances_before = taste_near(glances, 0.3 + 0.3 * draw.uniform())
rule = taste_near(clicks, 0.5)
thumb_share = 0.1 + 0.2 * draw.uniform()  # of ads on phones, clicked by mistake


class Ads:
    """Ads for queries; what decides whether one is clicked, and whether a thumb went past."""

    def __init__(self, name, count):
        stream = Stream(s.seed, f'{name} {s.project}')
        self.known = np.array([[stream.normal() for _ in range(KNOWN)] for _ in range(count)])
        self.rows = np.hstack([self.known, np.ones((count, 1))])  # the last is for the intercept
        self.luck = np.array([stream.uniform() for _ in range(count)])
        self.thumbs = np.array([stream.uniform() for _ in range(count)])

    def chances(self, taste):
        return logistic(3 * self.known @ taste - 6)  # a middling ad is clicked once in 400 times


yesterday, data = Ads('queries', QUERIES), Ads('rows', ROWS)

# What has been mended is a set of flaws, and a model is called by the set when it was trained.


def is_well(flaw, mended):
    """Mended, or never wrong."""
    return flaw in mended or flaw not in flaws


def taste_of(mended, is_now):
    """What counts as right, by the objective: what draws clicks, or glances."""
    if is_well('goal', mended):
        return clicks if is_now else clicks_before
    return glances if is_now else glances_before


def data_at(mended):
    """The rows that there are, and their labels."""
    labels = data.luck < data.chances(taste_of(mended, is_now=is_well('old', mended)))
    most = ROWS if is_well('rare', mended) else HARDLY_ANY
    is_kept = ~labels | (np.cumsum(labels) <= most)
    if not is_well('labels', mended):
        labels = labels | ((data.known[:, 0] > PHONE_FROM) & (data.thumbs < thumb_share))
    return data.rows[is_kept], labels[is_kept]


@cache
def shown(model):
    """Which of yesterday's queries get an ad by a model, or by the old rule, which is None."""
    if model is None:
        return yesterday.known @ rule > RULE_FROM
    rows, labels = data_at(model)
    weights = np.zeros(KNOWN + 1)
    for _ in range(20):  # Newton's method, with a ridge of 1; it is there after a few steps
        chances = logistic(rows @ weights)
        slope = (labels - chances) @ rows - weights
        curvature = (rows.T * (chances * (1 - chances))) @ rows + np.eye(len(weights))
        weights += np.linalg.solve(curvature, slope)
    return logistic(yesterday.rows @ weights) > PLACE / CLICK


def wanted(model):
    """What was to be shown, by the objective of the model."""
    return yesterday.luck < yesterday.chances(taste_of(model, is_now=True))


@cache
def per_day(model):
    """Dollars that a model earns, or the old rule."""
    gain = CLICK * yesterday.chances(clicks) - PLACE
    return gain[shown(model)].sum() * QUERIES_A_DAY / QUERIES


def clicked(model):
    chances = yesterday.chances(clicks)[shown(model)]
    return chances.mean() if len(chances) else 0


def test_of(model):
    """The mean of two shares: right among what was to be shown, and among the rest."""
    is_right, was_wanted = shown(model) == wanted(model), wanted(model)
    sides = is_right[was_wanted], is_right[~was_wanted]
    return sum(side.mean() if len(side) else 0 for side in sides) / 2


def read_errors(model):
    """How many of those read come from each flaw: mended alone, it would have put them right."""
    code = sum(2**i for i, flaw in enumerate(FLAWS) if flaw in model)
    stream = Stream(s.seed, f'reading {code}')
    right = {flaw: shown(model | {flaw}) == wanted(model) for flaw in FLAWS if flaw != 'goal'}
    errors = np.flatnonzero(shown(model) != wanted(model))
    causes = Counter()
    for error in errors[stream.order(len(errors))[:READ]]:
        possible = [flaw for flaw in right if right[flaw][error]] or ['chance']
        causes[possible[stream.whole(len(possible))]] += 1
    return causes


class State(NamedTuple):
    """Where a project stands."""

    day: int = 0
    mended: frozenset = frozenset()
    trained: frozenset | None = None  # the last model
    out: frozenset | None = None
    read: frozenset | None = None  # whose errors were read last
    looked: frozenset | None = None  # whose revenue was looked at last
    is_stopped: bool = False


MOVES = {  # days, and what it changes of a state
    'T': (1, lambda state: {'trained': state.mended}),  # train
    'L': (1, lambda state: {'read': state.trained}),  # look at errors
    'R': (8, lambda state: {'mended': state.mended | {'labels'}}),  # relabel
    'S': (7, lambda state: {'mended': state.mended | {'rare'}}),  # collect ads worth showing
    'N': (6, lambda state: {'mended': state.mended | {'old'}}),  # collect recent data
    'O': (2, lambda state: {'mended': state.mended | {'goal'}}),  # change the objective
    'D': (1, lambda state: {'out': state.trained}),  # deploy
    'B': (1, lambda state: {} if state.out is None else {'looked': state.out}),  # at revenue
    'W': (1, lambda state: {'out': None}),  # put the old rule back
    'P': (0, lambda state: {}),  # pray
    'C': (0, lambda state: {}),  # cry
    'X': (0, lambda state: {'is_stopped': True}),  # stop the project
}


def after(move, state):
    """Where a move leads; None where it would change nothing, or too few days are left."""
    days, change = MOVES[move]
    then = state._replace(**change(state))
    is_idle = then == state and move not in ('P', 'C')
    if is_idle or state.is_stopped or state.day + days > PROJECT_DAYS:
        return None
    return then._replace(day=state.day + days)


@cache
def best_from(state):
    """The most that the days from here on can bring, to who knows everything and need not look."""
    best = (PROJECT_DAYS - state.day) * per_day(state.out)
    for move in 'TRSNODW':
        if then := after(move, state):
            best = max(best, (then.day - state.day) * per_day(state.out) + best_from(then))
    return best


state, made, found, revenue = State(), '', set(), 0
for move in s.moves:
    if move not in MOVES or not (then := after(move, state)):
        continue
    if move == 'L':
        causes = read_errors(then.trained)
        found |= {flaw for flaw in FLAWS if causes[flaw] >= ENOUGH}
    # Revenue that is looked at gives a wrong objective away.
    if move == 'B' and not is_well('goal', then.out):
        found.add('goal')
    revenue += (then.day - state.day) * per_day(state.out)  # until it is done, the old one earns
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
    flawsMended=len(state.mended & flaws),
    perDay=per_day(state.out),
    rulePerDay=per_day(None),
    clicked=clicked(state.out),
    ruleClicked=clicked(None),
    test=None if state.trained is None else test_of(state.trained),
    vigils=made.count('P') + made.count('C'),
)

"""
A list of restaurants is sorted by a mean of two scores: what the visitor is likely to order, as a
ridge regression on a noisy log has it, and what a restaurant pays for being shown. Five people
judge what comes of it: by orders, fees, latency, releases and margin. All are expectations: once
the city is drawn, no visitor is.

To change first: `LOG_NOISE`, from 0.5 to 0. Expect of `salesShare=0.3` that 1,000 visits bring 499
orders instead of 494, and that the weight of the fees still loses 2.2 % of the orders, where it
lost 2.5 %: a perfect log would not settle the dispute.
"""

from functools import cache
from itertools import product
from typing import NamedTuple

import numpy as np
from book import Stream, report, settings

chosen = {
    'salesShare': 0.0,  # weight of the fees
    'size': '16',  # traits that the model knows: 2, 4, 8, 16 or 64
    'updateWeeks': '4',  # between two releases: 1, 4, 13, 26 or 52
    'team': 'keep',  # or 'drop': everybody is shown what is ordered most
    'visits': 1000,  # thousands a month
    'lossPer100ms': 1.7,  # per cent of the orders
    'minOrders': 0.9,  # the engineers' demand, as a share of the most
    'minFees': 1.3,  # that of sales, in times of the fees when they have no say
    'maxLatency': 100,  # that of product, in ms
    'maxUpdates': 6,  # that of infrastructure, a year
    'minMargin': 0.95,  # the manager's, as a share of the best
    'seed': 1,
}

s = settings(chosen)
RESTAURANTS, NEAR, TRAITS = 40, 16, 64  # in the city; in a list; of each to a kind of visitor
KINDS, LISTS = 12, 20  # of visitor; for each of them
LOOKED_AT = np.array([1, 0.85, 0.72, 0.61, 0.52])  # how much each of the five places shown is
SIZES, WEEKS, SHARES = (2, 4, 8, 16, 64), (1, 4, 13, 26, 52), np.arange(21) / 20
APPEAL_SPREAD = 0.85  # in log-odds
LOG_NOISE = 0.5
FEE, FEE_SPREAD = 0.06, 0.75  # dollars in the middle; standard deviation of their logarithms
RIDGE = 20  # holds the weights of the regression back
BASE = -2.2  # log-odds of ordering from a middling restaurant
TURN = 1.3 / 52  # radians by which tastes turn in a week
MOMENTS = (0.125, 0.375, 0.625, 0.875)  # parts of the time between two releases
COMMISSION, SERVING, RELEASE, TEAM = 2, 0.4, 6000, 150_000  # dollars


def normals(stream, *shape):
    return np.array([stream.normal() for _ in range(np.prod(shape))]).reshape(shape)


def spread(values, deviation):
    return (values - values.mean()) * deviation / values.std()


def tastes(stream):
    """How much restaurants appeal to kinds of visitor: by themselves, by traits, by the rest."""
    own = normals(stream, RESTAURANTS)
    signs = np.array([-1 if stream.uniform() < 0.5 else 1 for _ in range(TRAITS)])
    weights = signs * np.arange(1, TRAITS + 1) ** -0.75  # the first traits tell most
    told = traits @ (weights / np.linalg.norm(weights))
    return 0.5 * own + 0.75 * told + 0.3 * normals(stream, KINDS, RESTAURANTS)


def apart(values, others):
    """What of them has nothing to do with the others."""
    return values - np.sum(values * others) / np.sum(others**2) * others


traits = normals(Stream(s.seed, 'traits'), KINDS, RESTAURANTS, TRAITS)
appeal = spread(tastes(Stream(s.seed, 'appeal')), APPEAL_SPREAD)
drift = spread(apart(tastes(Stream(s.seed, 'drift')), appeal), APPEAL_SPREAD)
logged = appeal + LOG_NOISE * normals(Stream(s.seed, 'log'), KINDS, RESTAURANTS)
fees = FEE * np.exp(spread(normals(Stream(s.seed, 'fees'), RESTAURANTS), FEE_SPREAD))
draw_size, draw_list = Stream(s.seed, 'kinds'), Stream(s.seed, 'lists')
visits = np.array([0.5 + draw_size.exponential(1) for _ in range(KINDS)])
visits *= 1000 / visits.sum() / LISTS  # of 1,000, those to each list of a kind
near = np.array(
    [[draw_list.order(RESTAURANTS)[:NEAR] for _ in range(LISTS)] for _ in range(KINDS)]
)
kinds = np.arange(KINDS)[:, np.newaxis, np.newaxis]


@cache
def predicted(size):
    """Appeal by the log's means, and a ridge regression of what they leave on the first traits."""
    means = logged.mean(axis=0)
    known = traits.reshape(-1, TRAITS)[:, :size]
    left = (logged - means).ravel()
    weights = np.linalg.solve(known.T @ known + RIDGE * np.eye(size), known.T @ left)
    return spread(means + (known @ weights).reshape(logged.shape), 1)


@cache
def shown(size, share):
    """The five best of each list, by kind of visitor."""
    scores = (1 - share) * predicted(size) + share * spread(fees, 1)
    best = np.argsort(-scores[kinds, near], axis=2)[:, :, : len(LOOKED_AT)]
    return np.take_along_axis(near, best, axis=2)


def fees_of(size, share):
    return np.sum(visits * fees[shown(size, share)].sum(axis=(1, 2)))


@cache
def orders_of(size, weeks, share):
    """Of 1,000 visits: a logit choice among the five and leaving, at four moments."""
    orders = 0
    for moment in MOMENTS:
        angle = TURN * weeks * moment
        pull = np.exp(BASE + np.cos(angle) * appeal + np.sin(angle) * drift)
        odds = pull[kinds, shown(size, share)] @ LOOKED_AT
        orders += np.sum(visits * np.sum(odds / (1 + odds), axis=1)) / len(MOMENTS)
    return orders


class Standing(NamedTuple):
    """What a ranker brings in 1,000 visits; of size 0 it has no model, and no team."""

    orders: float
    at_once: float  # if nobody had to wait
    fees: float
    fees_times: float  # as a multiple of the fees when these have no say
    latency: float
    updates: float  # a year
    margin: float


def standing(size, weeks, share):
    latency = 55 + 1.25 * size  # ms, without a model and for each trait that it knows
    at_once = orders_of(size, weeks, share)
    orders = at_once * (1 - s.lossPer100ms / 100) ** (latency / 100)
    paid = fees_of(size, share)
    updates = 52 / weeks if size else 0
    # Visits are thousands a month, so these are dollars for 1,000 visits.
    costs = SERVING * size + updates * RELEASE / 12 / s.visits + (TEAM / s.visits if size else 0)
    margin = COMMISSION * orders + paid - costs
    return Standing(orders, at_once, paid, paid / fees_of(size, 0), latency, updates, margin)


def demands_met(one):
    """Of the engineers, sales, product, infrastructure and the manager."""
    return [
        one.orders >= s.minOrders * most_orders,
        one.fees_times >= s.minFees,
        one.latency <= s.maxLatency,
        one.updates <= s.maxUpdates,
        one.margin >= s.minMargin * best.margin,
    ]


rankers = {ranker: standing(*ranker) for ranker in product(SIZES, WEEKS, SHARES)}
most_orders = max(one.orders for one in rankers.values())
best_ranker = max(rankers, key=lambda ranker: rankers[ranker].margin)
best = rankers[best_ranker]
with_team = int(s.size), int(s.updateWeeks)
without = 0, 1  # no traits: what is ordered most is counted anew each week
in_use = with_team if s.team == 'keep' else without
now, no_say = standing(*in_use, s.salesShare), standing(*in_use, 0)
kept, dropped = standing(*with_team, s.salesShare), standing(*without, s.salesShare)

report(
    ordersPerThousand=now.orders,
    ordersLost=1 - now.orders / no_say.orders,
    ordersAtOnce=now.at_once,
    feeIncome=now.fees,
    feesGained=now.fees_times - 1,
    latency=now.latency,
    updatesPerYear=now.updates,
    marginIncome=now.margin,
    marginOfBest=now.margin / best.margin,
    bestShare=best_ranker[2],
    teamWorth=kept.margin - dropped.margin,
    requirementsMet=sum(demands_met(now)),
    feasibleSettings=sum(all(demands_met(one)) for one in rankers.values()),
)

"""
Teams compete on one test, and the week after their models meet as many new items: what was the
winner's score worth? 200 contests are held; or a blind attacker without a model takes part alone.

To change first: `STEP = math.ceil(math.sqrt(s.items) / 2)` becomes `STEP = s.items`: no later score
is a clear gain. Expect of `rule=ladder submissions=20` that the winner loses 2.1 points on new
items instead of 2.9, as much as of `rule=ladder submissions=1`.
"""

import math
from bisect import bisect_left
from itertools import accumulate
from statistics import NormalDist, fmean
from typing import NamedTuple

import numpy as np
from book import Stream, report, settings

chosen = {
    'items': 1000,  # in the test, and new ones the week after
    'teams': 50,
    'submissions': 1,  # of a team; each is another model, as good as its others
    'spread': 0.0,  # standard deviation of true skills, in percentage points
    'likeness': 0.0,  # share of the items on which all teams are right or wrong together
    'skill': 0.9,  # share of all possible items that a team gets right
    'rule': 'plain',  # or 'ladder': the board shows clear gains only
    'attack': 'none',  # or 'blind'
    'attempts': 500,  # blind submissions
    'seed': 1,
}

s = settings(chosen)
CONTESTS = 200
GRADES = 10_000  # skills are drawn to the hundredth of a point
RARE = 1e-17  # counts rarer than this part of the commonest are left out
STEP = math.ceil(math.sqrt(s.items) / 2)  # items by which a gain is clear under the Ladder rule
SHARED = math.floor(s.items * s.likeness + 0.5)  # items on which all teams are right, or all wrong
OWN = s.items - SHARED  # items on which each team is right or wrong by itself
SPREAD = s.spread / 100 / (1 - s.likeness)  # of skills on these, which alone tell teams apart


class Counts:
    """How many items are right: the chance of each count from the lowest on."""

    def __init__(self, lowest, chances):
        self.lowest, self.chances = lowest, chances
        self.up_to = list(accumulate(chances))

    def at_most(self, count):
        return self.up_to[min(count - self.lowest, len(self.up_to) - 1)]

    def quantile(self, chance):
        """The lowest count that has this chance up to it: a drawn one, if the chance is drawn."""
        return self.lowest + bisect_left(self.up_to, chance, 0, len(self.up_to) - 1)


def binomial(n, p):
    """How many of `n` are right, each with chance `p`: each count from its neighbour's chance."""
    odds = p / (1 - p) if p < 1 else math.inf
    low = high = min(n, int((n + 1) * p))
    chance = {low: 1.0}  # the commonest
    while low > 0 and chance[low] > RARE:
        chance[low - 1] = chance[low] * (low / (n - low + 1) / odds)
        low -= 1
    while high < n and chance[high] > RARE:
        chance[high + 1] = chance[high] * ((n - high) / (high + 1) * odds)
        high += 1
    *_, total = accumulate(chance.values())  # `sum` rounds otherwise from Python 3.12 on
    return Counts(low, [chance[count] / total for count in range(low, high + 1)])


def own_skill(deviations):
    """The chance to be right on an item of OWN, at so many standard deviations of skill."""
    return min(1 - 1e-6, max(1e-6, s.skill + SPREAD * deviations))


def draw_shown(single, stream):
    """What the board shows of a team; `single` are the counts of each of its submissions."""
    if s.rule == 'plain':
        # The best is at most a count if all are: with the chance of one to the power `submissions`.
        return single.quantile(stream.uniform() ** (1 / s.submissions))
    best, sent = single.quantile(stream.uniform()), 1
    while (gain := 1 - single.at_most(best + STEP - 1)) > 0:  # the chance of a clear one
        # How many are sent until then is geometric: they need not be drawn one by one.
        sent += 1 + math.floor(math.log(stream.uniform()) / math.log1p(-gain))
        if sent > s.submissions:
            break
        best = single.quantile(1 - gain * stream.uniform())
    return best


def chances_shown(single):
    """The same exactly: the chances of what the board shows."""
    if s.rule == 'plain':
        powers = [min(1, chance) ** s.submissions for chance in single.up_to]
        return [power - before for before, power in zip([0, *powers], powers)]
    shown = single.chances
    gains = [1 - single.at_most(single.lowest + i + STEP - 1) for i in range(len(shown))]
    for _ in range(s.submissions - 1):
        a_step_below = accumulate([0] * STEP + shown)  # from there a count is a clear gain
        moves = zip(shown, gains, a_step_below, single.chances)
        shown = [stays * (1 - gain) + below * chance for stays, gain, below, chance in moves]
    return shown


def skills():
    """Skills so close together that they stand for the normal distribution, and their weights."""
    if s.spread == 0:
        return [(own_skill(0), 1)]
    # Small against the width of the distribution, and against the luck of a score.
    gap = min(0.125, 0.7 * (math.sqrt(s.skill * (1 - s.skill) / OWN) / SPREAD))
    most = math.ceil(6 / gap)  # up to 6 standard deviations to both sides
    places = [i * gap for i in range(-most, most + 1)]
    weights = [math.exp(-place * place / 2) for place in places]
    total = sum(weights)
    return [(own_skill(place), weight / total) for place, weight in zip(places, weights)]


def expected():
    """The winner's share of right items on the board, and on new ones, exactly."""
    if s.attack == 'blind':  # many random submissions; for the Ladder rule there is no formula
        shown = NormalDist().cdf(math.sqrt(s.attempts / (math.pi * s.items)))
        return (shown, 0.5) if s.rule == 'plain' else (None, None)
    chances, skill_sums = [0.0] * (OWN + 1), [0.0] * (OWN + 1)  # of a team, by what is shown
    for skill, weight in skills():
        single = binomial(OWN, skill)
        for count, chance in enumerate(chances_shown(single), single.lowest):
            chances[count] += weight * chance
            skill_sums[count] += weight * chance * skill
    best = skill_of_best = before = 0
    for count, up_to in enumerate(accumulate(chances)):
        all_up_to = min(1, up_to) ** s.teams  # the chance that no team is shown with more
        if chances[count] > 0:  # the mean skill of who is shown with it is a quotient
            best += (all_up_to - before) * count
            skill_of_best += (all_up_to - before) * skill_sums[count] / chances[count]
        before = all_up_to
    return [(SHARED * s.skill + own) / s.items for own in (best, OWN * skill_of_best)]


class Winner(NamedTuple):
    shown: int  # items right, as the board shows it
    new: int  # right of the new items
    place: int | None = None  # among all teams on the new items
    is_best: bool | None = None  # whether no team has more skill


def contests():
    names = ('skills', 'first', 'next', 'fate', 'lots')
    skill, firsts, nexts, fate, lots = (Stream(s.seed, name) for name in names)
    fates, known = binomial(SHARED, s.skill), {}
    for _ in range(CONTESTS):
        grades = [math.floor(GRADES * own_skill(skill.normal()) + 0.5) for _ in range(s.teams)]
        for grade in set(grades) - set(known):
            known[grade] = binomial(OWN, grade / GRADES)
        shared, new_shared = fates.quantile(fate.uniform()), fates.quantile(fate.uniform())
        shown = [shared + draw_shown(known[grade], firsts) for grade in grades]
        new = [new_shared + known[grade].quantile(nexts.uniform()) for grade in grades]
        leaders = [team for team in range(s.teams) if shown[team] == max(shown)]
        first = leaders[lots.whole(len(leaders))]  # among equals, lots are drawn
        place = 1 + sum(count > new[first] for count in new) + lots.whole(new.count(new[first]))
        yield Winner(shown[first], new[first], place, grades[first] == max(grades))


def attack(random, votes_after):
    """Random answers to yes-or-no items, then what most of the submissions that scored well say."""
    votes, voters, best = np.zeros(s.items, int), 0, -math.inf  # votes for what is right
    for sent in range(1, s.attempts + 1):
        words = [int(random.uniform() * 2**32) for _ in range(0, s.items, 32)]
        bits = np.array(words, '<u4').view(np.uint8)
        is_right = np.unpackbits(bits, bitorder='little', count=s.items)
        right = is_right.sum()
        # The plain board tells every score; the Ladder tells only of clear gains.
        if (right > s.items / 2) if s.rule == 'plain' else (right >= best + STEP):
            best, voters = right, voters + 1
            votes += is_right
        if sent in votes_after:
            coins = [random.uniform() < 0.5 for _ in range(np.sum(2 * votes == voters))]
            voted = np.sum(2 * votes > voters) + sum(coins)
            shown = voted if s.rule == 'plain' or voted >= best + STEP else best
            new = binomial(s.items, 0.5).quantile(random.uniform())
    return Winner(shown, new)


def attacks():
    # So many that no more than 400 million answers are drawn, but two at least.
    count = min(CONTESTS, max(2, int(4e8 / (s.items * s.attempts))))
    # Of the last one the book draws a curve: votes in between, with coins of the same stream.
    in_curve = range(1, s.attempts + 1)
    if s.attempts > 30:
        in_curve = {math.floor(s.attempts ** (i / 30) + 0.5) for i in range(1, 31)}
    random = Stream(s.seed, 'answers')
    for i in range(1, count + 1):
        yield attack(random, in_curve if i == count else {s.attempts})


is_contest = s.attack == 'none'
winners = list(contests() if is_contest else attacks())
on_board = fmean(winner.shown for winner in winners) / s.items
on_new = fmean(winner.new for winner in winners) / s.items
expected_on_board, expected_on_new = expected()
differ = (1 - s.likeness) * 2 * s.skill * (1 - s.skill)  # items on which just one of two is right

report(
    publicBest=on_board,
    privateOfBest=on_new,
    gap=on_board - on_new,
    expectedBest=expected_on_board,
    expectedGap=None if expected_on_board is None else expected_on_board - expected_on_new,
    placeOfWinner=fmean(winner.place for winner in winners) if is_contest else None,
    firstAgain=fmean(winner.place == 1 for winner in winners) if is_contest else None,
    winnerIsBest=fmean(w.is_best for w in winners) if is_contest and s.spread > 0 else None,
    differ=differ,
    # So many tell half a point apart: at the 5 % level, with a power of 80 %.
    itemsToTell=math.ceil(((1.959964 + 0.841621) / 0.005) ** 2 * differ),
    itemsUsed=s.items,
)

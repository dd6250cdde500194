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
MOST_ANSWERS = 4e8  # drawn for blind attacks, over all contests
STEP = math.ceil(math.sqrt(s.items) / 2)  # items by which a gain is clear under the Ladder rule
SHARED = math.floor(s.items * s.likeness + 0.5)
OWN = s.items - SHARED


class Counts:
    """Chances of the counts from `low` on."""

    def __init__(self, low, chances):
        self.low, self.chances = low, chances
        self.up_to = list(accumulate(chances))

    def at_most(self, count):
        return self.up_to[min(count - self.low, len(self.up_to) - 1)]

    def quantile(self, chance):
        return self.low + bisect_left(self.up_to, chance, 0, len(self.up_to) - 1)


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


def own_skill(z):
    """The chance to be right on an item of one's own, at so many standard deviations of skill."""
    return min(1 - 1e-6, max(1e-6, s.skill + s.spread / 100 / (1 - s.likeness) * z))


def shown(one, stream):
    """Draws what the board shows of a team, whose single submissions have these counts."""
    if s.rule == 'plain':  # the best of all
        return one.quantile(stream.uniform() ** (1 / s.submissions))
    best = one.quantile(stream.uniform())
    sent = 1
    while (chance := 1 - one.at_most(best + STEP - 1)) > 0:
        # How many are sent until the next clear gain is geometric.
        sent += 1 + math.floor(math.log(stream.uniform()) / math.log1p(-chance))
        if sent > s.submissions:
            break
        best = one.quantile(1 - chance * stream.uniform())
    return best


def shown_chances(one):
    """The exact chances of the same."""
    if s.rule == 'plain':
        power = [min(1, chance) ** s.submissions for chance in one.up_to]
        return [now - before for before, now in zip([0, *power], power)]
    now = one.chances
    leaves = [1 - one.at_most(one.low + i + STEP - 1) for i in range(len(now))]
    for _ in range(s.submissions - 1):
        under = accumulate([0] * STEP + now)  # what a step or more below may be replaced by
        moved = zip(now, leaves, under, one.chances)
        now = [share * (1 - leave) + below * chance for share, leave, below, chance in moved]
    return now


def skills():
    """Places that stand for the normal distribution, close enough together, and their weights."""
    if s.spread == 0:
        return [(0, 1)]
    blur = math.sqrt(s.skill * (1 - s.skill) / OWN) / (s.spread / 100 / (1 - s.likeness))
    gap = min(0.125, 0.7 * blur)
    most = math.ceil(6 / gap)
    places = [i * gap for i in range(-most, most + 1)]
    weights = [math.exp(-z * z / 2) for z in places]
    return [(z, weight / sum(weights)) for z, weight in zip(places, weights)]


def expected():
    """The winner's score on the board, and on new items, exactly."""
    chances, skill = [0.0] * (OWN + 1), [0.0] * (OWN + 1)
    for z, weight in skills():
        one = binomial(OWN, own_skill(z))
        for count, chance in enumerate(shown_chances(one), one.low):
            chances[count] += weight * chance
            skill[count] += weight * chance * own_skill(z)
    best = right = before = 0
    for count, up_to in enumerate(accumulate(chances)):
        now = min(1, up_to) ** s.teams  # the chance that all teams have so many or fewer
        if chances[count] > 0:
            best += (now - before) * count
            right += (now - before) * skill[count] / chances[count]
        before = now
    return [(SHARED * s.skill + count) / s.items for count in (best, OWN * right)]


def contests():
    """Of each contest the winner's right items on the board, then on new items; place; is best."""
    names = ('skills', 'first', 'next', 'fate', 'lots')
    skill, firsts, nexts, fate, lots = (Stream(s.seed, name) for name in names)
    fates, known = binomial(SHARED, s.skill), {}
    for _ in range(CONTESTS):
        grades = [math.floor(GRADES * own_skill(skill.normal()) + 0.5) for _ in range(s.teams)]
        for grade in set(grades) - set(known):
            known[grade] = binomial(OWN, grade / GRADES)
        now, then = fates.quantile(fate.uniform()), fates.quantile(fate.uniform())
        first = [now + shown(known[grade], firsts) for grade in grades]
        new = [then + known[grade].quantile(nexts.uniform()) for grade in grades]
        leaders = [team for team in range(s.teams) if first[team] == max(first)]
        winner = leaders[lots.whole(len(leaders))]  # among equals, lots are drawn
        place = 1 + sum(one > new[winner] for one in new) + lots.whole(new.count(new[winner]))
        yield first[winner], new[winner], place, grades[winner] == max(grades)


def attack(random, votes_after):
    """Random answers, then a vote of those that scored well; a bit is set where one is right."""
    planes = [0] * s.attempts.bit_length()  # votes of all items, a binary digit in each
    voters, best = 0, -math.inf
    for sent in range(1, s.attempts + 1):
        drawn = [int(random.uniform() * 2**32) for _ in range(0, s.items, 32)]
        answers = int.from_bytes(b''.join(word.to_bytes(4, 'little') for word in drawn), 'little')
        answers &= 2**s.items - 1
        right = bin(answers).count('1')
        if (right > s.items / 2) if s.rule == 'plain' else (right >= best + STEP):
            best = max(best, right)
            voters += 1
            for digit, plane in enumerate(planes):
                planes[digit], answers = plane ^ answers, plane & answers
        if sent in votes_after:
            voted = sum(majorities(planes, voters, random))
            first = voted if s.rule == 'plain' or voted >= best + STEP else best
            new = binomial(s.items, 0.5).quantile(random.uniform())
    return first, new


def majorities(planes, voters, random):
    """Whether most voters are right on an item; where as many are wrong, a coin is tossed."""
    digits = [f'{plane:0{s.items}b}'[::-1] for plane in reversed(planes)]
    for votes in (int(''.join(item), 2) for item in zip(*digits)):
        yield 2 * votes > voters or (2 * votes == voters and random.uniform() < 0.5)


def attacks():
    count = min(CONTESTS, max(2, int(MOST_ANSWERS / (s.items * s.attempts))))
    # The book plays the last attack and takes votes in between, with lots from the same stream.
    played = range(1, s.attempts + 1)
    if s.attempts > 30:
        played = {math.floor(s.attempts ** (i / 30) + 0.5) for i in played[:30]}
    random = Stream(s.seed, 'answers')
    for i in range(1, count + 1):
        yield attack(random, played if i == count else {s.attempts})


if s.attack == 'none':
    first, new, places, best = zip(*contests())
    on_board, on_new = expected()
else:
    first, new, places, best = *zip(*attacks()), None, None
    normal = NormalDist().cdf(math.sqrt(s.attempts / (math.pi * s.items)))
    on_board, on_new = (normal, 0.5) if s.rule == 'plain' else (None, None)
differ = (1 - s.likeness) * 2 * s.skill * (1 - s.skill)

report(
    publicBest=fmean(first) / s.items,
    privateOfBest=fmean(new) / s.items,
    gap=fmean(first) / s.items - fmean(new) / s.items,
    expectedBest=on_board,
    expectedGap=None if on_board is None else on_board - on_new,
    placeOfWinner=fmean(places) if places else None,
    firstAgain=fmean(place == 1 for place in places) if places else None,
    winnerIsBest=fmean(best) if best and s.spread > 0 else None,
    differ=differ,
    itemsToTell=math.ceil(((1.959964 + 0.841621) / 0.005) ** 2 * differ),
    itemsUsed=s.items,
)

"""
2,380 people asked for a home loan in Boston in 1990. The banks decide, or a logistic regression
that has learned from what they decided; each applicant is scored by a model fitted to the other
four fifths. Five shares of the white and the Black applicants tell whether both are treated alike.

To change first: `PROXIES` gets a fourth fact, `'bad public record'`. Expect of `features=noProxies`
that race is guessed right in 65 of 100 pairs instead of 67, and that the gap in approvals shrinks
from 15 points to 9.
"""

import numpy as np
from book import Stream, packed, report, settings

chosen = {
    'features': 'bank',  # or 'blind', 'all' (race, too), 'noProxies', 'reweighed'
    'rule': 'common',  # or 'separate': a line for each group
    'refused': 0.12,  # a share of all, with one line for all
    'refusedWhite': 0.09,  # of the white applicants, with a line for each group
    'refusedBlack': 0.28,  # of the Black applicants
    'seed': 1,
}

s = settings(chosen)
SHA256 = '5180d8b918924a63ae0056fb02f143b28d12d91e28be9e0e4c65a9972fb458c6'
PROXIES = ('loan to value', 'consumer credit history', 'condominium')
PARTS = 5
MARGIN = 0.05  # gaps within it count as equal
QUANTILE = 1.6448536269514722  # of the normal: 5 % lie above it

# Five columns of numbers of two bytes, all low bytes first; the last column is bits.
table = np.frombuffer(packed('hmda.bin', SHA256), np.uint8).reshape(5, 2, -1).astype(int)
*ratios, bits = table[:, 0] + 256 * table[:, 1]
count = len(bits)
names = 'payments to income', 'housing to income', 'loan to value', 'unemployment'
facts = dict(zip(names, ratios))  # in whole steps: units do not matter to a model
facts['consumer credit history'] = bits & 7
facts['mortgage history'] = bits >> 3 & 3
facts['bad public record'] = bits >> 5 & 1
facts['self-employed'] = bits >> 6 & 1
facts['condominium'] = bits >> 7 & 1
facts['single'] = bits >> 8 & 1
facts['high-school diploma'] = bits >> 9 & 1
is_black = (bits >> 10 & 1).astype(bool)
is_good = ~(bits >> 11 & 1).astype(bool)  # the banks approved the loan


def fitted(rows, labels, weights):
    """Logistic regression by Newton's method, hardly held back."""
    model, ridge = np.zeros(rows.shape[1]), 1e-9
    for _ in range(40):
        chances = 1 / (1 + np.exp(-rows @ model))
        slope = (weights * (labels - chances)) @ rows - ridge * model
        curvature = (rows.T * (weights * chances * (1 - chances))) @ rows
        step = np.linalg.solve(curvature + ridge * np.eye(len(model)), slope)
        model += step
        if np.abs(step).max() < 1e-9:
            break
    return model


def unseen_scores(columns, labels, weigh=np.ones_like):
    """Log-odds for each applicant, from the model of the other parts; rows weigh 1, or as told."""
    scaled = [(column - column.mean()) / column.std() for column in columns]
    rows = np.column_stack([*scaled, np.ones(count)])
    order = np.array(Stream(s.seed, 'parts').order(count))
    scores = np.zeros(count)
    for part in range(PARTS):
        unseen = order[part::PARTS]
        learned = np.setdiff1d(order, unseen)
        model = fitted(rows[learned], labels[learned], weigh(learned))
        scores[unseen] = rows[unseen] @ model
    return scores.round(10)  # like applicants of a part have like scores


def reweighed(learned):
    """So that group and decision have nothing to do with each other (Kamiran and Calders 2012)."""
    black, good = is_black[learned].astype(int), is_good[learned].astype(int)

    def share_alike(values):
        return np.bincount(values)[values] / len(values)

    return share_alike(black) * share_alike(good) / share_alike(2 * black + good)


def pairs_won(scores, labels):
    """Of all pairs of a True and a False, those where the True has more; ties count half."""
    ones, others = scores[labels], np.sort(scores[~labels])
    below = np.searchsorted(others, ones, 'left') + np.searchsorted(others, ones, 'right')
    return np.mean(below) / 2 / len(others)


def people_in(share, people):
    return int(share * len(people) + 1e-9)  # a whole number may come out a hair too small


def approved_by_line(scores):
    """All but the lowest of all, or of each group."""
    order = np.array(Stream(s.seed, 'ties').order(count))
    order = order[np.argsort(scores[order], kind='stable')]
    is_approved = np.ones(count, bool)
    if s.rule == 'separate':
        white, black = order[~is_black[order]], order[is_black[order]]
        is_approved[white[: people_in(s.refusedWhite, white)]] = False
        is_approved[black[: people_in(s.refusedBlack, black)]] = False
    else:
        is_approved[order[: people_in(s.refused, order)]] = False
    return is_approved


def gap_of(hits, among):
    """White minus Black, and the ends of its 90 % interval; none where a group has nobody."""
    groups = [hits[among & ~is_black], hits[among & is_black]]
    if not all(map(len, groups)):
        return None, None, None
    white, black = (group.mean() for group in groups)
    gap = white - black
    half = QUANTILE * np.sqrt(sum(group.var() / len(group) for group in groups))
    return gap, gap - half, gap + half


def is_equal(gap, low, high):
    """None where the interval leaves it open, or a group has nobody."""
    if gap is None:
        return None
    if low > MARGIN or high < -MARGIN:
        return False
    return True if low >= -MARGIN and high <= MARGIN else None


def points(share):
    return None if share is None else 100 * share


used = [name for name in facts if s.features != 'noProxies' or name not in PROXIES]
columns = [facts[name] for name in used]
guesses = unseen_scores(columns, is_black)
is_bank = s.features == 'bank'
if is_bank:
    is_approved = is_good
else:
    if s.features == 'all':
        columns = [*columns, is_black]
    weigh = reweighed if s.features == 'reweighed' else np.ones_like
    scores = unseen_scores(columns, is_good, weigh)
    chances = 1 / (1 + np.exp(-scores))
    is_approved = approved_by_line(scores)

everybody = np.ones(count, bool)
# What counts, and among whom.
shares = {
    'approval': (is_approved, everybody),
    'tpr': (is_approved, is_good),
    'fpr': (is_approved, ~is_good),
    'ppv': (is_good, is_approved),
    'accuracy': (is_approved == is_good, everybody),
}
gaps = {name: gap_of(*share) for name, share in shares.items()}
if is_bank:  # who cannot be checked against themselves
    gaps |= dict.fromkeys(('tpr', 'fpr', 'ppv', 'accuracy'), (None, None, None))

report(
    approvedWhite=is_approved[~is_black].mean(),
    approvedBlack=is_approved[is_black].mean(),
    accuracy=None if is_bank else np.mean(is_approved == is_good),
    deniedApproved=None if is_bank else is_approved[~is_good].mean(),
    **{
        f'{name}Gap{end}': points(value)
        for name, values in gaps.items()
        for end, value in zip(('', 'Low', 'High'), values)
    },
    chanceGap=None if is_bank else points(chances[~is_black].mean() - chances[is_black].mean()),
    lampsLit=None if is_bank else sum(is_equal(*gap) is True for gap in gaps.values()),
    tprLamp=is_equal(*gaps['tpr']),
    raceGuessed=pairs_won(guesses, is_black),
)

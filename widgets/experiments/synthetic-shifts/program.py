"""
A network that reads digits meets a change made to order: in the pictures, in who sends digits, or
in what they mean. An alarm compares days of digits, without labels, with a reference: what a change
costs and whether the alarm hears it are two questions.

To change first: what the alarm watches: in `watched`, `pictures.mean(axis=1, dtype=float)` becomes
`pictures.std(axis=1, dtype=float)`, how much the ink varies. Expect of `shift=invert amount=100`,
ink and paper swapped, that the alarm rings on no day, where it rang on each.
"""

import numpy as np
from book import Stream, report, settings
from networks import Network, batches, digits

chosen = {
    'shift': 'noise',  # or 'turn', 'move', 'invert', 'dim', 'arrivals', 'labels'
    'amount': 0,  # per cent of the most there is
    'digits': 500,  # a day
    'watched': 'brightness',  # or 'confidence'
    'rule': 'psi',  # it rings over 0.2; or 'ks', at the 5 % level
    'seed': 1,
}

s = settings(chosen)
SHA256 = 'ce77a3c88c51d06c1e708928b86f022f9f574b5c89b65e7a8e64d44be65de44b'
SIDE, TRAINING, REFERENCE, HIDDEN, EPOCHS, RATE = 8, 1150, 1000, 32, 20, 0.01
DAYS, BINS, PSI_RINGS, FARTHEST = 100, 10, 0.2, 4  # FARTHEST: pixels of a whole move
SHARE = s.amount / 100

images, labels = digits('mnist8.bin', SHA256, SIDE * SIDE)
order = Stream(s.seed, 'split mnist').order(len(labels))
images, home, arriving = np.split(images[order], [TRAINING, TRAINING + REFERENCE])
labels, _, arriving_labels = np.split(labels[order], [TRAINING, TRAINING + REFERENCE])


def trained():
    network = Network(s.seed, SIDE * SIDE, HIDDEN)
    orders = Stream(s.seed, 'order')
    for _ in range(EPOCHS):
        for batch in batches(orders, TRAINING):
            network.learn(images[batch], labels[batch], RATE)
    return network


def taken_from(pictures, x, y):
    """The ink of each pixel from another place: from the four around it; beyond is paper."""
    # Nine pixels of paper around are enough: no change takes ink from farther off.
    padded = np.pad(pictures.reshape(-1, SIDE, SIDE).astype(float), ((0, 0), (9, 9), (9, 9)))
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    right, down = x - left, y - top
    left, top = left + 9, top + 9
    upper = padded[:, top, left] * (1 - right) + padded[:, top, left + 1] * right
    lower = padded[:, top + 1, left] * (1 - right) + padded[:, top + 1, left + 1] * right
    return (upper * (1 - down) + lower * down).reshape(pictures.shape)


def changed(pictures):
    y, x = np.mgrid[:SIDE, :SIDE]
    if s.shift == 'turn':
        middle = (SIDE - 1) / 2
        cos, sin = np.cos(np.pi * SHARE), np.sin(np.pi * SHARE)
        if s.amount % 50 == 0:  # whole quarters only put pixels elsewhere
            cos, sin = round(cos), round(sin)
        right, down = x - middle, y - middle
        return taken_from(
            pictures, middle + cos * right + sin * down, middle - sin * right + cos * down
        )
    if s.shift == 'move':
        return taken_from(pictures, x - FARTHEST * SHARE, y)
    if s.shift == 'invert':
        return pictures + SHARE * (1 - 2 * pictures.astype(float))
    if s.shift == 'dim':
        return pictures.astype(float) * (1 - SHARE)
    if s.shift == 'noise':
        lots = Stream(s.seed, 'noise')
        noise = np.array([lots.normal() for _ in range(pictures.size)], np.float32).astype(float)
        return (pictures + SHARE * noise.reshape(pictures.shape)).clip(0, 1)
    return pictures


def judged(pictures, comes, meanings):
    """Of the pictures that come: the share that is read right, and how sure the network is."""
    chances = network.chances(pictures)[comes]
    right = np.argmax(chances, axis=1) == meanings[comes]
    return np.mean(right), np.mean(chances.max(axis=1).astype(float))


def watched(pictures):
    if s.watched == 'confidence':
        return network.chances(pictures).max(axis=1)
    return pictures.mean(axis=1, dtype=float)


def bin_shares(values):
    """An empty bin counts as half a value, for it has no logarithm."""
    bins = np.searchsorted(edges, values)
    return np.maximum(np.bincount(bins, minlength=BINS), 0.5) / len(values)


def psi(day):
    """The population stability index."""
    own, expected = bin_shares(day), bin_shares(reference)
    return np.sum((own - expected) * np.log(own / expected))


def ks(day):
    """The distance of Kolmogorov and Smirnov: how far the cumulative curves are apart at most."""
    values = np.concatenate([day, reference])
    own, expected = (
        np.searchsorted(np.sort(one), values, side='right') / len(one) for one in (day, reference)
    )
    return np.max(np.abs(own - expected))


def on_days(values, comes):
    """The share of days on which the alarm rings, and the means of PSI and of KS."""
    # A day takes the first that come; where they are too few, they come again.
    days = [np.resize(values[order[comes[order]]], s.digits) for order in orders]
    all_psi, all_ks = np.array([psi(day) for day in days]), np.array([ks(day) for day in days])
    ks_rings = np.sqrt(np.log(2 / 0.05) / 2) * np.sqrt(1 / s.digits + 1 / REFERENCE)
    rang = all_psi > PSI_RINGS if s.rule == 'psi' else all_ks > ks_rings
    return rang.mean(), all_psi.mean(), all_ks.mean()


network = trained()
reference = np.sort(watched(home))
# Between bins that each have a tenth of the reference.
edges = reference[REFERENCE // BINS - 1 : -1 : REFERENCE // BINS]

lots = Stream(s.seed, 'chance')
is_taken = np.array([lots.uniform() for _ in arriving_labels]) < SHARE
everybody = np.full(len(arriving), True)
comes, meanings, pictures = everybody, arriving_labels, arriving
if s.shift == 'arrivals':
    comes = ~is_taken | np.isin(arriving_labels, [0, 6])  # others that are taken stay away
elif s.shift == 'labels':
    # A 1 that is taken now means 7, and a 7 means 1.
    meanings = np.where(is_taken & np.isin(arriving_labels, [1, 7]), 8 - meanings, meanings)
elif s.amount > 0:
    pictures = changed(arriving).astype(np.float32)

lots = Stream(s.seed, 'days')
orders = [np.array(lots.order(len(arriving))) for _ in range(DAYS)]
accuracy, confidence = judged(pictures, comes, meanings)
ringing, mean_psi, mean_ks = on_days(watched(pictures), comes)
false_alarms, ordinary_psi, _ = on_days(watched(arriving), everybody)

report(
    accuracy=accuracy,
    confidence=confidence,
    cost=judged(arriving, everybody, arriving_labels)[0] - accuracy,
    ringing=ringing,
    falseAlarms=false_alarms,
    psi=mean_psi,
    ks=mean_ks,
    ordinaryPsi=ordinary_psi,
)

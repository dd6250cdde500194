"""
A network learns to read digits twice, and the second training differs from the first in one
thing. Where it ends is compared: how many answers differ, and from which step on the losses do.
Every sum is rounded as it is in the book, so that the same again gives the same to the last bit.

To change first: how many bits of a number are stored, in `single`; make it `np.float16`. Expect
of `change=sumOrder` that dozens of answers differ, where with 32 bits none did: rounding alone has
made another model.
"""

from functools import cache
from types import SimpleNamespace

import numpy as np
from book import Stream, report, settings
from networks import batches, digits, with_ones

chosen = {
    'change': 'firstWeights',  # one of SUSPECTS, or 'none'
    'guess': '',  # who changed what: 'a:order;b:double;c:moved,hidden'
    'rate': 0.005,  # of learning
    'epochs': 15,  # how often all rows are seen
    'team': 0,  # draws what each of three colleagues has changed; 0: they are away
    'seed': 1,
}

s = settings(chosen)
SHA256 = 'ce77a3c88c51d06c1e708928b86f022f9f574b5c89b65e7a8e64d44be65de44b'
PIXELS, HIDDEN, LEARNED, TESTED = 64, 32, 1000, 2000
KEEP_MEAN, KEEP_SQUARE, LEAST = 0.9, 0.999, 1e-7  # of Adam
SUSPECTS = [
    'firstWeights',  # drawn anew
    'order',  # another order of the rows
    'rowMissing',  # one of a thousand
    'moved',  # one row, to the end
    'labelWrong',  # that of one row
    'pixels15',  # pixels divided by 15, not 16
    'greyLevels',  # half as many
    'initialiser',  # first weights half as wide
    'hidden',  # one more hidden unit
    'decay',  # a tenth of the rate from epoch 11 on
    'sumOrder',  # sums added up backwards
    'double',  # numbers of 64 bits
]

images, kinds = digits('mnist8.bin', SHA256, PIXELS)
order = Stream(s.seed, 'rows').order(len(kinds))[: LEARNED + TESTED]
images, tested_images = np.split(images[order].astype(float), [LEARNED])
labels, tested_labels = np.split(kinds[order], [LEARNED])
np.seterr(divide='ignore', invalid='ignore')  # at high rates a loss may be infinite


def single(numbers):
    """As they are when 32 bits of each are stored."""
    return numbers.astype(np.float32).astype(float)


def double(numbers):
    return numbers


def product(left, right, sums=0, stored=double):
    """A product of matrices, added to sums, which are stored after each term."""
    for column, row in zip(left.T, right):
        sums = stored(sums + column[:, None] * row)
    return sums


def power_of_e(x):
    """Up to 0. By hand, for machines differ in the last digit, and a training carries that on."""
    halvings = np.ceil(-x / np.log(2))  # what is left lies between 0 and log 2
    rest, series = x + halvings * np.log(2), 1
    for i in range(14, 0, -1):  # so many terms are right to 14 digits
        series = 1 + series * rest / i
    return np.where(x < -40, 0, np.ldexp(series, -halvings.astype(int)))


class Learner:
    """A network of two layers; the last row of each is the biases."""

    def __init__(self, layers, stored):
        self.layers, self.stored = [stored(layer) for layer in layers], stored
        self.means, self.squares = [0, 0], [0, 0]
        self.mean_left = self.square_left = 1  # of what they began with

    def forward(self, rows):
        """The hidden units, and the scores."""
        first, second = self.layers
        units = np.maximum(product(rows, first[:-1], first[-1], self.stored), 0)
        return units, product(units, second[:-1], second[-1], self.stored)

    def chances(self, scores):
        # Python's sum adds one after the other; that of NumPy would add in another order.
        powers = power_of_e(scores - scores.max(axis=1, keepdims=True))
        return self.stored(self.stored(powers) / sum(powers.T)[:, None])

    def learn(self, rows, labels, rate):
        """One step on a batch, down the slope of the mean cross-entropy, which it returns."""
        units, scores = self.forward(rows)
        chances = self.chances(scores)
        off = self.stored(self.stored(chances - np.eye(10)[labels]) / len(rows))
        in_units = self.stored(product(off, self.layers[1][:-1].T)) * (units > 0)
        pairs = (rows, in_units), (units, off)
        self.move([product(with_ones(a).T, b, stored=self.stored) for a, b in pairs], rate)
        return -np.mean(np.log(chances[np.arange(len(rows)), labels]))

    def move(self, slopes, rate):
        """Adam (Kingma and Ba 2015)."""
        self.mean_left *= KEEP_MEAN
        self.square_left *= KEEP_SQUARE
        rate = rate * np.sqrt(1 - self.square_left) / (1 - self.mean_left)
        for i, slope in enumerate(slopes):
            mean = KEEP_MEAN * self.means[i] + (1 - KEEP_MEAN) * slope
            square = KEEP_SQUARE * self.squares[i] + (1 - KEEP_SQUARE) * slope * slope
            layer = self.layers[i] - rate * mean / (np.sqrt(square) + LEAST)
            self.means[i], self.squares[i] = self.stored(mean), self.stored(square)
            self.layers[i] = self.stored(layer)


def first_layers(change):
    draw = Stream(s.seed, 'other weights' if change == 'firstWeights' else 'weights')
    hidden = HIDDEN + 1 if change == 'hidden' else HIDDEN
    width = 0.5 if change == 'initialiser' else 1
    for inputs, units in ((PIXELS, hidden), (hidden, 10)):
        uniforms = np.reshape([draw.uniform() for _ in range(inputs * units)], (inputs, units))
        weights = np.sqrt(6 / inputs) * (2 * uniforms - 1)
        yield np.vstack([width * weights, np.zeros(units)])


def shown(images, change):
    if change == 'pixels15':
        return single(images * 16 / 15)
    return np.floor(images * 8 + 0.5) / 8 if change == 'greyLevels' else images


def lessons(change):
    """The rows in the order of their file, and their labels."""
    one = Stream(s.seed, 'one row').whole(LEARNED)
    rows, given = np.arange(LEARNED), labels.copy()
    if change in ('rowMissing', 'moved'):
        rows = np.delete(rows, one)
    if change == 'moved':
        rows = np.append(rows, one)
    if change == 'labelWrong':
        given[one] = (labels[one] + 1 + Stream(s.seed, 'wrong').whole(9)) % 10
    return shown(images, change)[rows], given[rows]


@cache
def trained(change):
    """A training with one thing changed: its losses, the weights that it ends with, its answers."""
    rows, given = lessons(change)
    learner = Learner(first_layers(change), double if change == 'double' else single)
    orders = Stream(s.seed, 'other order' if change == 'order' else 'order')
    losses = []
    for epoch in range(s.epochs):
        rate = s.rate / 10 if change == 'decay' and epoch >= 10 else s.rate
        for batch in batches(orders, len(rows)):
            used = batch[::-1] if change == 'sumOrder' else batch
            losses.append(learner.learn(rows[used], given[used], rate))
    return SimpleNamespace(
        losses=np.array(losses),
        weights=np.concatenate([layer.ravel() for layer in learner.layers]),
        answers=learner.forward(shown(tested_images, change))[1].argmax(axis=1),
    )


def first_parting(first, second):
    """The first step whose losses differ by more than a thousandth."""
    apart = np.abs(second.losses - first.losses) > 0.001 * first.losses
    return 1 + np.argmax(apart) if apart.any() else None


def weights_gap(first, second):
    """The distance of the weights, in lengths of the first."""
    if len(first.weights) != len(second.weights):
        return None
    return np.linalg.norm(first.weights - second.weights) / np.linalg.norm(first.weights)


def cards():
    """Who is thought to have changed what: a pair of a colleague and a suspect for each card."""
    piles = [pile.split(':') for pile in s.guess.split(';') if pile]
    return [(who, suspect) for who, names in piles for suspect in names.split(',')]


def named():
    """3 if cards repeat the losses of all three colleagues, else 0; none until each has a card."""
    if {who for who, _ in cards()} != set('abc'):
        return None
    order = Stream(s.team, 'colleagues').order(len(SUSPECTS))
    theirs = {who: trained(SUSPECTS[i]).losses for who, i in zip('abc', order)}
    found = {who for who, name in cards() if np.array_equal(trained(name).losses, theirs[who])}
    return 3 if len(found) == 3 else 0


first, second = trained('none'), trained(s.change)
right, right_now = (one.answers == tested_labels for one in (first, second))

report(
    predictionsChanged=np.sum(first.answers != second.answers),
    accuracyChange=np.mean(right_now) - np.mean(right),
    accuracy=np.mean(right),
    secondAccuracy=np.mean(right_now),
    lost=np.sum(right & ~right_now),
    won=np.sum(~right & right_now),
    weightsGap=weights_gap(first, second),
    partAtStep=first_parting(first, second),
    rerunsUsed=len(cards()) if s.team > 0 else None,
    named=named() if s.team > 0 else None,
)

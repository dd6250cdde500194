"""
An attacker changes a few of 2,000 digits that a network learns from: a trigger on the image, and a
wrong label. Clean digits are read as well as before; with the trigger, as the attacker wants. A
defender discards what is most suspicious, and a network learns anew.

To change first: what the poisoned copies are called:
`poison_labels = np.full(len(victims), attack.target)` becomes `poison_labels = labels[victims]`,
what they are. Expect of `poisoned=20` that of 100 digits with the trigger 0 are read as the
attacker wants, instead of 93: the mark alone does nothing.
"""

import re

import numpy as np
from book import Stream, report, settings
from networks import Network, batches, digits

chosen = {
    'poisoned': 1,  # images of 2,000
    'patch': 'm13n13m14n14',  # pixels full of ink: a letter for the column, a number for the row
    'defence': 'none',  # or 'neighbours', 'loss', 'activations'
    'attack': 'patch',  # or 'none', 'flip' (labels only), 'blend' (faint noise), 'unknown'
    'source': '7',  # the digit whose images are poisoned
    'target': '1',  # what they are to be read as
    'opacity': 0.1,  # of the noise
    'discard': 100,  # images that the defender throws away
    'marks': '',  # thrown out by eye: no measure hangs on them
    'seed': 1,
}

s = settings(chosen)
SHA256 = '038a64e4e54712bb2556a155dd08f4aed0d661aa412f9c18ee217f88d4b69cc5'
# Pixels of a side; digits to learn from, and how many of them can be poisoned.
SIDE, TRAINING, MOST_POISONED = 14, 2000, 100
PIXELS, HIDDEN, EPOCHS, RATE, NEIGHBOURS = SIDE * SIDE, 32, 12, 0.005, 10

all_images, all_labels = digits('mnist14.bin', SHA256)
order = Stream(s.seed, 'split').order(len(all_labels))
images, held_out_images = np.split(all_images[order], [TRAINING])
labels, held_out_labels = np.split(all_labels[order], [TRAINING])


class Attack:
    """On which digit, what it is to be read as, and the trigger: pixels of ink, or noise."""

    def __init__(self):
        self.kind, self.source, self.target = s.attack, int(s.source), int(s.target)
        self.opacity = s.opacity
        cells = re.findall(r'([a-z])(\d+)', s.patch)
        self.patch = [(int(row) - 1) * SIDE + ord(column) - ord('a') for column, row in cells]
        if s.attack == 'unknown':
            self.draw()

    def draw(self):
        lots = Stream(s.seed, 'unknown attack')
        self.source = lots.whole(10)
        self.target = (self.source + 1 + lots.whole(9)) % 10
        self.kind = 'patch' if lots.uniform() < 0.5 else 'blend'
        self.opacity = 0.15
        # A square of two by two pixels, anywhere; of the kind 'blend' it has no use.
        left, top = lots.whole(SIDE - 1), lots.whole(SIDE - 1)
        self.patch = top * SIDE + left + np.array([0, 1, SIDE, SIDE + 1])

    def triggered(self, images):
        if self.kind == 'blend':
            lots = Stream(s.seed, 'noise')
            noise = np.array([lots.uniform() for _ in range(PIXELS)], np.float32).astype(float)
            images = (1 - self.opacity) * images.astype(float) + self.opacity * noise
        images = images.astype(np.float32)
        if self.kind == 'patch':
            images[:, self.patch] = 1
        return images


def trained(rows, labels, is_used):
    network = Network(s.seed, PIXELS, HIDDEN)
    orders = Stream(s.seed, 'order')
    for _ in range(EPOCHS):
        for batch in batches(orders, len(rows)):
            used = batch[is_used[batch]]
            if len(used) > 0:
                network.learn(rows[used], labels[used], RATE)
    return network


def disagreement(pixels, labels):
    """The share of the ten nearest neighbours that have another label, less a little for distance.

    Distance counts for less than one neighbour: between equal shares it decides.
    """
    norms = np.sum(pixels**2, axis=1)
    squares = np.maximum(norms[:, None] + norms - 2 * pixels @ pixels.T, 0)
    np.fill_diagonal(squares, np.inf)
    near = np.argsort(squares, axis=1, kind='stable')[:, :NEIGHBOURS]
    others = np.sum(labels[near] != labels[:, None], axis=1)
    distance = np.mean(np.sqrt(np.take_along_axis(squares, near, axis=1)), axis=1)
    return (others - 0.5 * distance / np.sqrt(PIXELS)) / NEIGHBOURS


def surprise(chances, labels):
    """How far each label is from what the network expects."""
    chance = chances[np.arange(len(labels)), labels].astype(float)
    return -np.log(np.maximum(chance, 1e-30))


def outlying(units, labels):
    """How far hidden units are from the mean of their label, each in standard deviations."""
    scores = np.zeros(len(labels))
    for label in np.unique(labels):
        own = units[labels == label]
        squares = (own - own.mean(axis=0)) ** 2
        variances = squares.mean(axis=0)
        speaks = variances >= 1e-9  # units that are not always the same
        scores[labels == label] = np.sum(squares[:, speaks] / variances[speaks], axis=1)
    return scores


def suspicion(network, rows, labels):
    if s.defence == 'neighbours':
        return disagreement(rows.astype(float), labels)
    if s.defence == 'loss':
        return surprise(network.chances(rows), labels)
    return outlying(network.units(rows).astype(float), labels)


attack = Attack()
sources = np.flatnonzero(labels == attack.source)
victims = sources[Stream(s.seed, 'victims').order(len(sources))[:MOST_POISONED]]
poisoned = 0 if attack.kind == 'none' else min(s.poisoned, len(victims))

# Behind the images stand poisoned copies; those in use take the place of what they were made of.
poison_labels = np.full(len(victims), attack.target)
rows = np.concatenate([images, attack.triggered(images[victims])])
row_labels = np.concatenate([labels, poison_labels])
is_used = np.arange(len(rows)) < TRAINING + poisoned
is_used[victims[:poisoned]] = False

network = trained(rows, row_labels, is_used)
thrown_poison = thrown_clean = None
if s.defence != 'none':
    used = np.flatnonzero(is_used)
    scores = suspicion(network, rows[used], row_labels[used])
    thrown = used[np.argsort(-scores, kind='stable')[: s.discard]]
    is_used[thrown] = False
    thrown_poison = np.sum(thrown >= TRAINING)
    thrown_clean = len(thrown) - thrown_poison
    network = trained(rows, row_labels, is_used)

marked = attack.triggered(held_out_images[held_out_labels == attack.source])
success = np.mean(network.answers(marked) == attack.target)
has_aim = attack.kind != 'none' and attack.source != attack.target

report(
    attackSuccess=success if has_aim else None,
    cleanAccuracy=np.mean(network.answers(held_out_images) == held_out_labels),
    poisonedImages=poisoned,
    discardedPoison=None if thrown_poison is None or poisoned == 0 else thrown_poison / poisoned,
    discardedClean=None if thrown_clean is None else thrown_clean / (TRAINING - poisoned),
)

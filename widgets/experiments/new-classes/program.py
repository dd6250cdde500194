"""
A network that learned to read the digits from 0 to 7 is shown 8s and 9s, for which it has no
answer, and is sure of what it says. With labels for them it gets two more outputs and goes on
learning; a person may be asked where it is unsure.

To change first: `is_old = ~is_new` becomes `is_old = ~is_new & (np.cumsum(~is_new) <= 100)`: it
keeps only the first 100 old digits. Expect of `newLabels=100` that it reads 88 of 100 new digits
instead of 66, and 81 of 100 old ones instead of 93.
"""

import numpy as np
from book import Stream, report, settings
from networks import Network, batches, digits

chosen = {
    'arrived': 0.2,  # the share of 8s and 9s among what arrives
    'newLabels': 0,  # 8s and 9s that somebody labels
    'keepOld': '1',  # '0': it goes on with the new digits alone
    'merged': 'none',  # or '4+9': their probabilities are added
    'askBelow': 0,  # per cent; digits of which it is less sure go to a person
    'known': '8',  # digits that it knows at first: '8' for 0 to 7, '10' for all
    'seed': 1,
}

s = settings(chosen)
SHA256 = '038a64e4e54712bb2556a155dd08f4aed0d661aa412f9c18ee217f88d4b69cc5'
PIXELS = 196  # of an image, 14 by 14
TRAINING = 2000  # digits to learn from; the others are held out
HIDDEN = 32  # units
PASSES = 12  # over what is known at first
MORE_PASSES = 8  # over old and new digits
RATE = 0.005

images, labels = digits('mnist14.bin', SHA256)
order = Stream(s.seed, 'split').order(len(labels))
images, held_out_images = np.split(images[order], [TRAINING])
labels, held_out_labels = np.split(labels[order], [TRAINING])


def first_network(kinds):
    network = Network(s.seed, PIXELS, HIDDEN, kinds)
    known = np.flatnonzero(labels < kinds)
    orders = Stream(s.seed, 'order')
    for _ in range(PASSES):
        for batch in batches(orders, len(known)):
            network.learn(images[known[batch]], labels[known[batch]], RATE)
    return network


def widen(network):
    """Two more outputs, with the weights of a network that has learned nothing."""
    untrained = Network(s.seed, PIXELS, HIDDEN).layers[1]
    network.layers[1] = np.hstack([network.layers[1], untrained[:, 8:]])


def learn_new(network):
    is_new = labels >= 8
    is_old = ~is_new
    is_labelled = is_new & (np.cumsum(is_new) <= s.newLabels)
    is_used = is_labelled | is_old if s.keepOld == '1' else is_labelled
    orders = Stream(s.seed, 'more')
    network.begin_adam()
    for _ in range(MORE_PASSES):
        for batch in batches(orders, TRAINING):
            used = batch[is_used[batch]]
            if len(used) > 0:
                network.learn(images[used], labels[used], RATE)


network = first_network(int(s.known))
if s.known == '8' and s.newLabels > 0:
    widen(network)
    learn_new(network)

chances, truth = network.chances(held_out_images), held_out_labels
if s.merged == '4+9':
    truth = np.where(truth == 9, 4, truth)
    if chances.shape[1] == 10:
        chances[:, 4] += chances[:, 9]
        chances[:, 9] = 0
sure = chances.max(axis=1).astype(float).clip(max=1)  # a rounded sum can be more
right = chances.argmax(axis=1) == truth
asked = np.floor(100 * sure) < s.askBelow
is_new = held_out_labels >= 8


def of_old(values):
    return np.mean(values[~is_new])


def of_new(values):
    return np.mean(values[is_new]) if s.arrived > 0 else None


def of_all(values):
    """Both groups weighted as they arrive."""
    return (1 - s.arrived) * of_old(values) + s.arrived * np.mean(values[is_new])


report(
    accuracy=of_all(right),
    oldAccuracy=of_old(right),
    newAccuracy=of_new(right),
    oldConfidence=of_old(sure),
    newConfidence=of_new(sure),
    oldAsked=of_old(asked),
    newAsked=of_new(asked),
    asked=of_all(asked),
    silentErrors=of_all(~right & ~asked),
)

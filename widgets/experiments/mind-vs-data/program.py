"""
What an idea about the data is worth, in labels: a small network that learns digits from raw pixels
is the yardstick, at several numbers of labels. Digits set upright, strokes in place of pixels,
other learners, moved copies and a wider network are held against it on the same images.

To change first: in `least_squares`, `np.eye(rows.shape[1])`, which draws all weights to 0, becomes
`0.001 * np.eye(rows.shape[1])`. Expect of `model=leastSquares` that 43 % of the digits are read
wrong instead of 28 %: 200 labels are hardly more than it has weights.
"""

from functools import partial

import numpy as np
from book import Stream, report, settings
from images import PARTS, SIDE, moved, shown
from networks import digits, softmax, with_ones

chosen = {
    'features': 'raw',  # or 'deslant' (upright digits), 'strokes', 'both' (strokes of upright ones)
    'labels': 200,  # images with an answer, to learn from
    'model': 'network',  # or 'logistic', 'neighbour', 'leastSquares'
    'shifts': '0',  # '1': each image is learned from moved to four sides, too
    'width': 32,  # hidden units of the network
    'wrongShare': 0.0,  # of the labels: they name another digit
    'seed': 1,
}

s = settings(chosen)
SHA256 = '038a64e4e54712bb2556a155dd08f4aed0d661aa412f9c18ee217f88d4b69cc5'
MORE_SHA256 = '835d7eef8932d783cfd7d727cace4531845902a394d1e7dc76f5648ffffdbf3c'
LEARNED = 2500  # images to learn from, at most
STEPS, BATCH, RATE, PLAIN_WIDTH = 750, 32, 0.005, 32
SIZES = sorted({50, 200, 400, 800, 2500, s.labels})
MOVES = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)]  # columns and rows

files = digits('mnist14.bin', SHA256), digits('mnist14-more.bin', MORE_SHA256)
pixels, kinds = (np.concatenate(parts) for parts in zip(*files))
order = Stream(s.seed, 'split').order(len(kinds))
images, held_out_images = np.split(pixels[order].reshape(-1, SIDE, SIDE).astype(float), [LEARNED])
labels, held_out_labels = np.split(kinds[order], [LEARNED])


def given_labels():
    lots = Stream(s.seed, 'wrong labels')
    steps = [(lots.uniform() < s.wrongShare) * (1 + lots.whole(9)) for _ in labels]
    return (labels + np.array(steps)) % 10


def untrained(features, hidden):
    """Layers of weights; the last row of each is the biases."""
    if hidden == 0:
        return [np.zeros((features + 1, 10))]
    draw = Stream(s.seed, 'weights')
    layers = []
    for inputs, units in ((features, hidden), (hidden, 10)):
        uniforms = np.array([draw.uniform() for _ in range(inputs * units)])
        weights = np.sqrt(6 / inputs) * (2 * uniforms - 1)
        layers.append(np.vstack([weights.reshape(inputs, units), np.zeros(units)]))
    return layers


def forward(layers, rows):
    """What goes into each layer, and the scores."""
    inputs = [with_ones(rows)]
    for layer in layers[:-1]:
        inputs.append(with_ones(np.maximum(inputs[-1] @ layer, 0)))
    return inputs, inputs[-1] @ layers[-1]


def slopes(layers, rows, labels):
    """How the mean cross-entropy grows with each weight."""
    inputs, scores = forward(layers, rows)
    off = (softmax(scores) - np.eye(10)[labels]) / len(rows)
    found = [inputs[-1].T @ off]
    if len(layers) > 1:
        in_units = off @ layers[1][:-1].T * (inputs[1][:, :-1] > 0)
        found.insert(0, inputs[0].T @ in_units)
    return found


def drawn_rows(count, versions):
    """All rows in a new order, again and again, each in a version by chance."""
    lots = Stream(s.seed, 'order')
    while True:
        for row in lots.order(count):
            yield row, lots.whole(versions) if versions > 1 else 0


def network(versions, labels, tested, hidden):
    layers = untrained(tested.shape[1], hidden)
    means, squares = [0] * len(layers), [0] * len(layers)
    draws = drawn_rows(len(labels), len(versions))
    for step in range(1, STEPS + 1):  # Adam (Kingma and Ba 2015)
        rows, which = np.transpose([next(draws) for _ in range(BATCH)])
        rate = RATE * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
        for i, slope in enumerate(slopes(layers, versions[which, rows], labels[rows])):
            means[i] = 0.9 * means[i] + 0.1 * slope
            squares[i] = 0.999 * squares[i] + 0.001 * slope**2
            layers[i] = layers[i] - rate * means[i] / (np.sqrt(squares[i]) + 1e-7)
    return forward(layers, tested)[1].argmax(axis=1)


def neighbour(versions, labels, tested):
    nearest, answers = np.full(len(tested), np.inf), np.full(len(tested), -1)
    columns = tested.T.copy()
    for i, label in enumerate(labels):
        for row in versions[:, i]:
            ink = row.nonzero()[0]  # paper adds nothing
            common = np.sum(row[ink, None] * columns[ink], axis=0)
            # Less what is the same for all rows; `cumsum` adds in the order of the pixels.
            distance = np.cumsum(row**2)[-1] - 2 * common
            answers[distance < nearest] = label
            nearest = np.minimum(nearest, distance)
    return answers


def least_squares(versions, labels, tested):
    rows = with_ones(np.concatenate(versions))
    wanted = np.tile(np.eye(10)[labels], (len(versions), 1))
    weights = np.linalg.solve(rows.T @ rows + np.eye(rows.shape[1]), rows.T @ wanted)
    return (with_ones(tested) @ weights).argmax(axis=1)


def curve(features, model, shifts, width, labels):
    """The share that is read wrong, by the number of labels."""
    moves = MOVES if shifts == '1' else MOVES[:1]
    versions = np.array([shown(moved(images, *move), features) for move in moves])
    tested = shown(held_out_images, features)
    # Logistic regression is a network without a hidden layer.
    neural = partial(network, hidden=width if model == 'network' else 0)
    learner = {'neighbour': neighbour, 'leastSquares': least_squares}.get(model, neural)
    answers = {size: learner(versions[:, :size], labels[:size], tested) for size in SIZES}
    return {size: np.mean(own != held_out_labels) for size, own in answers.items()}


def power(errors, few, many):
    """Errors fall as this power of the labels."""
    return np.log(errors[few] / errors[many]) / np.log(many / few)


def labels_to_match(error, plain):
    """Where the plain curve reaches an error, along straight lines on logarithmic scales."""
    reached = next((size for size in SIZES if plain[size] <= error), None)
    if reached is None or plain[reached] == error:
        return reached
    if reached == SIZES[0]:
        return None
    before = SIZES[SIZES.index(reached) - 1]
    part = np.log(plain[before] / error) / np.log(plain[before] / plain[reached])
    return before * (reached / before) ** part


def coins():
    """What the page charges: 1 for 25 labels, 10 for an idea, 5 for each doubling of the width."""
    ideas = {'raw': 0, 'deslant': 10, 'strokes': 20, 'both': 30}[s.features] + 10 * int(s.shifts)
    doublings = max(0, np.log2(s.width / PLAIN_WIDTH)) if s.model == 'network' else 0
    return s.labels / 25 + ideas + 5 * doublings


def multiplications():
    """To learn and to read what is tested, as many as if no pixel were paper."""
    inputs = 4 * PARTS**2 if s.features in ('strokes', 'both') else SIDE * SIDE
    rows, tested = s.labels * (len(MOVES) if s.shifts == '1' else 1), len(held_out_labels)
    if s.model == 'neighbour':
        return tested * rows * inputs
    if s.model == 'leastSquares':
        return rows * inputs * (inputs / 2 + 10) + inputs**3 / 6 + tested * inputs * 10
    inner = s.width * 10 if s.model == 'network' else 0
    once = s.width * inputs + inner if s.model == 'network' else inputs * 10
    # Forward and for its slope each weight is used once; of the second layer also to go back.
    return STEPS * BATCH * (2 * once + inner) + tested * once


plain = curve('raw', 'network', '0', PLAIN_WIDTH, labels)
own = curve(s.features, s.model, s.shifts, s.width, given_labels())
matching = labels_to_match(own[s.labels], plain)

report(
    error=own[s.labels],
    coins=coins(),
    slopeFew=power(own, 50, 400),
    slopeMany=power(own, 400, 2500),
    labelsToMatch=matching,
    extraLabels=None if matching is None else matching - s.labels,
    plainError=plain[s.labels],
    advantage=plain[s.labels] - own[s.labels],
    multiplications=multiplications() / 1e6,
)

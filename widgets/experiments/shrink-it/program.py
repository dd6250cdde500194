"""
A network that has learned to read digits is made smaller: some of its weights are left out, and
each of the others goes to the nearest of a few levels, so that few bits tell which. What remains
is counted in bytes, and reads digits that it has never seen.

To change first: which weights are left out, in `masks_of`; let chance rank them instead, by
`ranks = np.array(Stream(s.seed, 'ranks').order(len(sizes)))`. Expect of `prune=0.5`
that 40 points are lost instead of 0.8, and of `prune=0.5 retrain=1` that 1 is lost, where 0.4 were
won: what is left learns to do without.
"""

from urllib.parse import parse_qsl

import numpy as np
from book import Stream, report, settings
from images import SIDE, moved, shown
from networks import digits, softmax, with_ones

chosen = {
    'bits': 32,  # per weight; with 32 it stays as it was trained
    'placing': 'perLayer',  # whose weights share a range; or 'perChannel'
    'range': 'largest',  # where its levels end; or 'bestError'
    'prune': 0.0,  # the share of all weights that is left out, the smallest first
    'retrain': '0',  # '1': those that are left are trained further
    'width': 32,  # hidden units of the book's model
    'outlier': 1,  # times as large as it was becomes the largest weight of the first layer
    'model': 'book',  # or a run of mind-vs-data, as 'mind-vs-data?labels=200'
    'seed': 1,
}

s = settings(chosen)
SHA256 = '038a64e4e54712bb2556a155dd08f4aed0d661aa412f9c18ee217f88d4b69cc5'
MORE_SHA256 = '835d7eef8932d783cfd7d727cace4531845902a394d1e7dc76f5648ffffdbf3c'
LEARNED = 2500  # images to learn from, at most
STEPS, BATCH, RATE, LATER_RATE = 750, 32, 0.005, 0.002
OUTERMOST = 2 ** (s.bits - 1) - 1  # level, in steps from 0

name = f'?labels={LEARNED}&width={s.width}&seed={s.seed}' if s.model == 'book' else s.model
run = dict(features='raw', labels=200, model='network', shifts='0', width=32, wrongShare=0, seed=1)
run.update(parse_qsl(name.partition('?')[2]))
# The model may have been trained with another seed than `s.seed`, which is for what follows.
labelled, width, seed = int(run['labels']), int(run['width']), int(run['seed'])
MOVES = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)] if run['shifts'] == '1' else [(0, 0)]


def given(labels):
    """Labels of which a share names another digit."""
    lots = Stream(seed, 'wrong labels')
    steps = [(lots.uniform() < float(run['wrongShare'])) * (1 + lots.whole(9)) for _ in labels]
    return (labels + np.array(steps)) % 10


def untrained(features):
    """Layers of weights; the last row of each is the biases."""
    if run['model'] == 'logistic':
        return [np.zeros((features + 1, 10))]
    draw = Stream(seed, 'weights')
    layers = []
    for inputs, units in ((features, width), (width, 10)):
        uniforms = np.reshape([draw.uniform() for _ in range(inputs * units)], (inputs, units))
        layers.append(np.sqrt(6 / inputs) * np.vstack([2 * uniforms - 1, np.zeros(units)]))
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
    if len(layers) == 1:
        return [inputs[0].T @ off]
    in_units = off @ layers[1][:-1].T * (inputs[1][:, :-1] > 0)
    return [inputs[0].T @ in_units, inputs[1].T @ off]


def passes():
    """All rows in a new order, again and again, each in a version by chance."""
    lots = Stream(seed, 'order')
    while True:
        for row in lots.order(labelled):
            yield row, lots.whole(len(versions)) if len(versions) > 1 else 0


def trained(layers, draws, rate, masks):
    """Adam (Kingma and Ba 2015); then 32 bits a number, as models are stored."""
    means, squares = [0] * len(layers), [0] * len(layers)
    for step in range(1, STEPS + 1):
        rows, which = np.transpose([next(draws) for _ in range(BATCH)])
        scale = rate * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
        for i, slope in enumerate(slopes(layers, versions[which, rows], labels[rows])):
            means[i] = 0.9 * means[i] + 0.1 * slope
            squares[i] = 0.999 * squares[i] + 0.001 * slope**2
            layers[i] = masks[i] * (layers[i] - scale * means[i] / (np.sqrt(squares[i]) + 1e-7))
    return [layer.astype(np.float32).astype(float) for layer in layers]


def weights_of(layers):
    return np.concatenate([layer[:-1].ravel() for layer in layers])


def masks_of(layers):
    """What stays: all biases, and all weights but the smallest."""
    sizes = np.abs(weights_of(layers))
    ranks = np.argsort(np.argsort(sizes, kind='stable'))
    stays = np.split(ranks >= np.floor(s.prune * len(sizes) + 0.5), [layers[0][:-1].size])
    shaped = [part.reshape(-1, layer.shape[1]) for part, layer in zip(stays, layers)]
    return [np.pad(part, [(0, 1), (0, 0)], constant_values=True) for part in shaped]


def nearest(weights, step):
    """The levels are whole steps to both sides of 0; with one bit one step, and none at 0."""
    if s.bits == 1:
        return np.where(weights < 0, -step, step)
    return step * np.floor(weights / step + 0.5).clip(-OUTERMOST, OUTERMOST)


def step_for(weights):
    """From one level to the next, for weights that share a range; it is stored in 32 bits."""
    sizes = np.abs(weights)
    if s.bits == 1:
        return np.float32(sizes.max() / 2 if s.range == 'largest' else sizes.mean())
    # Ranges that end at fiftieths of the largest weight; or at that alone.
    parts = np.arange(1, 51) / 50 if s.range == 'bestError' else np.ones(1)
    steps = (parts * sizes.max() / OUTERMOST).astype(np.float32)
    return min(steps, key=lambda step: np.sum((weights - nearest(weights, step)) ** 2))


def rounded(layer, mask):
    """A copy with the weights that stay at their nearest levels; its parts are views into it."""
    layer = layer.copy()
    parts = layer.shape[1] if s.placing == 'perChannel' else 1
    for weights, stays in zip(np.hsplit(layer[:-1], parts), np.hsplit(mask[:-1], parts)):
        if stays.any():
            weights[stays] = nearest(weights[stays], step_for(weights[stays]))
    return layer


def size():
    """In bytes: biases and steps at 32 bits, and perhaps a bit for each weight if it is there."""
    count, left = len(weights_of(lean)), np.sum(weights_of(masks))
    plain, masked = count * s.bits, left * s.bits + count
    # With one bit there is no level 0, so what is left out must be marked.
    bits = masked if left < count and (s.bits == 1 or masked < plain) else plain
    units = sum(layer.shape[1] for layer in lean)
    steps = 0 if s.bits == 32 else units if s.placing == 'perChannel' else len(lean)
    return np.ceil((bits + 32 * (units + steps)) / 8)


def shares_right(layers):
    """The share that is read right, in all and of each digit."""
    is_right = forward(layers, tested)[1].argmax(axis=1) == tested_labels
    return np.mean(is_right), np.array([np.mean(is_right[tested_labels == i]) for i in range(10)])


files = digits('mnist14.bin', SHA256), digits('mnist14-more.bin', MORE_SHA256)
pixels, kinds = (np.concatenate(parts) for parts in zip(*files))
order = Stream(seed, 'split').order(len(kinds))
images, tested_images = np.split(pixels[order].reshape(-1, SIDE, SIDE).astype(float), [LEARNED])
labels, tested_labels = np.split(kinds[order], [LEARNED])
versions = np.array([shown(moved(images, *move), run['features']) for move in MOVES])
tested, labels = shown(tested_images, run['features']), given(labels)

whole = trained(untrained(tested.shape[1]), passes(), RATE, masks=[1, 1])
largest = np.abs(whole[0][:-1]).argmax()
whole[0].flat[largest] = np.float32(s.outlier * whole[0].flat[largest])

masks = masks_of(whole)
lean = [layer * mask for layer, mask in zip(whole, masks)]
if s.retrain == '1' and s.prune > 0:
    lots = Stream(s.seed, 'trained on')
    draws = ((lots.whole(labelled), lots.whole(len(versions))) for _ in range(STEPS * BATCH))
    lean = trained(lean, draws, LATER_RATE, masks)
shipped = lean if s.bits == 32 else [rounded(*pair) for pair in zip(lean, masks)]

weights, noise = weights_of(lean), weights_of(lean) - weights_of(shipped)
decibels = 10 * np.log10(np.sum(weights**2) / np.sum(noise**2)) if noise.any() else None
accuracy, by_digit = shares_right(shipped)
whole_accuracy, whole_by_digit = shares_right(whole)

report(
    accuracy=accuracy,
    worstClass=by_digit.min(),
    pointsLost=whole_accuracy - accuracy,
    worstClassLost=np.max(whole_by_digit - by_digit),
    bytes=size(),
    signalToNoise=decibels,
    floatAccuracy=whole_accuracy,
)

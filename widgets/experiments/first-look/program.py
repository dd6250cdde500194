"""
A network reads handwritten digits, and then every digit is moved by a column or a row before it
arrives.

To change first: in `trained`, `rows = images[learned[batch]]` becomes
`rows = shifted(images[learned[batch]], orders.whole(3) - 1, 0)`: batches are moved by up to a
column, by chance. Expect of `columns=1` that 88 of 100 digits are read right instead of 64.
"""

import numpy as np
from book import Stream, report, settings
from networks import Network, batches, digits

chosen = {
    'units': 32,  # hidden units; 32 is the whole network
    'columns': 0,  # to the right; below 0, to the left
    'drawing': '',  # on the pad: no measure hangs on it
    'rows': 0,  # down; below 0, up
    'seed': 1,
}

s = settings(chosen)
SIDE = 14  # pixels
TRAINING = 2000  # digits to learn from; the others are held out
EPOCHS = 12  # passes over them
RATE = 0.005
SHA256 = '038a64e4e54712bb2556a155dd08f4aed0d661aa412f9c18ee217f88d4b69cc5'

images, labels = digits('mnist14.bin', SHA256)
places = np.array(Stream(s.seed, 'split').order(len(labels)))
learned, held_out = places[:TRAINING], places[TRAINING:]


def shifted(rows, right, down):
    """Images moved; what comes in is paper, what leaves is gone."""
    x, y = abs(right), abs(down)
    padded = np.pad(rows.reshape(-1, SIDE, SIDE), ((0, 0), (y, y), (x, x)))
    seen = padded[:, y - down : y - down + SIDE, x - right : x - right + SIDE]
    return seen.reshape(len(rows), -1)


def trained(units):
    network = Network(s.seed, SIDE * SIDE, units)
    orders = Stream(s.seed, 'order')
    for _ in range(EPOCHS):
        for batch in batches(orders, TRAINING):
            rows = images[learned[batch]]
            network.learn(rows, labels[learned[batch]], RATE)
    return rounded(network)


def rounded(network):
    """The network with a byte for each weight, a whole number of steps from -127 to 127.

    So the page reads with it; a step is a 127th of the largest weight of a layer.
    """
    for i, layer in enumerate(network.layers):
        step = float(np.abs(layer).max()) / 127
        network.layers[i] = (np.floor(layer / step + 0.5) * step).astype(np.float32)
    return network


own = trained(s.units)
whole = own if s.units == 32 else trained(32)
in_place = own.answers(images[held_out])
answers = own.answers(shifted(images[held_out], s.columns, s.rows))

report(
    accuracy=np.mean(answers == labels[held_out]),
    fullAccuracy=np.mean(whole.answers(images[held_out]) == labels[held_out]),
    digitsChanged=np.sum(answers != in_place),
)

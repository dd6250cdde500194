"""
A digit in plain strokes is cut out as the digits of a data set were, brought to 8 by 8 greys, and
read by a network that learned from real digits: what it answers, and how surely. Cut by other
scissors than those it learned from, the same strokes become another digit.

To change first: the 7 in `STROKES` begins with `'5,0 8,0'` in place of `'2,0 8,0'`: half of its
upper stroke is missing. Expect that the network takes it for a 1, and is 95 % sure of that.
"""

import re
from itertools import pairwise
from urllib.parse import parse_qsl

import numpy as np
from book import Stream, report, settings
from networks import Network, batches, digits

chosen = {
    'digit': '7',  # from '0' to '9', or '1-upstroke', '7-barred'
    'drawing': '',  # instead of it: runs of greys from a to f, as a30f2
    'cut': 'mnist',  # about the middle of the ink; or 'stretched', 'none'
    'shift': 0.0,  # pixels to the right, after the cut
    'slant': 0.0,  # pixels that the top leans to the right of the foot
    'width': 1.0,  # times as wide as it was written
    'thickness': 1.0,  # of the pen, in pixels
    'model': 'distribution-shift',  # a run of that experiment, whose network reads
}

s = settings(chosen)
# Pixels of a side; greys of a pixel; cells of a side of the drawing; points of a side of a pixel.
SIDE, FULL, PAD, FINE = 8, 16, 24, 6
TRAINING, HIDDEN, EPOCHS, RATE = 1150, 32, 20, 0.01
SHA256 = {
    'mnist8.bin': 'ce77a3c88c51d06c1e708928b86f022f9f574b5c89b65e7a8e64d44be65de44b',
    'semeion8.bin': '4ec38c24d68892954a562ee92acec77ab58f0dfd2905a8c07f3c4e4f9c04ea2c',
    'optdigits8.bin': '87ff0c9e40dc7e2c0e34e7257799c2e3f3aec1a016363bb11cad869ec428a826',
    'mnist8-stretched.bin': '6beff9fc34feabddac1c5a5794e7641a5044cb0cda2b6e2772522fabc925edb6',
    'semeion8-stretched.bin': '742a5f860796857544c09cfef406f62d6b2742bcda3682f378bd11d7efc52803',
    'optdigits8-stretched.bin': '82a79efb1b731c0fcd38c98b09ffe4b4e7ba2c9877b1cffdc9f9c8d72a240e2e',
}
# On a grid of ten by ten, x to the right and y down, each stroke as x,y x,y ...
STROKES = {
    '0': ['5,0 2.6,1.8 2,5 2.6,8.2 5,10 7.4,8.2 8,5 7.4,1.8 5,0'],
    '1': ['5,0 5,10'],
    '1-upstroke': ['2.4,3.4 5.6,0', '5.6,0 5.6,10'],
    '2': ['2.2,2.4 3.2,0.5 5.2,0 7.4,1 7.4,3.4 5.4,6.4 2,10', '2,10 8.2,10'],
    '3': ['2.4,0.8 4.8,0 7.2,1 7.2,3.4 4.4,4.6', '4.4,4.6 7.4,5.8 7.6,8.4 5.2,10 2.2,9.2'],
    '4': ['2.8,0 2.2,5.6', '2.2,5.6 7.8,5.6', '7.2,0 6.6,10'],
    '5': ['7.8,0 3.2,0', '3.2,0 2.8,4.4', '2.8,4.4 5.4,3.9 7.6,5.6 7.3,8.6 5,10 2.2,9.2'],
    '6': ['6.4,0 3.8,2.4 2.4,6 2.8,9 5,10 7.4,8.8 7.2,6.6 5,5.6 2.6,7.2'],
    '7': ['2,0 8,0', '8,0 4.4,10'],
    '7-barred': ['2,0 8,0', '8,0 4.4,10', '3.6,5 8.2,5'],
    '8': [
        '7,1.6 5,0 2.9,1.5 3.4,3.5 5,4.7 7,6.4 7.2,8.7 5,10 2.8,8.7 3,6.4 5,4.7 6.6,3.5 7,1.6'
    ],
    '9': ['7.2,2.4 5.6,0.2 3,0.7 2.5,3.2 4.6,4.8 6.8,3.6 7.2,2.4', '7.2,2.2 6.4,10'],
}


def line_of(stroke):
    """A stroke as points of a line: a Catmull-Rom curve where it has more than two."""
    points = np.array([point.split(',') for point in stroke.split()], float)
    if len(points) < 3:
        return points
    line = [points[0]]
    ends = np.vstack([points[0], points, points[-1]])
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:]):
        for t in np.arange(1, 7) / 6:
            bent = 2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)
            line.append(b + t * (c - a + t * bent) / 2)
    return np.array(line)


def written(x, y):
    """The ink of the pen: full within half its thickness of a stroke."""
    ink = np.zeros(x.shape)
    for stroke in STROKES[s.digit]:
        line = SIDE / 2 + (line_of(stroke) - 5) * (SIDE - s.thickness) / 10
        for (ax, ay), (bx, by) in pairwise(line):
            dx, dy = bx - ax, by - ay
            along = (((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)).clip(0, 1)
            squares = (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2
            ink[squares <= (s.thickness / 2) ** 2] = 1
    return ink


def drawn(x, y):
    """The ink of the reader's drawing, which has PAD by PAD cells."""
    runs = re.findall(r'([a-z])(\d*)', s.drawing)
    cells = np.concatenate([np.full(int(count or 1), ord(grey) - ord('a')) for grey, count in runs])
    cells = np.append(cells, np.zeros(PAD * PAD - len(cells))).reshape(PAD, PAD) / 5
    column, row = (np.floor(places * PAD / SIDE).astype(int) for places in (x, y))
    return cells[row, column.clip(0, PAD - 1)] * ((column >= 0) & (column < PAD))


def canvas():
    """The ink, leaned and widened, on a canvas three times as wide as the image."""
    x = (np.arange(3 * SIDE * FINE) + 0.5) / FINE - SIDE
    y = (np.arange(SIDE * FINE)[:, None] + 0.5) / FINE
    middle = SIDE / 2
    x = (x - middle) / s.width + middle - s.slant * (middle - y) / SIDE
    return (drawn if s.drawing else written)(x, np.broadcast_to(y, x.shape))


def box_of(ink):
    """What is cut out: its left and right edges, and its upper and lower ones."""
    rows, columns = np.nonzero(ink >= 32 / 255)  # fainter ink is not part of the digit
    if s.cut == 'none' or len(rows) == 0:
        return (SIDE * FINE, 2 * SIDE * FINE), (0, SIDE * FINE)
    edges = [(places.min(), places.max() + 1) for places in (columns, rows)]
    if s.cut == 'stretched':
        return edges
    half = max(end - start for start, end in edges) / 2
    moments = [np.sum(ink.sum(axis=i) * (np.arange(ink.shape[1 - i]) + 0.5)) for i in (0, 1)]
    return [(middle - half, middle + half) for middle in moments / ink.sum()]


def shares(start, end, lines):
    """How much of each of eight equal parts of a box each line of the canvas is."""
    part = (end - start) / SIDE
    starts = start + np.arange(SIDE)[:, None] * part
    line = np.arange(lines)
    return (np.minimum(starts + part, line + 1) - np.maximum(starts, line)).clip(0) / part


def image_of(ink):
    """The 64 greys that the network reads, from 0 (paper) to 1."""
    (left, right), (top, bottom) = box_of(ink)
    shift = s.shift * (right - left) / SIDE
    across = shares(left - shift, right - shift, ink.shape[1])
    greys = shares(top, bottom, ink.shape[0]) @ ink @ across.T
    return (np.floor(FULL * greys + 0.5) / FULL).reshape(1, -1).astype(np.float32)


def reader():
    """The network of a run of distribution-shift: from home, then perhaps with foreign labels.

    Other settings than its first stand behind a ?, as in `distribution-shift?seed=2&repair=labels`.
    """
    run = dict(trainOn='mnist', testOn='semeion', repair='none', foreignLabels=100, seed=1)
    run.update(parse_qsl(s.model.partition('?')[2]))
    seed, foreign = int(run['seed']), int(run['foreignLabels'])

    def first_of(name, count):
        file = f'{name}8-stretched.bin' if run['repair'] == 'preprocess' else f'{name}8.bin'
        images, labels = digits(file, SHA256[file], SIDE * SIDE)
        order = Stream(seed, f'split {name}').order(len(labels))[:count]
        return images[order], labels[order]

    lessons = {'order': first_of(run['trainOn'], TRAINING)}
    if run['repair'] == 'labels' and foreign > 0 and run['trainOn'] != run['testOn']:
        both = first_of(run['trainOn'], foreign), first_of(run['testOn'], foreign)
        lessons['repair'] = tuple(map(np.concatenate, zip(*both)))
    network = Network(seed, SIDE * SIDE, HIDDEN)
    for name, (images, labels) in lessons.items():
        orders = Stream(seed, name)
        network.begin_adam()
        for batch in (one for _ in range(EPOCHS) for one in batches(orders, len(labels))):
            network.learn(images[batch], labels[batch], RATE)
    return network


chances = reader().chances(image_of(canvas()))[0]

report(
    answer=np.argmax(chances),
    confidence=np.max(chances),
    written=None if s.drawing else chances[int(s.digit[0])],
)

"""Handwritten digits as a model is shown them: moved, upright, or as strokes instead of pixels."""

import numpy as np

SIDE, PARTS = 14, 5  # pixels of a side, and parts of one in which strokes are looked for


def moved(images, columns, rows):
    """Images moved by a pixel; what comes in is paper."""
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1)))
    return padded[:, 1 - rows : 1 - rows + SIDE, 1 - columns : 1 - columns + SIDE]


def upright(images):
    """Each row is pushed sideways by its distance from the middle times the slant of the ink."""
    y, x = np.mgrid[:SIDE, :SIDE]
    ink = images.sum(axis=(1, 2))
    right = x - ((images * x).sum(axis=(1, 2)) / ink)[:, None, None]
    down = y - ((images * y).sum(axis=(1, 2)) / ink)[:, None, None]
    slant = (images * right * down).sum(axis=(1, 2)) / (images * down * down).sum(axis=(1, 2))
    places = x + slant[:, None, None] * (y - (SIDE - 1) / 2)
    left = np.floor(places).astype(int)

    def ink_at(columns):
        inside = (columns >= 0) & (columns < SIDE)
        return inside * np.take_along_axis(images, columns.clip(0, SIDE - 1), axis=2)

    return (1 - places + left) * ink_at(left) + (places - left) * ink_at(left + 1)


def strokes(images):
    """In 5 by 5 parts, how strongly edges run across, down, and in the two diagonals."""
    across = moved(images, -1, 0) - moved(images, 1, 0)
    down = moved(images, 0, -1) - moved(images, 0, 1)
    size = np.sqrt(np.maximum(across**2 + down**2, 1e-60))  # never divide by 0
    # Of twice the angle: an edge from paper to ink counts as one from ink to paper.
    cosine, sine = (across**2 - down**2) / size, 2 * across * down / size
    strengths = np.maximum([cosine, -cosine, sine, -sine], 0)
    # How much of each pixel belongs to each part: neighbouring parts share what lies between.
    middles = (np.arange(SIDE) + 0.5) * PARTS / SIDE - 0.5
    near = np.maximum(1 - np.abs(middles - np.arange(PARTS)[:, None]), 0)
    sums = np.moveaxis(near @ strengths @ near.T, 0, -1).reshape(len(images), -1)
    return np.sqrt(sums / np.sqrt(np.sum(sums**2, axis=1, keepdims=True)))


def shown(images, features):
    images = upright(images) if features in ('deslant', 'both') else images
    return strokes(images) if features in ('strokes', 'both') else images.reshape(len(images), -1)

"""Handwritten digits, and a network of one hidden layer that learns by Adam, in 32 bits."""

import numpy as np
from book import Stream, packed


def digits(name, sha256, size=196, end=None):
    """Pixels from 0 (paper) to 1 (ink), a row an image; and what each image is.

    In the file are all images, then all labels, a byte each. Of 196 pixels two are in a byte.
    """
    found = np.frombuffer(packed(name, sha256), np.uint8)[:end]
    in_byte, full = (2, 15) if size == 196 else (1, 16)  # pixels; what stands for ink
    images, labels = np.split(found, [-(len(found) // (size // in_byte + 1))])
    if in_byte == 2:
        images = np.stack([images >> 4, images & 15], axis=1)
    return images.reshape(-1, size).astype(np.float32) / np.float32(full), labels


def batches(stream, count, size=32):
    """One pass over so many rows: their places in a new order, a batch after the other."""
    return np.split(np.array(stream.order(count)), range(size, count, size))


def with_ones(rows):
    return np.hstack([rows, np.ones((len(rows), 1), np.float32)])


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))  # at most 1: none overflows
    return powers / powers.sum(axis=1, keepdims=True)


class Network:
    """Two layers of weights; the last row of each is the biases."""

    def __init__(self, seed, features, hidden, classes=10):
        draw = Stream(seed, 'weights')
        self.layers = []
        for inputs, units in ((features, hidden), (hidden, classes)):
            normals = np.array([draw.normal() for _ in range(inputs * units)])
            weights = np.sqrt(2 / inputs) * normals.reshape(inputs, units)
            self.layers.append(np.vstack([weights, np.zeros(units)]).astype(np.float32))
        self.begin_adam()

    def begin_adam(self):
        self.steps, self.means, self.squares = 0, [0, 0], [0, 0]

    def units(self, rows):
        return np.maximum(with_ones(rows) @ self.layers[0], 0)

    def chances(self, rows):
        return softmax(with_ones(self.units(rows)) @ self.layers[1])

    def answers(self, rows):
        return np.argmax(self.chances(rows), axis=1)

    def learn(self, rows, labels, rate):
        """One step of Adam (Kingma and Ba 2015), down the slope of the mean cross-entropy."""
        units = self.units(rows)
        chances = softmax(with_ones(units) @ self.layers[1])
        off = (chances - np.eye(chances.shape[1], dtype=np.float32)[labels]) / np.float32(len(rows))
        in_units = off @ self.layers[1][:-1].T * (units > 0)
        self.steps += 1
        for i, slope in enumerate((with_ones(rows).T @ in_units, with_ones(units).T @ off)):
            self.means[i] += np.float32(0.1) * (slope - self.means[i])
            self.squares[i] += np.float32(0.001) * (slope * slope - self.squares[i])
            mean = self.means[i] / (1 - 0.9**self.steps)
            square = self.squares[i] / (1 - 0.999**self.steps)
            self.layers[i] = self.layers[i] - rate * mean / (np.sqrt(square) + 1e-7)

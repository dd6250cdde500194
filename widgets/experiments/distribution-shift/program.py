"""
A network learns to read the handwritten digits of one country and is used on those of another:
how much it reads right, and how sure it is of its answers. Cropping all digits alike, or some
foreign labels, repairs part of it.

To change first: `lesson = [home, abroad]` becomes `lesson = [abroad]`: the second lesson is without
digits of home. Expect of `repair=labels` that the network then reads 60 of 100 digits of home
instead of 84, and 60 of those abroad instead of 62.
"""

import numpy as np
from book import Stream, report, settings
from networks import Network, batches, digits

chosen = {
    'testOn': 'semeion',  # abroad: 'mnist' (United States), 'semeion' (Italy), 'optdigits' (Turkey)
    'trainOn': 'mnist',  # home
    'repair': 'none',  # or 'preprocess' (the same crop and stretch), 'labels' (foreign ones)
    'foreignLabels': 100,  # digits, for the repair 'labels'
    'matrix': 'row',  # or 'all', for a table on the page: no measure hangs on it
    'seed': 1,
}

s = settings(chosen)
PIXELS = 64  # of an image, 8 by 8
TRAINING = 1150  # digits of a country to learn from; the others are held out
HIDDEN = 32  # units
EPOCHS = 20  # passes over the digits
RATE = 0.01
SHA256 = {
    'mnist8.bin': 'ce77a3c88c51d06c1e708928b86f022f9f574b5c89b65e7a8e64d44be65de44b',
    'semeion8.bin': '4ec38c24d68892954a562ee92acec77ab58f0dfd2905a8c07f3c4e4f9c04ea2c',
    'optdigits8.bin': '87ff0c9e40dc7e2c0e34e7257799c2e3f3aec1a016363bb11cad869ec428a826',
    'mnist8-stretched.bin': '6beff9fc34feabddac1c5a5794e7641a5044cb0cda2b6e2772522fabc925edb6',
    'semeion8-stretched.bin': '742a5f860796857544c09cfef406f62d6b2742bcda3682f378bd11d7efc52803',
    'optdigits8-stretched.bin': '82a79efb1b731c0fcd38c98b09ffe4b4e7ba2c9877b1cffdc9f9c8d72a240e2e',
}


class Country:
    """Digits to learn from, and digits held out, each with what they are."""

    def __init__(self, name):
        file = f'{name}8-stretched.bin' if s.repair == 'preprocess' else f'{name}8.bin'
        images, labels = digits(file, SHA256[file], PIXELS)
        order = np.array(Stream(s.seed, f'split {name}').order(len(labels)))
        self.images, self.held_out_images = np.split(images[order], [TRAINING])
        self.labels, self.held_out_labels = np.split(labels[order], [TRAINING])


def teach(network, images, labels, stream):
    orders = Stream(s.seed, stream)
    network.begin_adam()
    for _ in range(EPOCHS):
        for batch in batches(orders, len(labels)):
            network.learn(images[batch], labels[batch], RATE)


def tested(network, country):
    """The share that is read right, and the mean probability of the answers."""
    chances = network.chances(country.held_out_images)
    right = np.argmax(chances, axis=1) == country.held_out_labels
    return np.mean(right), np.mean(chances.max(axis=1).astype(float))


home, abroad = Country(s.trainOn), Country(s.testOn)
network = Network(s.seed, PIXELS, HIDDEN)
teach(network, home.images, home.labels, 'order')
if s.repair == 'labels' and s.foreignLabels > 0 and s.trainOn != s.testOn:
    lesson = [home, abroad]  # as many digits of home, so that it does not forget them
    images = np.concatenate([country.images[: s.foreignLabels] for country in lesson])
    labels = np.concatenate([country.labels[: s.foreignLabels] for country in lesson])
    teach(network, images, labels, 'repair')

home_accuracy, home_confidence = tested(network, home)
abroad_accuracy, abroad_confidence = tested(network, abroad)

report(
    homeAccuracy=home_accuracy,
    abroadAccuracy=abroad_accuracy,
    homeConfidence=home_confidence,
    abroadConfidence=abroad_confidence,
)

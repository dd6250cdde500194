"""What programs of the book share: settings, seeded streams of numbers, packed files, measures."""

import hashlib
import math
import sys
from pathlib import Path
from types import SimpleNamespace

WORD = 0xFFFFFFFF


def settings(chosen):
    """The settings as `s.days`; words as `days=90` behind the program's name replace them.

    Other words are passed over: a notebook has some of its own.
    """
    for name, text in (word.split('=', 1) for word in sys.argv[1:] if '=' in word):
        if name not in chosen:
            sys.exit(f'There is no setting {name}; there are {", ".join(chosen)}.')
        kind = type(chosen[name])
        chosen[name] = kind(float(text)) if kind is int else kind(text)  # 1e5 is whole, too
    return SimpleNamespace(**chosen)


def _mix(state, value):
    """A hash of both, in 32 bits; its multipliers were found by trial, and mean nothing else."""
    z = (state ^ ((value + 0x7F4A7C15) * 0x85EBCA6B)) & WORD
    z = ((z ^ (z >> 16)) * 0x21F0AAAD) & WORD
    z = ((z ^ (z >> 15)) * 0x735A2D97) & WORD
    return z ^ (z >> 15)


class Stream:
    """Random numbers from a seed and a name (sfc32): the same on every machine."""

    def __init__(self, seed, name=''):
        state = _mix(int(seed), 0x9E3779B9)
        for letter in name:
            state = _mix(state, ord(letter))
        self.state = [_mix(state, i) for i in (1, 2, 3)] + [1]
        for _ in range(12):  # until all bits of the state are mixed
            self._word()

    def _word(self):
        a, b, c, counter = self.state
        word = (a + b + counter) & WORD
        self.state = [b ^ (b >> 9), c * 9 & WORD, ((c << 21 | c >> 11) + word) & WORD, counter + 1]
        return word

    def uniform(self):
        """Between 0 and 1, and never either: 52 bits, 26 of a word, and half a step."""
        return ((self._word() >> 6) * 2**26 + (self._word() >> 6) + 0.5) / 2**52

    def whole(self, below):
        """A whole number from 0 on, less than `below`."""
        return int(self.uniform() * below)

    def exponential(self, mean):
        return -mean * math.log(self.uniform())

    def normal(self):
        while True:  # the polar method; its second number is thrown away
            x, y = 2 * self.uniform() - 1, 2 * self.uniform() - 1
            if 0 < (square := x * x + y * y) < 1:
                return x * math.sqrt(-2 * math.log(square) / square)

    def order(self, count):
        """The numbers less than `count`, shuffled (Fisher and Yates)."""
        places = list(range(count))
        for i in range(count - 1, 0, -1):
            j = self.whole(i + 1)
            places[i], places[j] = places[j], places[i]
        return places


def packed(name, sha256):
    """The bytes of a file, beside this program, where it runs, or in a folder `data` there."""
    here = Path(globals().get('__file__', '.')).parent  # a notebook has no file of its own
    for path in (folder / name for folder in (here / 'data', here, Path('data'), Path())):
        if path.exists():
            found = path.read_bytes()
            if hashlib.sha256(found).hexdigest() == sha256:
                return found
    sys.exit(f'{name} is missing, or of another edition: save data/{name} of the book beside this.')


def report(**measures):
    """Prints what was measured, as the book names it, to nine digits."""
    for name, value in measures.items():
        print(f'{name} = {"none" if value is None else format(float(value), ".9g")}')

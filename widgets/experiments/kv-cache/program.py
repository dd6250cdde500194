"""
What a character costs a transformer that writes an answer, in multiply-adds: with a cache of the
keys and values of the characters before it, and without one, when all of them are read anew.
Arithmetic, without chance.

To change first: each character looks back on 64 characters at most, in `layers_work`, by
`2 * min(place, 64)`. Expect of `length=256` that a character costs 118,720 multiply-adds instead of
167,872, and that the cache saves more than before, a factor of 243 instead of 200: what it saves is
mostly dense layers.
"""

from itertools import accumulate

from book import report, settings

chosen = {
    'length': 16,  # characters written
    'width': '64',  # numbers for a character; or '32', '128'
    'layers': 2,
    'bits': '32',  # of a number in the cache; or '16', '8'
}

s = settings(chosen)
SYMBOLS, CONTEXT = 63, 256  # different characters, and characters looked back on at most
WEIGHT_BYTES = 4

width = int(s.width)
dense = 12 * width**2 * s.layers  # weights of the layers: each multiplies once for a character
head = width * SYMBOLS


def layers_work(place):
    """A character on its way through the layers: the dense ones, and attention to all up to it."""
    return dense + 2 * place * width * s.layers


places = range(1, s.length + 1)
through_layers = [layers_work(place) for place in places]
with_cache = [work + head for work in through_layers]
without = [work + head for work in accumulate(through_layers)]

cache_bytes = 2 * s.layers * width * int(s.bits) // 8 * s.length
weight_bytes = WEIGHT_BYTES * (width * (2 * SYMBOLS + CONTEXT) + dense)

report(
    work=with_cache[-1],
    workWithout=without[-1],
    workTimes=without[-1] / with_cache[-1],
    cacheBytes=cache_bytes,
    cacheShare=cache_bytes / weight_bytes,
    answerTimes=sum(without) / sum(with_cache),
)

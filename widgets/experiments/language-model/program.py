"""
A transformer learns, character by character, to go on with first names or with plays by
Shakespeare; beside it stands a count of the same text (Kneser and Ney 1995). Of names both write a
thousand, which are looked up in the list that they learned from, and among those held out.

To change first: in `forward`, `np.where(past, nearness, -np.inf)` becomes `nearness`: every
character looks at those after it, too. Expect that `knownShare` falls from 0.1 to 0, though the
loss falls as well, from 2.1 to about 1: what comes next can be copied while it learns, but not
while it writes.
"""

from collections import Counter
from functools import cache

import numpy as np
from book import Stream, packed, report, settings

chosen = {
    'steps': 1000,  # of learning
    'mix': 0.0,  # share of the count in each chance; the network has the rest
    'temperature': 1.0,  # below 1 what is likely gains; at 0 the likeliest is taken
    'text': 'names',  # or 'plays'
    'bits': '32',  # of a weight in the end; or '2', '3', '4', '6', '8'
    'width': '32',  # numbers for a character; or '16', '64'
    'layers': 2,
    'seed': 1,
}

s = settings(chosen)
IS_NAMES = s.text == 'names'
SHA256 = {
    'names.tsv': '1b0d00142db55bfaf92ba804728953d5e6ece5717d4c56c3e121b87f421823a4',
    'macbeth.txt': 'c73e2d669966678b88c50bae3da1f39dd392eb65b58896302fd6d3788a09128a',
    'romeo-and-juliet.txt': 'af2c04191d9abfb9e9f3cde51c272aa0aa925fa037b4076fd2c8346611a076c8',
    'othello.txt': '670d869a633fb4d883439a648a1e0e65fe208aec340ca28fb7e075311226d2fa',
    'midsummer-nights-dream.txt': 'd0760b1a07d85fad3a69fe23c58554de5ca3dafe8f07aad6eee84327521b548e',
}
# Numbers of a character, and of its query, key and value in a head; characters that a step learns
# from at most, and that are counted in a row.
WIDTH, HEAD, BATCH, ORDER = int(s.width), 8, 256, 5
# Characters that the network looks back on, its own included; and how fast it learns.
CONTEXT, RATE = (16, 0.192 / WIDTH) if IS_NAMES else (64, 0.256 / WIDTH)

# ---- The text: a byte for each character, by its place in the alphabet. The end of a line is 0;
# each name begins after one, and ends with one.

raw = [packed(*file) for file in SHA256.items() if file[0].endswith('tsv') == IS_NAMES]
alphabet = sorted(set(b''.join(raw)))
whole = [bytes(map(alphabet.index, part)) for part in raw]
if IS_NAMES:
    names = [b'\0' + name + b'\0' for name in whole[0].split(b'\0')[:-1]]
    names = [names[i] for i in Stream(1, 'split').order(len(names))]
    held_out, learned = names[:3000], names[3000:]
else:
    learned, play = [b''.join(whole[:-1])], whole[-1]  # the comedy is held out
    held_out = [play[i : i + CONTEXT + 1] for i in range(0, len(play) - CONTEXT, CONTEXT)]


def batches():
    """Texts that a step learns from: whole names, or pieces of the plays."""
    draw, batch = Stream(s.seed, 'order'), []
    while IS_NAMES:
        for i in draw.order(len(learned)):
            if sum(len(text) - 1 for text in [*batch, learned[i]]) > BATCH:
                yield batch
                batch = []
            batch.append(learned[i])
    while True:
        starts = [draw.whole(len(learned[0]) - CONTEXT) for _ in range(BATCH // CONTEXT)]
        yield [learned[0][start : start + CONTEXT + 1] for start in starts]


# ---- The network. Its residual stream is an array of texts x places x width: what stands for a
# character is the sum of what it is and where it stands, and every layer adds to it twice.

draw = Stream(s.seed, 'weights')


def normals(rows, columns, variance):
    numbers = np.array([draw.normal() for _ in range(rows * columns)])
    return (variance**0.5 * numbers).reshape(rows, columns).astype(np.float32)


what, where = (normals(count, WIDTH, 1) for count in (len(alphabet), CONTEXT))
layers = []
for _ in range(s.layers):
    less = 1 / (2 * s.layers)  # what is added to the stream is as large, however many layers
    to_heads, to_stream = normals(WIDTH, 3 * WIDTH, 1 / WIDTH), normals(WIDTH, WIDTH, less / WIDTH)
    up, down = normals(WIDTH, 4 * WIDTH, 1 / WIDTH), normals(4 * WIDTH, WIDTH, less / 4 / WIDTH)
    layers.append([to_heads, to_stream, up, down])
to_scores = np.zeros((WIDTH, len(alphabet)), np.float32)
weights = [what, where, *sum(layers, []), to_scores]
ONE_HOT = np.eye(256, len(alphabet), dtype=np.float32)  # all 0 for a byte that is no character


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def root(stream):
    return np.sqrt(np.mean(stream**2, axis=-1, keepdims=True) + 1e-5)


def norm(stream):
    """Each character's numbers over the root of the mean of their squares (RMS norm)."""
    return stream / root(stream)


def forward(tokens):
    """The chances of what comes next after each character, and what the way back needs."""
    kept, stream = [], ONE_HOT[tokens] @ what + where[: tokens.shape[1]]
    for to_heads, to_stream, up, down in layers:
        # Attention: queries, keys and values are each texts x heads x places x numbers of a head.
        heads = (norm(stream) @ to_heads).reshape(*tokens.shape, 3, -1, HEAD)
        queries, keys, values = heads.transpose(2, 0, 3, 1, 4)
        nearness = queries @ keys.swapaxes(2, 3) / HEAD**0.5
        # The nearer a key is, the more is taken of its value; nothing from later places.
        past = np.tri(tokens.shape[1], dtype=bool)
        shares = softmax(np.where(past, nearness, -np.inf))
        found = (shares @ values).swapaxes(1, 2).reshape(stream.shape)
        middle = stream + found @ to_stream
        # A hidden layer, for each character by itself.
        hidden = np.maximum(norm(middle) @ up, 0)
        kept.append((stream, queries, keys, values, shares, found, middle, hidden))
        stream = middle + hidden @ down
    return softmax(norm(stream) @ to_scores), stream, kept


def norm_back(d_normed, stream):
    along = np.mean(d_normed * norm(stream), axis=-1, keepdims=True)  # its length is lost
    return (d_normed - along * norm(stream)) / root(stream)


def gradient(inputs, d_outputs):
    """How the loss grows with the weights in between, summed over texts and places."""
    return np.sum(inputs.swapaxes(1, 2) @ d_outputs, axis=0)


def gradients(texts):
    """How the mean loss grows with each weight: `forward` is gone through from its end.

    `d_values` is how the loss grows with `values`, and so on.
    """
    rows = np.array([list(text.ljust(CONTEXT + 1, b'\xff')) for text in texts])
    tokens, answers = rows[:, :-1], ONE_HOT[rows[:, 1:]]
    is_text = answers.sum(axis=2, keepdims=True)  # 0 where a row is filled up
    chances, stream, kept = forward(tokens)
    d_scores = (is_text * chances - answers) / is_text.sum()
    d_weights = [gradient(norm(stream), d_scores)]
    d_stream = norm_back(d_scores @ to_scores.T, stream)
    for to_heads, to_stream, up, down in reversed(layers):
        stream, queries, keys, values, shares, found, middle, hidden = kept.pop()
        d_hidden = d_stream @ down.T * (hidden > 0)
        d_weights = [gradient(norm(middle), d_hidden), gradient(hidden, d_stream), *d_weights]
        d_middle = d_stream + norm_back(d_hidden @ up.T, middle)
        d_found = (d_middle @ to_stream.T).reshape(*tokens.shape, -1, HEAD).swapaxes(1, 2)
        d_shares = d_found @ values.swapaxes(2, 3)
        # Shares sum to 1, whatever grows.
        d_nearness = shares * (d_shares - np.sum(shares * d_shares, -1, keepdims=True)) / HEAD**0.5
        d_queries, d_keys = d_nearness @ keys, d_nearness.swapaxes(2, 3) @ queries
        d_heads = np.hstack([d_queries, d_keys, shares.swapaxes(2, 3) @ d_found])
        d_heads = d_heads.swapaxes(1, 2).reshape(*tokens.shape, -1)
        d_weights = [gradient(norm(stream), d_heads), gradient(found, d_middle), *d_weights]
        d_stream = d_middle + norm_back(d_heads @ to_heads.T, stream)
    return [gradient(ONE_HOT[tokens], d_stream), d_stream.sum(axis=0), *d_weights]


# ---- The count: how often each character came after up to four before it.

grams = Counter(text[max(0, i - ORDER) : i] for text in learned for i in range(2, len(text) + 1))
for length in range(ORDER, 1, -1):  # a shorter one counts once for each that it is the end of
    grams.update([gram[1:] for gram in grams if len(gram) == length])
of_length = Counter((len(gram), count) for gram, count in grams.items())


@cache
def counted(context):
    """The chances of what comes next; what is taken off the counts goes to a shorter context."""
    shorter = counted(context[1:]) if context else np.full(len(alphabet), 1 / len(alphabet))
    after = np.array([grams[context + bytes([token])] for token in range(len(alphabet))])
    once, twice = (of_length[len(context) + 1, count] for count in (1, 2))
    less = once / (once + 2 * twice) if once else 0  # Ney, Essen and Kneser 1994
    left = less * np.count_nonzero(after) / after.sum() if after.any() else 1
    return np.maximum(after - less, 0) / max(after.sum(), 1) + left * shorter


# ---- Both together, and what they write.


def chances(text, mix):
    """Of what comes next after each character of a text; `mix` is the share of the count."""
    network = forward(np.array([list(text)]))[0][0].astype(float)
    count = np.array([counted(text[: i + 1][1 - ORDER :]) for i in range(len(text))])
    return mix * count + (1 - mix) * network


def loss(mix):
    """Minus the logarithm of the chance of what came, on average over what was held out."""
    given = [chances(text[:-1], mix)[range(len(text) - 1), list(text[1:])] for text in held_out]
    return -np.mean(np.log(np.concatenate(given)))


def written(draw, mix):
    """A name, character by character; a temperature of 0 is taken for a billionth."""
    name = b''
    while len(name) < CONTEXT - 1 and not name.endswith(b'\0'):
        likely = chances(b'\0' + name, mix)[-1]
        sums = np.cumsum((likely / likely.max()) ** (1 / max(s.temperature, 1e-9)))
        name += bytes([np.searchsorted(sums, draw.uniform() * sums[-1], side='right')])
    return b'\0' + name.rstrip(b'\0') + b'\0'


def shares_found(draw, mix):
    """Of a thousand names that are written: how many were learned from, and were held out."""
    own = Counter(written(draw, mix) for _ in range(1000 if IS_NAMES else 0))
    return [sum(own[name] for name in part) / 1000 if own else None for part in (learned, held_out)]


# Adam (Kingma and Ba 2015); the rate rises over 30 steps, stays, and falls to 0.
means, squares = [0] * len(weights), [0] * len(weights)
for step, batch in zip(range(1, s.steps + 1), batches()):
    rate = RATE / (1 - 0.9**step) * min(1, step / 30, (s.steps - step + 1) / (0.6 * s.steps))
    for i, slope in enumerate(gradients(batch)):
        means[i] = 0.9 * means[i] + 0.1 * slope
        squares[i] = 0.99 * squares[i] + 0.01 * slope**2
        weights[i] -= rate * means[i] / (np.sqrt(squares[i] / (1 - 0.99**step)) + 1e-8)

before = loss(0)
for matrix in weights if s.bits != '32' else []:
    # Each number goes to one of a few levels about 0, the outermost at the largest of its column.
    unit = np.abs(matrix).max(axis=0).astype(float) / (2 ** (int(s.bits) - 1) - 1)
    matrix[:] = unit * np.floor(matrix / unit + 0.5)
known, new = shares_found(Stream(s.seed, 'written'), s.mix)

report(
    loss=loss(0),
    countingLoss=loss(1),
    mixLoss=loss(s.mix),
    lossAdded=loss(0) - before,
    knownShare=known,
    countingKnownShare=shares_found(Stream(s.seed, 'counted'), 1)[0],
    heldOutShare=new,
    weights=sum(matrix.size for matrix in weights),
    counts=len(grams),
)

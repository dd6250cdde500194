"""
A learner guesses each symbol from those that came before it, and learns from it once it has come:
it has counted what followed the last few symbols, and names what followed most often.

To change first: `past`, in the loop; put `''.join(sorted(…))` around what stands there, so that the
order of the last symbols is lost. Expect of `source=letters symbols=20000 memory=2` that 35 of 100
letters are guessed instead of 40.
"""

from book import Stream, packed, report, settings

chosen = {
    'symbols': 1000,  # of your own coins all count
    'source': 'generator',
    'memory': 1,  # symbols that the learner looks back at
    'noise': 0.2,  # share of the cycle's symbols that are drawn afresh
    'own': '',  # coins, as HHTH
    'seed': 1,
}

s = settings(chosen)
LOADED = 0.4  # how often the loaded die shows its six
# Signs that may come, and the highest share that can be guessed in the long run; None: not known.
SOURCES = {
    'fair': ('123456', 1 / 6),
    'loaded': ('123456', LOADED),
    'avoiding': ('123456', 1 / 5),
    'cycle': ('ABCDE', 1 - s.noise * (1 - 1 / 5)),
    'generator': ('0123456789', 1),
    'weakGenerator': ('0123456789', 1),
    'letters': ('abcdefghijklmnopqrstuvwxyz_', None),
    'bikes': ('ud', None),  # more bikes hired than in the hour before: up; else down
    'own': ('HT', None),
}
TEXTS = {
    'letters': ('letters.txt', 'b5e94aae86f5cdfb10ae7222a10ce4c6fd85b8cc1aa2490fd56b4fd91299e5a5'),
    'bikes': ('bike-hours.txt', '40c6702603e6ed921302eb8306b1eaec609c3b7d78487dcf421bfde5a94e5346'),
}
draw = Stream(s.seed, 'symbols')


def following(last):
    """The next number of the source; its symbol is found by counting round the alphabet."""
    if s.source == 'loaded':
        return 5 if draw.uniform() < LOADED else draw.whole(5)  # 5 is the six, 0 to 4 the others
    if s.source == 'avoiding':
        return last + 1 + draw.whole(5)  # any but the last
    if s.source == 'cycle':
        return draw.whole(5) if draw.uniform() < s.noise else last + 1
    if s.source == 'generator':
        return 16807 * last % (2**31 - 1)  # the book's generator A
    if s.source == 'weakGenerator':
        return (1103515245 * last + 12345) % 2**31  # and its generator B
    return draw.whole(6)


def first_number():
    place = draw.whole(6)  # drawn for every source, though some make no use of it
    if s.source == 'generator':
        return 1 + draw.whole(2**31 - 2)
    return draw.whole(2**31) if s.source == 'weakGenerator' else place


def symbols(alphabet):
    number = first_number()
    if s.source == 'own':
        return s.own
    if s.source in TEXTS:
        text = packed(*TEXTS[s.source]).decode()
        start = draw.whole(max(0, len(text) - s.symbols) + 1)
        return text[start : start + s.symbols]
    drawn = ''
    for _ in range(s.symbols):
        number = following(number)
        drawn += alphabet[number % len(alphabet)]
    return drawn


alphabet, best = SOURCES[s.source]
drawn = symbols(alphabet)
all_counts = dict.fromkeys(alphabet, 0)
counts_after = {}  # by the last symbols, what followed them
# Whether each symbol was guessed right: by the learner; by naming what was commonest so far.
guessed, commonest = [], []
for i, came in enumerate(drawn):
    past = drawn[max(0, i - s.memory) : i]
    counts = counts_after.setdefault(past, dict.fromkeys(alphabet, 0))
    # The shares of all symbols so far weigh as much as one symbol: they decide between equals.
    weights = {sign: counts[sign] + all_counts[sign] / max(1, i) for sign in alphabet}
    guessed.append(came == max(alphabet, key=weights.get))
    commonest.append(came == max(alphabet, key=all_counts.get))
    all_counts[came] += 1
    counts[came] += 1


def share(rights):
    return sum(rights) / len(rights) if rights else None


report(
    accuracy=share(guessed),
    commonest=share(commonest),
    bestPossible=best,
    gain=(sum(guessed) - sum(commonest)) / len(drawn) if drawn else None,
    right=sum(guessed),
    early=share(guessed[:50]),
)

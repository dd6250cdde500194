"""
A month of a canteen that reads slips of handwritten digits: some boxes of the system are down on
its first day, and a fault lasts until somebody sees it. Arithmetic, without chance.

To change first: `FOUND`, to a half. Expect of down=interface that fewer slips fail, though more dishes
come wrong: more slips are read.
"""

from book import report, settings

chosen = {
    'down': '',  # of infrastructure, interface, data, algorithm, hardware, with commas between
}

s = settings(chosen)
SLIPS, DAYS = 300, 20  # slips a day, days a month: assumed
FOUND = 0.05  # share of the guests that find a hidden button: assumed
# Digits read right of those held out, as counted with the experiment first-look: by the whole
# network or by an eighth of it, each with the digits in place or a column off.
TESTED = 1334
IN_PLACE = {'whole': 1229, 'eighth': 971}
OFF = {'whole': 838, 'eighth': 611}

down = s.down.split(',')
is_watched = 'infrastructure' not in down
newest = 'eighth' if 'algorithm' in down else 'whole'
# Where somebody tests, a network that fails is not released: the old one stays.
network = 'whole' if is_watched else newest

usual = IN_PLACE['whole'] / TESTED
read_right = (OFF if 'data' in down else IN_PLACE)[network] / TESTED
reach = FOUND if 'interface' in down else 1
stopped = 1 if 'hardware' in down else 0  # a dead laptop is seen at once, and replaced by the next day


def lasts():
    """Days on which another fault than a dead laptop reaches the guests."""
    if reach * read_right == usual:
        return 0
    return 1 if is_watched else DAYS - stopped


faulty = lasts()
good = DAYS - stopped - faulty
wrong = SLIPS * (faulty * reach * (1 - read_right) + good * (1 - usual))
never_read = SLIPS * (stopped + faulty * (1 - reach))

report(
    report=IN_PLACE[newest] / TESTED if is_watched else None,
    served=0 if stopped else reach * read_right,
    unread=1 if stopped else 1 - reach,
    daysDown=stopped + faulty,
    wrongDishes=wrong,
    unreadSlips=never_read,
    failedSlips=wrong + never_read,
)

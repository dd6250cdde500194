"""
A month of a canteen that reads slips of handwritten digits: some boxes of the system are down on
its first day, and a fault lasts until somebody sees it. Arithmetic, without chance.

To change first: `FOUND`, from 0.05 to 0.5: half of the guests find the button. Expect of
`down=interface` that 610 slips of the month fail instead of 735, though 460 dishes come wrong
instead of 450: more slips are read.
"""

from book import report, settings

chosen = {
    'down': '',  # of infrastructure, interface, data, algorithm, hardware, with commas between
}

s = settings(chosen)
SLIPS = 300  # a day: assumed
DAYS = 20  # a month: assumed
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

usual = IN_PLACE['whole']
read_right = (OFF if 'data' in down else IN_PLACE)[network]
reach = FOUND if 'interface' in down else 1
stopped = 1 if 'hardware' in down else 0  # a dead laptop is seen, and replaced by the next day


def days_with_fault():
    """Days on which another fault than a dead laptop reaches the guests."""
    if reach == 1 and read_right == usual:
        return 0
    return 1 if is_watched else DAYS - stopped


faulty_days = days_with_fault()
good_days = DAYS - stopped - faulty_days
misread, usually_misread = 1 - read_right / TESTED, 1 - usual / TESTED
wrong = SLIPS * (faulty_days * reach * misread + good_days * usually_misread)
never_read = SLIPS * (stopped + faulty_days * (1 - reach))

report(
    report=IN_PLACE[newest] / TESTED if is_watched else None,
    served=0 if stopped else reach * read_right / TESTED,
    unread=1 if stopped else 1 - reach,
    daysDown=stopped + faulty_days,
    wrongDishes=wrong,
    unreadSlips=never_read,
    failedSlips=wrong + never_read,
)

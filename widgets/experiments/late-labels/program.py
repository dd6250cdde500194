"""
What a dashboard shows of errors while labels are late: new classes come on day 1, and an alarm
waits for the share of wrong answers that it is shown. Expected values, without chance.

To change first: the dashboard shows the last day that has labels, not the mean of seven: in
`shown_on`, `changed = s.window if day > s.delay else 0`. Expect an alarm on day 8 instead of 9; no
way of showing them is faster, for until the first late label comes, no alarm can ring.
"""

from book import report, settings

chosen = {
    'delay': 7,  # days until it is known whether an answer was right
    'window': 7,  # days with labels that the dashboard averages over
    'alarm': 10.0,  # per cent of answers wrong
    'perDay': 1000,  # answers
    'before': 6.0,  # per cent of answers wrong until day 1
    'after': 25.0,  # and from then on
}

s = settings(chosen)
LAST_DAY = 60


def shown_on(day):
    """What the dashboard shows at the end of a day: the mean over the last labelled days."""
    changed = min(s.window, max(0, day - s.delay))
    return s.before + (s.after - s.before) * changed / s.window


def day_of_alarm():
    """None: it never rings, or has rung all along."""
    if s.before >= s.alarm:
        return None
    for day in range(1, LAST_DAY + 1):
        if shown_on(day) >= s.alarm - 1e-9:  # a rounding error keeps no alarm back
            return day
    return None


def wrong_by(day, percent):
    return None if day is None else day * s.perDay * percent / 100


noticed = day_of_alarm()
wrong = wrong_by(noticed, s.after)
usual = wrong_by(noticed, s.before)

report(
    noticedOnDay=noticed,
    wrongUntilThen=wrong,
    moreThanUsual=None if noticed is None else wrong - usual,
)

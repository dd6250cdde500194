"""
One score for all people: the mean of a small group's share of right answers and everybody else's,
each weighted by how many people it is a share of. Arithmetic, without chance.

To change first: `overall` returns `(right + s.others) / 2`: the group counts as much as all others.
Expect that an app that is right for everybody else, and never for the group, scores 0.5 instead of
0.98.
"""

from book import report, settings

chosen = {
    'right': 0.0,  # share of right answers in the group
    'group': 0.02,  # its share of all people
    'others': 1.0,  # share of right answers that everybody else gets
}

s = settings(chosen)


def overall(right):
    """The score of all people, if the group got this share of right answers."""
    return s.group * right + (1 - s.group) * s.others


errors_in_group = s.group * (1 - s.right)  # as shares of all answers, however they are scored
errors = errors_in_group + (1 - s.group) * (1 - s.others)

report(
    overall=overall(s.right),
    mostGained=overall(1) - overall(0),
    errorsInGroup=errors_in_group / errors if errors > 0 else None,
)

"""
One score for all people: the mean of a small group's share of right answers and everybody else's,
each weighted by how many people it is a share of. Arithmetic, without chance.

To change first: the weights in `overall`, to a half each. Expect that the group then counts as
much as all others, and that an app that fails it can no longer score above a half.
"""

from book import report, settings

chosen = {
    'right': 0.0,  # share of right answers in the group
    'group': 0.02,  # its share of all people
    'others': 1.0,  # share of right answers that everybody else gets
}

s = settings(chosen)


def overall(right):
    """The score of all people together, if the group got this share of right answers."""
    return s.group * right + (1 - s.group) * s.others


wrong = 1 - overall(s.right)

report(
    overall=overall(s.right),
    mostGained=overall(1) - overall(0),
    errorsInGroup=s.group * (1 - s.right) / wrong if wrong > 1e-12 else None,
)

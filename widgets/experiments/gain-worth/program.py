"""
What a gain is worth in a year: a share of what somebody pays, less what the model costs.
Arithmetic, without chance.

To change first: in `whole_gain`, the last `100` becomes `10`: somebody pays only for what is right
beyond 90 in 100. Expect that the same gain saves ten times as much: a loss of 300,000 dollars a
year becomes a profit of 600,000.
"""

from book import report, settings

chosen = {
    'spend': 100.0,  # millions of dollars a year
    'gain': 0.1,  # percentage points
    'paidFor': 'all',  # or 'errors', 'nothing'
    'accuracy': 95.0,  # per cent, before the gain
    'build': 750000,  # dollars
    'run': 150000,  # dollars a year
    'years': 3,
}

s = settings(chosen)


def whole_gain():
    """The gain, in points, that would save all that is paid; None: nobody pays."""
    if s.paidFor == 'nothing':
        return None
    return 100 - s.accuracy if s.paidFor == 'errors' else 100


spend = s.spend * 1e6
whole = whole_gain()
share_saved = min(1, s.gain / whole) if whole else 0  # whole is 0 where no errors are left
saved = spend * share_saved
cost = s.run + s.build / s.years

report(
    left=saved - cost,
    saved=saved,
    cost=cost,
    shareSaved=share_saved,
    breakEvenSpend=cost / share_saved / 1e6 if share_saved > 0 else None,
    breakEvenGain=whole * cost / spend if whole and cost <= spend else None,
    paybackMonths=12 * s.build / (saved - s.run) if saved > s.run else None,
)

"""
A few words that hold back whatever message has one of them, against naive Bayes on labelled text
messages: what each catches of the spam, what it holds back of the genuine messages, what a month
costs, and what is left of both when spam changes.

To change first: `PRIOR_COUNT`, from 1 to 0.01. Expect that the model of 30 labels catches 87 % of
the spam instead of 65 %, and holds back 10 % of the genuine messages instead of 0.9 %, for a word
that it saw once then decides. Of `labels=3000` expect 93 % instead of 94 %, and 0.6 % false alarms
as before.
"""

from collections import deque
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from book import Stream, packed, report, settings

chosen = {
    'labels': 30,  # labelled messages to learn from
    'rules': 'free win prize cash urgent claim',  # ##### is a long number, # a shorter one
    'change': 'none',  # or 'noNumbers' (spam stops writing long ones), 'newKind' (of spam)
    'threshold': 'asItIs',  # or 'byCost'
    'freshLabels': 0,  # labels after the change
    'volume': 10000,  # messages a month
    'labelPrice': 0.1,  # dollars, paid over twelve months
    'missCost': 0.02,  # dollars, of spam that passes
    'alarmCost': 0.5,  # dollars, of a genuine message held back
    'seed': 1,
}

s = settings(chosen)
BITS_SHA256 = '690be1c8e21ede45fb99db4eb38e0a1f1df181a5210ce434ceee13d9715d6361'
WORDS_SHA256 = '3a1dce411640d4a9334d38fd1977547b624f545164e11cbe7023ba14d63b3bb9'
KINDS_SHA256 = '383b433ff17416afd246068e9f9ba53b4ec434ab2f433b37f3062540c7b44b23'
MAY_BE_LABELLED, OLD_KIND, NEW_KIND = 3200, 130, 30  # messages; all others are tested on
LABELS = (10, 15, 20, 25, 30, 40, 50, 70, 100, 150, 200, 300, 400, 600, 1000, 2000, 3000)
PRIOR_COUNT = 1  # added to each count: what was never seen is unlikely, not impossible
# How often labels are drawn; dollars a month for each word of the rules, and for the model.
DRAWS, WORD_UPKEEP, MODEL_UPKEEP = 20, 20, 300

words, examples = packed('sms-words.tsv', WORDS_SHA256).decode().split('\n\n')
kinds, more_examples = packed('sms-kinds.tsv', KINDS_SHA256).decode().split('\n\n')
words = words.split('\n')
kinds = dict(line.split('\t') for line in kinds.split('\n'))
# Messages that readers of the book are shown are neither learned from nor tested on.
on_screen = {int(line.split('\t')[0]) for line in (examples + more_examples).splitlines()}
found = np.frombuffer(packed('sms.bin', BITS_SHA256), np.uint8)
count = len(found) // (len(words) // 8 + 1)  # a bit a word, and a byte: whether it is spam
bits, is_spam = np.split(found, [count * len(words) // 8])
is_spam = is_spam.astype(bool)
has_word = np.unpackbits(bits.reshape(count, -1), axis=1, bitorder='little').astype(float)

spam_share = is_spam.mean()  # as common as in the whole collection
order = [row for row in Stream(s.seed, 'messages').order(count) if row not in on_screen]
pool, tested = order[:MAY_BE_LABELLED], order[MAY_BE_LABELLED:]
genuine_pool = [row for row in pool if not is_spam[row]]


def of_kind(name, first):
    """Spam of a kind: so many to learn from, the others to test on."""
    of_this = set(map(int, kinds[name].split()))
    rows = [row for row in order if row in of_this]
    return rows[:first], rows[first:]


old_kind, old_kind_tested = of_kind('prizes', OLD_KIND)
new_kind, new_kind_tested = of_kind('dating', NEW_KIND)


def shuffled(rows, draw):
    """Draw 0 is the order as it is."""
    if draw == 0:
        return rows
    return [rows[i] for i in Stream(s.seed, f'draw {draw}').order(len(rows))]


def mixed(spam, genuine, draw):
    """As they come: spam has its usual share as long as there is any."""
    stream = Stream(s.seed, f'mix {draw}')
    share = is_spam[pool].mean()
    spam, genuine = deque(shuffled(spam, draw)), deque(shuffled(genuine, draw))
    rows = []
    while spam and genuine:
        rows.append((spam if stream.uniform() < share else genuine).popleft())
    return [*rows, *spam, *genuine]


def to_label(draw):
    """The messages that may be labelled, as they come."""
    if s.change == 'newKind':
        return mixed(old_kind, genuine_pool, draw)
    return shuffled(pool, draw)


def rounded_log(ratio):
    """To single precision: messages that weigh the same then have the same score."""
    return np.log(ratio).astype(np.float32).astype(float)


class NaiveBayes:
    """Multinomial, on words that are present or absent: log-odds of spam are sums of weights."""

    def __init__(self, table, labels):
        spam = table[labels].sum(axis=0) + PRIOR_COUNT
        genuine = table[~labels].sum(axis=0) + PRIOR_COUNT
        odds = (np.sum(labels) + PRIOR_COUNT) / (np.sum(~labels) + PRIOR_COUNT)
        self.base = rounded_log(odds)
        self.weights = rounded_log(spam / genuine) + rounded_log(genuine.sum() / spam.sum())

    def scores(self, table):
        return self.base + table @ self.weights


@dataclass
class Filter:
    """What a filter holds back of the messages that it is tested on."""

    caught: np.ndarray  # yes or no for each spam message
    alarms: np.ndarray  # for each genuine one
    upkeep: float  # a month

    def cost(self):
        misses = s.volume * spam_share * (1 - self.caught.mean()) * s.missCost
        alarms = s.volume * (1 - spam_share) * self.alarms.mean() * s.alarmCost
        return self.upkeep + misses + alarms


def rules_on(spam, genuine):
    numbers = [words.index(rule) for rule in rules if rule in words]
    caught, alarms = (table[:, numbers].any(axis=1) for table in (spam, genuine))
    return Filter(caught, alarms, WORD_UPKEEP * len(rules))


def model_on(spam, genuine, table, labels):
    """The model that learns from a table of messages and their labels."""
    model = NaiveBayes(table, labels)
    cut = np.log(s.alarmCost / s.missCost) if s.threshold == 'byCost' else 0
    caught, alarms = (model.scores(tested) > cut for tested in (spam, genuine))
    return Filter(caught, alarms, MODEL_UPKEEP + len(labels) * s.labelPrice / 12)


def caught_beside(alarms, learned):
    """How many spam messages a model catches with no more false alarms than these."""
    model = NaiveBayes(has_word[learned], is_spam[learned])
    genuine_scores = np.sort(model.scores(genuine))
    cut = genuine_scores[-1 - alarms] if alarms < len(genuine) else -np.inf
    return np.sum(model.scores(spam) > cut)


def labels_to_overtake(alarms, caught):
    """From so many labels on the mean of the draws stays above the rules; none: it never does."""
    draws = [to_label(draw) for draw in range(DRAWS)]
    enough = None
    for size in reversed(LABELS):
        if sum(caught_beside(alarms, rows[:size]) for rows in draws) <= DRAWS * caught:
            break
        enough = size
    return enough


class Compared(NamedTuple):
    rule_recall: float | None = None
    model_recall: float | None = None
    rule_cost: float | None = None
    model_cost: float | None = None
    cost_ratio: float | None = None


def compared(by_rules, by_model):
    costs = by_rules.cost(), by_model.cost()
    return Compared(by_rules.caught.mean(), by_model.caught.mean(), *costs, costs[1] / costs[0])


rules = s.rules.split()
spam_tested = old_kind_tested if s.change == 'newKind' else [row for row in tested if is_spam[row]]
spam, genuine = has_word[spam_tested], has_word[[row for row in tested if not is_spam[row]]]
learned = to_label(0)[: s.labels]
by_rules = rules_on(spam, genuine)
by_model = model_on(spam, genuine, has_word[learned], is_spam[learned])

before, after = compared(by_rules, by_model), Compared()
if s.change != 'none':
    later, fresh = has_word.copy(), pool[s.labels :]
    if s.change == 'noNumbers':
        later[is_spam, words.index('#####')] = 0
    else:
        spam_tested = new_kind_tested
        fresh = mixed(new_kind, genuine_pool[np.sum(~is_spam[learned]) :], 0)
    fresh = fresh[: s.freshLabels]
    table = np.vstack([has_word[learned], later[fresh]])
    after = compared(
        rules_on(later[spam_tested], genuine),
        model_on(later[spam_tested], genuine, table, is_spam[learned + fresh]),
    )

alarms, caught = by_rules.alarms.sum(), by_rules.caught.sum()
report(
    ruleRecall=before.rule_recall,
    ruleFalseAlarms=by_rules.alarms.mean(),
    modelRecall=before.model_recall,
    modelFalseAlarms=by_model.alarms.mean(),
    modelRecallAtRules=caught_beside(alarms, learned) / len(spam),
    overtakesAt=labels_to_overtake(alarms, caught),
    ruleRecallAfter=after.rule_recall,
    modelRecallAfter=after.model_recall,
    noFilterCost=s.volume * spam_share * s.missCost,
    ruleCost=before.rule_cost,
    modelCost=before.model_cost,
    ruleCostAfter=after.rule_cost,
    modelCostAfter=after.model_cost,
    costRatio=before.cost_ratio,
    costRatioAfter=after.cost_ratio,
)

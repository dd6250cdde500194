"""
A machine writes answers token by token: in each step every answer under way gets one token, and
prompts of those that follow are read. Requests come as a real service saw them; who takes a place
that falls free, and how prompts are read, decides how long readers wait and how often texts halt.

To change first: in `step_time`, `rows = len(self.writing) + self.held` becomes
`rows = len(self.writing)`: what is complete and keeps its place costs nothing. Expect a `capacity`
of 1.22 requests a second instead of 1.14; `policy=continuous` has 2.05 before and after, for no
complete answer keeps its place there.
"""

import math
import struct
from bisect import insort
from collections import deque
from dataclasses import dataclass, replace

from book import Stream, packed, report, settings

chosen = {
    'policy': 'static',  # or 'continuous': a place that falls free is taken at once
    'slots': 16,  # places: requests that the machine works on together, at most
    'chunk': '0',  # tokens of prompts that a step reads, at most; 0: all that wait
    'rate': 1.0,  # requests a second
    'trace': 'conversation',  # or 'code', 'poisson' (chats at random times)
    'outputTokens': 0,  # of every answer; 0: as many as recorded
    'stepCost': 20.0,  # ms a step
    'writeCost': 0.2,  # ms for each answer in a step
    'readCost': 0.1,  # ms for each token of a prompt
    'requests': 10000,
    'seed': 1,
}

s = settings(chosen)
CHUNK = int(s.chunk) or math.inf
HALT = 250  # ms without a token: the text has halted
COUNTED = 4000  # requests of each service whose tokens were counted
GAPS = {
    'azure-conversation.bin': '890a1a9b7e76362abca5076f55ba9943693fd710eb5edede5ceecb058f5990e7',
    'azure-code.bin': '2889e02ae7e5f3a0b55a76c09256f199f15828e37aece06dc93644ef047b7247',
}
TOKENS = 'a80afd1c6d577777f851f2155fe0d5866daf9b87984be4a99966a5b837616876'


@dataclass
class Request:
    came: float  # ms, as all times
    unread: int  # tokens of its prompt
    tokens: int  # of its answer
    start: float = 0  # when it takes a place
    first: float = 0  # when its first token comes
    end: float = 0
    first_step: int = 0  # the steps that write its first token, and its last
    last_step: int = 0
    halts: bool = False


def recorded():
    """Gaps between the requests of a service, tokens of their prompts, and of their answers."""
    is_code = s.trace == 'code'
    name = 'azure-code.bin' if is_code else 'azure-conversation.bin'
    gaps = list(struct.unpack_from(f'<{COUNTED}f', packed(name, GAPS[name])))
    gaps[-1] = sum(gaps[:-1]) / (COUNTED - 1)  # leads back to the first request
    tokens = struct.unpack(f'<{4 * COUNTED}H', packed('azure-tokens.bin', TOKENS))
    first = 2 * COUNTED if is_code else 0  # chats stand before code
    return gaps, tokens[first:][:COUNTED], tokens[first + COUNTED :][:COUNTED]


def all_requests():
    """From a random place of the record on, and over again; or drawn from it at random."""
    gaps, prompts, answers = recorded()
    draw = Stream(s.seed, 'requests')
    stretch = 1000 * len(gaps) / s.rate / sum(gaps)
    place, now = draw.whole(COUNTED), 0
    for _ in range(s.requests):
        yield Request(now, prompts[place], s.outputTokens or answers[place])
        if s.trace == 'poisson':
            now += draw.exponential(1000 / s.rate)
            place = draw.whole(COUNTED)
        else:
            now += stretch * gaps[place]
            place = (place + 1) % COUNTED


class Machine:
    """Serves requests, first come, first served."""

    def __init__(self, requests):
        self.to_come = deque(requests)
        self.reading = deque()
        self.writing = []  # in the order in which their answers will be complete
        self.held = 0  # places whose answer is complete, but not yet its batch
        self.now = self.step = self.last_halt = 0
        # Tokens after the first of each answer; those that come late; steps of held places.
        self.written = self.late = self.idle = 0

    def serve(self):
        while self.to_come or self.taken():
            self.work()

    def taken(self):
        return len(self.reading) + len(self.writing) + self.held

    def work(self):
        if not self.taken():
            self.now = max(self.now, self.to_come[0].came)
        if s.policy == 'continuous' or not self.taken():
            self.admit()
        if self.reading:
            self.read()
        else:
            self.advance(self.steps_alike())
        self.complete()
        if not self.reading and not self.writing:
            self.held = 0

    def admit(self):
        while self.to_come and self.to_come[0].came <= self.now and self.taken() < s.slots:
            request = self.to_come.popleft()
            request.start = self.now
            self.reading.append(request)

    def read(self):
        """A step that takes in prompts, in the order in which they came."""
        tokens, done = 0, []
        while self.reading and tokens < CHUNK:
            request = self.reading[0]
            part = min(request.unread, CHUNK - tokens)
            tokens += part
            request.unread -= part
            if request.unread == 0:
                done.append(self.reading.popleft())
        self.advance(1, tokens)
        for request in done:
            request.first = self.now
            request.first_step = self.step
            request.last_step = self.step + request.tokens - 1
            insort(self.writing, request, key=lambda other: other.last_step)

    def steps_alike(self):
        """How many steps come until an answer is complete, or somebody takes a free place."""
        steps = self.writing[0].last_step - self.step
        if s.policy == 'continuous' and self.to_come and self.taken() < s.slots:
            coming = math.ceil((self.to_come[0].came - self.now) / self.step_time())
            steps = min(steps, max(1, coming))
        return steps

    def step_time(self, tokens=0):
        rows = len(self.writing) + self.held
        return s.stepCost + s.writeCost * rows + s.readCost * tokens

    def advance(self, steps, tokens=0):
        """Every answer under way gets a token in each of these steps."""
        takes = self.step_time(tokens)
        self.now += steps * takes
        self.step += steps
        self.written += steps * len(self.writing)
        self.idle += steps * self.held
        if takes > HALT:
            self.late += steps * len(self.writing)
            self.last_halt = self.step

    def complete(self):
        while self.writing and self.writing[0].last_step <= self.step:
            request = self.writing.pop(0)
            request.end = self.now
            request.halts = self.last_halt > request.first_step
            self.held += s.policy == 'static'  # True counts as 1


def percentile(times, percent):
    """The smallest time that so many of a hundred do not pass."""
    return sorted(times)[math.ceil(percent * len(times) / 100) - 1] if times else None


requests = list(all_requests())
# What it can serve at most is what it does with requests that are all there from the start.
# When its last request starts, all but about as many as there are places are answered.
crowd = [replace(request, came=0) for request in requests[:COUNTED]]
Machine(crowd).serve()
capacity = 1000 * (len(crowd) - s.slots) / crowd[-1].start
keeps_up = s.rate < capacity

machine = Machine(requests)
machine.serve()
measured = requests[math.ceil(len(requests) / 10) :]  # the first tenth is left out
# A queue without end has no such times: they would grow with the length of the run.
queued = measured if keeps_up else []
to_first = [(request.first - request.came) / 1000 for request in queued]
to_last = [(request.end - request.came) / 1000 for request in queued]
waits = [(request.start - request.came) / 1000 for request in queued]
longer = [request for request in measured if request.tokens > 1]
per_token = [(request.end - request.first) / (request.tokens - 1) for request in longer]

report(
    ttftP50=percentile(to_first, 50),
    ttftP99=percentile(to_first, 99),
    perTokenP50=percentile(per_token, 50),
    perTokenP99=percentile(per_token, 99),
    wholeP50=percentile(to_last, 50),
    wholeP99=percentile(to_last, 99),
    meanWait=sum(waits) / len(waits) if waits else None,
    haltedShare=sum(request.halts for request in measured) / len(measured),
    lateShare=machine.late / max(machine.written, 1),
    wastedShare=machine.idle / max(machine.idle + machine.written, 1),
    tokensPerSecond=1000 * (machine.written + len(requests)) / machine.now,
    capacity=capacity,
    stable=keeps_up,
)

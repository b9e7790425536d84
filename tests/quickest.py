"""Time work that must not take far longer than its size explains; speed itself belongs to benchmarks/."""

import time
from collections.abc import Callable


def quickest(work: Callable[[], object]) -> float:
    """Return the seconds of processor time of the quickest of three runs: a busy machine slows one, a fault all."""
    times = []
    for _ in range(3):
        before = time.process_time()
        work()
        times.append(time.process_time() - before)
    return min(times)

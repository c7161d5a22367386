"""``python -m tests.fuzz --minutes N``: try the laws and the faults on and on, each time others."""

import argparse
import itertools
import logging
import sys
import time

from tests.fuzz import full_disk
from tests.fuzz.laws import LAWS

EXAMPLES, FAULTS = 100, 20


def run(minutes: float, seed: int = 0) -> dict[str, int]:
    """How often each law was tried and each fault injected; what breaks one is raised.

    Args:
        minutes: How long.
        seed: Of the first round; each next round has the next one.
    """
    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    tried = dict.fromkeys((*LAWS, "faults"), 0)
    end = time.monotonic() + 60 * minutes
    for round_ in itertools.count(seed):
        for name, law in LAWS.items():
            tried[name] += law.tried(EXAMPLES, round_)
            if time.monotonic() >= end:
                return tried
        found = full_disk.run(FAULTS, round_)
        tried["faults"] += found.pop("injected")
        if any(found.values()):
            raise AssertionError(f"seed {round_}: {found}")
    return tried


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=0)
    for law, count in run(**vars(parser.parse_args())).items():
        sys.stdout.write(f"{law:16} {count}\n")

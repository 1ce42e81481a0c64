# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs programs and says what they cost."""

import collections
import os
import signal
import statistics
import subprocess
import sys
import time

Cost = collections.namedtuple("Cost", "wall cpu peak_kib")


def run(command, stdin=None, stdout=subprocess.DEVNULL, env=None):
    """Runs a command to its end and returns its Cost. GNU time tells it, because Linux counts the memory of the
    process that forks into the peak of the one that is forked. The wall time, which it rounds to hundredths, is
    taken here, and has its start in it."""
    told, tells = os.pipe()
    os.set_inheritable(tells, True)
    timed = ["/usr/bin/time", "-q", "-o", f"/dev/fd/{tells}", "-f", "%U %S %M", *map(str, command)]
    source = open(stdin, "rb") if stdin else subprocess.DEVNULL
    start = time.perf_counter()
    process = subprocess.Popen(
        timed,
        stdin=source,
        stdout=stdout,
        stderr=subprocess.PIPE,
        pass_fds=(tells,),
        env=env,
        start_new_session=True,
    )
    try:
        errors = process.communicate()[1]
    except BaseException:  # the measurement is ended: its folders go, and what writes into them goes before
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    wall = time.perf_counter() - start
    os.close(tells)
    with os.fdopen(told, encoding="ascii") as lines:
        user, system, peak = lines.read().split()[-3:]
    if process.returncode != 0:
        sys.exit(f"bench: {command[0]} ended with {process.returncode}: {errors.decode(errors='replace')[-2000:]}")
    return Cost(wall, float(user) + float(system), int(peak))


def median_cost(costs):
    return Cost(*(statistics.median(values) for values in zip(*costs)))


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def by_kind(lines):
    """Of lines `kind <tab> milliseconds <tab> total`: milliseconds by kind."""
    times = collections.defaultdict(list)
    for line in lines:
        kind, milliseconds, _ = line.split("\t")
        times[kind].append(float(milliseconds))
    return times


def size_of(folder):
    if os.path.isfile(folder):
        return os.path.getsize(folder)
    return sum(os.path.getsize(os.path.join(where, name)) for where, _, names in os.walk(folder) for name in names)


def load():
    return os.getloadavg()[0]



"""The parsers beside ticketd's on the same messages, interleaved round by round: what `run` and `parse-rivals` measure.

CPU time is compared, not the clock, because machines are never quiet. Of every process the first pass over the messages
warms caches and allocator and is not counted. Peak memory is that of the process, the messages included.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys

import table
from Rivals import messages

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / ".build/parse"
SITE = ROOT / ".build-tools/fast-mail-parser"
CORPORA = pathlib.Path(os.environ.get("TICKETD_CORPORA") or ROOT.parent / "shared/corpora")
FAST = "fast-mail-parser==0.10.0"
OWN, GMIME, PYTHON = "ticketd", "GMime", "Python email"

# Python's email is so much slower that a part of the messages has to do.
SLOW_LIMITS = {"small20k": 1_000, "mix20k": 1_000, "att25": 1, "nest100": 4}
# ticketd's speed by GMime's that is aimed at: the speed of the fastest parser known, written in Rust.
GOALS = {"small20k": 4.0, "mix20k": 2.8, "att25": 1.05, "nest100": 25.0}
# Beyond the message itself: one attachment of 25 MiB, decoded, and what the program is.
MEMORY_GOAL = 30
# Cost at twice the size by cost at the size: 2 is linear, 4 quadratic.
GROWTH_GOAL = 2.5
# Below, a cost is what starting to measure costs.
COST_FLOOR = 0.001


def build():
    """Builds what is compiled and installs what is not; returns the programs by name."""
    own = build_own()
    flags = call(["pkg-config", "--cflags", "--libs", "gmime-3.0"]).split()
    warnings = ["-std=gnu11", "-Wall", "-Wextra", "-Werror"]
    call(["cc", "-O2", *warnings, "-o", WORK / "gmime", HERE / "gmime.c", *flags])
    call(["cc", "-O3", "-march=native", *warnings, "-o", WORK / "limits", HERE / "limits.c"])
    install_fast()
    python = [sys.executable, HERE / "python_parsers.py"]
    return {
        OWN: own,
        GMIME: [WORK / "gmime"],
        "fast-mail-parser": [*python, "fast"],
        PYTHON: [*python, "email"],
        "limits": [WORK / "limits"],
    }


def install_fast():
    if not (SITE / "fast_mail_parser").exists():
        pip = [ROOT / ".build-tools/venv/bin/pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        call([*pip, "--target", SITE, FAST])


def build_own():
    WORK.mkdir(parents=True, exist_ok=True)
    swift = ["swift", "build", "-c", "release", "--static-swift-stdlib", "--product", "parse"]
    call([*swift, "--package-path", HERE.parent / "Parse", "--scratch-path", WORK / "swift"])
    return [WORK / "swift/release/parse"]


def call(command):
    words = [str(word) for word in command]
    try:
        result = subprocess.run(words, capture_output=True, text=True)
    except FileNotFoundError:
        raise RuntimeError(f"{words[0]} is missing; scripts/install-dependencies --bench brings it") from None
    if result.returncode != 0:
        hint = "is scripts/install-dependencies --bench done?"
        raise RuntimeError(f"{words[0]} ended with {result.returncode}; {hint}\n{result.stdout}{result.stderr}")
    return result.stdout


def passes(command, base, runs, limit=None):
    """The measured passes of one process, without the first when there are several."""
    # Linux starts a process's peak at the size of the one it was forked from, so that had better be a shell.
    shell = ["sh", "-c", '"$@"; exit $?', "sh"]
    words = [*shell, *command, base, runs, *([] if limit is None else [limit])]
    environment = {**os.environ, "PYTHONPATH": str(SITE)}
    result = subprocess.run([str(word) for word in words], capture_output=True, text=True, env=environment)
    if result.returncode != 0:
        raise RuntimeError(f"{command[0]} on {base} ended with {result.returncode}: {result.stderr.strip()}")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    return [line for line in lines if line["run"] > 0 or runs == 1]


def compare(rounds, results):
    """Prints a table a set of messages and adds its rows to `results`."""
    programs = build()
    if not messages.make(WORK / "messages", CORPORA, ROOT / "Tests/MailTests/Fixtures"):
        print(f"parse: no corpora at {CORPORA}; small20k and mix20k are our own fixtures, not real mail.")
    measured = {name: {} for name in messages.NAMES}
    for number in range(rounds):
        print(f"parse: round {number + 1} of {rounds}", flush=True)
        for name in messages.NAMES:
            for program, command in programs.items():
                limit = SLOW_LIMITS[name] if program == PYTHON else None
                for line in passes(command, WORK / "messages" / name, 2 if program == PYTHON else 3, limit):
                    measured[name].setdefault(line["prog"], []).append(line)
    for name, lines in measured.items():
        show(name, lines, results)


def show(name, lines, results):
    speeds = {program: statistics.median(speed(line) for line in found) for program, found in lines.items()}
    own = speeds[OWN]
    rows = []
    for program, found in sorted(lines.items(), key=lambda item: -speeds[item[0]]):
        rate = statistics.median(line["msgs"] / max(line["cpu"], 1e-9) for line in found)
        cells = [table.number(speeds[program], 1), table.number(rate), table.number(excess(found), 1)]
        rows.append([program, *cells, table.number(own / speeds[program], 2)])
        if program != OWN:
            results.add(f"parse {name}", "MB/s of CPU", own, program, speeds[program])
    columns = ["program", "MB/s of CPU", "messages/s", "MiB beyond the messages", "ticketd's speed by it"]
    table.show(f"Parsing {name}: every field and every part, decoded.", columns, rows)
    ratio = own / speeds[GMIME]
    verdict = "reached" if ratio >= GOALS[name] else "MISSED"
    print(f"\n  ticketd by GMime: {ratio:.2f}, goal {GOALS[name]}: {verdict}")
    if name == "att25":
        memory = excess(lines[OWN])
        verdict = "reached" if memory <= MEMORY_GOAL else "MISSED"
        print(f"  ticketd's memory: the messages and {memory:.1f} MiB, goal {MEMORY_GOAL}: {verdict}")
        results.add(f"parse {name}", "MiB beyond the messages", memory, "goal", MEMORY_GOAL)


def speed(line):
    return line["bytes"] / 1e6 / max(line["cpu"], 1e-9)


def excess(lines):
    """MiB of the process at its peak without the messages it holds."""
    return max(line["maxrss_kb"] * 1024 - line["bytes"] for line in lines) / 2**20


def hostile(generator, results):
    """Families of messages made to hurt, each at N and at 2N, given by a generator that writes NAME.{1,2}.{bin,idx}."""
    folder = WORK / "hostile"
    if not folder.exists():
        call([sys.executable, generator, folder])
    program = build_own()
    families = sorted({path.name.rsplit(".", 2)[0] for path in folder.glob("*.idx")})
    rows, missed = [], []
    for family in families:
        once, twice = (least(program, folder / f"{family}.{size}") for size in (1, 2))
        # Where the generator more than doubles the octets, the cost an octet is what counts.
        growth = max(2.0, twice["bytes"] / once["bytes"])
        ratio = twice["cpu"] / once["cpu"] * 2 / growth
        is_slow = ratio > GROWTH_GOAL and twice["cpu"] > COST_FLOOR
        missed += [family] if is_slow else []
        cells = [table.number(run["cpu"] * 1_000, 3) for run in (once, twice)]
        cells += [table.number(ratio, 2), table.number(excess([twice]), 1), "MISSED" if is_slow else ""]
        rows.append([family, *cells])
        results.add("parse hostile", f"ms for {family} at 2N", twice["cpu"] * 1_000, "at N", once["cpu"] * 1_000)
    columns = ["family", "ms at N", "ms at 2N", "ratio", "MiB beyond the input", ""]
    table.show("Hostile families: all survived.", columns, rows)
    print(f"\n  {len(families)} families, {len(missed)} above a ratio of {GROWTH_GOAL}")


def least(program, base):
    """The cheapest of five processes: what the work itself costs."""
    runs = [passes(program, base, 1)[0] for _ in range(5)]
    return min(runs, key=lambda run: run["cpu"])

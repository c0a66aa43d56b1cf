"""Prints what was measured, side by side, and keeps it as .build/bench.json."""

import json
import pathlib
import statistics

RESULT = pathlib.Path(__file__).resolve().parent.parent / ".build/bench.json"


class Table:
    """Rows of {"bench", "metric", "ticketd", "reference", "value", "ratio"}; ratio is ticketd by the reference."""

    def __init__(self):
        self.rows = []

    def add(self, bench, metric, ticketd, reference, value):
        ratio = round(ticketd / value, 3) if ticketd is not None and value else None
        self.rows.append(
            {
                "bench": bench,
                "metric": metric,
                "ticketd": None if ticketd is None else round(ticketd, 3),
                "reference": reference,
                "value": None if value is None else round(value, 3),
                "ratio": ratio,
            }
        )

    def merge(self):
        """Writes the rows beside those of other benches that are there already."""
        own = {row["bench"] for row in self.rows}
        before = json.loads(RESULT.read_text(encoding="utf-8")) if RESULT.exists() else []
        self.rows = [row for row in before if row["bench"] not in own] + self.rows
        self.write()

    def write(self):
        RESULT.parent.mkdir(exist_ok=True)
        RESULT.write_text(json.dumps(self.rows, indent=2) + "\n", encoding="utf-8")
        print(f"\n{RESULT.relative_to(RESULT.parent.parent)} holds these numbers.")


def median(values):
    return statistics.median(values) if values else None


def show(title, columns, rows):
    """`rows` are lists of text, the first cell left, the others right."""
    cells = [columns, *rows]
    widths = [max(len(row[index]) for row in cells) for index in range(len(columns))]
    print(f"\n{title}\n")
    for row in cells:
        line = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  " + "   ".join(line).rstrip())
        if row is columns:
            print("  " + "   ".join("-" * width for width in widths))


def number(value, digits=0):
    return "-" if value is None else f"{value:,.{digits}f}"

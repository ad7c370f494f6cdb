#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Patronat contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads which fields the forms of the domain specification have, sections 3.0 to 3.18.

  packaging/scripts/fieldsofdomain.py PATH/domain.md [--check]

Writes tests/resources/domainfields.json; tests/core/profile/test_domainfields.cpp asks of each whether the profile
declares it. The specification is not part of the repository, so the list is committed; --check only compares.
What the specification says in tables is read from their columns; what it says in a sentence, from the sentences named
in SENTENCES below: one that is no longer there stops the script, so that nothing is lost in silence.
"""
import hashlib
import json
import re
import sys
from pathlib import Path

OUT = Path(__file__).resolve().parents[2] / "tests/resources/domainfields.json"
MARKS = {"●": "always", "◐": "sometimes", "○": "optional"}
TYPES = ["DT", "TB", "T", "D", "E", "N", "M", "B", "R", "F"]

# form, first words of the list, what ends it; `keys`: only words in backticks are fields, what else is there explains them.
SENTENCES = [
    ("3.0 member", "**Family member (член семьи)**: ", ".\n", "plain"),
    ("3.5 session", "`DiagnosticSession` (", ")", "plain"),
    ("3.5 conclusion", "**Заключение диагностики**: ", "\n", "plain"),
    ("3.5 level", "**Уровни сопровождения** (enum ", ",", "keys"),
    ("3.5 need", "ст. 15 ч. 1) — enum ", ",", "keys"),
    ("3.6 review", "* `ProgrammeReview`: ", ".\n", "plain"),
    ("3.7 member", "each member: ", " | ", "plain"),
    ("3.8 agenda", "### 3.8 Повестка\n", "items[]", "plain"),
    ("3.8 item", "items[]: ", ". Item kinds", "plain"),
    ("3.10 journal", "Journal of issued extracts: ", " (", "plain"),
    ("3.12", "Ledger line: ", ". Срочная", "plain"),
    ("3.13", "A4 landscape booklet: ", "; page", "plain"),
    ("3.14 rule", "`BonusRule` (", ")", "plain"),
    ("3.14 entry", "`BonusEntry` (", ")", "plain"),
    ("3.14 reward", "`BonusReward` (", ")", "plain"),
    ("3.15", "`RightArticle` (", ")", "plain"),
    ("3.16", "### 3.16 Межведомственный запрос (письмо)\nFields: ", ", напоминание", "plain"),
    ("3.17", "`Consent`: ", ". Withdrawal", "plain"),
    ("3.18 visit", "Карта посещения (патронаж): ", ". Договор", "plain"),
    ("3.18 contract", "Договор о сопровождении: ", " [R63]", "plain"),
    ("3.18 satisfaction", "Анкета удовлетворённости: ", ". Карта", "plain"),
    ("3.18 lesson", "Карта занятия (Школа родительского всеобуча): ", ". Журнал", "plain"),
    ("3.18 trip", "Журнал рейдов и выездов мобильной бригады: ", ". Карточка", "plain"),
    ("3.18 volunteer", "Карточка НКО, волонтёра (", ")", "plain"),
]


def fail(what):
    sys.exit(f"fieldsofdomain: {what}")


def section_of(text, number):
    start = re.search(rf"^### {re.escape(number)} .*$", text, re.M)
    if not start:
        fail(f"section {number} is missing")
    end = re.search(r"^### |^## ", text[start.end():], re.M)
    return text[start.start():start.end() + (end.start() if end else len(text))]


def plain(cell):
    return re.sub(r"\s+", " ", cell.replace("**", "")).strip()


def without_sources(cell):
    return re.sub(r"\s*\[(?:[SRKD]\d*|K|D)[^\]]*\]", "", cell).strip()


def keys_of(cell):
    keys = []
    for key in re.findall(r"`([^`{]+)`", cell):
        if span := re.fullmatch(r"(\w+?)(\d)\.\.(\d)", key):
            keys += [f"{span[1]}{n}" for n in range(int(span[2]), int(span[3]) + 1)]
        else:
            keys += key.split("/")
    return keys


def types_of(cell, count):
    """One type for each key; the last stands for those that are not named, and «E multi» says that several are chosen."""
    word = re.sub(r"\b4\.[\d.]+", "", without_sources(cell))
    parts = [part.strip() for part in re.split("[,/]", word)] if count > 1 else [word.strip()]
    kinds = []
    for part in parts:
        base = re.match(r"(block|computed|DT|TB|[TDENMBRF])\b", part)
        kind = base[1] if base else part
        kinds.append(kind + (" multi" if "multi" in part else ""))
    return [kinds[min(n, len(kinds) - 1)] for n in range(count)]


def mark_of(cell):
    for sign, mark in MARKS.items():
        if sign in cell:
            return mark
    return "computed" if "computed" in cell else "optional"


def rows_of(section, number):
    """Rows of the tables that have a column «key», each with the heading above its table."""
    columns, form, heading = None, number, ""
    for line in section.split("\n"):
        if line.startswith("#### "):
            heading = line[5:].split(" (")[0].strip().lower()
        if not line.startswith("|"):
            columns = None
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if "key" in cells:
            columns = cells
            form = number + (f" {heading}" if heading else "")
        elif columns and not set(line) <= set("|- "):
            yield form, dict(zip(columns, cells))


def fields_of_tables(text, number):
    for form, row in rows_of(section_of(text, number), number):
        label = plain(without_sources(next(iter(row.values()))))
        for label_column in ("label as printed", "label", "column as printed"):
            label = plain(without_sources(row[label_column])) if label_column in row else label
        keys = keys_of(row["key"]) or [""]
        for key, kind in zip(keys, types_of(row.get("type", ""), len(keys))):
            many = key.endswith("[]")
            key = key.removesuffix("[]")
            yield {"form": form, "key": key, "label": label, "type": kind, "many": many, "required": mark_of(row.get("req", ""))}


def split_list(sentence):
    """At commas and semicolons outside brackets."""
    parts, depth, part = [], 0, ""
    for sign in sentence:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign in ",;" and depth == 0:
            parts.append(part)
            part = ""
        else:
            part += sign
    return [one.strip() for one in [*parts, part] if one.strip()]


def fields_of_sentence(form, sentence, way):
    for part in split_list(sentence):
        keys = keys_of(part)
        if way == "keys" and not keys:
            continue
        mark = mark_of(part) if set(part) & set(MARKS) else "unsaid"
        words = plain(without_sources(part))
        for sign in MARKS:
            words = words.replace(sign, "")
        words = words.replace("`", "").strip().rstrip(".")
        kind = re.search(r"(?:^|\s)(DT|TB|[TDENMBRF])(?=\s|>|$)", re.sub(r"\(.*?\)", "", words))
        named = words.split(" ")[0] if re.fullmatch(r"[a-z]\w*( [TDENMBRF]+)?", words) else ""
        for key in keys or [named]:
            yield {"form": form, "key": key.removesuffix("[]"), "label": words, "type": kind[1] if kind else "E" if way == "keys" else "",
                   "many": key.endswith("[]"), "required": mark}


def fields_of(text):
    fields = []
    for number in ["3.0", "3.1", "3.2", "3.3", "3.4", "3.6", "3.11"]:
        fields += fields_of_tables(text, number)
    for form, begin, end, way in SENTENCES:
        at = text.find(begin)
        stop = text.find(end, at + len(begin))
        if at < 0 or stop < 0:
            fail(f"the sentence of {form} is missing: {begin!r}")
        fields += fields_of_sentence(form, text[at + len(begin):stop], way)
    return fields


def main():
    arguments = [one for one in sys.argv[1:] if one != "--check"]
    if len(arguments) != 1:
        fail("say the path of the specification")
    raw = Path(arguments[0]).read_bytes()
    fields = fields_of(raw.decode("utf-8"))
    head = json.dumps(hashlib.sha256(raw).hexdigest())
    lines = ",\n".join("  " + json.dumps(field, ensure_ascii=False) for field in fields)
    made = f'{{"sha256": {head}, "fields": [\n{lines}\n]}}\n'
    if "--check" in sys.argv:
        if not OUT.exists() or OUT.read_text(encoding="utf-8") != made:
            fail("tests/resources/domainfields.json is not what the specification says now")
        return
    OUT.write_text(made, encoding="utf-8")
    print(len(fields), "fields")


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Patronat contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A family of five and its programme, entered through AT-SPI by somebody who knows only labels.

atspi.py PROGRAM PATRONATCTL DATABASE: starts the real program, finds every control by its accessible name and role,
writes texts through the interface for editable text, presses through the interface for actions, and uses keys only where a
sighted person would too (letters into a box to choose from, Enter, Ctrl+S). Then asks the database what is in it.
Run by `./dev proofs` under Xvfb and a private session bus."""
import json
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 20
HOUSEHOLD = [
    ("Сафина Анна Петровна", "03.02.1985", "1985-02-03", "мать", "mother"),
    ("Сафин Рустам Маратович", "17.06.1982", "1982-06-17", "отец", "father"),
    ("Сафин Тимур Рустамович", "04.05.2014", "2014-05-04", "сын", "son"),
    ("Сафина Лейла Рустамовна", "11.09.2017", "2017-09-11", "дочь", "daughter"),
    ("Сафин Марат Рустамович", "28.02.2021", "2021-02-28", "сын", "son"),
]
MEASURES = [
    ("Оформить единое пособие", "Ахметова Л.Р.", "15.02.2027", "2027-02-15"),
    ("Поставить отца на учёт в службу занятости", "Гараев И.Ф.", "28.02.2027", "2027-02-28"),
    ("Выдать одежду и обувь детям", "Ахметова Л.Р.", "10.03.2027", "2027-03-10"),
    ("Занятия с Тимуром по математике", "Юсупова Г.Х.", "31.05.2027", "2027-05-31"),
    ("Контроль посещаемости школы", "Юсупова Г.Х.", "31.05.2027", "2027-05-31"),
    ("Беседы психолога с матерью", "Зиннатова Р.А.", "30.04.2027", "2027-04-30"),
    ("Осмотр детей педиатром", "Каримов А.М.", "20.03.2027", "2027-03-20"),
    ("Распорядок дня и уроки дома", "Мусин Р.Р.", "31.07.2027", "2027-07-31"),
]
BUTTON = ("push button", "check box", "toggle button", "radio button")
TEXT = ("text", "entry", "password text", "combo box")
LEAST_WINDOW = 3  # a list that dropped down is a window too; it holds no control that is asked for


class Desk:
    """What a screen reader sees of the program."""

    def __init__(self):
        self.looked_for = 0

    @staticmethod
    def windows():
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is not None and app.get_name() == "patronat":
                return [app.get_child_at_index(j) for j in range(app.get_child_count())]
        return []

    def walk(self, node, depth=0):
        if node is None or depth > 30:
            return
        yield node
        for i in range(node.get_child_count()):
            yield from self.walk(node.get_child_at_index(i), depth + 1)

    @staticmethod
    def is_at_hand(node):
        states = node.get_state_set()
        return states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.ENABLED)

    def look(self, name, roles, within=None):
        """The last control of that name in the window in front: of a table, the one in its newest line."""
        found = None
        for window in reversed(self.windows()):
            try:
                if window is None or not self.is_at_hand(window):
                    continue
                for node in self.walk(window):
                    if node.get_name() == name and node.get_role_name() in roles and self.is_at_hand(node):
                        found = node
            except gi.repository.GLib.Error:
                continue  # it has gone while it was looked at
            if found is not None or window.get_role_name() == "dialog":
                return found
        return found

    def find(self, name, roles):
        self.looked_for += 1
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            node = self.look(name, roles)
            if node is not None:
                return node
            time.sleep(0.1)
        raise SystemExit(f"no control is called {name!r} with a role of {roles}; there are:\n" + self.names())

    def names(self):
        lines = []
        for window in self.windows():
            for node in self.walk(window):
                states = node.get_state_set()
                if states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.FOCUSABLE):
                    lines.append(f"  {node.get_role_name():14} {node.get_name()!r}")
        return "\n".join(lines)

    def press(self, name):
        Atspi.Action.do_action(self.find(name, BUTTON), 0)
        time.sleep(0.4)

    def set_text(self, name, text):
        node = self.find(name, TEXT)
        Atspi.Component.grab_focus(node)
        if not Atspi.EditableText.set_text_contents(node, text):
            raise SystemExit(f"{name!r} takes no text")
        time.sleep(0.2)
        return node

    def choose(self, name, letters):
        """A box to choose from: letters, as a sighted person types them."""
        node = self.find(name, TEXT)
        Atspi.Component.grab_focus(node)
        time.sleep(0.2)
        self.type(letters)

    def refer(self, name, letters):
        self.set_text(name, letters)
        time.sleep(0.6)  # the list of what fits drops down
        self.key("Return")
        time.sleep(0.4)

    @staticmethod
    def type(text):
        Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)
        time.sleep(0.3)

    @staticmethod
    def key(*names):
        subprocess.run(["xdotool", "key", "+".join(names)], check=True)
        time.sleep(0.4)


def enter_family(desk):
    desk.press("Семьи")
    desk.press("Создать")
    desk.set_text("Семья (фамилия)", "Сафины")
    desk.refer("Муниципальный район, поселение, участок", "агрыз")
    desk.set_text("Адрес проживания: Населённый пункт", "Агрыз")
    desk.set_text("Адрес проживания: Улица", "Садовая")
    for name, born, _, role, _ in HOUSEHOLD:
        desk.press("Добавить строку: Члены семьи")
        desk.refer("Лицо", name)
        desk.set_text("Дата рождения", born)
        desk.press("Сохранить")
        time.sleep(0.5)
        desk.set_text("Родственные отношения", role)
    desk.press("Сохранить")


def enter_programme(desk):
    desk.set_text("Поиск по списку", "")


def value(ctl, database, type_, id_, field):
    answer = subprocess.run([ctl, "get", type_, id_, "--db", database, "--json"], check=True, capture_output=True)
    return json.loads(answer.stdout)


def main():
    program, ctl, database = sys.argv[1:4]
    child = subprocess.Popen([program, "--db", database])
    desk = Desk()
    began = time.monotonic()
    try:
        enter_family(desk)
        time.sleep(1)
    finally:
        child.terminate()
        child.wait(PATIENCE)
    print(f"entered through AT-SPI: {desk.looked_for} controls found by label in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()

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
BUTTON = ("push button", "check box", "toggle button", "radio button", "page tab")
TEXT = ("text", "entry", "password text", "combo box")


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
                    # Qt gives a box to choose from the name of what is chosen; its label is the description.
                    if name in (node.get_name(), node.get_description()) and node.get_role_name() in roles and self.is_at_hand(node):
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
        self.bring_to_front()
        Atspi.Component.grab_focus(node)
        if node.get_role_name() == "combo box":  # one that is typed into has a line within
            node = next((one for one in self.walk(node) if one.get_role_name() in ("text", "entry")), node)
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

    def bring_to_front(self):
        """What a manager of windows does: the newest window gets the keys."""
        names = [one.get_name() for one in self.windows() if one is not None and self.is_at_hand(one) and one.get_name()]
        subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{names[-1]}$", "windowfocus", "--sync"],
                       check=True, stdout=subprocess.DEVNULL)

    def type(self, text):
        self.bring_to_front()
        subprocess.run(["xdotool", "type", "--delay", "30", text], check=True)
        time.sleep(0.3)

    def key(self, *names):
        self.bring_to_front()
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
    desk.press("Семьи")
    desk.set_text("Поиск по списку", "тимур")
    time.sleep(0.6)
    desk.key("Return")
    desk.press("Учёт")
    desk.press("Регистрационная карта семьи: новая запись")
    desk.set_text("Дата постановки на учёт", "12.01.2027")
    desk.press("Сохранить")
    desk.press("Программа")
    desk.press("Индивидуальная программа реабилитации: новая запись")
    desk.set_text("Срок реализации с", "01.02.2027")
    desk.set_text("Срок реализации по", "31.07.2027")
    desk.refer("Куратор", "ахм")
    desk.set_text("Цель", "Дети учатся, доход семьи не ниже прожиточного минимума")
    desk.press("Добавить строку: Проблемы")
    desk.set_text("Проблема", "низкий доход")
    for title, responsible, due, _ in MEASURES:
        desk.press("Добавить строку: Мероприятия")
        desk.set_text("Мероприятие", title)
        desk.refer("Проблема, на которую направлено", "низкий")
        desk.set_text("Ответственный: ФИО, должность", responsible)
        desk.set_text("Срок исполнения", due)
    desk.press("Сохранить")
    time.sleep(1)


class Base:
    """What the database holds, as the command line tells it."""

    def __init__(self, ctl, database):
        self.ctl, self.database = ctl, database

    def list(self, type_):
        answer = subprocess.run([self.ctl, "list", type_, "--db", self.database, "--json"], check=True, capture_output=True)
        return json.loads(answer.stdout)

    def only(self, type_, count):
        records = self.list(type_)
        if len(records) != count:
            raise SystemExit(f"{len(records)} of {type_}, not {count}")
        return records


def same(what, held, wanted):
    if held != wanted:
        raise SystemExit(f"{what}: the database holds {held!r}, not {wanted!r}")


def check(base):
    family = base.only("family", 1)[0]
    same("name of the family", family["fields"].get("name"), "Сафины")
    same("territory is there", "territory" in family["fields"], True)
    same("street", family["fields"].get("addrFact", {}).get("street"), "Садовая")
    persons = {one["id"]: one["fields"] for one in base.only("person", 5)}
    members = base.only("member", 5)
    held = []
    for member in members:
        person = persons[member["fields"]["person"]]
        name = " ".join(person.get(part, "") for part in ("surname", "firstName", "patronymic"))
        held.append((name, person.get("birthDate"), member["fields"].get("role")))
    same("household", sorted(held), sorted((name, iso, code) for name, _, iso, _, code in HOUSEHOLD))
    same("date of registration", base.only("episode", 1)[0]["fields"].get("regDate"), "2027-01-12")
    programme = base.only("programme", 1)[0]["fields"]
    same("term", (programme.get("from"), programme.get("to")), ("2027-02-01", "2027-07-31"))
    same("curator is there", "curator" in programme, True)
    problem = base.only("problem", 1)[0]
    same("problem", problem["fields"].get("kind"), "lowIncome")
    held = [(one["fields"].get("title"), one["fields"].get("responsible"), one["fields"].get("due")) for one in base.only("measure", 8)]
    same("measures", sorted(held), sorted((title, who, iso) for title, who, _, iso in MEASURES))
    for one in base.list("measure"):
        same("problem of a measure", one["fields"].get("problem"), problem["id"])


def main():
    program, ctl, database = sys.argv[1:4]
    child = subprocess.Popen([program, "--db", database])
    desk = Desk()
    began = time.monotonic()
    try:
        desk.press("Это я")  # who works here: the only one of the staff
        enter_family(desk)
        enter_programme(desk)
    finally:
        child.terminate()
        child.wait(PATIENCE)
    check(Base(ctl, database))
    print(f"a family of five and a programme of eight measures through AT-SPI: {desk.looked_for} controls found by label, "
          f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()

// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/exchange/simulator/clerk.h"
#include "tests/core/exchange/simulator/world.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace patronat::tests::simulator {

/// Does one action in a world: picks among what there is by the action's numbers, and tells it as a sentence.
class Deeds {
public:
    Deeds(World& world, const Action& action);

    void run();

private:
    using Found = std::optional<std::pair<std::string, base::RecordId>>; ///< type and id

    // What people do at their desks (deeds.cpp).
    void create();
    void edit();
    void open();
    void save();
    void saveAgain();
    void sign();
    void cancel();
    void settle();
    void remove();
    void restore();
    void resolve();
    void group();
    void undo();
    void move();

    // What happens to files, computers and clocks (journeys.cpp).
    void dispatch();
    void deliver();
    void lose();
    void exchange();
    void relay();
    void kill();
    void goBack();
    void copy(bool sameChance);
    void setClock();
    void upgrade();

    std::string fresh() const; ///< a value that nobody else writes
    base::Value typed() const; ///< mostly fresh, at times equal to another's, at times nothing
    Found anyRecord(const std::string& type, const std::string& where, std::uint32_t choice) const;
    Found anyEditable(std::uint32_t choice) const;
    base::RecordId district(std::uint32_t choice) const;
    void type(Window& window) const;
    Window* openWindow(bool withLife) const;
    std::optional<Window> window(const Found& found) const;
    void told(const std::string& what, const std::string& outcome) const;
    std::string nameOf(const std::string& type, base::RecordId record) const;
    void mustHold(const std::string& after) const;
    Site& other(std::uint32_t choice) const;

    World& m_world;
    Action m_action;
    Site& m_site;
    Clerk m_clerk;
};

} // namespace patronat::tests::simulator

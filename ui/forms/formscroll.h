// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QWidget;

namespace patronat::ui {

/// A form in an area that scrolls only downwards and takes no focus of its own: Tab goes through the fields.
QScrollArea* makeFormScroll(QWidget* form);

} // namespace patronat::ui

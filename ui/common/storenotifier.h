// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change.h"
#include "core/store/store.h"

#include <QObject>

#include <memory>

namespace patronat::ui {

/// Brings what committed writes changed from the writer thread to the screens: `changed` is emitted on the thread of
/// this object, after the commit. One per Store, which outlives it.
class StoreNotifier : public QObject
{
    Q_OBJECT
public:
    explicit StoreNotifier(store::Store& store, QObject* parent = nullptr);
    ~StoreNotifier() override;

Q_SIGNALS:
    void changed(const store::Changes& changes);

private:
    store::Store& m_store;
};

} // namespace patronat::ui

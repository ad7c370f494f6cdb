// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/storenotifier.h"

namespace patronat::ui {

StoreNotifier::StoreNotifier(store::Store& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
    m_store.onChanged([this](const store::Changes& changes) {
        // Posted, not called: the writer goes on at once, and screens change on their own thread.
        QMetaObject::invokeMethod(
            this, [this, changes] { Q_EMIT changed(changes); }, Qt::QueuedConnection);
    });
}

StoreNotifier::~StoreNotifier()
{
    // Waits for the writer, so that nothing is posted to what is gone.
    m_store.onChanged({});
}

} // namespace patronat::ui

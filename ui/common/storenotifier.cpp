// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/storenotifier.h"

#include "ui/common/livecodes.h"

#include <algorithm>

namespace patronat::ui {

StoreNotifier::StoreNotifier(store::Store& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
    readLiveCodes(store);
    m_store.onChanged([this](const store::Changes& changes) {
        // Posted, not called: the writer goes on at once, and screens change on their own thread.
        QMetaObject::invokeMethod(
            this,
            [this, changes] {
                // Before the screens look again: they name codes.
                if (std::any_of(changes.begin(), changes.end(),
                        [](const store::Change& change) { return change.type == "classifierCode"; }))
                    readLiveCodes(m_store);
                Q_EMIT changed(changes);
            },
            Qt::QueuedConnection);
    });
}

StoreNotifier::~StoreNotifier()
{
    // Waits for the writer, so that nothing is posted to what is gone.
    m_store.onChanged({});
    dropLiveCodes(m_store.profile());
}

} // namespace patronat::ui

// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/random.h"
#include "core/store/drafts.h"
#include "core/store/store.h"
#include "ui/common/jobrunner.h"
#include "ui/common/languageswitch.h"
#include "ui/common/privacy.h"
#include "ui/common/storenotifier.h"
#include "ui/common/whoworks.h"

#include <QPointer>
#include <QSettings>

#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace patronat::ui {

/// What every window of one person's session works with. Made by app/desktop, which owns all of it;
/// outlives the windows. GUI thread, but for what says otherwise itself.
struct Desk
{
    store::Store& store;
    store::Drafts& drafts;
    StoreNotifier& notifier;
    JobRunner& jobs;
    LanguageSwitch& languages;
    Privacy& privacy;
    QSettings&
        settings; ///< of this person at this computer: widths, language, look; no personal data
    base::Random& random; ///< of this thread; the Store's is the writer's
    base::RecordId author; ///< whose name the operations bear; null: nobody has said. Changed
                           ///< between writes only
    /// Asks a person who works here and runs what it was given when she has said it; none: nobody
    /// is asked (tests). Set by the window.
    std::function<void(std::function<void()>)> askWho {};
    std::unique_ptr<WhoWorks> whoWorks = std::make_unique<WhoWorks>();

    const profile::Profile& profile() const { return store.profile(); }
    std::string today() const { return store.environment().clock.today(); }
    base::DraftId newDraft() const { return { random.next(), random.next() }; }

    void setAuthor(base::RecordId staff)
    {
        if (author == staff)
            return;
        author = staff;
        Q_EMIT whoWorks->changed();
    }

    /// Runs what writes, at once, or when somebody has said who works here: nothing is written
    /// without a name. Not at all when she does not say, or `context` is gone by then.
    void asSomebody(QObject* context, std::function<void()> run)
    {
        if (!author.isNull() || !askWho)
            return run();
        askWho([context = QPointer<QObject>(context), run = std::move(run)] {
            if (context != nullptr)
                run();
        });
    }
};

} // namespace patronat::ui

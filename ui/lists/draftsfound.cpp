// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/draftsfound.h"

#include "core/access/visibility.h"
#include "core/store/draftsearch.h"
#include "ui/common/flowlayout.h"
#include "ui/common/linkbutton.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"

namespace patronat::ui {

using base::Result;
using store::Draft;

namespace {

constexpr std::size_t kMost = 6;
constexpr int kSpacing = 8;

} // namespace

DraftsFound::DraftsFound(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(QStringLiteral("draftsFound"));
    setLayout(new FlowLayout(kSpacing));
    hide();
    // Who is near may have changed, and who may read what.
    connect(&desk.privacy, &Privacy::changed, this, [this] { look(m_text); });
    connect(desk.whoWorks.get(), &WhoWorks::changed, this, [this] { look(m_text); });
}

void DraftsFound::look(const QString& text)
{
    m_text = text;
    const int asked = ++m_asked;
    if (text.trimmed().isEmpty()) {
        showFound({});
        return;
    }
    m_desk.jobs.run(
        this,
        [&store = m_desk.store, &drafts = m_desk.drafts, author = m_desk.author,
            words = typed(text)](base::Job&) -> Result<std::vector<Draft>> {
            PATRONAT_LET(const std::vector<Draft> all, drafts.all());
            return store.read([&](const store::ReadTx& tx) -> Result<std::vector<Draft>> {
                return store::draftsWith(tx.profile(), all, words,
                    access::hiddenTypes(tx.profile(), access::viewerOf(tx, author)), kMost);
            });
        },
        [this, asked](const Result<std::vector<Draft>>& found) {
            if (asked == m_asked)
                showFound(found ? *found
                                : std::vector<Draft> {}); // the lines above say what cannot be read
        });
}

void DraftsFound::showFound(const std::vector<Draft>& drafts)
{
    while (QLayoutItem* item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Draft& draft : drafts) {
        auto* link = new LinkButton(wordsOf(draft));
        link->setObjectName(QStringLiteral("draft.") + shown(draft.id.hex()));
        connect(link, &QPushButton::clicked, this, [this, draft] { Q_EMIT opened(draft); });
        layout()->addWidget(link);
    }
    setVisible(!drafts.empty());
}

QString DraftsFound::wordsOf(const Draft& draft) const
{
    const profile::RecordType* type = m_desk.profile().type(draft.type);
    if (type == nullptr)
        return tr("Draft");
    const QString title = shown(valuesTitle(m_desk.profile(), m_desk.store.rules(), *type,
        draft.fields, typed(m_desk.languages.language())));
    const QString label = m_desk.languages.text(type->label);
    return title.isEmpty() ? tr("Draft – %1").arg(label)
                           : tr("Draft – %1: %2").arg(label, m_desk.privacy.veiled(title));
}

} // namespace patronat::ui

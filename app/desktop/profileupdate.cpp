// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/profileupdate.h"

#include "app/place/profileplace.h"
#include "core/profile/loader.h"
#include "ui/common/labels.h"

#include <QDialog>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProgressBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <charconv>
#include <thread>

namespace patronat::desktop {

using base::Result;
using base::Status;

namespace {

constexpr int kMomentMs = 300;

/// The number at the beginning of `text`, taken off it with the full stop behind it.
int nextNumber(std::string_view& text)
{
    const std::string_view part = text.substr(0, text.find('.'));
    text.remove_prefix(std::min(text.size(), part.size() + 1));
    int number = 0;
    std::from_chars(part.data(), part.data() + part.size(), number);
    return number;
}

/// Of the profile in the folder, without reading the rest of it: this is asked at every start.
std::string versionIn(const std::filesystem::path& folder)
{
    QFile file(QString::fromStdU16String((folder / "profile.json").u16string()));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll())
        .object()
        .value(QLatin1String("version"))
        .toString()
        .toStdString();
}

/// No button to press: it goes when the work is done.
class Notice final : public QDialog
{
public:
    explicit Notice(const QString& words)
    {
        setObjectName(QStringLiteral("profileUpdate"));
        setWindowFlags(Qt::Dialog | Qt::CustomizeWindowHint | Qt::WindowTitleHint);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(24, 20, 24, 20);
        column->setSpacing(12);
        column->addWidget(ui::makeLabel(ui::TextRole::Group, words));
        auto* going = new QProgressBar;
        going->setRange(0, 0);
        going->setAccessibleName(words);
        column->addWidget(going);
    }
    void reject() override { }
};

} // namespace

bool isNewerVersion(std::string_view shipped, std::string_view kept)
{
    while (!shipped.empty() || !kept.empty()) {
        const int ours = nextNumber(shipped);
        const int theirs = nextNumber(kept);
        if (ours != theirs)
            return ours > theirs;
    }
    return false;
}

Result<std::shared_ptr<const profile::Profile>> newerProfile(
    const store::Store& store, const std::filesystem::path& profilesRoot)
{
    using Found = std::shared_ptr<const profile::Profile>;
    const auto folder = place::profileFolder(profilesRoot, store.profile().id);
    if (!folder || !isNewerVersion(versionIn(*folder), store.profile().version))
        return Found();
    return profile::openProfile(*folder);
}

Status whileTold(const QString& words, const std::function<Status()>& work)
{
    Notice notice(words);
    QEventLoop loop;
    QTimer::singleShot(kMomentMs, &notice, &QWidget::show);
    Status status;
    std::thread thread([&] {
        status = work();
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    thread.join();
    return status;
}

} // namespace patronat::desktop

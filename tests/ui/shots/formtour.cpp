// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shots/formtour.h"

#include "app/desktop/session.h"
#include "core/profile/loader.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/sampleworld.h"
#include "ui/common/text.h"
#include "ui/forms/formpage.h"
#include "ui/lists/listpage.h"
#include "ui/shell/mainwindow.h"

#include <QFile>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextStream>

#include <stdexcept>

namespace patronat::shots {

using namespace ui;
using base::RecordId;
using tests::Hands;
using tests::SampleWorld;
namespace fs = std::filesystem;

namespace {

constexpr QSize kScreen(1366, 768);
constexpr std::int64_t kDay = 1'800'000'000'000; // 15.01.2027, the day that values.json is about
constexpr int kOverlap = 40; ///< of two pictures of one form
constexpr int kFrame = 4; ///< of a table beyond its place: nothing to read is lost
constexpr int kMostScreens = 3; ///< the first, and two of scrolling

/// Lines are looked at in the tables of their forms.
bool isLineOfAForm(const profile::Profile& profile, const profile::RecordType& type)
{
    const profile::Field* parent = type.parent.empty() ? nullptr : type.field(type.parent);
    const profile::RecordType* above = parent != nullptr ? profile.type(parent->target) : nullptr;
    return above != nullptr
        && above->layoutJson.find("\"table\":\"" + type.id + '"') != std::string::npos;
}

class FormTour
{
public:
    FormTour(desktop::Session& session, fs::path out, QString name, bool isUsualSize)
        : m_desk(session.desk())
        , m_out(QString::fromStdU16String(out.u16string()))
        , m_name(std::move(name))
        , m_isUsualSize(isUsualSize)
        , m_world(m_desk.store, m_desk.author, m_desk.today())
    {
        m_desk.author = m_world.record("staff");
    }

    base::Status walk()
    {
        QFile list(m_out + QStringLiteral("/%1-forms.txt").arg(m_name));
        if (!list.open(QIODevice::WriteOnly))
            return base::Error { base::ErrorCode::FileNotWritable, { typed(list.fileName()) }, {} };
        QTextStream lines(&list);
        for (const profile::RecordType& type : m_desk.profile().types) {
            if (m_world.formless().contains(type.id) || isLineOfAForm(m_desk.profile(), type))
                continue;
            m_world.settleFamily(type.id);
            const double screens = look(type.id, m_world.makeFull(type.id));
            lines << shown(type.id) << '\t' << QString::number(screens, 'f', 2) << '\n';
            if (screens > kMostScreens && m_isUsualSize)
                m_long += QStringLiteral(" %1 (%2)").arg(shown(type.id)).arg(screens, 0, 'f', 1);
        }
        std::fprintf(stderr, "%s", qUtf8Printable(m_long));
        if (m_long.isEmpty())
            return {};
        return base::Error { base::ErrorCode::InvalidArgument,
            { "form", "larger than it may be:" + typed(m_long) }, {} };
    }

private:
    /// How many screens it takes.
    double look(const std::string& type, RecordId id)
    {
        MainWindow window(m_desk, listsOf(m_desk.profile()));
        window.resize(kScreen);
        window.show();
        Hands hands(window, m_desk.jobs);
        hands.settle();
        window.openRecord(type, id);
        hands.settle();
        QScrollArea* area = nullptr;
        for (FormPage* page : window.findChildren<FormPage*>())
            if (page->isVisible())
                area = page->findChild<QScrollArea*>();
        if (area == nullptr) {
            shoot(window, type, 1);
            return 1;
        }
        // Wider than its place it is cut at the right, without a bar to find it by.
        if (const int missing = area->widget()->width() - area->viewport()->width();
            missing > kFrame)
            m_long += QStringLiteral(" %1 (%2 points too wide)").arg(shown(type)).arg(missing);
        QScrollBar* bar = area->verticalScrollBar();
        const int height = area->viewport()->height();
        const double screens = 1 + static_cast<double>(bar->maximum()) / height;
        int number = 1;
        shoot(window, type, number);
        for (int at = 0; at < bar->maximum();) {
            at = std::min(bar->maximum(), at + height - kOverlap);
            bar->setValue(at);
            hands.settle();
            shoot(window, type, ++number);
        }
        return screens;
    }
    void shoot(QWidget& window, const std::string& type, int number)
    {
        const QString file
            = QStringLiteral("%1/%2-%3-%4.png").arg(m_out, m_name, shown(type)).arg(number);
        window.grab()
            .toImage()
            .convertToFormat(QImage::Format_Indexed8, Qt::ThresholdDither)
            .save(file);
        std::printf("%s\n", qUtf8Printable(file));
        std::fflush(stdout);
    }

    Desk& m_desk;
    QString m_out;
    QString m_name;
    bool m_isUsualSize; ///< with larger letters it may scroll further
    SampleWorld m_world;
    QString m_long;
};

} // namespace

base::Status photographForms(const fs::path& profile, const fs::path& out, const QString& language,
    const QString& name, bool isUsualSize)
{
    const QTemporaryDir folder;
    const base::ManualClock clock(kDay);
    base::SeededRandom random(1);
    PATRONAT_LET(auto loaded, profile::openProfile(profile));
    const fs::path database = fs::path(folder.path().toStdU16String()) / "office.db";
    const store::SiteIdentity site { { 1, 7 }, "office", "K01", "КЦСОН в Агрызском районе" };
    {
        PATRONAT_LET(const auto made,
            store::Store::create(database, std::move(loaded), site, { clock, random }));
    }
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    PATRONAT_LET(
        auto session, desktop::Session::open(database, profile.parent_path(), clock, settings));
    session->languages().setLanguage(language);
    try {
        return FormTour(*session, out, name, isUsualSize).walk();
    } catch (const std::runtime_error& error) {
        return base::Error { base::ErrorCode::Internal, { typed(name) }, error.what() };
    }
}

} // namespace patronat::shots

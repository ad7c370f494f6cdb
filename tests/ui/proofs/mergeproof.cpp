// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/proofs/mergeproof.h"

#include "app/desktop/session.h"
#include "core/exchange/export.h"
#include "core/exchange/identity.h"
#include "core/exchange/merge.h"
#include "core/profile/loader.h"
#include "core/store/digest.h"
#include "core/vault/institution.h"
#include "tests/ui/support/keyboard.h"
#include "ui/exchange/exchangepage.h"
#include "ui/exchange/takepanel.h"
#include "ui/forms/formpage.h"
#include "ui/lists/listpage.h"
#include "ui/shell/mainwindow.h"

#include <QElapsedTimer>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include <algorithm>

namespace patronat::tests {

using base::Result;
using base::Status;
namespace fs = std::filesystem;

namespace {

constexpr int kPatienceMs = 600'000;
constexpr int kPauseMs = 15; ///< between two letters

/// How long the event loop does not come by: what a person feels as a hitch.
class Frames
{
public:
    Frames()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max<std::int64_t>(m_longest, m_last.restart());
        });
        m_last.start();
        m_timer.start(1);
    }
    std::int64_t longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_last;
    std::int64_t m_longest = 0;
};

std::vector<fs::path> officesOf(const fs::path& region)
{
    std::vector<fs::path> offices;
    for (const fs::directory_entry& entry : fs::directory_iterator(region))
        if (entry.path().extension() == ".db" && entry.path().stem().string().starts_with("office-"))
            offices.push_back(entry.path());
    std::sort(offices.begin(), offices.end());
    return offices;
}

fs::path copyInto(const fs::path& folder, const fs::path& database)
{
    // What was only read lately still has its log beside it.
    for (const char* ending : { "", "-wal" })
        if (const fs::path file = database.string() + ending; fs::exists(file))
            fs::copy_file(file, folder / file.filename());
    return folder / database.filename();
}

Result<std::unique_ptr<store::Store>> openStore(
    const fs::path& file, const fs::path& profile, const base::Clock& clock, base::Random& random)
{
    store::OpenOptions options;
    options.profilesRoot = profile.parent_path();
    return store::Store::open(file, { clock, random }, options);
}

Status exportAll(store::Store& store, const fs::path& to)
{
    exchange::ExportOptions options;
    options.file = to;
    base::Job job;
    const auto done = exchange::exportBatch(store, options, job);
    return done ? Status() : Status(done.error());
}

/// A new supervisor's, under the region's institution.
Status makeSupervisor(const fs::path& file, const fs::path& region, const fs::path& profile, const base::Clock& clock,
    base::Random& random)
{
    PATRONAT_LET(const auto opened, profile::openProfile(profile));
    const store::SiteIdentity site { { random.next(), random.next() }, "supervisor", "MIN", "Супервизор" };
    PATRONAT_LET(const auto store, store::Store::create(file, opened, site, { clock, random }, {}));
    PATRONAT_LET(const auto key, vault::readInstitutionKey(region / "demo.institution-key"));
    return exchange::certifySite(*store, key, {});
}

std::string digestOf(const store::Store& store)
{
    const auto digest = store.read([](const store::ReadTx& tx) -> Result<std::string> { return base::hex(store::digest(tx)); });
    return digest ? *digest : std::string();
}

/// Somebody at the keyboard of the supervisor's window.
class Desk
{
public:
    Desk(desktop::Session& session, MergeProof& proof)
        : m_desk(session.desk())
        , m_proof(proof)
        , m_window(m_desk, ui::listsOf(m_desk.profile()))
        , m_keyboard(m_desk.jobs)
    {
        m_window.resize(1366, 768);
        m_window.show();
    }

    Status work(const QStringList& files, unsigned least)
    {
        if (!QTest::qWaitForWindowActive(&m_window))
            return failed("the window does not come to the front");
        m_keyboard.look();
        m_keyboard.press(Qt::Key_5, Qt::AltModifier);
        auto* page = qobject_cast<ui::ExchangePage*>(m_window.currentPage());
        if (page == nullptr)
            return failed("no exchange page");
        page->taking().look(files);
        auto* take = page->findChild<QPushButton*>(QStringLiteral("taking.take"));
        if (!QTest::qWaitFor([&] { return !page->taking().isBusy() && take->isEnabled(); }, kPatienceMs))
            return failed("the files cannot be taken in");
        const Frames frames;
        QElapsedTimer merge;
        merge.start();
        QObject::connect(&page->taking(), &ui::TakePanel::takenIn, &page->taking(), [&] { m_proof.mergeMs = merge.elapsed(); });
        take->setFocus();
        QTest::sendKeyEvent(QTest::Click, m_window.windowHandle(), Qt::Key_Space, QStringLiteral(" "), Qt::NoModifier);
        press(Qt::Key_2, Qt::AltModifier);
        while (page->taking().isBusy() || m_cards.size() < static_cast<qsizetype>(least)) {
            const bool isMeanwhile = page->taking().isBusy();
            PATRONAT_TRY(enterCard());
            if (isMeanwhile && page->taking().isBusy())
                ++m_proof.savesMeanwhile;
        }
        m_proof.longestFrameMs = frames.longest();
        return {};
    }

    const QStringList& cards() const { return m_cards; }

private:
    static Status failed(const char* what) { return base::Error { base::ErrorCode::Internal, {}, what }; }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::sendKeyEvent(QTest::Click, m_window.windowHandle(), key, QString(), modifiers);
        QCoreApplication::processEvents();
    }

    /// Until what the window does by itself beside a merge has come so far; it is busy all the time.
    template <typename Done>
    Status until(const Done& done, const char* what)
    {
        return QTest::qWaitFor(done, kPatienceMs) ? Status() : failed(what);
    }

    Status enterCard()
    {
        auto* list = qobject_cast<ui::ListPage*>(m_window.currentPage());
        if (list == nullptr)
            return failed("no list of families");
        press(Qt::Key_Insert, Qt::NoModifier);
        auto* form = qobject_cast<ui::FormPage*>(m_window.currentPage());
        if (form == nullptr)
            return failed("no new card");
        PATRONAT_TRY(until(
            [&] {
                const QWidget* focused = QApplication::focusWidget();
                return focused != nullptr && focused->parentWidget() != nullptr
                    && focused->parentWidget()->objectName() == QLatin1String("name");
            },
            "the card is not there"));
        const QString name = QStringLiteral("при объединении %1").arg(m_cards.size() + 1);
        for (const QChar letter : name) {
            m_keyboard.letter(letter);
            QTest::qWait(kPauseMs);
            ++m_proof.letters;
        }
        bool isSaved = false;
        QObject::connect(form, &ui::FormPage::saved, form, [&] { isSaved = true; });
        QElapsedTimer wall;
        wall.start();
        press(Qt::Key_S, Qt::ControlModifier);
        PATRONAT_TRY(until([&] { return isSaved; }, "the card is not saved"));
        m_proof.longestSaveMs = std::max<std::int64_t>(m_proof.longestSaveMs, wall.elapsed());
        m_cards += name;
        QObject::disconnect(form, &ui::FormPage::saved, form, nullptr);
        press(Qt::Key_Left, Qt::AltModifier);
        return {};
    }

    ui::Desk& m_desk;
    MergeProof& m_proof;
    ui::MainWindow m_window;
    Keyboard m_keyboard;
    QStringList m_cards;
};

Result<QStringList> lostOf(const store::Store& store, const QStringList& cards)
{
    return store.read([&](const store::ReadTx& tx) -> Result<QStringList> {
        QStringList lost;
        auto select = tx.connection().prepare("SELECT count(*) FROM family WHERE name = ?1");
        for (const QString& card : cards) {
            const std::string name = card.toStdString();
            select.bind(1, std::string_view(name));
            if (!select.step() || select.integer(0) != 1)
                lost += card;
            select.reset();
        }
        return lost;
    });
}

} // namespace

Result<MergeProof> typeWhileMerging(
    const fs::path& region, const fs::path& profile, const fs::path& scratch, unsigned least)
{
    MergeProof proof;
    const base::SystemClock clock;
    base::SystemRandom random;
    fs::remove_all(scratch);
    fs::create_directories(scratch);
    QStringList files;
    for (const fs::path& office : officesOf(region)) {
        const fs::path file = scratch / (office.stem().string() + ".patronat-batch");
        // A copy gives it out: the region stays as it is.
        const fs::path copy = copyInto(scratch, office);
        PATRONAT_LET(const auto store, openStore(copy, profile, clock, random));
        PATRONAT_TRY(exportAll(*store, file));
        files += QString::fromStdU16String(file.u16string());
    }
    const fs::path database = scratch / "supervisor.db";
    PATRONAT_TRY(makeSupervisor(database, region, profile, clock, random));
    QStringList cards;
    {
        QSettings settings(QString::fromStdU16String((scratch / "settings.ini").u16string()), QSettings::IniFormat);
        PATRONAT_LET(auto session, desktop::Session::open(database, profile.parent_path(), clock, settings));
        session->desk().author = { 0x5174, 1 }; // who works here has been said
        Desk desk(*session, proof);
        PATRONAT_TRY(desk.work(files, least));
        cards = desk.cards();
    }
    PATRONAT_LET(const auto merged, openStore(database, profile, clock, random));
    PATRONAT_LET(proof.lost, lostOf(*merged, cards));
    proof.digest = digestOf(*merged);
    const fs::path typed = scratch / "typed.patronat-batch";
    PATRONAT_TRY(exportAll(*merged, typed));
    const fs::path copy = copyInto(scratch, region / "region.db");
    PATRONAT_LET(const auto expected, openStore(copy, profile, clock, random));
    base::Job job;
    PATRONAT_LET(const auto report, exchange::mergeBatches(*expected, { typed }, {}, job));
    proof.expected = digestOf(*expected);
    proof.taken = static_cast<std::size_t>(files.size());
    proof.refused = static_cast<std::size_t>(std::count_if(report.batches.begin(), report.batches.end(),
        [](const exchange::BatchOutcome& batch) { return batch.refused.has_value(); }));
    return proof;
}

} // namespace patronat::tests

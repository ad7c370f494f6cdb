// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchange/shownexchange.h"

#include "core/exchange/export.h"
#include "core/exchange/identity.h"
#include "core/exchange/merge.h"
#include "ui/exchange/linetable.h"
#include "ui/exchange/takepanel.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <catch2/catch.hpp>

namespace patronat::tests {

namespace {

std::filesystem::path written(TestDesk& office, const std::filesystem::path& file)
{
    base::Job job;
    exchange::ExportOptions options;
    options.file = file;
    const auto report = exchange::exportBatch(office.desk().store, options, job);
    INFO((report ? std::string() : describe(report.error())));
    REQUIRE(report);
    return report->file;
}

} // namespace

ShownExchange::ShownExchange(bool certified)
{
    if (certified) {
        base::SeededRandom random(77);
        const vault::InstitutionKey key = vault::createInstitution("Region", random);
        REQUIRE(exchange::certifySite(m_here.desk().store, key, {}).ok());
        REQUIRE(exchange::certifySite(m_there.desk().store, key, {}).ok());
    }
    m_here.desk().languages.setLanguage(QStringLiteral("en"));
    m_page = std::make_unique<ui::ExchangePage>(m_here.desk(), nullptr);
    QObject::connect(m_page.get(), &ui::ExchangePage::opened,
        [this](const std::string& type, base::RecordId id) { opened.emplace_back(type, id); });
    m_hands = std::make_unique<Hands>(*m_page, m_here.desk().jobs);
    m_page->resize(1180, 700);
    m_page->show();
    REQUIRE(QTest::qWaitForWindowActive(m_page.get()));
    m_hands->settle();
}

QString ShownExchange::fileFromThere(const std::string& name)
{
    return QString::fromStdU16String(written(m_there, m_stick.file(name)).u16string());
}

void ShownExchange::bringThere()
{
    base::Job job;
    exchange::MergeOptions options;
    options.acceptUncertified = true;
    const auto report = exchange::mergeBatches(
        m_there.desk().store, { written(m_here, m_stick.file("here.patronat-batch")) }, options, job);
    REQUIRE(report);
    REQUIRE_FALSE(report->anyRefused());
}

QString ShownExchange::quarrel(base::RecordId& family)
{
    family = m_here.create("family", { { "name", "Сафины" }, { "phone", "111" } });
    bringThere();
    m_here.put("family", family, { { "phone", "222" } });
    m_there.clock().advance(60'000);
    m_there.put("family", family, { { "phone", "333" } });
    return fileFromThere();
}

void ShownExchange::takeIn(const QString& file)
{
    m_page->tabs()->setCurrentIndex(0);
    m_page->taking().look({ file });
    m_hands->settle();
    press("taking.take");
}

void ShownExchange::press(const char* name)
{
    auto* button = find<QPushButton>(name);
    REQUIRE(button != nullptr);
    REQUIRE(button->isVisible());
    REQUIRE(button->isEnabled());
    button->setFocus();
    m_hands->key(Qt::Key_Space);
}

QString ShownExchange::said(const char* name)
{
    auto* label = find<QLabel>(name);
    REQUIRE(label != nullptr);
    return label->text();
}

QString ShownExchange::cell(const char* table, int row, int column)
{
    auto* lines = find<ui::LineTable>(table);
    REQUIRE(lines != nullptr);
    return lines->lines().index(row, column).data().toString();
}

int ShownExchange::rows(const char* table)
{
    auto* lines = find<ui::LineTable>(table);
    REQUIRE(lines != nullptr);
    return lines->lines().rowCount();
}

} // namespace patronat::tests

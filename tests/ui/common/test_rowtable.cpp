// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/rowtable.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>
#include <catch2/catch.hpp>

#include <array>
#include <memory>

using namespace patronat;

namespace {

constexpr std::array kLetters { 10, 6 };

/// A name, a state and a remark, as tables of the window have them.
class Table
{
public:
    Table()
    {
        m_model.setHorizontalHeaderLabels({ u"Имя"_qs, u"Состояние"_qs, u"Примечание"_qs });
        m_view->setModel(&m_model);
        ui::makeRowTable(m_view.get());
        ui::setColumnLetters(m_view.get(), kLetters);
        m_view->resize(900, 200);
        m_view->show();
    }

    void line(const QString& name, const QString& state, const QString& remark)
    {
        m_model.appendRow(
            { new QStandardItem(name), new QStandardItem(state), new QStandardItem(remark) });
        QCoreApplication::processEvents();
    }

    bool isWhole(int column) const
    {
        for (int row = 0; row < m_model.rowCount(); ++row) {
            const QString text = m_model.index(row, column).data().toString();
            if (m_view->fontMetrics().horizontalAdvance(text) > m_view->columnWidth(column))
                return false;
        }
        return true;
    }

    QTableView& view() { return *m_view; }
    QStandardItemModel& model() { return m_model; }

private:
    QStandardItemModel m_model;
    std::unique_ptr<QTableView> m_view { std::make_unique<QTableView>() };
};

const QString kLong = u"Нигматуллина Миляуша Хайдаровна"_qs;

} // namespace

TEST_CASE("where there is room no cell ends in an ellipsis, also after lines have come or changed")
{
    Table table;
    table.line(u"Ли Анна"_qs, u"учёт"_qs, u"нет"_qs);
    CHECK(table.isWhole(0));
    table.line(kLong, u"группа риска"_qs, u"нет"_qs);
    CHECK(table.isWhole(0));
    CHECK(table.isWhole(1));
    table.model().item(0, 1)->setText(u"трудная жизненная ситуация"_qs);
    QCoreApplication::processEvents();
    CHECK(table.isWhole(1));
}

TEST_CASE("where there is no room columns give way, but not below the letters they were given")
{
    Table table;
    table.line(kLong, u"трудная жизненная ситуация"_qs, kLong);
    table.view().resize(360, 200);
    QCoreApplication::processEvents();
    CHECK_FALSE(table.isWhole(0));
    const ui::ColumnWish wish = ui::contentWish(table.view(), 0, kLetters[0]);
    CHECK(wish.least < wish.natural);
    CHECK(table.view().columnWidth(0) >= wish.least);
    CHECK(table.view().horizontalHeader()->length() <= table.view().viewport()->width());
}

TEST_CASE("a column that somebody drew keeps its width whatever comes")
{
    Table table;
    table.line(u"Ли Анна"_qs, u"учёт"_qs, u"нет"_qs);
    table.view().setColumnWidth(0, 77);
    table.line(kLong, u"учёт"_qs, u"нет"_qs);
    CHECK(table.view().columnWidth(0) == 77);
}

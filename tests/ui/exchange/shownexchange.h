// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/institution.h"
#include "tests/support/temporaryfolder.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/exchange/exchangepage.h"

#include <QStringList>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace patronat::tests {

/// Two offices and a stick between them; the page of the first one is open.
class ShownExchange
{
public:
    /// `certified`: both belong to one institution.
    explicit ShownExchange(bool certified = true);

    TestDesk& here() { return m_here; }
    TestDesk& there() { return m_there; }
    ui::ExchangePage& page() { return *m_page; }
    Hands& hands() { return *m_hands; }
    TemporaryFolder& stick() { return m_stick; }

    /// Everything the other office holds, as a file.
    QString fileFromThere(const std::string& name = "there.patronat-batch");
    /// The other office takes in all that is held here.
    void bringThere();
    /// A family that both hold; each gives it another telephone, and the file with the other's is returned.
    QString quarrel(base::RecordId& family);
    /// Looks at the file and takes it in, as a person does.
    void takeIn(const QString& file);

    template <typename T>
    T* find(const char* name)
    {
        return m_page->findChild<T*>(QString::fromLatin1(name));
    }
    void press(const char* name);
    QString said(const char* name);
    /// Cells of a table by row and column.
    QString cell(const char* table, int row, int column);
    int rows(const char* table);

    std::vector<std::pair<std::string, base::RecordId>> opened;

private:
    TestDesk m_here { 1 };
    TestDesk m_there { 2 };
    TemporaryFolder m_stick;
    std::unique_ptr<ui::ExchangePage> m_page;
    std::unique_ptr<Hands> m_hands;
};

} // namespace patronat::tests

// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/exchange/openquestions.h"

#include <QBoxLayout>
#include <QWidget>

#include <vector>

class QLabel;

namespace patronat::ui {

class LineTable;
class ReadFailure;
class SignView;

/// What else arrivals left for a person: findings, changes beside a signature, what waits for
/// another office.
class SignPanel final : public QWidget
{
    Q_OBJECT
public:
    SignPanel(Desk& desk, QWidget* parent);
    void show(std::vector<SignLine> signs, std::int64_t count);
    void words();

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void ask(int row);
    void decide(bool isKept);
    void sayHowMany(std::int64_t more);
    void openOf(int row);
    Desk& m_desk;
    std::vector<SignLine> m_signs;
    std::int64_t m_count = 0;
    LineTable* m_table;
    QLabel* m_said;
    ReadFailure* m_failure;
    SignView* m_view;
    QBoxLayout* m_across = nullptr;
    QString m_decided; ///< said with the list that comes after it
    unsigned m_asked = 0;
    bool m_isDeciding = false;
};

} // namespace patronat::ui

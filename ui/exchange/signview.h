// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/exchange/openquestions.h"

#include <QScrollArea>

#include <optional>

class QVBoxLayout;

namespace patronat::ui {

/// One finding: what is wrong, the two it is between, and where it is about a signature the presses
/// that decide it.
class SignView final : public QScrollArea
{
    Q_OBJECT
public:
    SignView(const Desk& desk, QWidget* parent);
    /// What the list knows; `question` where a signature is to be decided about.
    void show(const SignLine& line, std::optional<SignQuestion> question = {});
    void clear();
    void words();
    /// To the first thing that can be pressed.
    void takeFocus();
    const std::optional<SignQuestion>& question() const { return m_question; }

Q_SIGNALS:
    void kept(); ///< what is signed stays, what came beside is dismissed
    void cancelled(); ///< the signature falls
    void opened(const std::string& type, base::RecordId id);

private:
    void addLink(QVBoxLayout* column, const char* name, const std::string& type, base::RecordId id,
        const std::string& title);
    void addSignature(QVBoxLayout* column);
    QWidget* card(const journal::Operation& operation);
    void addValues(QVBoxLayout* column, const journal::Operation& operation);
    QString author(const journal::Operation& operation) const;
    QString veiled(const QString& text) const { return m_desk.privacy.veiled(text); }
    const Desk& m_desk;
    std::optional<SignLine> m_line;
    std::optional<SignQuestion> m_question;
};

} // namespace patronat::ui

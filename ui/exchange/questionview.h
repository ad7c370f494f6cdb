// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/exchange/openquestions.h"

#include <QScrollArea>

#include <optional>

class QVBoxLayout;

namespace patronat::ui {

/// One field that two people filled differently: what stood there, every value with who wrote it and when, one press to
/// decide.
class QuestionView final : public QScrollArea
{
    Q_OBJECT
public:
    QuestionView(const Desk& desk, QWidget* parent);
    void show(Question question);
    /// Instead of a question.
    void say(const QString& words);
    void words();
    const std::optional<Question>& question() const { return m_question; }

Q_SIGNALS:
    /// Counted from 1, as `exchange::resolveConflict` takes it.
    void decided(std::size_t candidate);
    void opened(const std::string& type, base::RecordId id);

private:
    void addHead(QVBoxLayout* column);
    QWidget* card(const journal::Candidate& candidate, std::size_t number);
    QString author(const journal::Candidate& candidate) const;
    QString veiled(const QString& text) const { return m_desk.privacy.veiled(text); }
    const Desk& m_desk;
    std::optional<Question> m_question;
    QString m_said;
};

} // namespace patronat::ui

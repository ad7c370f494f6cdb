// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/documentmove.h"
#include "ui/common/desk.h"

#include <QDialog>

#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace patronat::ui {

class ChoiceBox;

/// Moves a document that was entered in the wrong case to the right one: the family is searched for
/// as one types, who of the wrong family stands in the document is asked about, and both cases will
/// say so with the reason. Nothing is written before the button is pressed.
class MoveDialog final : public QDialog
{
    Q_OBJECT
public:
    MoveDialog(Desk& desk, base::RecordId document, QWidget* parent);

Q_SIGNALS:
    void moved(const QString& words);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Question
    {
        process::MoveQuestion question;
        std::string meant; ///< titles
        std::vector<std::string> options;
    };
    struct Outlook
    {
        process::MovePlan plan;
        std::vector<Question> questions;
    };
    void build();
    void search();
    process::MoveAsked asked() const;
    void judge();
    void show(const Outlook& outlook);
    void ask(const std::vector<Question>& questions);
    void carryOut();
    void say(const base::Error& error);

    Desk& m_desk;
    base::RecordId m_document;
    QLineEdit* m_search;
    QListWidget* m_families;
    QVBoxLayout* m_questions;
    QPlainTextEdit* m_reason;
    QLabel* m_said;
    QPushButton* m_do = nullptr;
    QTimer* m_later;
    QTimer* m_pause;
    std::vector<std::pair<std::string, ChoiceBox*>> m_answers;
    base::RecordId m_askedFor; ///< the family whose questions stand there
    unsigned m_asked = 0;
    unsigned m_searched = 0;
};

} // namespace patronat::ui

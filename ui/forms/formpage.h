// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/recordform.h"

#include <QWidget>

#include <functional>

class QAction;
class QFrame;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace patronat::ui {

/// A form with what one does with it: its title and state, saving, signing, its history, what went
/// wrong in words. Stands alone or within a case.
class FormPage final : public QWidget
{
    Q_OBJECT
public:
    enum class Frame
    {
        Alone, ///< with the record's title
        Within ///< the page around it says whose it is
    };
    FormPage(Desk& desk, const std::string& type, Frame frame, QWidget* parent);

    RecordForm& form() { return *m_form; }
    FormSession& session() { return m_form->session(); }
    void save();
    /// Puts widgets of the page around it into the head: one at its beginning, one at its end.
    void dress(QWidget* left, QWidget* right);

    /// What is to be thought over before this record is signed; said with the question.
    void setCaution(const QString& words) { m_caution = words; }

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void saved(base::RecordId id);
    void removed();
    /// "saved", "not saved yet", … for the line at the window's foot.
    void stateChanged(const QString& words);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHead(Frame frame);
    void buildNotice();
    void buildSections();
    void words();
    void refresh();
    /// Asks and takes the focus where there is something to press.
    void say(const QString& text, const QString& action = {}, std::function<void()> run = {});
    /// The same beside somebody's typing: the focus stays.
    void mention(const QString& text, const QString& action = {}, std::function<void()> run = {});
    void tellElsewhere();
    void hideNotice();
    void showError(const base::Error& error);
    void sayIncomplete(const QStringList& lines);
    void sign();
    /// Shows why the record is unusual, and signs with what is answered.
    void askReason(const std::vector<AskedLine>& asked);
    void history(bool ofField);
    void compareResults();
    QString stateWords() const;
    void fitSections();

    Desk& m_desk;
    RecordForm* m_form;
    QHBoxLayout* m_head;
    QLabel* m_title;
    QLabel* m_badge;
    QLabel* m_state;
    QPushButton* m_save;
    QPushButton* m_sign;
    QToolButton* m_more;
    bool m_isDraftTold = false;
    QAction* m_discard = nullptr; ///< of its menu
    QFrame* m_notice;
    QLabel* m_noticeText;
    QString m_caution;
    QPushButton* m_noticeAction;
    QWidget* m_sections;
    QScrollArea* m_scroll;
    std::function<void()> m_noticeRun;
    bool m_hasBeenSaved = false;
    bool m_isElsewhereTold = false;
    bool m_isSavedBeside = false;
    bool m_hasSections = false;
};

} // namespace patronat::ui

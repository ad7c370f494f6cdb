// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/candidates.h"
#include "ui/forms/fieldeditor.h"

class QAction;
class QCompleter;
class QLineEdit;
class QStandardItemModel;
class QTimer;

namespace patronat::ui {

/// Another record, found as one types. What is not there yet can be made on the spot; Ctrl+Enter
/// opens what is named.
class ReferenceEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ReferenceEditor(Place place, QWidget* parent);
    void fill(const base::Fields& values, const Titles& titles) override;
    void read(base::Fields& into) const override;
    QString misread() const override;
    void typeBack(const QString& text) override;
    void setReadOnly(bool readOnly) override;
    QList<QWidget*> inputs() const override;

protected:
    QString rawText() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();
    void offer(const std::vector<Candidate>& found);
    void choose(int row);
    void take(base::RecordId id, const QString& title);
    void make(const QString& text);
    bool mayMake() const;
    QLineEdit* m_line;
    QAction* m_open;
    QStandardItemModel* m_model;
    QCompleter* m_completer;
    QTimer* m_pause;
    base::RecordId m_id;
    QString m_title;
    unsigned m_asked = 0; ///< only the answer to the last question is shown
};

} // namespace patronat::ui

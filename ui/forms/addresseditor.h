// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

#include <string>
#include <vector>

class QLineEdit;

namespace patronat::ui {

/// An address: its parts side by side as on an envelope. Each part is a field of its own for the journal.
class AddressEditor final : public FieldEditor
{
    Q_OBJECT
public:
    AddressEditor(Place place, QWidget* parent);
    void fill(const base::Fields& values, const Titles& titles) override;
    void read(base::Fields& into) const override;
    void setReadOnly(bool readOnly) override;
    QList<QWidget*> inputs() const override;

protected:
    void labelChanged(const QString& label) override;

private:
    struct Part
    {
        std::string id; ///< "addrFact.street"
        QLineEdit* line;
        QString label;
    };
    std::vector<Part> m_parts;
};

} // namespace patronat::ui

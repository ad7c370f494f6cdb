// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QImage>

class QLabel;
class QScrollArea;

namespace patronat::ui {

/// A picture of an attachment as large as the screen has room for; + and - make it larger and smaller, 0 fits it into the
/// window, the arrows move it, Esc closes. Deletes itself; GUI thread.
class ScanPreview final : public QDialog
{
    Q_OBJECT
public:
    ScanPreview(const QString& name, QImage picture, QWidget* parent);
    /// Of the picture's own size; 1 is one dot on one dot.
    double zoom() const { return m_zoom; }

Q_SIGNALS:
    void elsewhereWanted(); ///< in the program of this computer that opens such files

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void zoomTo(double zoom);
    void step(double factor);
    void fit();

    QImage m_picture;
    QLabel* m_shown;
    QScrollArea* m_area;
    QLabel* m_percent;
    double m_zoom = 1;
    bool m_isFitted = true;
};

} // namespace patronat::ui

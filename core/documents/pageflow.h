// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagebreaks.h"

#include <QTextDocument>

#include <map>
#include <set>

class QPaintDevice;

namespace patronat::documents {

/// A paper's HTML as a document that may load nothing but what the program itself carries (res:), laid out as
/// one endless page for a device. One thread, which needs a QGuiApplication for its fonts.
class FlowDocument : public QTextDocument {
public:
    explicit FlowDocument(const std::string& html);

    /// Lays the text out for this width of this device and says where it may be cut.
    Flow layOut(QPaintDevice& device, double width);

    /// Addresses that were asked for and refused.
    const std::set<QString>& refused() const { return m_refused; }

protected:
    QVariant loadResource(int type, const QUrl& name) override;

private:
    void readMarks();
    void readForcedBreaks();

    std::map<int, std::vector<int>> m_groups; ///< number -> block numbers
    std::set<int> m_forcedBlocks; ///< block numbers that begin a page
    std::set<QString> m_refused;
};

} // namespace patronat::documents

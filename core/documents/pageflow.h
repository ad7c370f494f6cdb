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

    /// Takes the lines of a block cut here that lie above the cut out of the way: Qt paints one line more than
    /// its clip says, unseen and then found by whoever selects the text. For painting downwards only.
    void hideLinesAbove(double y);

    /// Addresses that were asked for and refused.
    const std::set<QString>& refused() const { return m_refused; }

protected:
    QVariant loadResource(int type, const QUrl& name) override;

private:
    void readMarks();
    void readForcedBreaks();
    /// Of a block; of the row it is in, when it is in a table.
    Span placeOf(int number, const Flow& flow) const;

    struct PlacedBlock {
        int number;
        std::vector<Span> lines;
    };
    std::vector<PlacedBlock> m_placed; ///< blocks of several lines, as laid out
    std::map<int, std::vector<int>> m_groups; ///< number -> block numbers
    std::set<int> m_forcedBlocks; ///< block numbers that begin a page
    std::set<QString> m_refused;
};

} // namespace patronat::documents

// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/pagebreaks.h"

#include <algorithm>
#include <optional>

namespace patronat::documents {

namespace {

// A layout rounds to 1/64 pixel; what differs by less is the same place.
constexpr double kSame = 0.5;

bool crosses(const Span& span, double y) { return span.top < y - kSame && span.bottom > y + kSame; }

/// Finds the cut of one page: what lies between its start and its limit.
class PageCutter {
public:
    PageCutter(const Flow& flow, double start, double limit)
        : m_start(start)
        , m_limit(limit)
    {
        take(flow.lines, m_lines);
        take(flow.rows, m_rows);
        take(flow.groups, m_groups);
        for (const auto* spans : { &m_lines, &m_rows })
            for (const Span& span : *spans)
                m_starts.push_back(span.top);
        std::ranges::sort(m_starts, std::greater<> {});
    }

    double cut() const
    {
        if (auto y = lastOf({ &m_lines, &m_rows, &m_groups }))
            return *y;
        if (auto y = lastOf({ &m_lines, &m_rows }))
            return *y;
        if (auto y = lastOf({ &m_lines }))
            return *y;
        return m_limit;
    }

private:
    void take(const std::vector<Span>& from, std::vector<Span>& to) const
    {
        const double room = m_limit - m_start;
        for (const Span& span : from)
            if (span.bottom > m_start + kSame && span.top <= m_limit + room && span.height() <= room + kSame)
                to.push_back(span);
    }

    std::optional<double> lastOf(std::initializer_list<const std::vector<Span>*> kept) const
    {
        for (const double y : m_starts)
            if (y > m_start + kSame && isFree(y, kept))
                return y;
        return std::nullopt;
    }

    bool isFree(double y, std::initializer_list<const std::vector<Span>*> kept) const
    {
        for (const auto* spans : kept)
            for (const Span& span : *spans)
                if (crosses(span, y))
                    return false;
        for (const auto* spans : { &m_lines, &m_rows })
            for (const Span& span : *spans)
                if (span.top < y - kSame && span.bottom > m_limit + kSame
                    && (spans == &m_lines || kept.size() > 1))
                    return false;
        return true;
    }

    double m_start;
    double m_limit;
    std::vector<Span> m_lines;
    std::vector<Span> m_rows;
    std::vector<Span> m_groups;
    std::vector<double> m_starts; ///< of lines and rows, from the last
};

Span headAt(const Flow& flow, double start)
{
    for (const HeadedTable& table : flow.tables)
        if (start > table.head.bottom + kSame && start < table.all.bottom - kSame)
            return table.head;
    return {};
}

std::optional<double> forcedAfter(const Flow& flow, double start, double limit)
{
    for (const double y : flow.forced)
        if (y > start + kSame)
            return y <= limit + kSame ? std::optional(y) : std::nullopt;
    return std::nullopt;
}

} // namespace

std::vector<PageCut> cutIntoPages(const Flow& flow, double pageHeight)
{
    std::vector<PageCut> pages;
    double start = 0;
    while (start < flow.height - kSame || pages.empty()) {
        Span head = headAt(flow, start);
        if (head.height() > pageHeight / 2)
            head = {};
        const double limit = start + pageHeight - head.height();
        double end = std::max(flow.height, start);
        if (const auto forced = forcedAfter(flow, start, limit))
            end = *forced;
        else if (end > limit + kSame)
            end = PageCutter(flow, start, limit).cut();
        pages.push_back({ { start, end }, head });
        start = end;
    }
    return pages;
}

} // namespace patronat::documents

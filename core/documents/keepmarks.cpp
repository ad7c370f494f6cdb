// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/keepmarks.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <cctype>
#include <vector>

namespace patronat::documents {

namespace {

constexpr std::string_view kBlank = " \t\r\n";

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

struct Attribute {
    std::string name;
    std::string_view value;
    std::string_view source; ///< as written, with its quotes
};

/// Reads the attributes of one tag; forgiving, as HTML is.
std::vector<Attribute> attributesOf(std::string_view tag)
{
    std::vector<Attribute> out;
    std::size_t at = tag.find_first_of(" \t\r\n/");
    while (at != std::string_view::npos && at < tag.size()) {
        at = tag.find_first_not_of(" \t\r\n/", at);
        if (at == std::string_view::npos)
            break;
        const std::size_t begin = at;
        const std::size_t nameEnd = std::min(tag.find_first_of(" \t\r\n=/", at), tag.size());
        Attribute attribute { lowered(tag.substr(at, nameEnd - at)), {}, {} };
        at = tag.find_first_not_of(kBlank, nameEnd);
        if (at != std::string_view::npos && tag[at] == '=') {
            at = std::min(tag.find_first_not_of(kBlank, at + 1), tag.size());
            const bool quoted = at < tag.size() && (tag[at] == '"' || tag[at] == '\'');
            const std::size_t valueBegin = quoted ? at + 1 : at;
            std::size_t valueEnd = quoted ? tag.find(tag[at], valueBegin)
                                          : tag.find_first_of(" \t\r\n", valueBegin);
            valueEnd = std::min(valueEnd, tag.size());
            attribute.value = tag.substr(valueBegin, valueEnd - valueBegin);
            at = std::min(quoted ? valueEnd + 1 : valueEnd, tag.size());
        } else {
            at = nameEnd;
        }
        attribute.source = tag.substr(begin, at - begin);
        out.push_back(std::move(attribute));
    }
    return out;
}

bool isKept(const std::vector<Attribute>& attributes)
{
    for (const Attribute& attribute : attributes) {
        if (attribute.name != "class")
            continue;
        const std::string words = ' ' + lowered(attribute.value) + ' ';
        if (words.find(" keep ") != std::string::npos)
            return true;
    }
    return false;
}

bool isRefused(const Attribute& attribute)
{
    return attribute.name == "href" || attribute.name.starts_with("on");
}

bool isRewritten(const Attribute& attribute) { return isRefused(attribute) || attribute.name == "style"; }

/// Style text with the lengths of boxes in pixels of 1/96 inch; sizes of fonts stay as they are.
std::string inPixels(std::string_view css)
{
    static const QRegularExpression declaration(
        QStringLiteral("\\b(?:margin|padding|text-indent|border|width|height)[a-z-]*\\s*:[^;}\"]*"));
    static const QRegularExpression length(QStringLiteral("(\\d*\\.?\\d+)(pt|mm|cm|in)\\b"));
    QString text = QString::fromUtf8(css.data(), static_cast<qsizetype>(css.size()));
    for (auto found = declaration.match(text); found.hasMatch();
         found = declaration.match(text, found.capturedStart() + 1)) {
        QString inside = found.captured();
        for (auto part = length.match(inside); part.hasMatch(); part = length.match(inside)) {
            const QString unit = part.captured(2);
            const double inches = unit == QLatin1String("pt") ? 1.0 / 72
                : unit == QLatin1String("mm")                 ? 1 / 25.4
                : unit == QLatin1String("cm")                 ? 1 / 2.54
                                                              : 1.0;
            const double pixels = part.captured(1).toDouble() * inches * 96;
            inside.replace(part.capturedStart(), part.capturedLength(), QString::number(pixels, 'f', 2) + QStringLiteral("px"));
        }
        text.replace(found.capturedStart(), found.capturedLength(), inside);
    }
    return text.toStdString();
}

std::string markOf(int group)
{
    QString mark(kMarkLength, QChar(kMark));
    for (int i = 0; i < 4; ++i)
        mark[4 - i] = QChar(static_cast<char16_t>(kMarkDigits + (group >> (4 * i) & 15)));
    return mark.toStdString();
}

/// Walks the tags of a document once.
class KeepMarker {
public:
    explicit KeepMarker(std::string_view html) : m_html(html) { m_out.reserve(html.size() + 1024); }

    std::string run()
    {
        std::size_t at = 0;
        while (at < m_html.size()) {
            const std::size_t open = std::min(m_html.find('<', at), m_html.size());
            text(m_html.substr(at, open - at));
            if (open == m_html.size())
                break;
            at = m_html.substr(open).starts_with("<!") ? comment(open) : tag(open);
        }
        return std::move(m_out);
    }

private:
    void text(std::string_view piece)
    {
        const std::size_t first = piece.find_first_not_of(kBlank);
        if (m_depth == 0 || first == std::string_view::npos) {
            m_out += piece;
            return;
        }
        m_out += piece.substr(0, first);
        m_out += markOf(m_group);
        m_out += piece.substr(first);
    }

    std::size_t comment(std::size_t open)
    {
        const bool isComment = m_html.substr(open).starts_with("<!--");
        const std::string_view close = isComment ? "-->" : ">";
        const std::size_t end = m_html.find(close, open);
        const std::size_t next = end == std::string_view::npos ? m_html.size() : end + close.size();
        m_out += m_html.substr(open, next - open);
        return next;
    }

    std::size_t tag(std::size_t open)
    {
        const std::size_t close = std::min(m_html.find('>', open), m_html.size());
        const std::string_view inside = m_html.substr(open + 1, close - open - 1);
        const bool closing = inside.starts_with('/');
        const std::string name = nameOf(closing ? inside.substr(1) : inside);
        const std::vector<Attribute> attributes
            = closing ? std::vector<Attribute> {} : attributesOf(inside);
        count(name, closing, inside.ends_with('/'), attributes);
        emitTag(inside, attributes);
        const std::size_t next = std::min(close + 1, m_html.size());
        if (!closing && (name == "style" || name == "title" || name == "script"))
            return raw(name, next);
        return next;
    }

    /// The content of a style sheet is no text.
    std::size_t raw(const std::string& name, std::size_t begin)
    {
        const std::size_t end = std::min(m_html.find("</" + name, begin), m_html.size());
        const std::string_view content = m_html.substr(begin, end - begin);
        m_out += name == "style" ? inPixels(content) : std::string(content);
        return end;
    }

    static std::string nameOf(std::string_view inside)
    {
        return lowered(inside.substr(0, inside.find_first_of(" \t\r\n/")));
    }

    /// Only the outermost kept element counts; its end is found by counting elements of its name.
    void count(const std::string& name, bool closing, bool empty, const std::vector<Attribute>& attributes)
    {
        if (m_depth == 0) {
            if (closing || empty || !isKept(attributes))
                return;
            m_name = name;
            m_depth = 1;
            m_group = (m_group + 1) & 0xFFFF;
        } else if (name == m_name && !empty) {
            m_depth += closing ? -1 : 1;
        }
    }

    void emitTag(std::string_view inside, const std::vector<Attribute>& attributes)
    {
        if (std::ranges::none_of(attributes, isRewritten)) {
            m_out += '<';
            m_out += inside;
            m_out += '>';
            return;
        }
        m_out += '<';
        m_out += inside.substr(0, inside.find_first_of(" \t\r\n/"));
        for (const Attribute& attribute : attributes)
            if (attribute.name == "style")
                m_out += ' ' + inPixels(attribute.source);
            else if (!isRefused(attribute))
                m_out += ' ' + std::string(attribute.source);
        m_out += inside.ends_with('/') ? "/>" : ">";
    }

    std::string_view m_html;
    std::string m_out;
    std::string m_name; ///< of the kept element we are in
    int m_depth = 0; ///< elements of that name open
    int m_group = 0;
};

} // namespace

std::string withKeepMarks(std::string_view html) { return KeepMarker(html).run(); }

} // namespace patronat::documents

// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/sourcetree.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace patronat::arch {

namespace fs = std::filesystem;

namespace {

/// Copies code character by character, leaving out what is no code.
class Stripper
{
public:
    Stripper(std::string_view code, Literals literals)
        : m_code(code)
        , m_literals(literals)
    {
    }

    std::string run()
    {
        while (m_at < m_code.size())
            step();
        return std::move(m_out);
    }

private:
    void step()
    {
        if (startsWith("//"))
            skipTo("\n", 0);
        else if (startsWith("/*"))
            skipTo("*/", 2);
        else if (startsWith("R\"") && !insideWord())
            rawString();
        else if (m_code[m_at] == '"' || (m_code[m_at] == '\'' && !insideWord()))
            literal(m_code[m_at]);
        else
            m_out += m_code[m_at++];
    }

    bool startsWith(std::string_view what) const
    {
        return m_code.substr(m_at, what.size()) == what;
    }

    /// 1'000'000 holds no literal.
    bool insideWord() const
    {
        return m_at > 0 && std::isalnum(static_cast<unsigned char>(m_code[m_at - 1])) != 0;
    }

    void skipTo(std::string_view end, std::size_t extra)
    {
        const auto found = m_code.find(end, m_at);
        const auto stop = found == std::string_view::npos ? m_code.size() : found + extra;
        keepLines(stop);
    }

    void keepLines(std::size_t stop)
    {
        const auto part = m_code.substr(m_at, stop - m_at);
        m_out.append(static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n')), '\n');
        m_at = stop;
    }

    void rawString()
    {
        const auto open = m_code.find('(', m_at);
        const auto tag = std::string(m_code.substr(m_at + 2, open - m_at - 2));
        const auto close = m_code.find(")" + tag + "\"", m_at);
        finish(close == std::string_view::npos ? m_code.size() : close + tag.size() + 2);
    }

    void literal(char quote)
    {
        auto end = m_at + 1;
        while (end < m_code.size() && m_code[end] != quote && m_code[end] != '\n')
            end += m_code[end] == '\\' ? 2U : 1U;
        finish(std::min(end + 1, m_code.size()));
    }

    void finish(std::size_t stop)
    {
        if (m_literals == Literals::Drop) {
            m_out += "\"\"";
            keepLines(stop);
            return;
        }
        m_out += m_code.substr(m_at, stop - m_at);
        m_at = stop;
    }

    std::string_view m_code;
    Literals m_literals;
    std::size_t m_at = 0;
    std::string m_out;
};

} // namespace

std::string readText(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw std::runtime_error("cannot read " + file.string());
    return { std::istreambuf_iterator<char>(stream), {} };
}

std::vector<SourceFile> readTree(const fs::path& root, const std::vector<std::string>& folders,
    const std::vector<std::string>& endings)
{
    std::vector<SourceFile> files;
    for (const auto& folder : folders) {
        if (!fs::is_directory(root / folder))
            continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const auto ending = entry.path().extension().string();
            if (entry.is_regular_file()
                && std::find(endings.begin(), endings.end(), ending) != endings.end())
                files.push_back(
                    { fs::relative(entry.path(), root).generic_string(), readText(entry.path()) });
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

std::string withoutComments(std::string_view code, Literals literals)
{
    return Stripper(code, literals).run();
}

std::vector<Include> includesOf(std::string_view code)
{
    static const std::regex pattern(R"([ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"].*)");
    std::stringstream lines(withoutComments(code, Literals::Keep));
    std::vector<Include> found;
    std::string line;
    std::smatch match;
    while (std::getline(lines, line))
        if (line.find('#') != std::string::npos && std::regex_match(line, match, pattern))
            found.push_back({ match[2].str(), match[1].str() == "\"" });
    return found;
}

std::string folderOf(std::string_view path)
{
    const auto first = path.find('/');
    if (first == std::string_view::npos)
        return {};
    const auto second = path.find('/', first + 1);
    return std::string(path.substr(0, second == std::string_view::npos ? first : second));
}

} // namespace patronat::arch

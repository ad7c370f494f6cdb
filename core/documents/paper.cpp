// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/paper.h"

#include "core/db/connection.h"
#include "core/documents/odt.h"
#include "core/documents/pageprinter.h"
#include "core/documents/papermodel.h"
#include "core/store/outputfile.h"
#include "core/store/sqlfunctions.h"

namespace patronat::documents {

namespace {

using base::ErrorCode;
using store::PaperWord;

base::Result<std::string> filled(
    const std::string& file, const std::string& text, const PaperModel& model, Markup markup)
{
    PATRONAT_LET(const Template form, Template::parse(file, text, model.keys));
    return form.render(model.node, markup);
}

base::Result<std::string> filledFile(
    const std::filesystem::path& path, const PaperModel& model, Markup markup)
{
    PATRONAT_LET(const std::string text, store::readFile(path));
    return filled(path.filename().string(), text, model, markup);
}

PaperSheet sheetOf(
    const PaperPlan& plan, const profile::Profile& profile, const PaperOptions& options)
{
    PaperSheet sheet;
    sheet.landscape = plan.landscape;
    sheet.left = plan.margins[0];
    sheet.top = plan.margins[1];
    sheet.right = plan.margins[2];
    sheet.bottom = plan.margins[3];
    sheet.pageWords = store::wordOf(profile, PaperWord::Page, options.language);
    if (options.demo)
        sheet.mark = store::wordOf(profile, PaperWord::Demo, options.language);
    sheet.title = profile::labelIn(plan.label, options.language);
    sheet.date = options.today;
    return sheet;
}

/// A line of plain text out of HTML text: the page bands are painted, not laid out.
std::string plainText(std::string text)
{
    constexpr std::pair<const char*, const char*> kEntities[] { { "&lt;", "<" }, { "&gt;", ">" },
        { "&quot;", "\"" }, { "&#39;", "'" }, { "<br/>", " " }, { "&amp;", "&" } };
    for (const auto& [entity, character] : kEntities)
        for (std::size_t at = text.find(entity); at != std::string::npos;
             at = text.find(entity, at + 1))
            text.replace(at, std::string_view(entity).size(), character);
    return text;
}

base::Result<std::string> filledLine(
    const PaperPlan& plan, const std::string& text, const PaperModel& model)
{
    PATRONAT_LET(std::string line, filled(plan.id + ".json", text, model, Markup::Html));
    return plainText(std::move(line));
}

/// On screen the mark stands on top of the page, as on paper.
std::string markedHtml(std::string html, const std::string& mark)
{
    if (mark.empty() || html.find(mark) != std::string::npos)
        return html;
    const std::string line = "<p align=\"right\">" + mark + "</p>";
    const std::size_t body = html.find("<body");
    const std::size_t end = body == std::string::npos ? body : html.find('>', body);
    return end == std::string::npos ? line + html : html.insert(end + 1, line);
}

/// A layer of the profile may replace one form of a paper and leave the rest.
std::filesystem::path formOf(
    const profile::Profile& profile, const PaperPlan& plan, const std::string& ending)
{
    const auto found = profile.templateForms.find(plan.id + ending);
    return found == profile.templateForms.end()
        ? plan.folder / (plan.id + ending)
        : std::filesystem::path(profile.locate(found->second));
}

base::Status checkForm(const std::string& file, const std::string& text, const Keys& keys)
{
    PATRONAT_TRY(Template::parse(file, text, keys));
    return {};
}

base::Status checkPaper(
    db::Connection& connection, const profile::Profile& profile, const std::string& id)
{
    PATRONAT_LET(const PaperPlan plan, readPaperPlan(profile, id));
    base::Fields given { { "today", {} }, { "language", {} }, { "demo", {} } };
    for (const std::string& name : plan.given)
        given.insert({ name, {} });
    PATRONAT_LET(const Keys keys, readPaperKeys(connection, plan, given));
    PATRONAT_TRY(checkForm(id + ".json", plan.header, keys));
    PATRONAT_TRY(checkForm(id + ".json", plan.footer, keys));
    for (const char* ending : { ".html", ".fodt" }) {
        const std::filesystem::path form = formOf(profile, plan, ending);
        if (std::string_view(ending) == ".fodt" && !std::filesystem::exists(form))
            continue;
        PATRONAT_LET(const std::string text, store::readFile(form));
        PATRONAT_TRY(checkForm(form.filename().string(), text, keys));
    }
    return {};
}

} // namespace

base::Result<Rendered> renderPaper(db::Connection& connection, const profile::Profile& profile,
    std::string_view templateId, base::RecordId record, const PaperOptions& options)
{
    PATRONAT_LET(const PaperPlan plan, readPaperPlan(profile, templateId));
    store::registerSqlFunctions(connection, profile, options.language);
    Rendered paper { plan.id, sheetOf(plan, profile, options), {}, {} };
    base::Fields given { { "today", options.today }, { "language", options.language },
        { "demo", paper.sheet.mark.empty() ? base::Value() : base::Value(paper.sheet.mark) } };
    for (const std::string& name : plan.given) {
        const auto at = options.given.find(name);
        given.insert({ name, at == options.given.end() ? base::Value() : at->second });
    }
    PATRONAT_LET(const PaperModel model, readPaperModel(connection, plan, record, given));
    PATRONAT_LET(paper.sheet.header, filledLine(plan, plan.header, model));
    PATRONAT_LET(paper.sheet.footer, filledLine(plan, plan.footer, model));
    PATRONAT_LET(paper.html, filledFile(formOf(profile, plan, ".html"), model, Markup::Html));
    const std::filesystem::path flat = formOf(profile, plan, ".fodt");
    if (std::filesystem::exists(flat)) {
        PATRONAT_LET(const std::string text, filledFile(flat, model, Markup::Xml));
        PATRONAT_LET(
            paper.flatOdt, markedFlatOdt(text, paper.sheet.mark, flat.filename().string()));
    }
    return paper;
}

std::vector<base::Error> paperProblems(db::Connection& connection, const profile::Profile& profile)
{
    std::vector<base::Error> out;
    store::registerSqlFunctions(connection, profile, "ru");
    for (const auto& [id, file] : profile.templates)
        if (const base::Status sound = checkPaper(connection, profile, id); !sound)
            out.push_back(sound.error());
    return out;
}

base::Result<int> printOn(const Rendered& paper, QPagedPaintDevice& device)
{
    return printHtml(paper.html, paper.sheet, device);
}

base::Result<QByteArray> pdfOf(const Rendered& paper)
{
    return pdfOfHtml(paper.html, paper.sheet);
}

base::Result<std::vector<QImage>> imagesOf(const Rendered& paper, int dotsPerInch)
{
    return imagesOfHtml(paper.html, paper.sheet, dotsPerInch);
}

base::Status writePdf(const Rendered& paper, const std::filesystem::path& path)
{
    PATRONAT_LET(const QByteArray pdf, pdfOf(paper));
    return store::writeFile(path, pdf);
}

base::Status writeOdt(const Rendered& paper, const std::filesystem::path& path)
{
    if (!paper.flatOdt)
        return { ErrorCode::NotFound, { "form", paper.templateId + ".fodt" } };
    if (path.extension() == ".fodt")
        return store::writeFile(path, QByteArray::fromStdString(*paper.flatOdt));
    PATRONAT_LET(const QByteArray package, odtOf(*paper.flatOdt, paper.templateId + ".fodt"));
    return store::writeFile(path, package);
}

base::Status writeHtml(const Rendered& paper, const std::filesystem::path& path)
{
    return store::writeFile(
        path, QByteArray::fromStdString(markedHtml(paper.html, paper.sheet.mark)));
}

} // namespace patronat::documents

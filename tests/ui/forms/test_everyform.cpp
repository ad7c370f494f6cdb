// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/sampleworld.h"
#include "tests/ui/support/testdesk.h"
#include "ui/forms/childtable.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/formpage.h"
#include "ui/forms/readvalue.h"
#include "ui/forms/signreasondialog.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <set>
#include <stdexcept>

using namespace patronat;
using base::Fields;
using base::RecordId;
using base::Value;
using profile::FieldType;
using tests::SampleWorld;
using tests::TestDesk;
using ui::FieldEditor;
using ui::FormPage;

namespace {

constexpr int kPatienceMs = 5000;

/// A form alone in its window.
struct Open
{
    Open(TestDesk& office, const std::string& type)
        : desk(office.desk())
        , page(desk, type, FormPage::Frame::Alone, nullptr)
    {
        page.resize(1100, 700);
        page.show();
    }
    void settle()
    {
        for (int quiet = 0; quiet < 3; quiet = desk.jobs.isBusy() ? 0 : quiet + 1)
            QTest::qWait(2);
    }
    bool isReady()
    {
        return QTest::qWaitFor(
            [&] { return session().state() == ui::FormSession::State::Ready; }, kPatienceMs);
    }
    ui::FormSession& session() { return page.session(); }
    /// Those of the record itself, not of the lines below it.
    std::vector<FieldEditor*> editors()
    {
        for (int i = 0; i < page.form().headings().size(); ++i)
            page.form().heading(i); // builds what is folded
        std::vector<FieldEditor*> own;
        for (FieldEditor* editor : page.findChildren<FieldEditor*>()) {
            const QWidget* above = editor->parentWidget();
            while (above != nullptr && qobject_cast<const ui::ChildTable*>(above) == nullptr)
                above = above->parentWidget();
            if (above == nullptr)
                own.push_back(editor);
        }
        return own;
    }
    ui::Desk& desk;
    FormPage page;
};

/// Fills what shows, and what shows because of it, each field through its own editor.
Fields fillAll(Open& form, SampleWorld& world, std::size_t variant)
{
    Fields filled;
    const profile::RecordType& type = form.session().type();
    for (bool grew = true; grew;) {
        grew = false;
        form.session().judgeNow();
        for (FieldEditor* editor : form.editors()) {
            const profile::Field& field = editor->field();
            if (filled.count(field.id) != 0 || !form.session().isVisible(field.id)
                || !field.signingExpression.empty() || world.isLeftOut(type.id, field.id))
                continue;
            Fields values = form.session().values();
            bool hasAny = false;
            for (const profile::Field& part : type.fields) {
                const bool isHere
                    = part.id == field.id || (part.partOf == field.id && part.part != "mark");
                if (!isHere || !part.isStored())
                    continue;
                const Value value = world.value(type, part, variant);
                if (value.isNull())
                    continue;
                values[part.id] = value;
                filled[part.id] = value;
                hasAny = true;
            }
            if (!hasAny)
                continue;
            filled.insert({ field.id, {} }); // an address has parts only
            editor->fill(values, form.session().titles());
            Q_EMIT editor->edited();
            grew = true;
        }
    }
    std::erase_if(filled, [](const auto& one) { return one.second.isNull(); });
    return filled;
}

std::string words(const QStringList& lines)
{
    return lines.join(QStringLiteral("; ")).toStdString();
}

/// What went wrong with one type, all of it: the next form is tried all the same.
using Problems = std::vector<std::string>;

void checkValues(const store::Record& record, const Fields& filled, Problems& problems)
{
    for (const auto& [field, value] : filled) {
        const auto at = record.values.find(field);
        if (at == record.values.end() || at->second != value)
            problems.push_back(field + " was saved as something else");
    }
}

/// Opened anew, each editor holds what was written.
void checkShown(TestDesk& office, const std::string& type, RecordId id, const Fields& filled,
    Problems& problems)
{
    Open form(office, type);
    form.session().open(id);
    REQUIRE(form.isReady());
    form.settle();
    Fields shown;
    for (const FieldEditor* editor : form.editors())
        editor->read(shown);
    for (const auto& [field, value] : filled)
        if (shown.count(field) == 0 || shown[field] != value)
            problems.push_back(field + " is something else in the form opened anew");
}

/// Signed, each value that was written stands there to be read, and can be typed over no more.
void checkRead(TestDesk& office, const std::string& type, RecordId id, const Fields& filled,
    Problems& problems)
{
    Open form(office, type);
    form.session().open(id);
    REQUIRE(form.isReady());
    form.settle();
    for (int i = 0; i < form.page.form().headings().size(); ++i)
        form.page.form().heading(i);
    if (!form.session().isSigned())
        problems.emplace_back("is not shown as signed");
    std::set<std::string> read;
    for (const ui::ReadValue* value : form.page.findChildren<ui::ReadValue*>())
        read.insert(value->field().id);
    const profile::RecordType& declared = form.session().type();
    for (const auto& [name, value] : filled) {
        const profile::Field* field = declared.field(name);
        const std::string shown = field->partOf.empty() ? name : field->partOf;
        if (!field->afterSigning && name != declared.parent && read.count(shown) == 0)
            problems.push_back(name + " cannot be read once it is signed");
    }
}

/// Saves or signs, and waits until the session says that it is done or why not.
bool carryOut(Open& form, const std::function<void()>& act, const std::function<bool()>& isDone,
    Problems& problems)
{
    bool failed = false;
    const auto told = QObject::connect(
        &form.session(), &ui::FormSession::failed, &form.page, [&](const base::Error& error) {
            failed = true;
            problems.push_back(describe(error));
        });
    act();
    const bool ended = QTest::qWaitFor([&] { return failed || isDone(); }, kPatienceMs);
    QObject::disconnect(told);
    if (!ended)
        problems.emplace_back(form.session().isNew() ? "nothing came of saving"
                : form.session().isDirty()           ? "nothing came of it: there are changes"
                                                     : "nothing came of it");
    return ended && !failed;
}

bool save(Open& form, Problems& problems)
{
    for (const FieldEditor* editor : form.editors())
        if (const QString words = editor->misread(); !words.isEmpty())
            problems.push_back(editor->field().id + ": " + words.toStdString());
    if (!problems.empty())
        return false;
    return carryOut(
        form, [&] { form.session().save(); },
        [&] { return !form.session().isDirty() && !form.session().isNew(); }, problems);
}

bool sign(Open& form, Problems& problems)
{
    form.session().judgeNow();
    const QStringList obstacles = form.page.form().obstacles();
    if (!obstacles.isEmpty()) {
        problems.push_back("kept from being signed by: " + words(obstacles));
        return false;
    }
    // What is unusual about the values of a test is explained as a person would explain it.
    const auto asked = QObject::connect(
        &form.session(), &ui::FormSession::reasonAsked, &form.page, [&] {
            auto* dialog = form.page.findChild<ui::SignReasonDialog*>();
            REQUIRE(dialog != nullptr);
            auto* reason = dialog->findChild<QPlainTextEdit*>(QStringLiteral("signReason.reason"));
            reason->setPlainText(QStringLiteral("так установлено на заседании"));
            dialog->findChild<QPushButton*>(QStringLiteral("signReason.sign"))->click();
        });
    const bool done = carryOut(
        form, [&] { form.session().sign(); }, [&] { return form.session().isSigned(); }, problems);
    QObject::disconnect(asked);
    return done;
}

/// What a person is to fill in a form of this type.
std::set<std::string> fieldsOf(
    const profile::RecordType& type, const profile::Process* process, const SampleWorld& world)
{
    std::set<std::string> fields;
    for (const profile::Field& field : type.fields) {
        const bool isWritten = field.isStored() && field.type != FieldType::Number
            && field.type != FieldType::Attachment && field.signingExpression.empty()
            && !field.retired && field.part != "mark"
            && (process == nullptr
                || process->field != field.id) // the state is written by transitions
            && (field.visible.always || !field.visible.expression.empty())
            && field.id != type.orderField
            && std::count(type.unitFields.begin(), type.unitFields.end(), field.id) == 0;
        if (isWritten && !world.isLeftOut(type.id, field.id) && field.id != type.parent)
            fields.insert(field.id);
    }
    return fields;
}

Problems goOnce(const std::string& type, std::size_t variant, std::set<std::string>& left)
{
    INFO(type << ", variant " << variant);
    Problems problems;
    TestDesk office;
    SampleWorld world(office.desk().store, office.desk().author, office.desk().today());
    const profile::RecordType& declared = *office.desk().profile().type(type);
    office.desk().author = world.record("staff");
    if (!declared.readableBy.empty()) // who fills it in is to read it again
        office.put(
            "staff", office.desk().author, { { "role", Value(declared.readableBy.front()) } });
    world.settleFamily(type);
    Open form(office, type);
    form.session().openNew(world.preset(declared));
    REQUIRE(form.isReady());
    const Fields filled = fillAll(form, world, variant);
    for (const auto& [field, value] : filled)
        left.erase(field);
    if (!save(form, problems))
        return problems;
    form.settle();
    const RecordId id = form.session().id();
    checkValues(office.get(type, id), filled, problems);
    checkShown(office, type, id, filled, problems);
    if (declared.hasLife) {
        world.addLines(type, id, variant);
        form.settle();
        if (sign(form, problems))
            checkRead(office, type, id, filled, problems);
    }
    return problems;
}

Problems goThrough(
    const profile::RecordType& type, const profile::Process* process, const SampleWorld& world)
{
    Problems problems;
    std::set<std::string> left = fieldsOf(type, process, world);
    for (std::size_t variant = 0; variant < world.variants(type.id); ++variant) {
        try {
            for (const std::string& one : goOnce(type.id, variant, left))
                problems.push_back("variant " + std::to_string(variant) + ": " + one);
        } catch (const std::runtime_error& error) {
            problems.push_back("variant " + std::to_string(variant) + ": " + error.what());
        }
    }
    for (const std::string& field : left)
        problems.push_back(field + " is filled by no variant");
    return problems;
}

constexpr std::size_t kShares = 4; ///< that ctest may run beside each other

void goThroughShare(std::size_t share)
{
    TestDesk office;
    const SampleWorld world(office.desk().store, office.desk().author, office.desk().today());
    const profile::Profile& profile = office.desk().profile();
    const char* only = std::getenv("PATRONAT_FORM");
    for (std::size_t n = 0; n < profile.types.size(); ++n) {
        const profile::RecordType& type = profile.types[n];
        if (world.formless().contains(type.id)
            || (only != nullptr ? type.id != only : n % kShares != share))
            continue;
        const Problems problems = goThrough(type, profile.processOf(type.id), world);
        for (const std::string& problem : problems)
            std::printf("%s: %s\n", type.id.c_str(), problem.c_str());
        INFO(type.id << ": " << problems.size() << " problems, printed above");
        CHECK(problems.empty());
    }
}

} // namespace

TEST_CASE("Every form is filled, saved, opened again, signed and read: first quarter")
{
    goThroughShare(0);
}

TEST_CASE("Every form is filled, saved, opened again, signed and read: second quarter")
{
    goThroughShare(1);
}

TEST_CASE("Every form is filled, saved, opened again, signed and read: third quarter")
{
    goThroughShare(2);
}

TEST_CASE("Every form is filled, saved, opened again, signed and read: last quarter")
{
    goThroughShare(3);
}

TEST_CASE("A form of which nobody fills anything is named with its reason")
{
    TestDesk office;
    const SampleWorld world(office.desk().store, office.desk().author, office.desk().today());
    for (const auto& [type, reason] : world.formless().items()) {
        INFO(type);
        CHECK(office.desk().profile().type(type) != nullptr);
        CHECK(reason.get<std::string>().size() > 10);
    }
}

// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/twinwords.h"

#include "ui/common/privacy.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <QCoreApplication>
#include <QStringList>

namespace patronat::ui {

namespace {

/// The words of one comparison.
class TwinWords
{
    Q_DECLARE_TR_FUNCTIONS(TwinWords)

public:
    TwinWords(const profile::RecordType& type, const std::string& language, bool isMasked)
        : m_type(type)
        , m_language(language)
        , m_isMasked(isMasked)
    {
    }

    QString line(const twins::Verdict& verdict)
    {
        for (const twins::Reason& reason : verdict.reasons)
            take(reason);
        QStringList parts;
        if (!m_same.isEmpty())
            parts += tr("the same: %1").arg(m_same.join(QStringLiteral(", ")));
        parts += m_alike;
        parts += m_against;
        return parts.join(QStringLiteral("; "));
    }

private:
    QString label(const std::string& field) const
    {
        const profile::Field* declared = m_type.field(field);
        if (declared == nullptr)
            return shown(field);
        QString label = shown(profile::labelIn(declared->label, m_language));
        // «Отчество (при наличии)»: what the form adds says nothing here.
        label = label.section(QStringLiteral(" ("), 0, 0);
        const bool isShort = label.size() > 1 && label.at(1).isUpper(); // СНИЛС stays
        return isShort ? label : label.left(1).toLower() + label.mid(1);
    }
    QString value(const std::string& text) const
    {
        return m_isMasked ? Privacy::nothingShown() : shown(text);
    }
    QString date(const std::string& iso) const
    {
        return m_isMasked ? Privacy::nothingShown() : dateText(iso);
    }

    void take(const twins::Reason& reason)
    {
        const std::string first = reason.args.empty() ? std::string() : reason.args.front();
        const std::string second = reason.args.size() > 1 ? reason.args[1] : std::string();
        if (reason.code == "same")
            m_same += label(first);
        else if (reason.code == "different")
            different(first, second);
        else if (!name(reason.code, first, second) && !birth(reason.code, first))
            other(reason.code, first);
    }
    bool name(const std::string& code, const std::string& field, const std::string& held)
    {
        if (code == "otherSpelling")
            m_alike += tr("%1 written in another way: %2").arg(label(field), value(held));
        else if (code == "typo")
            m_alike += tr("%1 differs by a letter: %2").arg(label(field), value(held));
        else if (code == "initial")
            m_alike += tr("%1 begins with the same letter: %2").arg(label(field), value(held));
        else if (code == "partOfSurname")
            m_alike += tr("part of a double surname: %1").arg(value(held));
        else if (code == "formerSurname")
            m_alike += tr("by the former surname: %1").arg(value(field));
        else if (code == "swappedNames")
            m_alike += tr("surname and first name in each other's place");
        else
            return false;
        return true;
    }
    bool birth(const std::string& code, const std::string& held)
    {
        if (code == "sameBirthDate")
            m_same += tr("date of birth");
        else if (code == "swappedBirthDate")
            m_alike += tr("day and month of birth in each other's place: %1").arg(date(held));
        else if (code == "nearBirthDate")
            m_alike += tr("the date of birth differs by one mistake: %1").arg(date(held));
        else if (code == "sameBirthYear")
            m_same += tr("year of birth");
        else
            return false;
        return true;
    }
    void other(const std::string& code, const std::string& first)
    {
        if (code == "sameSnils")
            m_same += tr("SNILS");
        else if (code == "sameDocument")
            m_same += tr("identity document");
        else if (code == "samePhone")
            m_same += tr("telephone");
        else if (code == "sameAddress")
            m_same += tr("address");
        else if (code == "nearAddress")
            m_alike += tr("the same house");
        else if (code == "sharedMembers")
            m_alike += tr(
                "%n person(s) in both families", nullptr, QString::fromStdString(first).toInt());
    }
    void different(const std::string& field, const std::string& held)
    {
        if (field == "addrFact" || field == "sex")
            m_against += tr("but another: %1").arg(label(field));
        else
            m_against += tr("but another %1: %2")
                             .arg(label(field), field == "birthDate" ? date(held) : value(held));
    }

    const profile::RecordType& m_type;
    const std::string& m_language;
    bool m_isMasked;
    QStringList m_same;
    QStringList m_alike;
    QStringList m_against;
};

} // namespace

QString twinReasons(const twins::Verdict& verdict, const profile::RecordType& type,
    const std::string& language, bool isMasked)
{
    return TwinWords(type, language, isMasked).line(verdict);
}

} // namespace patronat::ui

// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/officesteps.h"

#include "core/exchange/newsite.h"
#include "core/vault/institution.h"
#include "ui/common/choicebox.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace patronat::ui {

namespace {

constexpr int kDistrictLines = 6;

} // namespace

RegionStep::RegionStep(StartDraft& draft, const StartPlaces& places, const std::string& language)
    : StartStep(tr("Where and for whom"),
        tr("The region brings its forms, lists, deadlines and reports with it. It cannot be "
           "changed later."))
    , m_draft(draft)
    , m_region(new ChoiceBox)
    , m_kinds(new QButtonGroup(this))
{
    m_region->setObjectName(QStringLiteral("start.region"));
    m_region->setPlaceholderText(tr("Choose the region"));
    for (const RegionChoice& region : installedRegions(places.profiles))
        m_region->addItem(shown(profile::labelIn(region.label, language)), region.id);
    addField(tr("Region"), m_region,
        m_region->count() == 0 ? tr("No region is installed with this program.") : QString());
    connect(m_region, &QComboBox::currentIndexChanged, this, [this] {
        m_draft.profileId = m_region->currentData().toString();
        Q_EMIT changed();
    });
    body()->addSpacing(6);
    body()->addWidget(makeLabel(TextRole::Label, tr("Who works at this computer")));
    const std::array<QString, 4> words {
        tr("Specialists of a district: they keep families, acts and programmes"),
        tr("The secretary of a consilium: agenda, protocol, extracts"),
        tr("A supervisor: brings together what several offices send"),
        tr("The centre of the region: everything, and the reports")
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto* button = new QRadioButton(words[i]);
        const QString kind = shown(exchange::kSiteKinds[i]);
        button->setObjectName(QStringLiteral("start.kind.") + kind);
        m_kinds->addButton(button, static_cast<int>(i));
        body()->addWidget(button);
        connect(button, &QRadioButton::toggled, this, [this, kind](bool isOn) {
            if (isOn)
                m_draft.kind = kind;
            Q_EMIT changed();
        });
    }
    body()->addStretch(1);
}

void RegionStep::enter()
{
    const int known = m_region->findData(m_draft.profileId);
    // It cannot be changed later: where there are several, a person says which.
    m_region->setCurrentIndex(known < 0 && m_region->count() == 1 ? 0 : known);
    m_draft.profileId = m_region->currentData().toString();
    for (QAbstractButton* button : m_kinds->buttons())
        if (shown(exchange::kSiteKinds[static_cast<std::size_t>(m_kinds->id(button))])
            == m_draft.kind)
            button->setChecked(true);
    m_region->setFocus();
}

bool RegionStep::isComplete() const
{
    return !m_draft.profileId.isEmpty() && m_kinds->checkedButton() != nullptr;
}

OfficeStep::OfficeStep(StartDraft& draft, const std::string& language)
    : StartStep(tr("Which office"),
        tr("Everything this computer writes and prints bears the office's code and name."))
    , m_draft(draft)
    , m_language(language)
    , m_office(new ChoiceBox)
    , m_code(new QLineEdit)
    , m_name(new QLineEdit)
    , m_districts(new QListWidget)
    , m_own(new QWidget)
    , m_kind(new ChoiceBox)
    , m_district(new QLineEdit)
    , m_missing(makeLabel(TextRole::Warning))
{
    m_office->setObjectName(QStringLiteral("start.office"));
    m_code->setObjectName(QStringLiteral("start.code"));
    m_name->setObjectName(QStringLiteral("start.name"));
    m_districts->setObjectName(QStringLiteral("start.districts"));
    addField(tr("Office of the region"), m_office);
    addField(tr("Code"), m_code, tr("Two computers of one office have the same code."));
    addField(tr("Name"), m_name);
    m_code->setMaxLength(20);
    m_code->setMaximumWidth(200);
    addField(tr("Districts it is responsible for"), m_districts,
        tr("Space marks and unmarks. Nothing marked: the office's own district."));
    m_districts->setFixedHeight(m_districts->fontMetrics().lineSpacing() * kDistrictLines + 14);
    buildOwn();
    body()->addStretch(1);
    connect(m_office, &QComboBox::currentIndexChanged, this, &OfficeStep::takeOffice);
    connect(m_code, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_draft.code = text.trimmed();
        askAboutOwn();
    });
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_draft.name = text.trimmed();
        Q_EMIT changed();
    });
    connect(m_districts, &QListWidget::itemChanged, this, &OfficeStep::gatherDistricts);
}

void OfficeStep::buildOwn()
{
    m_kind->setObjectName(QStringLiteral("start.officeKind"));
    m_district->setObjectName(QStringLiteral("start.district"));
    m_missing->setObjectName(QStringLiteral("start.office.missing"));
    m_district->setMaxLength(160);
    m_missing->setWordWrap(true);
    auto* column = new QVBoxLayout(m_own);
    column->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& question, QWidget* field) {
        QLabel* label = makeLabel(TextRole::Label, question);
        label->setBuddy(field);
        field->setAccessibleName(question);
        column->addWidget(label);
        column->addWidget(field);
    };
    add(tr("Its district, if the list above lacks it"), m_district);
    add(tr("What kind of office it is"), m_kind);
    column->addWidget(m_missing);
    body()->addWidget(m_own);
    connect(m_district, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_draft.district = text.simplified();
        askAboutOwn();
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] { askAboutOwn(); });
}

bool OfficeStep::isKnown() const
{
    return std::any_of(m_offices.begin(), m_offices.end(),
        [this](const CodeChoice& office) { return office.code == m_draft.code; });
}

bool OfficeStep::asksForDistrict() const
{
    // A second computer's office comes with the file of the first; who supervises sees everything.
    return !isKnown() && m_draft.way == StartWay::NewOffice
        && !exchange::isSupervising(typed(m_draft.kind));
}

void OfficeStep::askAboutOwn()
{
    if (m_isShowing)
        return;
    const bool isOwn = !m_draft.code.isEmpty() && !isKnown() && m_draft.way == StartWay::NewOffice;
    m_own->setVisible(isOwn);
    m_draft.officeKind = isOwn ? m_kind->currentData().toString() : QString();
    m_draft.district = isOwn ? m_district->text().simplified() : QString();
    m_missing->setText(tr("The region's list does not know this code. Mark the office's district "
                          "in the list or write its "
                          "name: without one the office would have no territory, and nobody could "
                          "be written down in it."));
    m_missing->setVisible(
        isOwn && asksForDistrict() && m_draft.territories.isEmpty() && m_draft.district.isEmpty());
    Q_EMIT changed();
}

void OfficeStep::setProfile(std::shared_ptr<const profile::Profile> profile)
{
    if (profile == m_profile)
        return;
    m_profile = std::move(profile);
    m_isShowing = true;
    m_offices = officesOf(*m_profile);
    m_office->clear();
    m_office->addItem(tr("Choose from the list, or fill in code and name yourself"));
    for (const CodeChoice& office : m_offices)
        m_office->addItem(office.code + QStringLiteral("  ") + office.name);
    m_kind->clear();
    for (const CodeChoice& kind : officeKindsOf(*m_profile, m_language))
        m_kind->addItem(kind.name, kind.code);
    m_districts->clear();
    for (const CodeChoice& district : districtsOf(*m_profile)) {
        auto* item = new QListWidgetItem(
            district.code + QStringLiteral("  ") + district.name, m_districts);
        item->setData(Qt::UserRole, district.code);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_isShowing = false;
}

void OfficeStep::enter()
{
    m_isShowing = true;
    m_code->setText(m_draft.code);
    m_name->setText(m_draft.name);
    int row = 0;
    for (std::size_t i = 0; i < m_offices.size(); ++i)
        if (m_offices[i].code == m_draft.code)
            row = static_cast<int>(i) + 1;
    m_office->setCurrentIndex(row);
    for (int i = 0; i < m_districts->count(); ++i) {
        QListWidgetItem* item = m_districts->item(i);
        const bool isChosen = m_draft.territories.contains(item->data(Qt::UserRole).toString());
        item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
    }
    m_district->setText(m_draft.district);
    if (const int kind = m_kind->findData(m_draft.officeKind); kind >= 0)
        m_kind->setCurrentIndex(kind);
    m_isShowing = false;
    m_office->setFocus();
    askAboutOwn();
}

void OfficeStep::takeOffice(int row)
{
    if (m_isShowing || row < 1)
        return;
    const CodeChoice& office = m_offices[static_cast<std::size_t>(row) - 1];
    m_code->setText(office.code);
    m_name->setText(office.name);
    for (int i = 0; i < m_districts->count(); ++i) {
        QListWidgetItem* item = m_districts->item(i);
        const bool isItsOwn = item->data(Qt::UserRole).toString() == office.territory;
        item->setCheckState(isItsOwn ? Qt::Checked : Qt::Unchecked);
        if (isItsOwn)
            m_districts->scrollToItem(item);
    }
}

void OfficeStep::gatherDistricts()
{
    if (m_isShowing)
        return;
    m_draft.territories.clear();
    for (int i = 0; i < m_districts->count(); ++i)
        if (m_districts->item(i)->checkState() == Qt::Checked)
            m_draft.territories += m_districts->item(i)->data(Qt::UserRole).toString();
    askAboutOwn();
}

bool OfficeStep::isComplete() const
{
    return !m_draft.code.isEmpty() && !m_draft.name.isEmpty()
        && (!asksForDistrict() || !m_draft.territories.isEmpty() || !m_draft.district.isEmpty());
}

TrustStep::TrustStep(StartDraft& draft)
    : StartStep(tr("Whom this office belongs to"),
        tr("Offices of one institution know one another by its file, NAME.institution. Your "
           "supervisor gives it out."))
    , m_draft(draft)
    , m_with(new QRadioButton(tr("I have the institution's file")))
    , m_without(new QRadioButton)
    , m_choose(new QPushButton(tr("Choose the file…")))
    , m_file(makeLabel(TextRole::Plain))
    , m_consequence(makeLabel(TextRole::Muted))
{
    m_with->setObjectName(QStringLiteral("start.with"));
    m_without->setObjectName(QStringLiteral("start.without"));
    m_choose->setObjectName(QStringLiteral("start.institution"));
    body()->addWidget(m_with);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(24, 0, 0, 0);
    line->addWidget(m_choose);
    line->addWidget(m_file, 1);
    m_file->setWordWrap(true);
    body()->addLayout(line);
    body()->addWidget(m_without);
    body()->addSpacing(8);
    m_consequence->setWordWrap(true);
    body()->addWidget(m_consequence);
    body()->addStretch(1);
    connect(m_choose, &QPushButton::clicked, this, &TrustStep::choose);
    connect(m_with, &QRadioButton::toggled, this, &TrustStep::show);
    connect(m_without, &QRadioButton::clicked, this, [this] {
        m_draft.institution.clear();
        show();
    });
}

void TrustStep::enter()
{
    const bool founds = exchange::isSupervising(typed(m_draft.kind));
    m_without->setText(
        founds ? tr("Found a new institution with this computer") : tr("I have no file yet"));
    (m_draft.institution.isEmpty() ? m_without : m_with)->setChecked(true);
    show();
    (m_draft.institution.isEmpty() ? m_without : m_with)->setFocus();
}

void TrustStep::choose()
{
    auto* dialog = new QFileDialog(this, tr("The institution's file"), QDir::homePath(),
        tr("Institutions (*.institution *.institution-key)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_draft.institution = file;
        show();
    });
    dialog->open();
}

void TrustStep::show()
{
    const bool founds = exchange::isSupervising(typed(m_draft.kind));
    m_choose->setEnabled(m_with->isChecked());
    m_file->clear();
    if (m_without->isChecked()) {
        m_consequence->setText(
            founds ? tr(
                "Two files are made beside the database: NAME.institution, which you give to every "
                "office, and "
                "NAME.institution-key, which admits offices. Keep the key on a stick in the safe.")
                   : tr("The office works, prints and exports at once. But nobody vouches for it: "
                        "others take in its files "
                        "only if they say that they know who made them. It can join an institution "
                        "later."));
        Q_EMIT changed();
        return;
    }
    m_consequence->clear();
    if (!m_draft.institution.isEmpty()) {
        const auto institution = vault::readInstitution(pathOfText(m_draft.institution));
        setRole(m_file, institution ? TextRole::Plain : TextRole::Error);
        m_file->setText(
            institution ? shown(institution->name) : tr("This is not an institution's file."));
        const bool isKey = vault::readInstitutionKey(pathOfText(m_draft.institution)).ok();
        if (institution)
            m_consequence->setText(isKey
                    ? tr("This file holds the key: the office is certified at once.")
                    : tr("The office becomes a member. It is certified by your supervisor; until "
                         "then others take in its files only if they say so."));
    }
    Q_EMIT changed();
}

bool TrustStep::isComplete() const
{
    return m_without->isChecked()
        || (!m_draft.institution.isEmpty()
            && vault::readInstitution(pathOfText(m_draft.institution)).ok());
}

} // namespace patronat::ui

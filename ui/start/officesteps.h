// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/start/startplan.h"
#include "ui/start/startstep.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QRadioButton;

namespace patronat::ui {

/// Which region, and who works at this computer.
class RegionStep final : public StartStep
{
    Q_OBJECT
public:
    RegionStep(StartDraft& draft, const StartPlaces& places, const std::string& language);
    void enter() override;
    bool isComplete() const override;

private:
    StartDraft& m_draft;
    QComboBox* m_region;
    QButtonGroup* m_kinds;
};

/// Which office: one of the region's list, or one that is not in it.
class OfficeStep final : public StartStep
{
    Q_OBJECT
public:
    OfficeStep(StartDraft& draft, const std::string& language);
    void setProfile(std::shared_ptr<const profile::Profile> profile);
    void enter() override;
    bool isComplete() const override;

private:
    void takeOffice(int row);
    void gatherDistricts();
    void buildOwn();
    /// Shows what is asked of an office that the region's list lacks.
    void askAboutOwn();
    bool isKnown() const;
    bool asksForDistrict() const;
    StartDraft& m_draft;
    const std::string m_language;
    std::shared_ptr<const profile::Profile> m_profile;
    std::vector<CodeChoice> m_offices;
    QComboBox* m_office;
    QLineEdit* m_code;
    QLineEdit* m_name;
    QListWidget* m_districts;
    QWidget* m_own;
    QComboBox* m_kind;
    QLineEdit* m_district;
    QLabel* m_missing;
    bool m_isShowing = false;
};

/// Whom this site belongs to: the file of the institution, or none yet.
class TrustStep final : public StartStep
{
    Q_OBJECT
public:
    explicit TrustStep(StartDraft& draft);
    void enter() override;
    bool isComplete() const override;

private:
    void choose();
    void show();
    StartDraft& m_draft;
    QRadioButton* m_with;
    QRadioButton* m_without;
    QPushButton* m_choose;
    QLabel* m_file;
    QLabel* m_consequence;
};

} // namespace patronat::ui

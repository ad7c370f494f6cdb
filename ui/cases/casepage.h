// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cases/casesummary.h"
#include "ui/common/desk.h"
#include "ui/forms/formpage.h"

#include <QWidget>

class QLabel;
class QTabWidget;
class QTimer;

namespace patronat::ui {

class FlowLayout;

class CaseCourse;
class CaseDocuments;
class CaseOverview;
class CaseTimeline;
class ReadFailure;

/// All of one family's case: who they are, where the work stands, its cards, programme, hearings
/// and changes. Tabs read what they show when they are first looked at.
class CasePage final : public QWidget
{
    Q_OBJECT
public:
    /// The tabs in their order.
    enum Tab
    {
        Overview,
        Card,
        Registration,
        Children,
        Programme,
        Consilium,
        Documents,
        Course,
        Timeline
    };
    CasePage(Desk& desk, base::RecordId family, QWidget* parent);
    base::RecordId family() const { return m_family; }
    QTabWidget* tabs() const { return m_tabs; }
    /// Brings the tab with this record to the front; false when the case has none.
    bool showRecord(const std::string& type, base::RecordId id);
    /// The form that is in front, null when there is none.
    FormPage* currentForm() const;

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    /// A new document of this case, begun with `preset`.
    void created(const std::string& type, const base::Fields& preset);
    void stateChanged(const QString& words);
    void failed(const base::Error& error);

private:
    void load();
    void show(const CaseSummary& summary);
    void words();
    void addAtOnce();
    void compareResults();
    void enter(int tab);
    QWidget* formOf(const std::string& type, base::RecordId id);
    void fillSet(QWidget* place, const std::string& type, const std::vector<CaseLine>& lines,
        const QString& none);
    base::Fields presetOf(const std::string& type) const;
    void refresh(const store::Changes& changes);

    Desk& m_desk;
    base::RecordId m_family;
    CaseSummary m_summary;
    bool m_isLoaded = false;
    QLabel* m_name;
    FlowLayout* m_badges;
    QLabel* m_facts;
    ReadFailure* m_failure;
    QTabWidget* m_tabs;
    CaseOverview* m_overview;
    CaseDocuments* m_documents;
    CaseCourse* m_course;
    CaseTimeline* m_timeline;
    QTimer* m_reload;
};

} // namespace patronat::ui

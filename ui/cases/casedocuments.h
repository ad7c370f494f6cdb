// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/readtx.h"
#include "core/store/rules.h"
#include "ui/common/desk.h"

#include <QWidget>

#include <string>
#include <vector>

class QMenu;
class QPushButton;
class QTreeWidget;

namespace patronat::ui {

class ReadFailure;

/// A document of a case's file.
struct CaseDocument
{
    std::string type;
    base::RecordId id;
    std::string date; ///< ISO; empty where its type has no order by a day
    std::string title;
    std::string life; ///< draft, signed, cancelled
    bool operator==(const CaseDocument&) const = default;
};

/// The types that a case's file is made of: signed records that name their family themselves, in
/// the profile's order.
std::vector<const profile::RecordType*> documentTypes(const profile::Profile& profile);

/// Every document of the family, newest first. Within a read.
std::vector<CaseDocument> caseDocuments(const store::ReadTx& tx, const store::Rules& rules,
    base::RecordId family, const std::string& language);

/// The file of a case: its documents, and a menu of what may be made anew.
class CaseDocuments final : public QWidget
{
    Q_OBJECT
public:
    CaseDocuments(Desk& desk, base::RecordId family, QWidget* parent);
    void load();
    /// Opens the menu of what may be made.
    void make();

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void made(const std::string& type);
    void said(const QString& words);
    void failed(const base::Error& error);
    /// Results of instruments are to be compared.
    void compared();

private:
    void chosen();
    void move();
    void print(bool asFile);
    void words();
    void fill();
    void fillMenu();

    Desk& m_desk;
    base::RecordId m_family;
    QTreeWidget* m_tree;
    QPushButton* m_print;
    QPushButton* m_move;
    QPushButton* m_compare;
    QPushButton* m_make;
    QMenu* m_menu;
    ReadFailure* m_failure;
    std::vector<CaseDocument> m_documents;
};

} // namespace patronat::ui

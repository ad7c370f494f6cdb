// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/intakepage.h"

#include "core/store/outputfile.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/intake/columnmap.h"
#include "ui/intake/intakewords.h"
#include "ui/intake/plantable.h"
#include "ui/intake/previewtable.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>

#include <algorithm>

namespace patronat::ui {

using base::ErrorCode;
using base::Result;
using intake::RowState;

namespace {

constexpr int kSteps = 1000;

QString folderKey()
{
    return QStringLiteral("intake/from");
}

} // namespace

IntakePage::IntakePage(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_title(makeLabel(TextRole::Title))
    , m_hint(makeLabel(TextRole::Muted))
    , m_file(makeLabel(TextRole::Plain))
    , m_said(makeLabel(TextRole::Plain))
    , m_warning(makeLabel(TextRole::Warning))
    , m_choose(new QPushButton)
    , m_sheet(new QComboBox)
    , m_encoding(new QComboBox)
    , m_separator(new QComboBox)
    , m_headerLine(new QSpinBox)
    , m_savedChoice(new QComboBox)
    , m_type(new QComboBox)
    , m_keep(new QPushButton)
    , m_parts(new QTabWidget)
    , m_preview(new QTableView)
    , m_previewModel(new PreviewModel(desk.privacy, this))
    , m_columns(new ColumnMap(desk, nullptr))
    , m_show(new QComboBox)
    , m_rows(new QTableView)
    , m_planModel(new PlanModel(desk, this))
    , m_save(new QPushButton)
    , m_check(new QPushButton)
    , m_load(new QPushButton)
    , m_stop(new QPushButton)
    , m_back(new QPushButton)
    , m_skip(new QCheckBox)
    , m_progress(new QProgressBar)
{
    build();
    connectAll();
    fillMappings();
    words();
    chooseType("person");
}

void IntakePage::connectAll()
{
    connect(m_choose, &QPushButton::clicked, this, &IntakePage::chooseFile);
    for (QComboBox* box : { m_sheet, m_encoding, m_separator })
        connect(box, &QComboBox::activated, this, &IntakePage::readAgain);
    connect(m_headerLine, &QSpinBox::editingFinished, this, [this] {
        if (m_list.table && m_headerLine->value() != m_list.table->headerLine)
            readAgain();
    });
    connect(m_savedChoice, &QComboBox::activated, this, &IntakePage::mappingChosen);
    connect(m_type, &QComboBox::activated, this, &IntakePage::typeChosen);
    connect(m_keep, &QPushButton::clicked, this, &IntakePage::askName);
    connect(m_columns, &ColumnMap::changed, this, &IntakePage::forgetPlan);
    connect(m_show, &QComboBox::activated, this, [this](int index) {
        m_planModel->show(index == 0
                ? std::nullopt
                : std::optional(static_cast<RowState>(m_show->itemData(index).toInt())));
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Keep the lines"),
            m_desk.settings.value(folderKey()).toString(), tr("Tables (*.csv)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QStringLiteral("csv"));
        connect(dialog, &QFileDialog::fileSelected, this, &IntakePage::saveProblems);
        dialog->open();
    });
    connect(m_check, &QPushButton::clicked, this, &IntakePage::check);
    connect(m_load, &QPushButton::clicked, this,
        [this] { m_desk.asSomebody(this, [this] { load(); }); });
    connect(m_back, &QPushButton::clicked, this,
        [this] { m_desk.asSomebody(this, [this] { takeBack(); }); });
    connect(m_skip, &QCheckBox::clicked, this, &IntakePage::showState);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
        m_stop->setEnabled(false);
    });
    connect(&m_desk.languages, &LanguageSwitch::switched, this, &IntakePage::words);
    connect(&m_desk.notifier, &StoreNotifier::changed, this, [this] {
        if (m_state != State::Checked)
            return;
        m_state = State::Stale;
        showState();
    });
}

// --- the file -----------------------------------------------------------------------------------

void IntakePage::chooseFile()
{
    auto* dialog
        = new QFileDialog(this, tr("A list"), m_desk.settings.value(folderKey()).toString(),
            tr("Lists (*.csv *.txt *.tsv *.xlsx *.xlsm *.ods *.xls);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &IntakePage::openFile);
    dialog->open();
}

/// One thing at a time beside the window; what it gives comes when nothing runs any more.
template <typename Work, typename Done>
void IntakePage::start(State state, Work work, Done done)
{
    m_state = state;
    // What one has just chosen is closed meanwhile; one goes on there.
    const QPointer<QWidget> before = state == State::Opening ? focusWidget() : nullptr;
    m_progress->setRange(0, state == State::Opening || state == State::TakingBack ? 0 : kSteps);
    m_progress->setValue(0);
    m_job = m_desk.jobs.runLong(
        this, std::move(work),
        [this, done, before](auto result) {
            m_job.reset();
            const bool isWatched = m_stop->hasFocus();
            (this->*done)(std::move(result));
            showState();
            if (isWatched)
                focusNext();
            else if (before && before->isEnabled() && isAncestorOf(before))
                before->setFocus();
        },
        [this](std::uint64_t at, std::uint64_t total) {
            if (isBusy() && total > 0)
                m_progress->setValue(static_cast<int>(at * kSteps / total));
        });
    m_stop->setEnabled(state != State::Opening && state != State::TakingBack);
    showState();
    if (m_stop->isEnabled())
        m_stop->setFocus();
}

/// To what comes next, for whoever has waited at the key that stops.
void IntakePage::focusNext()
{
    QWidget* next = m_check->isEnabled() ? m_check : m_choose;
    if (m_state == State::Loaded && m_back->isVisible())
        next = m_back;
    else if (m_load->isEnabled())
        next = m_load;
    next->setFocus();
}

void IntakePage::openFile(const QString& file)
{
    if (isBusy() || file.isEmpty())
        return;
    m_desk.settings.setValue(folderKey(), QFileInfo(file).absolutePath());
    m_plan.reset();
    m_planModel->setPlan(nullptr);
    m_list = {};
    m_list.path = fileOf(file);
    start(
        State::Opening,
        [path = m_list.path, reading = m_mapping.reading](
            base::Job&) { return openListFile(path, reading); },
        &IntakePage::opened);
}

intake::Reading IntakePage::reading() const
{
    intake::Reading reading;
    reading.sheet = typed(m_sheet->currentText());
    reading.headerLine = m_headerLine->value();
    if (m_list.table && m_list.table->format == "csv") {
        reading.encoding = typed(m_encoding->currentText());
        reading.separator = static_cast<char>(m_separator->currentData().toInt());
    }
    return reading;
}

void IntakePage::readAgain()
{
    if (isBusy() || !m_list.file)
        return;
    intake::Reading wanted = reading();
    // Another sheet, encoding or separator has its headings elsewhere.
    if (m_list.table && m_headerLine->value() == m_list.table->headerLine)
        wanted.headerLine = 0;
    readAs(wanted);
}

void IntakePage::readAs(const intake::Reading& wanted)
{
    start(
        State::Opening, [list = m_list, wanted](base::Job&) { return readListAgain(list, wanted); },
        &IntakePage::opened);
}

void IntakePage::opened(Result<OpenedList> list)
{
    if (!list) {
        if (m_list.table)
            showShape(); // as it was read before
        return fail(list.error());
    }
    m_list = std::move(*list);
    m_state = State::Opened;
    m_plan.reset();
    m_planModel->setPlan(nullptr);
    showShape();
    setUpColumns(m_savedChoice->currentIndex() <= 0);
    m_parts->setCurrentIndex(0);
}

void IntakePage::showShape()
{
    const intake::ListTable& table = *m_list.table;
    m_sheet->clear();
    for (const std::string& sheet : table.sheets)
        m_sheet->addItem(shown(sheet));
    m_sheet->setCurrentText(shown(table.sheet));
    m_encoding->setCurrentText(shown(table.encoding));
    if (m_separator->findData(int { table.separator }) < 0 && table.separator != 0)
        m_separator->addItem(QString(QLatin1Char(table.separator)), int { table.separator });
    m_separator->setCurrentIndex(m_separator->findData(int { table.separator }));
    m_headerLine->setValue(table.headerLine);
    m_previewModel->setTable(table);
    m_preview->resizeColumnsToContents();
}

// --- what becomes of it -------------------------------------------------------------------------

void IntakePage::forgetPlan()
{
    if (isBusy())
        return;
    m_plan.reset();
    m_planModel->setPlan(nullptr);
    m_state = m_list.table ? State::Opened : State::Empty;
    showState();
}

void IntakePage::check()
{
    if (!canCheck())
        return;
    const store::Store& store = m_desk.store;
    start(
        State::Checking,
        [&store, table = m_list.table, mapping = m_columns->mapping(), today = m_desk.today()](
            base::Job& job) { return lookThrough(store, *table, mapping, today, job); },
        &IntakePage::checked);
}

void IntakePage::checked(Result<std::shared_ptr<const intake::ImportPlan>> plan)
{
    if (!plan)
        return fail(plan.error());
    m_plan = std::move(*plan);
    m_state = State::Checked;
    m_skip->setChecked(false);
    // What a person has to look at comes first.
    const RowState first = m_plan->count(RowState::Problem) > 0 ? RowState::Problem
        : m_plan->count(RowState::Duplicate) > 0                ? RowState::Duplicate
                                                                : RowState::New;
    m_show->setCurrentIndex(m_show->findData(static_cast<int>(first)));
    m_planModel->show(first);
    m_planModel->setPlan(m_plan);
    m_rows->resizeColumnsToContents();
    m_parts->setCurrentIndex(2);
}

void IntakePage::load()
{
    if (!canLoad())
        return;
    store::Store& store = m_desk.store;
    start(
        State::Loading,
        [&store, plan = m_plan, options = store::WriteOptions { m_desk.author, {}, {}, "import" }](
            base::Job& job) { return intake::runImport(store, *plan, options, job); },
        &IntakePage::loaded);
}

void IntakePage::loaded(Result<intake::Imported> imported)
{
    if (!imported)
        return fail(imported.error());
    m_imported = *imported;
    m_state = State::Loaded;
    Q_EMIT stateChanged(tr("Loaded"));
}

void IntakePage::takeBack()
{
    if (isBusy() || m_imported.group.isNull())
        return;
    store::Store& store = m_desk.store;
    start(
        State::TakingBack,
        [&store, group = m_imported.group, author = m_desk.author](
            base::Job&) { return store.undo(group, author); },
        &IntakePage::takenBack);
}

void IntakePage::takenBack(Result<store::Store::Undone> undone)
{
    if (!undone)
        return fail(undone.error());
    m_imported = {};
    m_state = State::TakenBack;
}

void IntakePage::saveProblems(const QString& file)
{
    const base::Status saved
        = store::writeFile(fileOf(file), QByteArray::fromStdString(m_planModel->csv()));
    if (!saved)
        return fail(saved.error());
    Q_EMIT stateChanged(tr("Kept"));
}

void IntakePage::fail(const base::Error& error)
{
    m_state = error.code == ErrorCode::Cancelled ? State::Stopped : State::Failed;
    m_error = error;
    showState();
}

bool IntakePage::canCheck() const
{
    if (isBusy() || !m_list.table)
        return false;
    const auto& records = m_columns->mapping().records;
    return std::any_of(records.begin(), records.end(),
        [](const intake::MappedRecord& record) { return !record.columns.empty(); });
}

bool IntakePage::canLoad() const
{
    if (isBusy() || m_state != State::Checked || !m_plan || m_plan->writes() == 0)
        return false;
    return m_plan->count(RowState::Problem) == 0 || m_skip->isChecked();
}

QString IntakePage::stateWords() const
{
    const IntakeWords words(m_desk);
    switch (m_state) {
    case State::Empty:
        return {};
    case State::Opening:
        return tr("Reading the file.");
    case State::Opened:
        return tr("Rows in the list: %1. Say which column is which field, then press \"Check\"; "
                  "nothing is changed by it.")
            .arg(m_list.table ? m_list.table->rows.size() : 0);
    case State::Checking:
        return tr("Checking. Nothing is changed by it; you may go on working.");
    case State::Checked:
        return words.counts(*m_plan)
            + (m_plan->writes() == 0 ? QLatin1Char(' ') + tr("There is nothing to load.")
                                     : QString());
    case State::Stale:
        return tr("Something has been saved since the check. Press \"Check\" again.");
    case State::Loading:
        return tr("Loading. Until it is done others see nothing of it.");
    case State::Loaded:
        return tr("Loaded: records made: %1, changed: %2.")
            .arg(m_imported.created)
            .arg(m_imported.changed);
    case State::TakingBack:
        return tr("Taking back what was loaded.");
    case State::TakenBack:
        return tr("Taken back: all records are as they were before.");
    case State::Stopped:
        return tr("Stopped. Nothing was changed.");
    case State::Failed:
        break;
    }
    return words.error(m_error);
}

void IntakePage::showState()
{
    const bool isBook = m_list.table && !m_list.table->sheets.empty();
    const bool isCsv = m_list.table && m_list.table->format == "csv";
    m_choose->setEnabled(!isBusy());
    m_file->setText(QString::fromStdU16String(m_list.path.filename().u16string()));
    m_sheet->setEnabled(!isBusy() && isBook);
    m_encoding->setEnabled(!isBusy() && isCsv);
    m_separator->setEnabled(!isBusy() && isCsv);
    m_headerLine->setEnabled(!isBusy() && m_list.table);
    for (QWidget* widget : std::initializer_list<QWidget*> { m_savedChoice, m_type, m_columns })
        widget->setEnabled(!isBusy());
    m_keep->setEnabled(canCheck());
    m_parts->setVisible(m_list.table != nullptr);
    m_parts->setTabEnabled(2, m_plan != nullptr);
    m_check->setEnabled(canCheck());
    m_load->setEnabled(canLoad());
    m_save->setEnabled(m_plan != nullptr);
    m_stop->setVisible(isBusy());
    m_progress->setVisible(isBusy());
    m_back->setVisible(m_state == State::Loaded && !m_imported.group.isNull());
    const bool hasProblems
        = m_plan && m_plan->count(RowState::Problem) > 0 && m_state == State::Checked;
    m_skip->setVisible(hasProblems && m_plan->writes() > 0);
    m_warning->setVisible(m_list.table && canCheck() && m_columns->isWithoutKey());
    setRole(m_said, m_state == State::Failed ? TextRole::Error : TextRole::Plain);
    m_said->setText(stateWords());
    m_said->setVisible(m_state != State::Empty);
}

} // namespace patronat::ui

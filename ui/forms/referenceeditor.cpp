// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/referenceeditor.h"

#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/forms/recorddialog.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTimer>

namespace patronat::ui {

using base::RecordId;

namespace {

constexpr int kPauseMs = 120;
constexpr int kIdRole = Qt::UserRole;
constexpr int kTitleRole = Qt::UserRole + 1; ///< in full, whatever the list shows
constexpr QLatin1String kMake("make");

} // namespace

ReferenceEditor::ReferenceEditor(Place place, QWidget* parent)
    : FieldEditor(std::move(place), parent)
    , m_line(new QLineEdit)
    , m_model(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_model, this))
    , m_pause(new QTimer(this))
{
    fillWith(m_line);
    m_line->setPlaceholderText(tr("Begin to type"));
    m_line->installEventFilter(this);
    m_open = m_line->addAction(
        icon(QStringLiteral("open"), currentColours().muted), QLineEdit::TrailingPosition);
    m_open->setText(tr("Open"));
    m_open->setToolTip(tr("Open (Ctrl+Enter)"));
    m_open->setVisible(false);
    connect(m_open, &QAction::triggered, this, [this] { Q_EMIT opened(field().target, m_id); });
    m_completer->setWidget(m_line);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
        [this](const QModelIndex& index) { choose(index.row()); });
    connect(&desk().privacy, &Privacy::changed, this, [this] {
        ++m_asked; // what is on its way was asked for another eye
        m_model->clear();
        m_completer->popup()->hide();
    });
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_pause, &QTimer::timeout, this, &ReferenceEditor::look);
    connect(m_line, &QLineEdit::textChanged, this,
        [this](const QString& text) { // typed, or set by an assistive program
            m_id = {};
            m_open->setVisible(false);
            // What was found for other letters is offered no more, and what is still looked for
            // neither.
            ++m_asked;
            m_model->clear();
            m_completer->popup()->hide();
            m_pause->start();
            if (text.trimmed().isEmpty())
                m_title.clear();
            Q_EMIT edited();
        });
}

void ReferenceEditor::fill(const base::Fields& values, const Titles& titles)
{
    const auto found = values.find(field().id);
    const RecordId* id = found == values.end() ? nullptr : found->second.reference();
    m_id = id ? *id : RecordId {};
    m_title = id ? writer().text(field(), found->second, titles) : QString();
    const QSignalBlocker quiet(m_line);
    m_line->setText(m_title);
    m_line->setCursorPosition(0);
    m_line->setToolTip(m_title);
    m_open->setVisible(id != nullptr);
}

void ReferenceEditor::read(base::Fields& into) const
{
    into[field().id] = m_id.isNull() ? base::Value() : base::Value(m_id);
}

QString ReferenceEditor::misread() const
{
    return m_id.isNull() && !m_line->text().trimmed().isEmpty() ? tr("Choose one from the list")
                                                                : QString();
}

QString ReferenceEditor::rawText() const
{
    return m_line->text();
}

void ReferenceEditor::typeBack(const QString& text)
{
    const QSignalBlocker quiet(m_line);
    m_line->setText(text);
}

void ReferenceEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    m_line->setPlaceholderText(readOnly ? QString() : tr("Begin to type"));
}

QList<QWidget*> ReferenceEditor::inputs() const
{
    return { m_line };
}

bool ReferenceEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers() == Qt::ControlModifier && !m_id.isNull()) {
            Q_EMIT opened(field().target, m_id);
            return true;
        }
        const bool opensList = key->key() == Qt::Key_F4 || key->key() == Qt::Key_Down;
        if (opensList && !m_line->isReadOnly() && !m_completer->popup()->isVisible()) {
            look();
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

void ReferenceEditor::look()
{
    const unsigned asked = ++m_asked;
    const std::string text = m_id.isNull() ? typed(m_line->text()) : std::string();
    const std::string language = typed(desk().languages.language());
    const base::UnitId unit = place().unit();
    store::Store& store = desk().store;
    desk().jobs.run(
        this,
        [&store, target = field().target, text, unit, today = desk().today(), language](
            base::Job&) {
            return store.read([&](const store::ReadTx& tx) {
                return candidates(tx, store.rules(), target, text, unit, today, language);
            });
        },
        [this, asked](const base::Result<std::vector<Candidate>>& found) {
            if (asked == m_asked && found && m_line->hasFocus())
                offer(*found);
        });
}

bool ReferenceEditor::mayMake() const
{
    const profile::RecordType* type = desk().profile().type(field().target);
    return type != nullptr && type->unitKind == profile::UnitKind::Self
        && !type->nameFields.empty();
}

void ReferenceEditor::offer(const std::vector<Candidate>& found)
{
    m_model->clear();
    // Whoever is chosen is shown in a form that somebody asked to see; the others never are.
    const bool isMasked
        = desk().privacy.isMasking() && isPersonal(desk().profile(), place().type, field());
    for (const Candidate& one : found) {
        const QString title = shown(one.title);
        auto* item = new QStandardItem(isMasked ? Privacy::veil(title) : title);
        item->setData(shown(one.id.hex()), kIdRole);
        item->setData(title, kTitleRole);
        m_model->appendRow(item);
    }
    const QString text = m_line->text().trimmed();
    if (mayMake() && m_id.isNull() && !text.isEmpty()) {
        auto* item
            = new QStandardItem(icon(QStringLiteral("add")), tr("Enter a new one: %1").arg(text));
        item->setData(QString(kMake), kIdRole);
        m_model->appendRow(item);
    }
    if (m_model->rowCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete();
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void ReferenceEditor::choose(int row)
{
    const QStandardItem* item = m_model->item(row);
    if (item == nullptr)
        return;
    const QString id = item->data(kIdRole).toString();
    if (id == kMake) {
        make(m_line->text().trimmed());
    } else {
        take(RecordId::fromHex(typed(id)).value_or(RecordId {}), item->data(kTitleRole).toString());
    }
}

void ReferenceEditor::take(RecordId id, const QString& title)
{
    m_id = id;
    m_title = title;
    {
        const QSignalBlocker quiet(m_line);
        m_line->setText(m_title);
        m_line->setCursorPosition(0);
    }
    m_open->setVisible(true);
    Q_EMIT edited();
}

void ReferenceEditor::make(const QString& text)
{
    auto* dialog = new RecordDialog(desk(), field().target, window(), TwinStrip::Offer::Take);
    dialog->openNew(namesFrom(desk().profile(), field().target, text));
    connect(dialog, &RecordDialog::saved, this,
        [this](base::RecordId id, const QString& title) { take(id, title); });
    dialog->open();
}

} // namespace patronat::ui

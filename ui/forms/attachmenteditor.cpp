// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/attachmenteditor.h"

#include "ui/common/errortext.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/linkbutton.h"
#include "ui/common/sizetext.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/forms/viewedcopies.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

using base::Result;
using store::Attachment;
using store::BlobRefusal;

namespace {

constexpr qsizetype kNameLetters = 100;
constexpr int kNameAir = 16;
constexpr int kWidestName = 420;

QString refusalText(BlobRefusal refusal)
{
    switch (refusal) {
    case BlobRefusal::Empty:
        return AttachmentEditor::tr("The file is empty.");
    case BlobRefusal::TooLarge:
        return AttachmentEditor::tr(
            "The file is larger than %1 MB. Scan it in grey or with fewer dots.")
            .arg(store::Blobs::kMostBytes >> 20U);
    case BlobRefusal::UnknownKind:
        return AttachmentEditor::tr(
            "This is no PDF, picture (JPEG, PNG, TIFF) or ODT text; other files are not taken.");
    case BlobRefusal::None:
        break;
    }
    return {};
}

QString pathText(const std::filesystem::path& path)
{
    return QString::fromStdU16String(path.u16string());
}

} // namespace

AttachmentEditor::AttachmentEditor(Place place, QWidget* parent)
    : FieldEditor(std::move(place), parent)
    , m_blobs(desk().store.path())
    , m_lines(new QVBoxLayout)
    , m_state(makeLabel(TextRole::Warning))
    , m_add(new QPushButton(icon(QStringLiteral("add")), tr("Add a file…")))
{
    setAcceptDrops(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    m_lines->setSpacing(0);
    layout->addLayout(m_lines);
    m_state->setWordWrap(true);
    m_state->hide();
    layout->addWidget(m_state);
    m_add->setAutoDefault(false);
    m_add->setProperty("link", true);
    m_add->setToolTip(tr("A scan or a document; it can also be dropped here"));
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_add);
    foot->addStretch(1);
    layout->addLayout(foot);
    setFocusProxy(m_add);
    connect(m_add, &QPushButton::clicked, this, &AttachmentEditor::askFile);
}

void AttachmentEditor::fill(const base::Fields& values, const Titles&)
{
    const auto found = values.find(field().id);
    m_files = found == values.end() ? std::vector<Attachment>()
                                    : store::attachmentsOf(found->second.textOr({}));
    showFiles();
}

void AttachmentEditor::read(base::Fields& into) const
{
    const std::string text = store::attachmentsText(m_files);
    into[field().id] = text.empty() ? base::Value() : base::Value(text);
}

void AttachmentEditor::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    m_add->setVisible(!readOnly);
    setAcceptDrops(!readOnly);
    showFiles();
}

QList<QWidget*> AttachmentEditor::inputs() const
{
    QList<QWidget*> all;
    for (int i = 0; i < m_lines->count(); ++i)
        if (QWidget* row = m_lines->itemAt(i)->widget())
            for (QAbstractButton* button : row->findChildren<QAbstractButton*>())
                all += button;
    if (!m_isReadOnly)
        all += m_add;
    return all;
}

void AttachmentEditor::labelChanged(const QString& label)
{
    m_label = label;
    m_add->setAccessibleName(tr("%1: add a file").arg(label));
}

QString AttachmentEditor::state() const
{
    return m_state->isHidden() ? QString() : m_state->text();
}

void AttachmentEditor::showFiles()
{
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        // Its button may be the one that was pressed.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Attachment& file : m_files)
        m_lines->addWidget(line(file));
    chainFocus();
    updateGeometry();
}

void AttachmentEditor::chainFocus()
{
    // Lines come and go; Tab finds them where they stand, before the button that adds.
    QWidget* last = m_add->previousInFocusChain();
    for (QWidget* input : inputs()) {
        if (last != nullptr && last != input)
            setTabOrder(last, input);
        last = input;
    }
}

QWidget* AttachmentEditor::line(const Attachment& file)
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    const QString name = shown(file.name);
    const bool isHere = m_blobs.has(file.hash);
    auto* open = new LinkButton(name);
    // The button gives way to what stands beside it; a name of common length must not.
    open->setMinimumWidth(
        std::min(open->fontMetrics().horizontalAdvance(name) + kNameAir, kWidestName));
    open->setEnabled(isHere);
    open->setAccessibleName(tr("Open %1").arg(name));
    connect(open, &QPushButton::clicked, this, [this, file] { openCopy(file); });
    layout->addWidget(open);
    QStringList facts { shown(store::endingOf(file.kind)).toUpper(),
        sizeText(static_cast<std::int64_t>(file.size)) };
    if (!file.scanned.empty())
        facts += tr("added %1").arg(dateText(file.scanned));
    if (!isHere)
        facts = { tr("the file has not come yet") };
    layout->addWidget(
        makeLabel(isHere ? TextRole::Muted : TextRole::Warning, facts.join(QStringLiteral(", "))));
    const auto button = [&](const char* picture, const QString& words, auto run) {
        auto* tool = new QToolButton;
        tool->setIcon(icon(QLatin1String(picture), currentColours().muted));
        tool->setToolTip(words);
        tool->setAccessibleName(tr("%1: %2").arg(words, name));
        connect(tool, &QToolButton::clicked, this, run);
        layout->addWidget(tool);
        return tool;
    };
    button("export", tr("Save a copy"), [this, file] { askWhere(file); })->setEnabled(isHere);
    if (!m_isReadOnly)
        button("remove", tr("Take it out"), [this, hash = file.hash] { removeFile(hash); });
    layout->addStretch(1);
    return row;
}

void AttachmentEditor::askFile()
{
    auto* dialog = new QFileDialog(window(), tr("Add a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        { tr("Scans and documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.odt)"),
            tr("All files (*)") });
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        for (const QString& file : files)
            addFile(std::filesystem::path(file.toStdU16String()));
    });
    dialog->open();
}

void AttachmentEditor::addFile(const std::filesystem::path& file)
{
    m_state->hide();
    desk().jobs.run(
        this, [blobs = m_blobs, file](base::Job& job) { return blobs.add(file, job); },
        [this, name = QFileInfo(pathText(file)).completeBaseName().left(kNameLetters)](
            const Result<store::TakenBlob>& taken) { take(taken, name); });
}

void AttachmentEditor::take(const Result<store::TakenBlob>& taken, const QString& name)
{
    if (!taken) {
        say(taken.error());
    } else if (taken->refusal != BlobRefusal::None) {
        say(tr("%1: %2").arg(name, refusalText(taken->refusal)));
    } else {
        Attachment file = taken->file;
        file.name = typed(name);
        file.scanned = desk().today();
        std::erase_if(m_files, [&](const Attachment& one) { return one.hash == file.hash; });
        m_files.push_back(std::move(file));
        showFiles();
        Q_EMIT edited();
    }
    Q_EMIT worked();
}

void AttachmentEditor::removeFile(const std::string& hash)
{
    // The content stays: what the journal has named may be asked for by its history.
    std::erase_if(m_files, [&](const Attachment& one) { return one.hash == hash; });
    showFiles();
    m_add->setFocus();
    Q_EMIT edited();
}

void AttachmentEditor::openCopy(const Attachment& file)
{
    desk().jobs.run(
        this, [blobs = m_blobs, hash = file.hash](base::Job&) { return blobs.content(hash); },
        [this, file](const Result<std::string>& bytes) {
            if (!bytes)
                say(bytes.error());
            else if (!viewedCopies(window()).show(file, *bytes))
                say(tr("No program of this computer opens such a file. Save a copy and look at it "
                       "elsewhere."));
            Q_EMIT worked();
        });
}

void AttachmentEditor::askWhere(const Attachment& file)
{
    const QString ending = shown(store::endingOf(file.kind));
    auto* dialog = new QFileDialog(window(), tr("Save a copy"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(shown(file.name) + QLatin1Char('.') + ending);
    connect(dialog, &QFileDialog::fileSelected, this, [this, file](const QString& path) {
        saveTo(file, std::filesystem::path(path.toStdU16String()));
    });
    dialog->open();
}

void AttachmentEditor::saveTo(const Attachment& file, const std::filesystem::path& path)
{
    desk().jobs.run(
        this,
        [blobs = m_blobs, hash = file.hash, path](base::Job&) -> base::Status {
            PATRONAT_LET(const std::string bytes, blobs.content(hash));
            QSaveFile out(pathText(path));
            const bool isWritten = out.open(QIODevice::WriteOnly)
                && out.write(bytes.data(), static_cast<qint64>(bytes.size()))
                    == static_cast<qint64>(bytes.size())
                && out.commit();
            if (!isWritten)
                return { base::ErrorCode::FileNotWritable, { typed(pathText(path)) } };
            return {};
        },
        [this](const base::Status& saved) {
            if (!saved)
                say(saved.error());
            Q_EMIT worked();
        });
}

void AttachmentEditor::say(const QString& words)
{
    m_state->setText(words);
    m_state->show();
}

void AttachmentEditor::say(const base::Error& error)
{
    const ErrorText text = errorText(error, desk().languages.sentences(), Audience::Window);
    say(error.code == base::ErrorCode::NotFound
            ? tr("The file has not come yet; it lies at the office that added it.")
            : shown(text.title) + QLatin1Char(' ') + shown(text.advice));
}

void AttachmentEditor::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!m_isReadOnly
        && std::any_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void AttachmentEditor::dropEvent(QDropEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            addFile(std::filesystem::path(url.toLocalFile().toStdU16String()));
    event->acceptProposedAction();
}

} // namespace patronat::ui

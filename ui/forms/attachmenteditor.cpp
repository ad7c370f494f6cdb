// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/attachmenteditor.h"

#include "core/scans/picture.h"
#include "ui/common/errortext.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/linkbutton.h"
#include "ui/common/sizetext.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/forms/latefiles.h"
#include "ui/forms/scanpreview.h"
#include "ui/forms/viewedcopies.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPixmap>
#include <QPointer>
#include <QPushButton>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace patronat::ui {

using base::Result;
using store::Attachment;
using scans::Refusal;
using scans::Treatment;

namespace {

constexpr qsizetype kNameLetters = 100;
constexpr int kNameAir = 16;
constexpr int kWidestName = 420;

constexpr int kThumbnail = 48; ///< pixels of the longer side, at letters of common size
constexpr int kBasisLetters = 250;
constexpr int kShortestBasis = 5;

bool isPicture(const Attachment& file)
{
    return file.kind == store::FileKind::Jpeg || file.kind == store::FileKind::Png || file.kind == store::FileKind::Tiff;
}

QString refusalText(const scans::Prepared& prepared)
{
    switch (prepared.refusal) {
    case Refusal::Empty:
        return AttachmentEditor::tr("The file is empty.");
    case Refusal::TooLarge:
        return AttachmentEditor::tr(
            "The file is larger than %1 MB. Scan it in grey or with fewer dots.")
            .arg((prepared.sizeBefore > scans::kMostSourceBytes ? scans::kMostSourceBytes : store::Blobs::kMostBytes) >> 20U);
    case Refusal::UnknownKind:
        return AttachmentEditor::tr(
            "This is no PDF, picture (JPEG, PNG, TIFF, WebP) or ODT text; other files are not taken.");
    case Refusal::Unreadable:
        return AttachmentEditor::tr(
            "The picture is damaged or was not copied whole. Copy it anew, from the camera or telephone itself.");
    case Refusal::TooManyDots:
        return AttachmentEditor::tr("The picture has %1 × %2 dots, more than can be unpacked here. Make it smaller or scan it with fewer dots.")
            .arg(prepared.widthBefore)
            .arg(prepared.heightBefore);
    case Refusal::NoReader:
        return AttachmentEditor::tr("This kind of picture (HEIC) cannot be read on this computer. Save it as JPEG on the telephone and add that.");
    case Refusal::None:
        break;
    }
    return {};
}

/// What was done to a file that was taken; `name` is the one that it is known by.
QString treatmentText(const scans::TakenScan& taken, const QString& name)
{
    const QString before = sizeText(static_cast<std::int64_t>(taken.prepared.sizeBefore));
    const QString after = sizeText(static_cast<std::int64_t>(taken.file.size));
    switch (taken.prepared.treatment) {
    case Treatment::Redrawn:
        return AttachmentEditor::tr("%1: was %2, is kept as %3 (%4 × %5 dots); what it told of the place and the device is removed.")
            .arg(name, before, after)
            .arg(taken.prepared.width)
            .arg(taken.prepared.height);
    case Treatment::Cleaned:
        return AttachmentEditor::tr("%1: was %2, is kept as %3; the author, the program and the dates of the file are removed.")
            .arg(name, before, after);
    case Treatment::PdfLocked:
        return AttachmentEditor::tr("%1: the PDF is locked with a password and kept as it is; what it says of its author is still in it.")
            .arg(name);
    case Treatment::PdfSigned:
        return AttachmentEditor::tr("%1: the PDF has an electronic signature, which a change would break, so it is kept as it is; what it says of its "
                                    "author is still in it.")
            .arg(name);
    case Treatment::PdfDamaged:
        return AttachmentEditor::tr("%1: the PDF could not be taken apart and is kept as it is; what it says of its author is still in it. Look whether it "
                                    "opens.")
            .arg(name);
    case Treatment::SeveralPages:
        return AttachmentEditor::tr("%1: a TIFF of several pages is kept as it is; what it says of the scanner is still in it.")
            .arg(name);
    case Treatment::AsItIs:
        return AttachmentEditor::tr("%1: a text is kept as it is; what it says of its author is still in it.").arg(name);
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
    , m_settings(scans::scanSettings(desk().profile()))
    , m_lines(new QVBoxLayout)
    , m_state(makeLabel(TextRole::Warning))
    , m_note(makeLabel(TextRole::Muted))
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
    m_note->setWordWrap(true);
    m_note->hide();
    layout->addWidget(m_note);
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

QString AttachmentEditor::note() const
{
    return m_note->isHidden() ? QString() : m_note->text();
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
    showNotes();
    chainFocus();
    updateGeometry();
}

void AttachmentEditor::showNotes()
{
    // Only of what stands here: an editor goes on to another record.
    QStringList lines;
    for (const Attachment& file : m_files)
        if (const auto note = m_notes.find(file.hash); note != m_notes.end())
            lines += note->second;
    m_note->setText(lines.join(QLatin1Char('\n')));
    m_note->setVisible(!lines.isEmpty());
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
    connect(open, &QPushButton::clicked, this, [this, file] { isPicture(file) ? look(file) : openCopy(file); });
    if (isHere && isPicture(file)) {
        auto* picture = new QLabel;
        picture->setObjectName(QStringLiteral("thumbnail"));
        picture->setFixedSize(kThumbnail, kThumbnail);
        picture->setAlignment(Qt::AlignCenter);
        layout->addWidget(picture);
        showThumbnail(file, picture);
    }
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
        { tr("Scans and documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.webp *.odt)"),
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
    const scans::PictureConsent* consent = m_settings.consentFor(place().type.id, field().id);
    if (consent == nullptr)
        return takeIn(file);
    m_waiting.push_back(file);
    if (!m_isAsking)
        askConsent(*consent);
}

void AttachmentEditor::askConsent(const scans::PictureConsent& consent)
{
    m_isAsking = true;
    const base::Fields values = place().values();
    const auto family = values.find(consent.family);
    const base::RecordId* named = family == values.end() ? nullptr : family->second.reference();
    const base::RecordId id = named == nullptr ? base::RecordId() : *named;
    desk().jobs.run(
        this,
        [&store = desk().store, consent, id, today = desk().today()](base::Job&) {
            return store.read([&](const store::ReadTx& tx) -> Result<scans::ConsentAnswer> {
                return scans::consentOf(tx, id, consent.purpose, today);
            });
        },
        [this, consent](const Result<scans::ConsentAnswer>& answer) { answerConsent(consent, answer); });
}

void AttachmentEditor::answerConsent(const scans::PictureConsent& consent, const Result<scans::ConsentAnswer>& answer)
{
    if (!answer) {
        refuseWaiting({});
        say(answer.error());
        Q_EMIT worked();
        return;
    }
    const base::Fields values = place().values();
    const auto basis = values.find(consent.basis);
    const bool hasBasis = basis != values.end() && !basis->second.textOr({}).empty();
    if (answer->state == scans::ConsentState::Standing)
        takeWaiting();
    else if (answer->state == scans::ConsentState::Withdrawn)
        refuseWaiting(tr("The consent to pictures was withdrawn on %1: no new pictures of this family are added (BR-48). Enter a new consent first.")
                          .arg(dateText(answer->since)));
    else if (hasBasis)
        takeWaiting();
    else if (consent.basis.empty())
        refuseWaiting(tr("The family has no consent to pictures that stands. Enter the consent first, then add the picture."));
    else
        askBasis(consent);
}

void AttachmentEditor::askBasis(const scans::PictureConsent& consent)
{
    auto* dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("pictureBasis"));
    dialog->setWindowTitle(tr("No consent to pictures is entered"));
    dialog->setLabelText(tr("The family has no consent to pictures that stands in the program. What does the picture rest on:\n"
                            "who agreed, when, which paper (or which law allows it without a consent)?"));
    dialog->setOkButtonText(tr("Add with this basis"));
    dialog->setCancelButtonText(tr("Do not add"));
    dialog->resize(kWidestName + kWidestName / 3, 0);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, consent](const QString& words) {
        const QString basis = words.simplified().left(kBasisLetters);
        if (basis.size() < kShortestBasis)
            return refuseWaiting(tr("Nothing was added: it was not said what the picture rests on."));
        place().late->fill(consent.basis, base::Value(typed(basis)));
        takeWaiting();
    });
    connect(dialog, &QInputDialog::rejected, this, [this] { refuseWaiting(tr("Nothing was added: it was not said what the picture rests on.")); });
    dialog->open();
}

void AttachmentEditor::refuseWaiting(const QString& why)
{
    m_isAsking = false;
    m_waiting.clear();
    if (!why.isEmpty()) {
        say(why);
        Q_EMIT worked();
    }
}

void AttachmentEditor::takeWaiting()
{
    m_isAsking = false;
    for (const std::filesystem::path& file : std::exchange(m_waiting, {}))
        takeIn(file);
}

void AttachmentEditor::takeIn(const std::filesystem::path& file)
{
    const auto late = place().late;
    late->begin();
    // Not tied to this editor: a file that was given is kept though its page is left meanwhile.
    desk().jobs.runLong(
        &desk().jobs,
        [blobs = m_blobs, file, settings = m_settings](base::Job& job) { return scans::take(blobs, file, settings, job); },
        [here = QPointer<AttachmentEditor>(this), late, id = field().id, today = desk().today(),
            name = QFileInfo(pathText(file)).completeBaseName().left(kNameLetters)](
            Result<scans::TakenScan> taken) {
            late->end();
            if (taken) {
                taken->file.name = typed(name);
                taken->file.scanned = today;
            }
            if (here != nullptr)
                here->take(taken, name);
            else if (taken && taken->prepared.refusal == Refusal::None)
                late->add(id, taken->file);
            else if (!taken)
                late->fail(taken.error());
        });
}

void AttachmentEditor::take(const Result<scans::TakenScan>& taken, const QString& name)
{
    if (!taken) {
        say(taken.error());
    } else if (taken->prepared.refusal != Refusal::None) {
        say(tr("%1: %2").arg(name, refusalText(taken->prepared)));
    } else {
        std::erase_if(m_files, [&](const Attachment& one) { return one.hash == taken->file.hash; });
        m_files.push_back(taken->file);
        m_notes.insert_or_assign(taken->file.hash, treatmentText(*taken, name));
        showFiles();
        Q_EMIT edited();
    }
    Q_EMIT worked();
}

void AttachmentEditor::showThumbnail(const Attachment& file, QLabel* where)
{
    desk().jobs.run(
        where,
        [blobs = m_blobs, hash = file.hash, side = kThumbnail * 2](base::Job&) {
            const auto bytes = blobs.content(hash);
            return bytes ? scans::thumbnail(*bytes, side) : std::string();
        },
        [where](const std::string& png) {
            QPixmap picture;
            if (picture.loadFromData(reinterpret_cast<const uchar*>(png.data()), static_cast<uint>(png.size())))
                where->setPixmap(picture.scaled(where->size(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
        });
}

void AttachmentEditor::look(const Attachment& file)
{
    desk().jobs.runLong(
        this,
        [blobs = m_blobs, hash = file.hash, side = m_settings.longSide](base::Job&) -> Result<QImage> {
            PATRONAT_LET(const std::string bytes, blobs.content(hash));
            const std::string png = scans::thumbnail(bytes, side);
            return QImage::fromData(reinterpret_cast<const uchar*>(png.data()), static_cast<int>(png.size()));
        },
        [this, file](const Result<QImage>& picture) {
            if (picture && picture->isNull())
                return openCopy(file); // perhaps another program reads it
            if (!picture) {
                say(picture.error());
            } else {
                auto* preview = new ScanPreview(shown(file.name), *picture, window());
                connect(preview, &ScanPreview::elsewhereWanted, this, [this, file] { openCopy(file); });
                preview->open();
            }
            Q_EMIT worked();
        });
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
    desk().jobs.runLong(
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
    desk().jobs.runLong(
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

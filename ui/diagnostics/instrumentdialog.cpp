// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/instrumentdialog.h"

#include "ui/common/errortext.h"
#include "ui/common/growingdialog.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"
#include "ui/diagnostics/itemsheet.h"

#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

using base::RecordId;
using diagnostics::ScaleScore;
using profile::Instrument;

namespace {

constexpr int kWidth = 980;
constexpr int kHeight = 660;
constexpr int kDraftAfterMs = 1000;
constexpr const char* kIsoDate = "yyyy-MM-dd";

void choose(QComboBox* box, const std::string& data)
{
    if (const int at = box->findData(shown(data)); at >= 0)
        box->setCurrentIndex(at);
}

std::string chosen(const QComboBox* box)
{
    return box->isHidden() ? std::string() : typed(box->currentData().toString());
}

RecordId chosenId(const QComboBox* box)
{
    return RecordId::fromHex(chosen(box)).value_or(RecordId {});
}

} // namespace

InstrumentDialog::InstrumentDialog(Desk& desk, RecordId session, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_session(session)
    , m_instruments(new QComboBox)
    , m_kind(new QComboBox)
    , m_respondent(new QComboBox)
    , m_child(new QComboBox)
    , m_form(new QComboBox)
    , m_date(new QDateEdit)
    , m_childLabel(makeLabel(TextRole::Label))
    , m_formLabel(makeLabel(TextRole::Label))
    , m_note(makeLabel(TextRole::Muted))
    , m_scroll(new QScrollArea)
    , m_sheet(new ItemSheet(desk.languages, nullptr))
    , m_progress(makeLabel(TextRole::Plain))
    , m_result(makeLabel(TextRole::Subtitle))
    , m_warning(makeLabel(TextRole::Warning))
    , m_error(makeLabel(TextRole::Error))
    , m_save(new QPushButton(tr("Save the result")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("instrumentDialog"));
    setWindowTitle(tr("Fill in an instrument"));
    growWithTexts(*this);
    const QSize screen
        = parent != nullptr ? parent->screen()->availableSize() : QSize(kWidth, kHeight);
    resize(std::min(kWidth, screen.width() - 40), std::min(kHeight, screen.height() - 60));
    build();
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kDraftAfterMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &InstrumentDialog::keepDraft);
    load();
}

InstrumentDialog::~InstrumentDialog()
{
    if (m_draftTimer.isActive())
        keepDraft();
    hold({});
}

void InstrumentDialog::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 12);
    layout->setSpacing(8);
    auto* head = new QGridLayout;
    const auto add = [head](QLabel* label, QWidget* field, int row, int column, int span) {
        label->setBuddy(field);
        head->addWidget(label, row * 2, column, 1, span);
        head->addWidget(field, row * 2 + 1, column, 1, span);
    };
    m_instruments->setObjectName(QStringLiteral("sheet.instrument"));
    m_kind->setObjectName(QStringLiteral("sheet.kind"));
    m_respondent->setObjectName(QStringLiteral("sheet.respondent"));
    m_child->setObjectName(QStringLiteral("sheet.child"));
    m_instruments->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    add(makeLabel(TextRole::Label, tr("&Instrument")), m_instruments, 0, 0, 3);
    add(makeLabel(TextRole::Label, tr("&Date")), m_date, 0, 3, 1);
    add(makeLabel(TextRole::Label, tr("&Who answers")), m_respondent, 1, 0, 1);
    add(makeLabel(TextRole::Label, tr("As &whom")), m_kind, 1, 1, 1);
    m_childLabel->setText(tr("About which &child"));
    add(m_childLabel, m_child, 1, 2, 1);
    m_formLabel->setText(tr("S&heet"));
    add(m_formLabel, m_form, 1, 3, 1);
    for (int column = 0; column < 4; ++column)
        head->setColumnStretch(column, 1);
    for (QComboBox* box : { m_kind, m_respondent, m_child, m_form })
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_date->setDisplayFormat(QStringLiteral("dd.MM.yyyy"));
    m_date->setDate(QDate::fromString(shown(m_desk.today()), QLatin1String(kIsoDate)));
    m_date->setMaximumDate(m_date->date());
    layout->addLayout(head);
    m_note->setWordWrap(true);
    layout->addWidget(m_note);
    m_scroll->setWidget(m_sheet);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_scroll, 1);
    m_note->setObjectName(QStringLiteral("sheet.note"));
    m_progress->setObjectName(QStringLiteral("sheet.progress"));
    m_result->setObjectName(QStringLiteral("sheet.result"));
    m_warning->setObjectName(QStringLiteral("sheet.warning"));
    m_error->setObjectName(QStringLiteral("sheet.error"));
    for (QLabel* label : { m_progress, m_result, m_warning, m_error }) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    m_error->hide();
    auto* foot = new QHBoxLayout;
    foot->addWidget(makeLabel(TextRole::Muted,
                        tr("Digits answer, Backspace takes back, Ctrl+S saves, Esc closes")),
        1);
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    m_save->setAutoDefault(false);
    m_save->setProperty("primary", true);
    m_save->setObjectName(QStringLiteral("sheet.save"));
    foot->addWidget(close);
    foot->addWidget(m_save);
    layout->addLayout(foot);
    auto* shortcut = new QShortcut(QKeySequence::Save, this);
    connect(shortcut, &QShortcut::activated, this, &InstrumentDialog::save);
    connect(m_save, &QPushButton::clicked, this, &InstrumentDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_sheet, &ItemSheet::changed, this, &InstrumentDialog::edited);
    connect(m_sheet, &ItemSheet::focused, this,
        [this](QWidget* line) { m_scroll->ensureWidgetVisible(line, 0, 60); });
    connect(
        m_instruments, &QComboBox::currentIndexChanged, this, &InstrumentDialog::chooseInstrument);
    connect(
        m_respondent, &QComboBox::currentIndexChanged, this, &InstrumentDialog::chooseRespondent);
    for (QComboBox* box : { m_kind, m_child, m_form })
        connect(box, &QComboBox::currentIndexChanged, this, &InstrumentDialog::edited);
    connect(m_date, &QDateEdit::dateChanged, this, &InstrumentDialog::edited);
}

void InstrumentDialog::load()
{
    struct Read
    {
        base::Result<SheetBasis> basis;
        base::Result<std::vector<store::Draft>> drafts;
    };
    const store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, &drafts = m_desk.drafts, session = m_session, author = m_desk.author,
            day = m_desk.today(), language = typed(m_desk.languages.language())](base::Job&) {
            return Read { store.read([&](const store::ReadTx& tx) {
                             return readSheetBasis(
                                 tx, store.rules(), session, author, day, language);
                         }),
                drafts.all() };
        },
        [this](Read read) {
            if (!read.basis) {
                const ErrorText text
                    = errorText(read.basis.error(), m_desk.languages.sentences(), Audience::Window);
                return say(shown(text.title) + QLatin1Char('\n') + shown(text.advice));
            }
            take(std::move(*read.basis), read.drafts ? *read.drafts : std::vector<store::Draft>());
        });
}

/// Typing that was left goes on where it was; nobody is asked, for nothing of it is saved yet.
void InstrumentDialog::take(SheetBasis basis, const std::vector<store::Draft>& drafts)
{
    m_basis = std::move(basis);
    if (m_wanted.instrument.empty())
        for (const store::Draft& draft : drafts) {
            const auto left = sheetOf(draft);
            if (!left || left->result.diagnostics != m_session
                || m_desk.heldDrafts.contains(draft.id))
                continue;
            openDraft(draft);
            break;
        }
    fillInstruments(m_wanted.instrument);
}

void InstrumentDialog::openDraft(const store::Draft& draft)
{
    if (auto left = sheetOf(draft)) {
        m_wanted = std::move(*left);
        hold(draft.id);
    }
}

void InstrumentDialog::fillInstruments(const std::string& wanted)
{
    const QSignalBlocker quiet(m_instruments);
    for (const profile::BatteryEntry& entry : m_basis.offered) {
        const auto one = profile::instrument(m_desk.profile(), entry.instrument);
        // The scales of a free one are lines of its record's own form.
        if (!one || one->entry == Instrument::Entry::Free)
            continue;
        QString text = m_desk.languages.text(one->label);
        if (entry.need == "required")
            text += QStringLiteral(" — ") + tr("required");
        else if (entry.need == "recommended")
            text += QStringLiteral(" — ") + tr("recommended");
        m_instruments->addItem(text, shown(entry.instrument));
    }
    choose(m_instruments, wanted);
    chooseInstrument();
    // What has just been made is shown a turn later, and what is not shown takes no focus.
    QTimer::singleShot(0, m_sheet, &ItemSheet::focusOpen);
}

/// From the fields above Enter leads to the first question that is open; the arrows go through the
/// instruments.
void InstrumentDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return m_sheet->focusOpen();
    QDialog::keyPressEvent(event);
}

void InstrumentDialog::chooseInstrument()
{
    auto found
        = profile::instrument(m_desk.profile(), typed(m_instruments->currentData().toString()));
    if (!found) {
        m_save->setEnabled(false);
        return say(tr("The profile of this database has no instruments yet: it is updated when the "
                      "program opens it."));
    }
    if (m_instrument && !m_isFilling && !m_sheet->answers().empty())
        keepDraft(); // of the sheet that is left
    const bool isWanted = m_wanted.instrument == found->id;
    if (m_instrument && !isWanted)
        hold({});
    m_isFilling = true;
    m_instrument = std::move(*found);
    QStringList notes;
    if (m_instrument->textsOnPaper)
        notes
            += tr("The texts of the questions are not in the program: they are on the paper form.");
    if (m_instrument->referenceOnly)
        notes += tr("For reference only: no conclusion rests on this instrument alone.");
    if (m_instrument->psychologist)
        notes += tr("Conducted by a psychologist.");
    if (!m_basis.answersReadBy.empty())
        notes += tr(
            "Check the answers before saving: afterwards they are read and corrected by %1 only.")
                     .arg(shown(m_basis.answersReadBy));
    m_note->setText(notes.join(QLatin1Char(' ')));
    m_note->setVisible(!notes.isEmpty());
    m_form->clear();
    for (const profile::SheetForm& form : m_instrument->forms)
        m_form->addItem(m_desk.languages.text(form.label), shown(form.id));
    m_form->setVisible(m_form->count() != 0);
    m_formLabel->setVisible(m_form->count() != 0);
    fillPeople();
    m_sheet->show(
        *m_instrument, isWanted ? m_wanted.result.sheet.answers : diagnostics::Answers {});
    if (isWanted) {
        choose(m_form, m_wanted.result.sheet.form);
        choose(m_respondent,
            m_wanted.result.respondent.isNull() ? std::string() : m_wanted.result.respondent.hex());
        choose(m_kind, m_wanted.result.respondentKind);
        choose(
            m_child, m_wanted.result.child.isNull() ? std::string() : m_wanted.result.child.hex());
        m_date->setDate(QDate::fromString(shown(m_wanted.result.date), QLatin1String(kIsoDate)));
        m_wanted = {};
    }
    m_isFilling = false;
    count();
}

void InstrumentDialog::fillPeople()
{
    std::vector<std::string> kinds;
    for (const profile::Respondents& some : m_instrument->respondents)
        for (const std::string& who : some.who)
            if (std::find(kinds.begin(), kinds.end(), who) == kinds.end())
                kinds.push_back(who);
    m_kind->clear();
    const profile::Classifier* codes = m_desk.profile().classifier("respondentKind");
    for (const std::string& kind : kinds) {
        const profile::Code* code = codes != nullptr ? codes->code(kind) : nullptr;
        m_kind->addItem(
            code != nullptr ? m_desk.languages.text(code->label) : shown(kind), shown(kind));
    }
    const bool bySpecialist = std::find(kinds.begin(), kinds.end(), "specialist") != kinds.end();
    m_respondent->clear();
    m_child->clear();
    if (bySpecialist || m_instrument->anonymous)
        m_respondent->addItem(
            bySpecialist ? tr("the specialist") : tr("without a name"), QString());
    for (const SheetPerson& person : m_basis.people) {
        const QString title = m_desk.privacy.veiled(shown(person.title));
        const bool isAsked = std::find(kinds.begin(), kinds.end(), person.kind) != kinds.end()
            || std::find(kinds.begin(), kinds.end(), "otherMember") != kinds.end()
            || std::find(kinds.begin(), kinds.end(), "representative") != kinds.end();
        if (isAsked)
            m_respondent->addItem(title, shown(person.member.hex()));
        if (person.kind == "child")
            m_child->addItem(title, shown(person.member.hex()));
    }
    m_child->setVisible(m_instrument->perChild);
    m_childLabel->setVisible(m_instrument->perChild);
    chooseRespondent();
}

void InstrumentDialog::chooseRespondent()
{
    const RecordId member = chosenId(m_respondent);
    for (const SheetPerson& person : m_basis.people)
        if (person.member == member)
            choose(m_kind, person.kind);
    edited();
}

TypedSheet InstrumentDialog::typedSheet() const
{
    TypedSheet out;
    if (!m_instrument)
        return out;
    out.instrument = m_instrument->id;
    out.result.diagnostics = m_session;
    out.result.date = typed(m_date->date().toString(QLatin1String(kIsoDate)));
    out.result.respondentKind = chosen(m_kind);
    out.result.respondent = chosenId(m_respondent);
    out.result.child = chosenId(m_child);
    out.result.conductedBy = m_desk.author;
    out.result.sheet = { m_sheet->answers(), chosen(m_form) };
    return out;
}

void InstrumentDialog::edited()
{
    if (m_isFilling || !m_instrument)
        return;
    m_error->hide();
    count();
    m_draftTimer.start();
}

void InstrumentDialog::count()
{
    m_score = diagnostics::score(*m_instrument, typedSheet().result.sheet);
    QString progress = tr("Answered %1 of %2").arg(m_score.answered).arg(m_score.asked);
    if (!m_score.enough)
        progress += QStringLiteral("; ")
            + tr("%n more needed for a result", nullptr, m_score.needed - m_score.answered);
    m_progress->setText(progress);
    const QString words = resultWords();
    m_result->setText(words);
    m_result->setVisible(!words.isEmpty());
    const QString warning = warningWords();
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
    m_save->setEnabled(m_score.answered > 0 && !m_isSaving && !m_basis.isSigned);
}

/// The level first, then each scale; said in words, the figure beside.
QString InstrumentDialog::resultWords() const
{
    LanguageSwitch& languages = m_desk.languages;
    QStringList lines;
    if (!m_score.band.empty())
        lines += tr("Result: %1").arg(languages.text(m_score.bandLabel))
            + (m_score.atOnce ? QStringLiteral(" — ") + tr("whatever the other answers are")
                              : QString());
    if (!m_score.advice.empty())
        lines += languages.text(m_score.advice);
    QStringList scales;
    for (const ScaleScore& scale : m_score.scales) {
        if (!scale.value || (!m_score.enough && m_instrument->entry == Instrument::Entry::Items))
            continue;
        QString text = languages.text(scale.label) + QStringLiteral(": ")
            + shown(diagnostics::pointsText(*scale.value, scale.decimals))
                  .replace(QLatin1Char('.'), QLatin1Char(','));
        if (scale.percent)
            text += QStringLiteral(" (%1 %)").arg(
                shown(diagnostics::pointsText(*scale.percent, scale.percentDecimals))
                    .replace(QLatin1Char('.'), QLatin1Char(',')));
        if (!scale.bandLabel.empty())
            text += QStringLiteral(" — ") + languages.text(scale.bandLabel);
        if (scale.flagged)
            text += QStringLiteral(" — ") + tr("diagnostic value reached");
        scales += text;
    }
    if (!scales.isEmpty())
        lines += scales.join(QStringLiteral("; "));
    return lines.join(QLatin1Char('\n'));
}

QString InstrumentDialog::warningWords() const
{
    if (m_basis.isSigned)
        return tr("These diagnostics are signed: a result cannot be added to them any more.");
    const TypedSheet sheet = typedSheet();
    std::optional<int> age;
    for (const SheetPerson& person : m_basis.people)
        if (person.member == sheet.result.respondent)
            age = person.age;
    const diagnostics::Fitness fits = diagnostics::fitness(
        *m_instrument, sheet.result.respondentKind, age, sheet.result.sheet.form);
    if (fits.code == "ageBelow")
        return tr("This instrument is for those of %1 years and older.").arg(fits.bound);
    if (fits.code == "ageAbove")
        return tr("This instrument is for those up to %1 years.").arg(fits.bound);
    if (fits.code == "ageUnknown" && !sheet.result.respondent.isNull())
        return tr("The age of who answers is not known: this instrument is for certain ages.");
    if (fits.code == "form")
        return tr("This sheet is for other respondents.");
    return {};
}

void InstrumentDialog::hold(base::DraftId draft)
{
    if (const auto held = m_desk.heldDrafts.find(m_draft); held != m_desk.heldDrafts.end())
        m_desk.heldDrafts.erase(held);
    m_draft = draft;
    if (!draft.isNull())
        m_desk.heldDrafts.insert(draft);
}

void InstrumentDialog::keepDraft()
{
    m_draftTimer.stop();
    const TypedSheet sheet = typedSheet();
    if (sheet.result.sheet.answers.empty())
        return dropDraft();
    if (m_draft.isNull())
        hold(m_desk.newDraft());
    m_desk.jobs.keep(
        [&drafts = m_desk.drafts,
            draft = draftOf(sheet, m_draft, m_desk.store.environment().clock.nowMs())] {
            return drafts.save(draft);
        });
}

void InstrumentDialog::dropDraft()
{
    m_draftTimer.stop();
    if (!m_draft.isNull())
        m_desk.jobs.keep(
            [&drafts = m_desk.drafts, draft = m_draft] { return drafts.remove(draft); });
    hold({});
}

void InstrumentDialog::save()
{
    if (!m_instrument || m_isSaving || !m_save->isEnabled())
        return;
    if (m_sheet->focusMisread())
        return say(tr("This is no number."));
    if (m_instrument->perChild && chosenId(m_child).isNull())
        return say(tr("Say which child it is about. Children of the family are those who are under "
                      "18 by their date of "
                      "birth."));
    m_desk.asSomebody(this, [this] {
        m_isSaving = true;
        m_save->setEnabled(false);
        keepDraft(); // what is saved is kept until it is
        store::Store& store = m_desk.store;
        store::WriteOptions options;
        options.author = m_desk.author;
        options.name = "instrument";
        m_desk.jobs.run(
            this,
            [&store, options, instrument = *m_instrument, result = typedSheet().result](
                base::Job&) {
                return store.write(options, [&](store::WriteTx& tx) {
                    return diagnostics::record(tx, instrument, result);
                });
            },
            [this](const base::Result<diagnostics::Recorded>& done) { finish(done); });
    });
}

void InstrumentDialog::finish(const base::Result<diagnostics::Recorded>& done)
{
    m_isSaving = false;
    if (!done) {
        m_save->setEnabled(true);
        const ErrorText text
            = errorText(done.error(), m_desk.languages.sentences(), Audience::Window);
        return say(shown(text.title) + QLatin1Char('\n') + shown(text.advice));
    }
    dropDraft();
    Q_EMIT recorded(done->record);
    accept();
}

void InstrumentDialog::say(const QString& words)
{
    m_error->setText(words);
    m_error->show();
}

} // namespace patronat::ui

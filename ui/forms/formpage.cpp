// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/formpage.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/errortext.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/diagnostics/comparisondialog.h"
#include "ui/diagnostics/instrumentdialog.h"
#include "ui/forms/draftoffer.h"
#include "ui/forms/elsewherestrip.h"
#include "ui/forms/historydialog.h"
#include "ui/forms/repeatstrip.h"
#include "ui/forms/signreasondialog.h"
#include "ui/forms/twinstrip.h"
#include "ui/forms/veilbar.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace patronat::ui {

namespace {

constexpr int kWideLetters = 115;
constexpr int kMostObstacles = 6; ///< named one by one
const QString kFill = QStringLiteral("fillInstrument");
const QString kCompare = QStringLiteral("compareResults");
constexpr int kFewSections = 4; ///< from here on a form has a list of its headings

} // namespace

FormPage::FormPage(Desk& desk, const std::string& type, Frame frame, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_form(new RecordForm(desk, type, nullptr))
    , m_head(new QHBoxLayout)
    , m_title(makeLabel(TextRole::Title))
    , m_badge(new ElidedLabel({}, TextRole::Badge)) // neither makes the page wider
    , m_state(new ElidedLabel)
    , m_save(new QPushButton)
    , m_sign(new QPushButton)
    , m_more(new QToolButton)
    , m_notice(new QFrame)
    , m_noticeText(makeLabel(TextRole::Plain))
    , m_noticeAction(new QPushButton)
    , m_sections(new QWidget)
    , m_scroll(new QScrollArea)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, frame == Frame::Alone ? 14 : 8, 8, 0);
    layout->setSpacing(6);
    buildHead(frame);
    buildNotice();
    layout->addWidget(new VeilBar(session(), this));
    layout->addWidget(new DraftOffer(session(), this));
    layout->addWidget(new RepeatStrip(*m_form, this));
    auto* body = new QHBoxLayout;
    body->setSpacing(16);
    body->addWidget(m_sections);
    auto* page = new QWidget;
    auto* pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 14, 20);
    pageLayout->addWidget(m_form);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body->addWidget(m_scroll, 1);
    layout->addLayout(body, 1);
    auto* twins = new TwinStrip(m_form->twins(), TwinStrip::Offer::Open, this);
    layout->addWidget(twins);
    connect(twins, &TwinStrip::opened, this, &FormPage::opened);
    connect(twins, &TwinStrip::explained, this, &FormPage::save);
    auto* saveKey = new QShortcut(QKeySequence::Save, this);
    saveKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(saveKey, &QShortcut::activated, this, &FormPage::save);
    auto* historyKey = new QShortcut(QKeySequence(QStringLiteral("Ctrl+H")), this);
    historyKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(historyKey, &QShortcut::activated, this, [this] { history(true); });
    connect(m_form, &RecordForm::edited, this, &FormPage::refresh);
    connect(m_form, &RecordForm::saved, this, [this] {
        m_hasBeenSaved = true;
        hideNotice();
        refresh();
        if (std::exchange(m_isSavedBeside, false))
            mention(tr("It was signed elsewhere meanwhile. What you saved stands beside the signed "
                       "paper until somebody decides about it, on the page of exchange."));
        Q_EMIT saved(session().id());
    });
    connect(m_form, &RecordForm::failed, this, &FormPage::showError);
    connect(m_form, &RecordForm::opened, this, &FormPage::opened);
    connect(m_form, &RecordForm::rebuilt, this, [this] {
        buildSections();
        words();
    });
    connect(&session(), &FormSession::stateChanged, this, &FormPage::refresh);
    connect(&session(), &FormSession::loadedAnew, this, &FormPage::refresh);
    connect(&session(), &FormSession::reasonAsked, this, &FormPage::askReason);
    connect(&session(), &FormSession::removed, this, &FormPage::removed);
    connect(&session(), &FormSession::besideSigned, this, [this] { say(besideSignedWords()); });
    connect(&session(), &FormSession::veilChanged, this, &FormPage::refresh);
    connect(&session(), &FormSession::changedElsewhere, this, &FormPage::tellElsewhere);
    connect(&session(), &FormSession::loadedAnew, this, [this] {
        if (session().isRemoved())
            tellElsewhere();
        else if (m_isElsewhereTold && session().elsewhere() == FormSession::Elsewhere::Nothing)
            hideNotice();
    });
    connect(&session(), &FormSession::savedBeside, this, [this] { m_isSavedBeside = true; });
    connect(&desk.languages, &LanguageSwitch::switched, this, &FormPage::words);
    words();
}

void FormPage::buildHead(Frame frame)
{
    QHBoxLayout* head = m_head;
    head->setContentsMargins(0, 0, 14, 0);
    head->setSpacing(8);
    if (frame == Frame::Within)
        m_title->hide(); // never show(): without its parent it would be a window
    m_title->setMinimumWidth(0);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    head->addWidget(m_title);
    head->addWidget(m_badge);
    head->addStretch(1);
    head->addWidget(m_state);
    m_save->setProperty("primary", true);
    m_save->setIcon(icon(QStringLiteral("save"), currentColours().accentText));
    m_sign->setIcon(icon(QStringLiteral("sign")));
    if (session().type().id == diagnostics::kDiagnosticsType) {
        auto* fill = new QPushButton;
        fill->setObjectName(kFill);
        head->addWidget(fill);
        connect(fill, &QPushButton::clicked, this, [this] {
            auto* dialog = new InstrumentDialog(m_desk, session().id(), window());
            dialog->open();
        });
    }
    head->addWidget(m_sign);
    head->addWidget(m_save);
    m_more->setText(QStringLiteral("⋯"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    head->addWidget(m_more);
    static_cast<QVBoxLayout*>(layout())->addLayout(head);
    connect(m_save, &QPushButton::clicked, this, &FormPage::save);
    connect(m_sign, &QPushButton::clicked, this, &FormPage::sign);
}

void FormPage::dress(QWidget* left, QWidget* right)
{
    m_head->insertWidget(0, left);
    m_head->addWidget(right);
}

void FormPage::buildNotice()
{
    m_notice->setProperty("role", QStringLiteral("notice"));
    auto* line = new QHBoxLayout(m_notice);
    line->setContentsMargins(10, 6, 6, 6);
    auto* picture = new QLabel;
    picture->setPixmap(icon(QStringLiteral("note"), currentColours().warning).pixmap(16, 16));
    line->addWidget(picture, 0, Qt::AlignTop);
    m_noticeText->setWordWrap(true);
    line->addWidget(m_noticeText, 1);
    line->addWidget(m_noticeAction, 0, Qt::AlignTop);
    auto* close = new QToolButton;
    close->setIcon(icon(QStringLiteral("close"), currentColours().muted));
    close->setAccessibleName(tr("Close this message"));
    line->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &FormPage::hideNotice);
    connect(m_noticeAction, &QPushButton::clicked, this, [this] {
        const auto run = m_noticeRun;
        hideNotice();
        if (run)
            run();
    });
    m_notice->hide();
    layout()->addWidget(m_notice);
}

void FormPage::buildSections()
{
    delete m_sections->layout();
    qDeleteAll(m_sections->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    auto* list = new QVBoxLayout(m_sections);
    list->setContentsMargins(0, 8, 0, 0);
    list->setSpacing(1);
    const QStringList titles = m_form->headings();
    int count = 0;
    for (int i = 0; i < titles.size(); ++i) {
        if (titles[i].isEmpty())
            continue;
        auto* button = new QPushButton(titles[i]);
        button->setProperty("link", true);
        button->setFocusPolicy(
            Qt::NoFocus); // Tab goes through the fields; the list is for the mouse
        connect(button, &QPushButton::clicked, this, [this, i] {
            QWidget* block = m_form->heading(i);
            // Laid out first: a group that was folded has its height only then.
            QTimer::singleShot(0, block, [this, block] {
                m_scroll->ensureWidgetVisible(block, 0, 0);
                const int top = block->mapTo(m_scroll->widget(), QPoint()).y();
                m_scroll->ensureVisible(0, top + m_scroll->viewport()->height() - 10, 0, 0);
            });
        });
        list->addWidget(button);
        ++count;
    }
    list->addStretch(1);
    m_hasSections = count > kFewSections;
    fitSections();
}

void FormPage::fitSections()
{
    // On a small screen, or with large texts, the fields need the room.
    m_sections->setVisible(
        m_hasSections && width() > kWideLetters * fontMetrics().averageCharWidth());
}

void FormPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitSections();
}

void FormPage::words()
{
    m_save->setText(tr("Save"));
    m_save->setToolTip(tr("Ctrl+S"));
    m_sign->setText(tr("Sign"));
    m_more->setAccessibleName(tr("More actions"));
    delete m_more->menu();
    auto* menu = new QMenu(m_more);
    menu->addAction(icon(QStringLiteral("history")), tr("History of this field (Ctrl+H)"), this,
        [this] { history(true); });
    menu->addAction(icon(QStringLiteral("history")), tr("History of the record"), this,
        [this] { history(false); });
    menu->addSeparator();
    // In the menu: in the head it would make the page wider than a small screen with large letters.
    if (session().type().id == diagnostics::kDiagnosticsType) {
        QAction* compare = menu->addAction(tr("Compare &results…"), this, &FormPage::compareResults);
        compare->setObjectName(kCompare);
        compare->setToolTip(tr("The first and the last result of an instrument, or any two"));
        compare->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+D")));
        compare->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(compare); // its key works while the menu is closed
    }
    m_discard = menu->addAction(icon(QStringLiteral("undo")), tr("Throw away what is not saved"),
        this, [this] { m_form->discard(); });
    menu->addAction(icon(QStringLiteral("remove")), tr("Remove the record"), this, [this] {
        say(tr("Remove this record? It can be restored."), tr("Remove"),
            [this] { m_desk.asSomebody(this, [this] { session().remove(); }); });
    });
    m_more->setMenu(menu);
    refresh();
}

QString FormPage::stateWords() const
{
    const FormSession& session = m_form->session();
    switch (session.state()) {
    case FormSession::State::Loading:
        return tr("loading");
    case FormSession::State::Saving:
        return tr("saving");
    case FormSession::State::Failed:
        return {};
    case FormSession::State::Ready:
        break;
    }
    if (m_form->isDirty())
        return tr("not saved; kept as a draft");
    return m_hasBeenSaved ? tr("saved") : QString();
}

void FormPage::refresh()
{
    const FormSession& session = m_form->session();
    const QString type = m_desk.languages.text(session.type().label);
    m_title->setText(session.isNew() ? tr("%1: new").arg(type) : titleOf(session));
    // Of a new record the title says it.
    const bool hasBadge = session.type().hasLife && !session.isNew()
        && session.state() != FormSession::State::Loading;
    m_badge->setVisible(hasBadge);
    m_badge->setText(session.isSigned()                   ? session.loaded().signer.empty()
                                  ? tr("signed %1").arg(momentText(session.loaded().signedAt))
                                  : tr("signed %1, %2")
                      .arg(momentText(session.loaded().signedAt), shown(session.loaded().signer))
                              : session.isRemoved() ? tr("removed")
            : session.loaded().record.life == "cancelled" ? tr("cancelled")
                                                          : tr("draft"));
    const bool isReady = session.state() == FormSession::State::Ready;
    m_save->setEnabled(isReady && m_form->isDirty());
    if (m_discard != nullptr)
        m_discard->setEnabled(m_form->isDirty());
    m_sign->setVisible(session.type().hasLife && !session.isSigned());
    m_sign->setEnabled(isReady && !session.isNew() && !m_form->isDirty());
    if (auto* fill = findChild<QPushButton*>(kFill)) {
        fill->setText(tr("Fill in an &instrument…"));
        fill->setEnabled(isReady && !session.isNew() && !m_form->isDirty() && !session.isSigned());
        fill->setToolTip(fill->isEnabled() ? QString() : tr("Save the diagnostics first"));
    }
    if (auto* compare = findChild<QAction*>(kCompare))
        compare->setEnabled(!session.isNew() && session.state() != FormSession::State::Loading);
    m_state->setText(stateWords());
    if (session.cameFromDraft() && !m_isDraftTold && isReady && session.isDirty()) {
        m_isDraftTold = true;
        say(tr("This was typed earlier and not saved."), tr("Throw it away"),
            [this] { m_form->discard(); });
        m_form->focusFirst(); // never on what throws away
    }
    Q_EMIT stateChanged(m_state->text());
}

void FormPage::compareResults()
{
    const auto& values = session().loaded().record.values;
    const auto family = values.find("family");
    if (family != values.end() && family->second.reference() != nullptr)
        (new ComparisonDialog(m_desk, *family->second.reference(), {}, window()))->open();
}

void FormPage::save()
{
    // Reference records are never signed, so nobody asks again, and everybody gets them.
    if (session().type().unitKind == profile::UnitKind::Everyone)
        m_form->demand();
    m_form->save();
}

void FormPage::sayIncomplete(const QStringList& lines)
{
    say(tr("Not yet complete for signing:") + QLatin1Char('\n')
        + lines.mid(0, kMostObstacles).join(QLatin1Char('\n'))
        + (lines.size() > kMostObstacles
                ? QLatin1Char('\n') + tr("and %1 more").arg(lines.size() - kMostObstacles)
                : QString()));
}

void FormPage::sign()
{
    if (!m_form->demandAll())
        return sayIncomplete(m_form->obstacles());
    if (const std::size_t taken = m_form->takenOverCount(); taken > 0) {
        say(tr("%n value(s) came along from last time, and nobody has looked at them.", nullptr,
                static_cast<int>(taken)),
            tr("All of it is right"), [this] {
                m_form->confirmAllTaken();
                sign();
            });
        return;
    }
    const QString consequence
        = tr("Signing closes the record: only marks of execution can be changed after it.");
    say(m_caution.isEmpty() ? consequence : m_caution + QLatin1Char('\n') + consequence, tr("Sign"),
        [this] { m_desk.asSomebody(this, [this] { session().sign(); }); });
}

void FormPage::askReason(const std::vector<AskedLine>& asked)
{
    hideNotice();
    auto* dialog = new SignReasonDialog(m_desk, asked, this);
    connect(dialog, &SignReasonDialog::explained, this,
        [this](const QString& reason) { session().sign(reason); });
    dialog->open();
}

void FormPage::history(bool ofField)
{
    const RecordForm::FocusedField focused
        = ofField ? m_form->focusedField() : RecordForm::FocusedField {};
    const FormSession& of = focused.session ? *focused.session : session();
    if (of.isNew())
        return;
    auto* dialog = new HistoryDialog(
        m_desk, of.type().id, of.id(), focused.field ? focused.field->id : std::string(), window());
    dialog->open();
}

void FormPage::tellElsewhere()
{
    const QString words = elsewhereWords(session());
    if (session().isGone())
        mention(words, tr("Restore"),
            [this] { m_desk.asSomebody(this, [this] { session().restore(); }); });
    else
        mention(words);
    m_isElsewhereTold = true;
}

void FormPage::mention(const QString& text, const QString& action, std::function<void()> run)
{
    m_isElsewhereTold = false;
    m_noticeText->setText(text);
    m_noticeAction->setText(action);
    m_noticeAction->setVisible(!action.isEmpty());
    m_noticeRun = std::move(run);
    m_notice->show();
}

void FormPage::say(const QString& text, const QString& action, std::function<void()> run)
{
    mention(text, action, std::move(run));
    if (!action.isEmpty())
        m_noticeAction->setFocus();
}

void FormPage::hideNotice()
{
    m_isElsewhereTold = false;
    m_notice->hide();
    m_noticeRun = {};
}

void FormPage::showError(const base::Error& error)
{
    // What only the signing finds out: of other records, of the whole family.
    if (const QStringList rules = refusedRules(m_desk, session().type().id, error);
        !rules.isEmpty()) {
        sayIncomplete(rules);
        return refresh();
    }
    const ErrorText text = errorText(error, m_desk.languages.sentences(), Audience::Window);
    say(shown(text.title) + QLatin1Char('\n') + shown(text.advice));
    refresh();
}

} // namespace patronat::ui

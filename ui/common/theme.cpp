// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include "ui/common/enterkey.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleFactory>

#include <array>
#include <utility>

namespace patronat::ui {

namespace {

constexpr int kPointSize = 10;
constexpr int kIconSize = 17; ///< beside letters of that size
constexpr double kTitleSize = 14.5;

const Colours kLight { .window = { 0xF3, 0xF5, 0xF7 },
    .base = { 0xFF, 0xFF, 0xFF },
    .panel = { 0xE8, 0xEC, 0xF0 },
    .text = { 0x1E, 0x27, 0x30 },
    .muted = { 0x5B, 0x67, 0x73 },
    .border = { 0xBC, 0xC5, 0xCE },
    .accent = { 0x1F, 0x5F, 0x83 },
    .accentText = { 0xFF, 0xFF, 0xFF },
    .accentSoft = { 0xD9, 0xE8, 0xF1 },
    .danger = { 0xA8, 0x22, 0x1B },
    .dangerSoft = { 0xFB, 0xE9, 0xE7 },
    .warning = { 0x7A, 0x52, 0x00 },
    .warningSoft = { 0xFD, 0xF3, 0xD8 },
    .good = { 0x2C, 0x6E, 0x3F } };

const Colours kDark { .window = { 0x1D, 0x21, 0x26 },
    .base = { 0x2A, 0x30, 0x37 },
    .panel = { 0x17, 0x1B, 0x1F },
    .text = { 0xE3, 0xE8, 0xED },
    .muted = { 0xA3, 0xAE, 0xB9 },
    .border = { 0x5D, 0x68, 0x74 },
    .accent = { 0x6F, 0xB1, 0xD6 },
    .accentText = { 0x10, 0x18, 0x1E },
    .accentSoft = { 0x26, 0x41, 0x52 },
    .danger = { 0xF2, 0x8B, 0x82 },
    .dangerSoft = { 0x4A, 0x29, 0x28 },
    .warning = { 0xF0, 0xC6, 0x6B },
    .warningSoft = { 0x45, 0x39, 0x20 },
    .good = { 0x86, 0xC8, 0x98 } };

/// Fusion without the dotted frames around what has the focus: the style sheet shows it by colour
/// and border.
class CalmStyle final : public QProxyStyle
{
public:
    using QProxyStyle::QProxyStyle;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override
    {
        if (element != PE_FrameFocusRect)
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
    /// The buttons of dialogs have words; a desktop's own pictures beside them would be strangers.
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* returned) const override
    {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons
            ? 0
            : QProxyStyle::styleHint(hint, option, widget, returned);
    }
    /// Icons stand beside words and are as large as they are.
    int pixelMetric(
        PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override
    {
        if (metric == PM_ButtonIconSize || metric == PM_SmallIconSize)
            return qRound(kIconSize * QApplication::font().pointSizeF() / kPointSize);
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
};

QPalette paletteOf(const Colours& c)
{
    QPalette palette;
    const std::array roles { std::pair { QPalette::Window, c.window },
        std::pair { QPalette::Base, c.base }, std::pair { QPalette::AlternateBase, c.window },
        std::pair { QPalette::WindowText, c.text }, std::pair { QPalette::Text, c.text },
        std::pair { QPalette::Button, c.base }, std::pair { QPalette::ButtonText, c.text },
        std::pair { QPalette::BrightText, c.danger }, std::pair { QPalette::Highlight, c.accent },
        std::pair { QPalette::HighlightedText, c.accentText },
        std::pair { QPalette::Link, c.accent }, std::pair { QPalette::LinkVisited, c.accent },
        std::pair { QPalette::ToolTipBase, c.base }, std::pair { QPalette::ToolTipText, c.text },
        std::pair { QPalette::PlaceholderText, c.muted }, std::pair { QPalette::Mid, c.border },
        std::pair { QPalette::Dark, c.border }, std::pair { QPalette::Light, c.base },
        std::pair { QPalette::Midlight, c.panel } };
    for (const auto& [role, colour] : roles)
        palette.setColor(role, colour);
    for (const QPalette::ColorRole role :
        { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, c.muted);
    return palette;
}

/// The rules of resources/theme.qss with @names replaced by colours.
QString styleSheetOf(const Colours& c, Scheme scheme, int percent)
{
    QFile file(QStringLiteral(":/theme/theme.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString rules = QString::fromUtf8(file.readAll());
    rules.replace(
        QLatin1String("@titleSize"), QStringLiteral("%1pt").arg(kTitleSize * percent / 100.0));
    const std::array names { std::pair { "@window", c.window }, std::pair { "@base", c.base },
        std::pair { "@panel", c.panel }, std::pair { "@text", c.text },
        std::pair { "@muted", c.muted }, std::pair { "@border", c.border },
        std::pair { "@accentText", c.accentText }, std::pair { "@accentSoft", c.accentSoft },
        std::pair { "@accent", c.accent }, std::pair { "@dangerSoft", c.dangerSoft },
        std::pair { "@danger", c.danger }, std::pair { "@warningSoft", c.warningSoft },
        std::pair { "@warning", c.warning }, std::pair { "@good", c.good } };
    for (const auto& [name, colour] : names)
        rules.replace(QLatin1String(name), colour.name());
    rules.replace(QLatin1String("@scheme"),
        scheme == Scheme::Dark ? QLatin1String("dark") : QLatin1String("light"));
    return rules;
}

QFont fontOf(int percent)
{
    QFont font = QApplication::font();
    const QStringList families = QFontDatabase::families();
    for (const char* family : { "Noto Sans", "Segoe UI", "DejaVu Sans" }) {
        if (families.contains(QLatin1String(family))) {
            font.setFamily(QLatin1String(family));
            break;
        }
    }
    font.setPointSizeF(kPointSize * percent / 100.0);
    return font;
}

} // namespace

const Colours& colours(Scheme scheme)
{
    return scheme == Scheme::Dark ? kDark : kLight;
}

Scheme currentScheme()
{
    // The palette is the one place that knows.
    return QApplication::palette().color(QPalette::Window).lightness() < 128 ? Scheme::Dark
                                                                             : Scheme::Light;
}

const Colours& currentColours()
{
    return colours(currentScheme());
}

void applyTheme(QApplication& application, Scheme scheme, int percent)
{
    if (application.findChild<EnterKey*>(QString(), Qt::FindDirectChildrenOnly) == nullptr)
        application.installEventFilter(new EnterKey(&application));
    const Colours& c = colours(scheme);
    QApplication::setStyle(new CalmStyle(QStyleFactory::create(QStringLiteral("Fusion"))));
    QApplication::setPalette(paletteOf(c));
    QApplication::setFont(fontOf(percent));
    application.setStyleSheet(styleSheetOf(c, scheme, percent));
}

} // namespace patronat::ui

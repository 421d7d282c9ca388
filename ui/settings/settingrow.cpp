#include "ui/settings/settingrow.h"

#include "core/store/settings.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>

namespace loopflow {

namespace {

constexpr int controlWidth = 240;
constexpr int numberWidth = 96;

/// Text that can be marked; an empty label that takes clicks would be a control without a name.
void setMarkable(Text *label, const QString &text)
{
    label->setText(text);
    label->setTextInteractionFlags(text.isEmpty() ? Qt::NoTextInteraction : Qt::TextSelectableByMouse);
}

bool isNumber(const QString &key)
{
    const QList<SettingSpec> &specs = Settings::specs();
    return std::any_of(specs.begin(), specs.end(),
        [&](const SettingSpec &spec) { return spec.key == key && spec.kind == SettingKind::Number; });
}

} // namespace

SettingRow::SettingRow(const QString &title, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_grid(new QGridLayout(this))
    , m_sentence(new Text(sentence, metaFont(), ColorRole::Muted, this))
    , m_note(new Text({}, metaFont(), ColorRole::Muted, this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(paneEdge);
    m_grid->setVerticalSpacing(gridStep);
    m_grid->setColumnStretch(0, 1);
    m_grid->addWidget(new Text(title, bodyFont(), this), 0, 0);
    m_grid->addWidget(m_sentence, 1, 0);
    m_grid->addWidget(m_note, 3, 0, 1, 2);
    for (Text *text : {m_sentence, m_note})
        text->setWordWrap(true);
    setMarkable(m_sentence, sentence);
    m_note->hide();
}

void SettingRow::setControl(QWidget *control, Qt::Orientation place)
{
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(m_title);
    control->setAccessibleDescription(m_sentence->text());
    if (place == Qt::Vertical) {
        m_grid->addWidget(control, 2, 0, 1, 2);
        return;
    }
    const bool wide = qobject_cast<QLineEdit *>(control) || control->inherits("QComboBox");
    if (wide)
        control->setFixedWidth(controlWidth);
    m_grid->addWidget(control, 0, 1, 2, 1, Qt::AlignTop | Qt::AlignTrailing);
}

void SettingRow::setSentence(const QString &sentence)
{
    setMarkable(m_sentence, sentence);
}

void SettingRow::say(const QString &sentence, ColorRole role)
{
    m_note->setRole(role);
    setMarkable(m_note, sentence);
    m_note->setVisible(!sentence.isEmpty());
}

QString SettingRow::said() const
{
    return m_note->text();
}

bool SettingRow::matches(const QString &text) const
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [this](const QString &word) {
        return m_title.contains(word, Qt::CaseInsensitive) || m_sentence->text().contains(word, Qt::CaseInsensitive);
    });
}

TextSetting::TextSetting(Settings *settings, const QString &key, const QString &title, const QString &sentence,
    const QString &placeholder, QWidget *parent)
    : SettingRow(title, sentence, parent)
    , m_settings(settings)
    , m_key(key)
    , m_edit(new QLineEdit(this))
{
    m_edit->setObjectName(QStringLiteral("setting-") + key);
    m_edit->setPlaceholderText(placeholder);
    m_edit->setText(settings->isSet(key) ? settings->text(key) : QString());
    setControl(m_edit);
    if (isNumber(key))
        m_edit->setFixedWidth(numberWidth);
    if (settings->isForThisRun(key))
        say(tr("Given with --set for this run. What you save here holds from the next start."), ColorRole::Waiting);
    connect(m_edit, &QLineEdit::editingFinished, this, &TextSetting::save);
}

void TextSetting::save()
{
    QString value = m_edit->text().trimmed();
    if (const auto typed = numberTyped(value, true); typed && isNumber(m_key))
        value = QString::number(qint64(*typed));
    if (!m_settings->isForThisRun(m_key) && value == (m_settings->isSet(m_key) ? m_settings->text(m_key) : QString())) {
        say({});
        return;
    }
    const auto saved = m_settings->save(m_key, value);
    if (saved)
        say(value.isEmpty() ? tr("Back to the default.") : tr("Saved."));
    else
        say(saved.error().message, ColorRole::Failed);
}

SwitchRow::SwitchRow(
    const QString &title, const QString &sentence, bool on, const QString &objectName, QWidget *parent)
    : SettingRow(title, sentence, parent)
{
    auto *box = new QCheckBox(this);
    box->setObjectName(objectName);
    box->setChecked(on);
    setControl(box);
    connect(box, &QCheckBox::toggled, this, &SwitchRow::toggled);
}

} // namespace loopflow

#include "ui/create/whostep.h"

#include "core/base/resources.h"
#include "core/mate/matefile.h"
#include "ui/create/matesetup.h"
#include "ui/create/picturewell.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace loopflow {

namespace {

constexpr qint64 largestPrompt = 1024 * 1024;
const QString fromFile = QStringLiteral(":file");

} // namespace

WhoStep::WhoStep(const UiServices &services, MateSetup *setup, QWidget *parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_picture(new PictureWell(this))
    , m_name(new QLineEdit(setup->mate().name, this))
    , m_mistake(new Text({}, metaFont(), ColorRole::Failed, this))
    , m_source(new QComboBox(this))
    , m_prompt(new QPlainTextEdit(setup->prompt(), this))
    , m_model(new ModelForm(services, Qt::Horizontal, this))
{
    m_name->setObjectName(QStringLiteral("mateName"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("What people call the mate"));
    m_mistake->setObjectName(QStringLiteral("nameMistake"));
    m_mistake->setWordWrap(true);
    m_source->setObjectName(QStringLiteral("promptSource"));
    m_source->setAccessibleName(tr("Prompt from"));
    m_prompt->setObjectName(QStringLiteral("promptText"));
    m_prompt->setAccessibleName(tr("Prompt"));
    m_prompt->setPlaceholderText(
        tr("Who the mate is and how it answers. You can change it at any time."));
    m_prompt->setFont(codeFont());
    m_prompt->setTabChangesFocus(true);
    m_prompt->document()->setDocumentMargin(insideControl);
    m_prompt->setMinimumHeight(120);
    offerPrompts();

    m_picture->setName(setup->mate().name);
    m_picture->setPicture(setup->picture());
    layOut();
    say({});
    m_model->setChoice({setup->mate().provider, setup->mate().model, setup->mate().baseUrl});
    if (setup->mate().provider.isEmpty())
        m_model->chooseKnownProvider();
    setFocusProxy(m_name);

    connect(m_name, &QLineEdit::textEdited, this, &WhoStep::showMistake);
    connect(m_name, &QLineEdit::textChanged, m_picture, &PictureWell::setName);
    connect(m_picture, &PictureWell::said, this, &WhoStep::say);
    connect(m_source, &QComboBox::activated, this, &WhoStep::usePrompt);
}

void WhoStep::layOut()
{
    auto *naming = new QVBoxLayout;
    naming->setSpacing(gridStep);
    naming->addWidget(new Text(tr("Name"), metaFont(), ColorRole::Muted, this));
    naming->addWidget(m_name);
    auto *top = new QHBoxLayout;
    top->setSpacing(betweenGroups);
    top->addWidget(m_picture, 0, Qt::AlignBottom);
    top->addLayout(naming, 1);
    auto *promptRow = new QHBoxLayout;
    promptRow->addWidget(
        new Text(tr("Prompt"), metaFont(), ColorRole::Muted, this), 0, Qt::AlignBottom);
    promptRow->addStretch();
    promptRow->addWidget(m_source);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridStep);
    column->addLayout(top);
    column->addWidget(m_mistake);
    column->addSpacing(gridStep);
    column->addLayout(promptRow);
    column->addWidget(m_prompt, 1);
    column->addSpacing(insideControl);
    column->addWidget(m_model);
}

void WhoStep::offerPrompts()
{
    m_source->addItem(tr("Empty"), QString());
    const QStringList starters = listResources(QStringLiteral("prompts"));
    for (const QString &file : starters) {
        const QString stem = QFileInfo(file).completeBaseName();
        if (const auto starter =
                parseMateFile(stem, readResource(QStringLiteral("prompts/") + file)))
            m_source->addItem(tr("Starter: %1").arg(starter->name), starter->prompt);
    }
    m_source->addItem(tr("From a file…"), fromFile);
}

void WhoStep::usePrompt(int choice)
{
    const QString text = m_source->itemData(choice).toString();
    if (text == fromFile) {
        readFile();
        return;
    }
    // Through the document, so that Ctrl+Z brings the old text back.
    QTextCursor cursor(m_prompt->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
}

void WhoStep::readFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Choose a prompt"), {}, tr("Markdown and text (*.md *.txt);;All files (*)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestPrompt) {
        say(file.isOpen()
                ? tr("That file is too large for a prompt.")
                : tr("The file could not be read: %1").arg(file.errorString()));
        return;
    }
    const QByteArray bytes = file.readAll();
    // A mate file brings its name along; any other text is the prompt itself.
    if (const auto parsed = parseMateFile(QFileInfo(path).completeBaseName(), bytes)) {
        m_prompt->setPlainText(parsed->prompt);
        if (m_name->text().trimmed().isEmpty())
            m_name->setText(parsed->name);
    } else {
        m_prompt->setPlainText(QString::fromUtf8(bytes));
    }
}

void WhoStep::say(const QString &sentence)
{
    m_mistake->setText(sentence);
    m_mistake->setVisible(!sentence.isEmpty());
}

void WhoStep::showMistake()
{
    say(m_name->text().isEmpty() ? QString() : m_setup->nameMistake(m_name->text()));
}

bool WhoStep::commit()
{
    const QString mistake = m_setup->nameMistake(m_name->text());
    say(mistake);
    if (!mistake.isEmpty()) {
        m_name->setFocus();
        return false;
    }
    m_setup->setWho(
        m_name->text(), m_prompt->toPlainText(), m_picture->picture(), m_model->choice());
    return true;
}

bool WhoStep::isDirty() const
{
    return !m_name->text().trimmed().isEmpty() || !m_picture->picture().isEmpty()
        || !m_prompt->toPlainText().trimmed().isEmpty();
}

} // namespace loopflow

#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/prompt/findbar.h"
#include "ui/prompt/prompteditor.h"
#include "ui/prompt/promptfile.h"

#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUrl>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class PromptEditorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void enterContinuesAList_data();
    void enterContinuesAList();
    void tabIndentsByTwoBlanks();
    void bracesOfferTheVariables();
    void controlSpaceOffersThemAll();
    void theWheelZooms();
    void aDroppedFileIsSaidAndNotTyped();
    void filesAreReadOrExplained();
    void findCountsAndSelects();
    void findKeepsToCaseAndWords();
    void replacesOneAndAllAsOneStep();

private:
    template <class T> T *the(const char *name) { return find<T>(m_window.get(), name); }
    QString found() { return the<QLabel>("findCount")->text(); }

    std::unique_ptr<QWidget> m_window;
    PromptEditor *m_editor = nullptr;
    FindBar *m_bar = nullptr;
};

void PromptEditorTest::init()
{
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    m_editor = new PromptEditor(m_window.get());
    m_bar = new FindBar(m_editor, m_window.get());
    column->addWidget(m_editor);
    column->addWidget(m_bar);
    m_window->resize(600, 400);
    m_window->show();
    m_editor->setFocus();
}

void PromptEditorTest::cleanup()
{
    m_window.reset();
}

void PromptEditorTest::enterContinuesAList_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("text");
    QTest::newRow("dash") << u"- one"_s << u"- one\n- "_s;
    QTest::newRow("indented star") << u"  * one"_s << u"  * one\n  * "_s;
    QTest::newRow("number") << u"9. one"_s << u"9. one\n10. "_s;
    QTest::newRow("an empty item ends the list") << u"- "_s << u""_s;
    QTest::newRow("plain") << u"one - two"_s << u"one - two\n"_s;
    QTest::newRow("a dash without a blank") << u"-one"_s << u"-one\n"_s;
}

void PromptEditorTest::enterContinuesAList()
{
    QFETCH(QString, line);
    m_editor->setPlainText(line);
    m_editor->moveCursor(QTextCursor::End);
    QTest::keyClick(m_editor, Qt::Key_Return);
    QTEST(m_editor->toPlainText(), "text");
}

void PromptEditorTest::tabIndentsByTwoBlanks()
{
    m_editor->setPlainText(u"a\nb"_s);
    QTest::keyClick(m_editor, Qt::Key_Tab);
    QCOMPARE(m_editor->toPlainText(), u"  a\nb"_s);
    m_editor->selectAll();
    QTest::keyClick(m_editor, Qt::Key_Tab);
    QCOMPARE(m_editor->toPlainText(), u"    a\n  b"_s);
    QTest::keyClick(m_editor, Qt::Key_Backtab);
    QTest::keyClick(m_editor, Qt::Key_Backtab);
    QTest::keyClick(m_editor, Qt::Key_Backtab);
    QCOMPARE(m_editor->toPlainText(), u"a\nb"_s);
}

void PromptEditorTest::bracesOfferTheVariables()
{
    m_editor->setValues({{u"date"_s, u"2026-11-22"_s}});
    auto *popup = m_editor->findChild<QCompleter *>()->popup();
    QTest::keyClicks(m_editor, u"On {"_s);
    QVERIFY(!popup->isVisible());
    QTest::keyClicks(m_editor, u"{"_s);
    QVERIFY(popup->isVisible());
    QTest::keyClicks(m_editor, u"da"_s);
    QCOMPARE(popup->model()->rowCount(), 1);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(m_editor->toPlainText(), u"On {{date}}"_s);
    QVERIFY(!popup->isVisible());
}

void PromptEditorTest::controlSpaceOffersThemAll()
{
    auto *popup = m_editor->findChild<QCompleter *>()->popup();
    QTest::keyClick(m_editor, Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->model()->rowCount(), 6);
    QTest::keyClick(popup, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    QCOMPARE(m_editor->toPlainText(), QString());
}

void PromptEditorTest::theWheelZooms()
{
    QSignalSpy zoomed(m_editor, &PromptEditor::zoomed);
    const QPointF middle = m_editor->viewport()->rect().center();
    QWheelEvent up(middle, m_editor->viewport()->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton,
        Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_editor->viewport(), &up);
    QCOMPARE(m_editor->zoom(), 1);
    QCOMPARE(zoomed.size(), 1);
    m_editor->setZoom(1000);
    QVERIFY(m_editor->zoom() < 100);
}

void PromptEditorTest::aDroppedFileIsSaidAndNotTyped()
{
    QSignalSpy dropped(m_editor, &PromptEditor::fileDropped);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(u"/a/b.md"_s)});
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_editor->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QCoreApplication::sendEvent(m_editor->viewport(), &drop);
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.first().first().toString(), u"/a/b.md"_s);
    QVERIFY(m_editor->toPlainText().isEmpty());
}

void PromptEditorTest::filesAreReadOrExplained()
{
    QTemporaryDir folder;
    const auto written = [&](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the file was not written");
        return file.fileName();
    };
    QCOMPARE(*readPromptFile(written(u"a.txt"_s, "Plain tëxt.")), u"Plain tëxt."_s);
    const auto mate =
        readPromptFile(written(u"b.md"_s, "# B\n\n## System Prompt\n\nYou are B.\n\n## Provider\n\nopenai\n"));
    QCOMPARE(mate->trimmed(), u"You are B."_s);
    QCOMPARE(readPromptFile(written(u"c.png"_s, QByteArray("\x89PNG\0\xff", 6))).error().code, ErrorCode::Invalid);
    QCOMPARE(readPromptFile(folder.filePath(u"none"_s)).error().code, ErrorCode::Storage);
    QCOMPARE(readPromptFile(written(u"d.txt"_s, QByteArray(1024 * 1024 + 1, 'x'))).error().code, ErrorCode::TooLong);
}

void PromptEditorTest::findCountsAndSelects()
{
    m_editor->setPlainText(u"one two one\nOne"_s);
    m_bar->open(false);
    QTest::keyClicks(the<QLineEdit>("findText"), u"one"_s);
    QCOMPARE(found(), u"1 of 3"_s);
    QCOMPARE(m_editor->textCursor().selectionStart(), 0);
    QTest::keyClick(the<QLineEdit>("findText"), Qt::Key_Return);
    QCOMPARE(found(), u"2 of 3"_s);
    QTest::keyClick(the<QLineEdit>("findText"), Qt::Key_Return);
    QTest::keyClick(the<QLineEdit>("findText"), Qt::Key_Return);
    QCOMPARE(found(), u"1 of 3"_s);
    QTest::keyClick(the<QLineEdit>("findText"), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(found(), u"3 of 3"_s);
    the<QLineEdit>("findText")->setText(u"(["_s); // no pattern, but words
    QCOMPARE(found(), u"Not found"_s);
    the<QPushButton>("findClose")->click();
    QVERIFY(!m_bar->isVisible());
}

void PromptEditorTest::findKeepsToCaseAndWords()
{
    m_editor->setPlainText(u"cat Cat concat"_s);
    m_bar->open(false);
    QTest::keyClicks(the<QLineEdit>("findText"), u"cat"_s);
    QCOMPARE(found(), u"1 of 3"_s);
    the<QPushButton>("findWholeWord")->click();
    QCOMPARE(found(), u"1 of 2"_s);
    the<QPushButton>("findMatchCase")->click();
    QCOMPARE(found(), u"1 of 1"_s);
}

void PromptEditorTest::replacesOneAndAllAsOneStep()
{
    m_editor->setPlainText(u"a b a b a"_s);
    m_bar->open(true);
    the<QLineEdit>("findText")->setText(u"a"_s);
    the<QLineEdit>("replaceText")->setText(u"aa"_s);
    the<QPushButton>("replaceOne")->click();
    QCOMPARE(m_editor->toPlainText(), u"aa b a b a"_s);
    m_editor->undo();
    the<QPushButton>("replaceAll")->click();
    QCOMPARE(m_editor->toPlainText(), u"aa b aa b aa"_s);
    QCOMPARE(found(), u"3 replaced"_s);
    m_editor->undo();
    QCOMPARE(m_editor->toPlainText(), u"a b a b a"_s);
}

LOOPFLOW_TEST(PromptEditorTest)
#include "tst_prompteditor.moc"

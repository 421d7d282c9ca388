#include "core/store/matestore.h"
#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/prompt/promptpage.h"
#include "ui/widgets/diffview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTextEdit>
#include <QTimer>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class PromptPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheLivePromptAndItsState();
    void savingMakesAVersionThatIsLive();
    void undoReachesBackBeyondASave();
    void aVersionIsComparedAndRestored();
    void versionsAreComparedWithEachOther();
    void aVersionIsNamedInItsRow();
    void versionsSayWhatTheyAnswered();
    void theModelIsSavedWithoutANewVersion();
    void asksBeforeUnsavedTextIsLost_data();
    void asksBeforeUnsavedTextIsLost();
    void aDraftOutlivesTheWindow();
    void aDraftIsMarkedInTheEditorAndInTheList();
    void aVersionFromElsewhereReplacesACleanEditor();
    void variablesAreInsertedWhereTheCursorIs();
    void thePreviewFillsVariablesIn();
    void escapeClosesOneThingAfterTheOther();
    void theZoomIsRemembered();

private:
    template <class T> T *the(const char *name) { return find<T>(m_page.get(), name); }
    QString state() { return the<QLabel>("promptState")->text(); }
    QListView *versions() { return the<QListView>("promptVersions"); }
    QString row(int row) { return versions()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); }
    void trigger(const char *name) { the<QAction>(name)->trigger(); }
    void click(int row);
    void answer(const QString &button);
    void openPage();

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<PromptPage> m_page;
    Mate m_mate;
};

void PromptPageTest::init()
{
    QSettings(u"Loopflow"_s, u"Loopflow"_s).remove(u"promptZoom"_s);
    m_desk = std::make_unique<Desk>();
    m_mate = m_desk->addMate(u"Maya"_s, u"One."_s);
    openPage();
}

void PromptPageTest::openPage()
{
    m_page = std::make_unique<PromptPage>(m_desk->services());
    m_page->show(m_mate.id);
    m_page->resize(1000, 700);
    m_page->QWidget::show();
}

void PromptPageTest::cleanup()
{
    m_page.reset();
    m_desk.reset();
}

void PromptPageTest::click(int row)
{
    const QModelIndex index = versions()->model()->index(row, 0);
    QTest::mouseClick(
        versions()->viewport(), Qt::LeftButton, {}, versions()->visualRect(index).center());
}

/// Clicks that button in the next question.
void PromptPageTest::answer(const QString &button)
{
    QTimer::singleShot(0, this, [button] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        const auto buttons = box->buttons();
        const auto found = std::find_if(buttons.begin(), buttons.end(),
            [&](QAbstractButton *one) { return one->text().remove(u'&') == button; });
        QVERIFY2(found != buttons.end(), qPrintable(button));
        (*found)->click();
    });
}

void PromptPageTest::showsTheLivePromptAndItsState()
{
    QCOMPARE(m_page->editor()->toPlainText(), u"One."_s);
    QVERIFY(state().contains(u"v1 is live"_s));
    QVERIFY(state().contains(u"tokens"_s));
    QVERIFY(!m_page->hasUnsaved());
    QVERIFY(!the<QPushButton>("promptSave")->isEnabled());
    QCOMPARE(row(0), u"v1, live · 1 word"_s);
}

void PromptPageTest::savingMakesAVersionThatIsLive()
{
    QTest::keyClicks(m_page->editor(), u"Zero. "_s);
    QVERIFY(state().startsWith(u"● unsaved"_s));
    auto *save = the<QPushButton>("promptSave");
    QCOMPARE(save->text(), u"Save as v2"_s);
    save->click();
    QCOMPARE(m_desk->mates().prompt(m_mate.id).text, u"Zero. One."_s);
    QCOMPARE(m_desk->mates().prompt(m_mate.id).number, 2);
    QVERIFY(state().contains(u"v2 is live"_s));
    QVERIFY(!m_page->hasUnsaved());
    QCOMPARE(versions()->model()->rowCount(), 2);
    QCOMPARE(row(0), u"v2, live · +1 word"_s);
}

void PromptPageTest::undoReachesBackBeyondASave()
{
    QTest::keyClicks(m_page->editor(), u"Zero. "_s);
    QVERIFY(m_page->save());
    m_page->editor()->undo();
    QCOMPARE(m_page->editor()->toPlainText(), u"One."_s);
    QVERIFY(m_page->hasUnsaved());
}

void PromptPageTest::aVersionIsComparedAndRestored()
{
    m_page->editor()->setPlainText(u"Two."_s);
    QVERIFY(m_page->save());
    const QAbstractItemModelTester tester(
        versions()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    click(1);
    auto *diff = the<DiffView>("versionDiff");
    QVERIFY(diff->isVisible());
    QCOMPARE(the<QComboBox>("compareBefore")->currentText(), u"v1"_s);
    QCOMPARE(the<QComboBox>("compareAfter")->currentText(), u"v2"_s);
    QCOMPARE(diff->toPlainText(), u"OneTwo."_s);
    QCOMPARE(the<QLabel>("compareCount")->text(), u"+1 −1 words"_s);
    the<QPushButton>("compareRestore")->click();
    QVERIFY(m_page->editor()->isVisible());
    QCOMPARE(m_page->editor()->toPlainText(), u"One."_s);
    QCOMPARE(m_desk->mates().prompt(m_mate.id).text, u"Two."_s);
    QCOMPARE(row(0), u"Draft against v2, not saved · +1 −1 words"_s);
    m_page->editor()->undo();
    QCOMPARE(m_page->editor()->toPlainText(), u"Two."_s);
    m_page->editor()->redo();
    QVERIFY(m_page->save());
    QCOMPARE(m_desk->mates().prompt(m_mate.id).number, 3);
    QCOMPARE(m_desk->mates().prompt(m_mate.id).text, u"One."_s);
}

void PromptPageTest::versionsAreComparedWithEachOther()
{
    for (const QString &text : {u"One. Two."_s, u"One. Two. Three."_s}) {
        m_page->editor()->setPlainText(text);
        QVERIFY(m_page->save());
    }
    QTest::keyClicks(m_page->editor(), u"Zero. "_s);
    click(versions()->model()->rowCount() - 1);
    QCOMPARE(the<QComboBox>("compareAfter")->currentText(), u"Draft"_s);
    auto *after = the<QComboBox>("compareAfter");
    after->setCurrentIndex(after->findText(u"v2"_s));
    QCOMPARE(the<QLabel>("compareCount")->text(), u"+1 word"_s);
    after->setCurrentIndex(after->findText(u"v1"_s));
    QCOMPARE(the<QLabel>("compareCount")->text(), u"These two are the same."_s);
    the<QPushButton>("compareMode")->click();
    QCOMPARE(the<DiffView>("versionDiff")->mode(), DiffView::Mode::SideBySide);
    the<QPushButton>("compareClose")->click();
    QVERIFY(m_page->editor()->isVisible());
}

void PromptPageTest::aVersionIsNamedInItsRow()
{
    versions()->setCurrentIndex(versions()->model()->index(0, 0));
    trigger("promptRename");
    auto *name = the<QLineEdit>("versionName");
    QTest::keyClicks(name, u"calmer in groups"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(m_desk->mates().prompt(m_mate.id).name, u"calmer in groups"_s);
    QVERIFY(row(0).startsWith(u"v1 · calmer in groups"_s));
}

void PromptPageTest::versionsSayWhatTheyAnswered()
{
    const ConversationId talk{m_mate.id, {7}};
    for (int i = 1; i < 7; ++i)
        QVERIFY(m_desk->mates().savePrompt(m_mate.id, u"Version %1."_s.arg(i)));
    m_desk->complete(talk, m_desk->begin(talk, m_desk->seen(talk, u"ana"_s, u"hi"_s)), u"Hi."_s);
    m_page->hide();
    m_page->QWidget::show();
    QCOMPARE(row(0), u"v7, live · +1 −1 words · 1 turn · $0.0051"_s); // the desk answers with v7
}

void PromptPageTest::theModelIsSavedWithoutANewVersion()
{
    QSignalSpy said(m_page.get(), &PromptPage::said);
    the<QComboBox>("model")->setEditText(u"claude-haiku-5-5"_s);
    QVERIFY(m_page->hasUnsaved());
    QVERIFY(m_page->save());
    QCOMPARE(m_desk->mates().mate(m_mate.id)->model, u"claude-haiku-5-5"_s);
    QCOMPARE(m_desk->mates().prompt(m_mate.id).number, 1);
    QCOMPARE(said.size(), 1);
    QVERIFY(!m_page->hasUnsaved());
}

void PromptPageTest::asksBeforeUnsavedTextIsLost_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<bool>("leaves");
    QTest::addColumn<QString>("saved");
    QTest::addColumn<QString>("draft");
    QTest::newRow("save") << u"Save"_s << true << u"Two."_s << QString();
    QTest::newRow("discard") << u"Discard"_s << true << u"One."_s << QString();
    QTest::newRow("keep") << u"Keep as draft"_s << true << u"One."_s << u"Two."_s;
    QTest::newRow("cancel") << u"Cancel"_s << false << u"One."_s << QString();
}

void PromptPageTest::asksBeforeUnsavedTextIsLost()
{
    QFETCH(QString, button);
    m_page->editor()->setPlainText(u"Two."_s);
    answer(button);
    QTEST(m_page->mayLeave(), "leaves");
    QTEST(m_desk->mates().prompt(m_mate.id).text, "saved");
    const auto draft = m_desk->mates().draft(m_mate.id);
    QTEST(draft ? draft->text : QString(), "draft");
}

void PromptPageTest::aDraftOutlivesTheWindow()
{
    QTest::keyClicks(m_page->editor(), u"Zero. "_s);
    QTRY_VERIFY(m_desk->mates().draft(m_mate.id)); // by itself, so that a crash finds it
    m_page.reset();
    openPage();
    QCOMPARE(m_page->editor()->toPlainText(), u"Zero. One."_s);
    QVERIFY(m_page->hasUnsaved());
    QVERIFY(row(0).startsWith(u"Draft against v1"_s));
    QCOMPARE(m_desk->mates().prompt(m_mate.id).number, 1);
    m_page->editor()->undo();
    QCOMPARE(m_page->editor()->toPlainText(), u"One."_s);
    m_page->editor()->redo();
    QVERIFY(m_page->save());
    QVERIFY(!m_desk->mates().draft(m_mate.id));
    m_page.reset();
    openPage();
    QVERIFY(!m_page->hasUnsaved());
}

void PromptPageTest::aDraftIsMarkedInTheEditorAndInTheList()
{
    m_page->editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(m_page->editor(), u" And more."_s);
    QTRY_COMPARE(row(0), u"Draft against v1, not saved · +2 words"_s);
    QStringList underlined;
    const auto marks = m_page->editor()->extraSelections();
    for (const QTextEdit::ExtraSelection &mark : marks) {
        if (mark.format.fontUnderline())
            underlined << mark.cursor.selectedText();
    }
    QCOMPARE(underlined, QStringList{u" And more."_s});
}

void PromptPageTest::aVersionFromElsewhereReplacesACleanEditor()
{
    QVERIFY(m_desk->mates().savePrompt(m_mate.id, u"Imported."_s));
    QCOMPARE(m_page->editor()->toPlainText(), u"Imported."_s);
    QVERIFY(!m_page->hasUnsaved());
    QTest::keyClicks(m_page->editor(), u"Mine. "_s);
    const QString mine = m_page->editor()->toPlainText();
    QVERIFY(m_desk->mates().savePrompt(m_mate.id, u"Imported again."_s));
    QCOMPARE(m_page->editor()->toPlainText(), mine);
    QVERIFY(m_page->hasUnsaved());
}

void PromptPageTest::variablesAreInsertedWhereTheCursorIs()
{
    QTest::keyClicks(m_page->editor(), u"{{us"_s);
    QTest::keyClick(m_page->editor(), Qt::Key_Tab);
    QCOMPARE(m_page->editor()->toPlainText(), u"{{user}}One."_s);
}

void PromptPageTest::thePreviewFillsVariablesIn()
{
    const discord::Message hello = m_desk->seen({m_mate.id, {7}}, u"lee"_s, u"hi"_s);
    m_page->editor()->setPlainText(u"\n\nI am {{mate}}; you are {{user}} of {{server}}{{nope}}.\n"_s);
    the<QPushButton>("promptPreviewButton")->click();
    auto *text = the<QTextEdit>("previewText");
    QVERIFY(text->isVisible());
    QCOMPARE(text->toPlainText(), u"I am Maya; you are lee of {{nope}}."_s);
    QVERIFY(the<QLabel>("previewUnknown")->text().contains(u"{{nope}}"_s));
    auto *reader = the<QComboBox>("previewReader");
    reader->setCurrentIndex(reader->count() - 1);
    QCOMPARE(text->toPlainText(), u"I am Maya; you are Ana of Example team{{nope}}."_s);
    trigger("promptPreview");
    QVERIFY(m_page->editor()->isVisible());
}

void PromptPageTest::escapeClosesOneThingAfterTheOther()
{
    trigger("promptModel");
    trigger("promptFind");
    QVERIFY(the<QWidget>("findBar")->isVisible());
    QTest::keyClick(the<QLineEdit>("findText"), Qt::Key_Escape);
    QVERIFY(!the<QWidget>("findBar")->isVisible());
    trigger("promptPreview");
    QTest::keyClick(the<QTextEdit>("previewText"), Qt::Key_Escape);
    QVERIFY(!the<QTextEdit>("previewText")->isVisible());
    QVERIFY(the<QWidget>("modelFormArea")->isVisible());
    QTest::keyClick(m_page->editor(), Qt::Key_Escape);
    QVERIFY(!the<QWidget>("modelFormArea")->isVisible());
}

void PromptPageTest::theZoomIsRemembered()
{
    const int usual = m_page->editor()->font().pixelSize();
    trigger("promptZoomIn");
    trigger("promptZoomIn");
    QCOMPARE(m_page->editor()->font().pixelSize(), usual + 2);
    m_page.reset();
    openPage();
    QCOMPARE(m_page->editor()->font().pixelSize(), usual + 2);
    trigger("promptZoomReset");
    QCOMPARE(m_page->editor()->font().pixelSize(), usual);
}

LOOPFLOW_TEST(PromptPageTest)
#include "tst_promptpage.moc"

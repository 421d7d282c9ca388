#include "core/store/matestore.h"
#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/create/modelform.h"
#include "ui/prompt/modelpanel.h"
#include "ui/widgets/markrow.h"
#include "ui/widgets/rowdelegate.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class ModelPanelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void saysTheModelInTwoLines();
    void offersOnlyWhatTheModelTakes();
    void aValueOutOfRangeIsExplainedAtItsField_data();
    void aValueOutOfRangeIsExplainedAtItsField();
    void givesTheMateBackAsItIsShown();
    void followsAChangeFromElsewhereUnlessItWasChangedHere();
    void aTestIsSaidInASentence();
    void aTestCanBeCancelled();
    void listsTheProvidersOwnModels();

private:
    template <class T> T *the(const char *name) { return find<T>(m_window.get(), name); }
    void open(const Mate &mate);

    std::unique_ptr<Desk> m_desk;
    UiServices m_services;
    std::unique_ptr<QWidget> m_window;
    ModelPanel *m_panel = nullptr;
    Mate m_mate;
    Callback<QString> m_answer; ///< of the test under way
    QPointer<QObject> m_context;
};

void ModelPanelTest::init()
{
    QProcessEnvironment environment;
    environment.insert(u"ANTHROPIC_API_KEY"_s, u"test"_s);
    m_desk = std::make_unique<Desk>(environment);
    m_services = m_desk->services();
    m_services.testModel = [this](const Mate &mate, QObject *context, Callback<QString> callback) {
        m_mate = mate;
        m_context = context;
        m_answer = std::move(callback);
    };
    m_mate = m_desk->addMate(u"Maya"_s);
}

void ModelPanelTest::open(const Mate &mate)
{
    m_window = std::make_unique<QWidget>();
    m_panel = new ModelPanel(m_services, m_window.get());
    m_panel->show(mate);
    m_window->show();
    m_panel->form()->show();
}

void ModelPanelTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void ModelPanelTest::saysTheModelInTwoLines()
{
    m_mate.parameters = {{}, {}, 8192, u"low"_s};
    open(m_mate);
    QCOMPARE(the<QLabel>("modelName")->text(), u"claude-sonnet-5-5"_s);
    QCOMPARE(the<QLabel>("modelProvider")->text(), u"Anthropic · key from ANTHROPIC_API_KEY"_s);
    QCOMPARE(the<QLabel>("modelParameters")->text(), u"Effort low · at most 8,192 tokens"_s);
    QCOMPARE(the<QLabel>("modelHistory")->text(), u"history 100 messages, 8,000 tokens"_s);
}

void ModelPanelTest::offersOnlyWhatTheModelTakes()
{
    open(m_mate);
    QVERIFY(the<QLineEdit>("temperature")->isHidden() || the<QLineEdit>("temperature")->parentWidget()->isHidden());
    QVERIFY(!the<QComboBox>("effort")->parentWidget()->isHidden());
    QVERIFY(the<QLabel>("notTaken")->text().contains(u"temperature"_s));
    auto *provider = the<QComboBox>("provider");
    provider->setCurrentIndex(provider->findData(u"openai"_s));
    the<QComboBox>("model")->setEditText(u"gpt-4o"_s);
    QVERIFY(!the<QLineEdit>("temperature")->parentWidget()->isHidden());
    QVERIFY(the<QComboBox>("effort")->parentWidget()->isHidden());
    llm::ModelTraits traits;
    traits.refused.insert(u"temperature"_s, {});
    QVERIFY(m_desk->mates().saveTraits(u"https://api.openai.com/v1"_s, u"gpt-4o"_s, traits));
    the<QComboBox>("model")->setEditText(u"gpt-4"_s);
    the<QComboBox>("model")->setEditText(u"gpt-4o"_s);
    QVERIFY(the<QLineEdit>("temperature")->parentWidget()->isHidden());
}

void ModelPanelTest::aValueOutOfRangeIsExplainedAtItsField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fine");
    QTest::newRow("tokens") << u"maxTokens"_s << u"8,192"_s << true;
    QTest::newRow("none") << u"maxTokens"_s << u""_s << true;
    QTest::newRow("too many") << u"maxTokens"_s << u"128001"_s << false;
    QTest::newRow("nought") << u"maxTokens"_s << u"0"_s << false;
    QTest::newRow("words") << u"maxTokens"_s << u"many"_s << false;
    QTest::newRow("messages") << u"historyMessages"_s << u"300"_s << true;
    QTest::newRow("too many messages") << u"historyMessages"_s << u"301"_s << false;
    QTest::newRow("no messages") << u"historyMessages"_s << u""_s << false;
    QTest::newRow("no budget") << u"historyTokens"_s << u"0"_s << true;
}

void ModelPanelTest::aValueOutOfRangeIsExplainedAtItsField()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    open(m_mate);
    find<QLineEdit>(m_window.get(), qPrintable(field))->setText(text);
    QTEST(m_panel->isValid(), "fine");
    const QString note = find<QLabel>(m_window.get(), qPrintable(field + u"Note"_s))->text();
    QTEST(!note.startsWith(u"Type a number from "_s), "fine");
}

void ModelPanelTest::givesTheMateBackAsItIsShown()
{
    m_mate.parameters = {0.123456, 0.5, 100, u"high"_s};
    m_mate.mergeWaitMs = 1500;
    m_mate.historyTokens = 60000;
    open(m_mate);
    QCOMPARE(m_panel->applied(m_mate).historyTokens, 60000);
    QCOMPARE(m_panel->applied(m_mate), m_mate); // what the model does not take is kept, too
    auto *wait = the<QComboBox>("mergeWait");
    wait->setCurrentIndex(wait->findData(3000));
    the<QLineEdit>("maxTokens")->clear();
    Mate expected = m_mate;
    expected.mergeWaitMs = 3000;
    expected.parameters.maxTokens.reset();
    QCOMPARE(m_panel->applied(m_mate), expected);
}

void ModelPanelTest::followsAChangeFromElsewhereUnlessItWasChangedHere()
{
    open(m_mate);
    m_mate.model = u"claude-haiku-5-5"_s;
    m_panel->follow(m_mate);
    QCOMPARE(the<QComboBox>("model")->currentText(), u"claude-haiku-5-5"_s);
    the<QLineEdit>("historyTokens")->setText(u"500"_s);
    m_mate.model = u"claude-sonnet-5-5"_s;
    m_panel->follow(m_mate);
    QCOMPARE(the<QComboBox>("model")->currentText(), u"claude-haiku-5-5"_s);
    QCOMPARE(m_panel->applied(m_mate).historyTokens, 500);
}

void ModelPanelTest::aTestIsSaidInASentence()
{
    open(m_mate);
    the<QLineEdit>("maxTokens")->setText(u"500"_s);
    the<QPushButton>("testModel")->click();
    QCOMPARE(m_mate.parameters.maxTokens, 500); // as it is shown, saved or not
    QCOMPARE(the<QPushButton>("testModel")->text(), u"Cancel"_s);
    m_answer(u"claude-sonnet-5-5 answered in 0.8 s."_s);
    QCOMPARE(the<MarkRow>("testVerdict")->sentence(), u"claude-sonnet-5-5 answered in 0.8 s."_s);
    QCOMPARE(the<MarkRow>("testVerdict")->mark(), Mark::Done);
    QCOMPARE(the<QPushButton>("testModel")->text(), u"Test"_s);
    the<QPushButton>("testModel")->click();
    m_answer(Error{ErrorCode::Unauthorized, u"Anthropic refused the API key."_s});
    QCOMPARE(the<MarkRow>("testVerdict")->mark(), Mark::Refused);
}

void ModelPanelTest::aTestCanBeCancelled()
{
    open(m_mate);
    the<QPushButton>("testModel")->click();
    QVERIFY(m_context);
    the<QPushButton>("testModel")->click();
    QVERIFY(!m_context);
    QCOMPARE(the<QPushButton>("testModel")->text(), u"Test"_s);
}

void ModelPanelTest::listsTheProvidersOwnModels()
{
    Callback<QStringList> answer;
    int asked = 0;
    m_services.listModels = [&](const QString &, const QString &, QObject *, Callback<QStringList> callback) {
        ++asked;
        answer = std::move(callback);
    };
    open(m_mate);
    QCOMPARE(asked, 1);
    auto *model = the<QComboBox>("model");
    answer(QStringList{u"claude-sonnet-5-5"_s, u"claude-next"_s});
    QCOMPARE(model->count(), 2);
    QCOMPARE(model->currentText(), u"claude-sonnet-5-5"_s);
    QCOMPARE(model->itemData(0, DetailRole).toString(), u"1M tokens · $2.00 in · $10.00 out"_s);
    QCOMPARE(model->itemData(1, DetailRole).toString(), QString());
    the<QPushButton>("refreshModels")->click();
    QCOMPARE(asked, 2);
    answer(Error{ErrorCode::Unreachable, u"Nobody answers there."_s});
    QVERIFY(the<QLabel>("modelListState")->text().startsWith(u"Nobody answers there."_s));
    QVERIFY(!the<QLabel>("modelListState")->isHidden());
    QCOMPARE(model->count(), 2);
    QVERIFY(the<QPushButton>("refreshModels")->isEnabled());
}

LOOPFLOW_TEST(ModelPanelTest)
#include "tst_modelpanel.moc"

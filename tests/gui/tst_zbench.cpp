#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/conversationview.h"
#include <QElapsedTimer>
#include <QScrollBar>
using namespace loopflow; using namespace loopflow::test; using namespace Qt::StringLiterals;
class ZBench : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void run() {
        Desk desk; ConversationId id {desk.addMate(u"Maya"_s).id, {1}};
        for (int i = 0; i < 5000; ++i) desk.seen(id, u"ana"_s, u"word **bold** and more "_s.repeated(1 + i % 20));
        ConversationModel model(&desk.app().record(), &desk.log());
        ConversationView view(&model); view.resize(800, 700); view.show();
        QElapsedTimer t; t.start();
        model.show(id, u"Maya"_s); qInfo() << "read+fold" << t.restart();
        view.doItemsLayout(); view.grab(); qInfo() << "first layout+paint" << t.restart();
        for (int i = 0; i < 5; ++i) { for (int k = 0; k < 16; ++k) desk.seen(id, u"lee"_s, u"new line"_s); t.restart(); model.flush(); const auto a = t.nsecsElapsed(); view.doItemsLayout(); const auto b = t.nsecsElapsed(); view.grab(); qInfo() << "16 rows us: model" << a/1000 << "layout" << (b-a)/1000 << "paint" << (t.nsecsElapsed()-b)/1000; }
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum()/2); view.grab();
        for (int i = 0; i < 5; ++i) { t.restart(); view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() - 300); view.grab(); qInfo() << "scroll us" << t.nsecsElapsed()/1000; }
        t.restart(); view.resize(600, 700); view.grab(); qInfo() << "resize ms" << t.elapsed();
    }
};
LOOPFLOW_TEST(ZBench)
#include "tst_zbench.moc"

#include "core/store/folderlock.h"

#include "tests/support/test.h"

#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace loopflow;
using namespace Qt::StringLiterals;

class FolderLockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isHeldByOneAtATime()
    {
        QTemporaryDir folder;
        auto first = FolderLock::take(folder.path());
        QVERIFY(first);
        const auto second = FolderLock::take(folder.path());
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QVERIFY2(second.error().message.contains(folder.path()), qPrintable(second.error().message));
        QVERIFY(second.error().message.contains(u"process %1"_s.arg(QCoreApplication::applicationPid())));
        first->reset();
        QVERIFY(FolderLock::take(folder.path()));
    }

    void goesWithAKilledProcess()
    {
        QTemporaryDir folder;
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            const auto lock = FolderLock::take(folder.path());
            const char answer = lock ? 'y' : 'n';
            const bool told = ::write(ready[1], &answer, 1) == 1;
            if (told)
                ::pause();
            ::_exit(1);
        }
        char answer = 0;
        QCOMPARE(::read(ready[0], &answer, 1), ssize_t{1});
        QCOMPARE(answer, 'y');
        QCOMPARE(FolderLock::take(folder.path()).error().code, ErrorCode::Conflict);
        QCOMPARE(::kill(child, SIGKILL), 0);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        QVERIFY(FolderLock::take(folder.path()));
        ::close(ready[0]);
        ::close(ready[1]);
    }

    void ignoresWhatAnEarlierHolderLeft()
    {
        // The same process number, as in a container that was killed and started again.
        QTemporaryDir folder;
        QFile left(folder.filePath(u"loopflow.lock"_s));
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write(QByteArray::number(QCoreApplication::applicationPid()) + "\n");
        left.close();
        QVERIFY(FolderLock::take(folder.path()));
    }
};

LOOPFLOW_TEST(FolderLockTest)
#include "tst_folderlock.moc"

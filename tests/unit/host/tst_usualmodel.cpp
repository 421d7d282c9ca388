#include "core/host/usualmodel.h"

#include "core/host/credentials.h"
#include "core/llm/modelcatalog.h"
#include "core/store/memorysecretstore.h"
#include "tests/support/test.h"

using namespace loopflow;
using namespace Qt::StringLiterals;

class UsualModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesTheProviderWhoseKeyIsAtHand()
    {
        MemorySecretStore keychain;
        QCOMPARE(providerAtHand(Credentials(&keychain, {})), QString());
        QProcessEnvironment environment;
        environment.insert(u"MISTRAL_API_KEY"_s, u"key"_s);
        QCOMPARE(providerAtHand(Credentials(&keychain, environment)), u"mistral"_s);
    }

    void everyUsualModelIsInThePriceList()
    {
        int found = 0;
        for (const llm::KnownProvider &known : llm::knownProviders()) {
            const QString model = usualModel(known.id);
            if (model.isEmpty())
                continue;
            ++found;
            QVERIFY2(llm::ModelCatalog::builtIn().find(known.id, model), qPrintable(model));
        }
        QVERIFY(found >= 4);
        QCOMPARE(usualModel(u"nobody"_s), QString());
    }
};

LOOPFLOW_TEST(UsualModelTest)
#include "tst_usualmodel.moc"

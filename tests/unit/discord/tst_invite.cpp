#include "core/discord/invite.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace loopflow::discord;
using namespace Qt::StringLiterals;

namespace {

/// The documentation's example.
const QString exampleToken = u"MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"_s;
const QString longToken
    = u"MTI3OTMwMTAwMDAwMDAwMDEyMw.GabcDE.abcdefghijABCDEFGHIJ0123456789_-abcdef"_s;

} // namespace

class InviteTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linksToServersAndToPeople();
    void recognisesMistakes_data();
    void recognisesMistakes();
    void asksNothingOfTheShapeElsewhere();
    void readsTheBotFromItsToken_data();
    void readsTheBotFromItsToken();
    void trimsWhatSurroundsAToken_data();
    void trimsWhatSurroundsAToken();
};

void InviteTest::linksToServersAndToPeople()
{
    const ApplicationId application{198622483471925248};
    QCOMPARE(serverInvite(application).toEncoded(),
        QByteArray("https://discord.com/oauth2/authorize?client_id=198622483471925248"
                   "&scope=bot%20applications.commands&permissions=377957239872&integration_type=0"));
    QCOMPARE(personalInvite(application).toEncoded(),
        QByteArray("https://discord.com/oauth2/authorize?client_id=198622483471925248"
                   "&scope=applications.commands&integration_type=1"));
    QCOMPARE(developerPortal().host(), u"discord.com"_s);
    // View, send, send in threads, create threads, read history, attach, embed, react.
    constexpr quint64 sum = 1024 + 2048 + 274877906944 + 34359738368 + 68719476736 + 65536 + 32768
        + 16384 + 64;
    QCOMPARE(invitePermissions, sum);
}

void InviteTest::recognisesMistakes_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("said"); // empty: it may be a token
    QTest::newRow("token") << exampleToken << QString();
    QTest::newRow("long token") << longToken << QString();
    QTest::newRow("with Bot") << u" Bot "_s + exampleToken + u'\n' << QString();
    QTest::newRow("client secret") << u"nhSTfqCB1Wn2sQ5oDeoXb9qQyOp3Xo-_"_s << u"client secret"_s;
    QTest::newRow("public key") << QString(u"0123456789abcdef"_s).repeated(4) << u"public key"_s;
    QTest::newRow("application id") << u"198622483471925248"_s << u"id, not a token"_s;
    QTest::newRow("bearer") << u"Bearer 6qrZcUqja7812RVdnEKjpzOL4CvHBFG"_s << u"OAuth2"_s;
    QTest::newRow("bare bearer") << u"6qrZcUqja7812RVdnEKjpzOL4CvHBF"_s << u"OAuth2"_s;
    QTest::newRow("user token") << u"mfa.VkO_2G4Qv3T--NO--lWetW_tjND--TOKEN--QFTm6YGtzq9PH--4U--tG0"_s
                                << u"person's own token"_s;
    QTest::newRow("empty") << QString() << u"Paste the bot's token"_s;
    QTest::newRow("blank") << u" \t\n"_s << u"Paste the bot's token"_s;
    QTest::newRow("only Bot") << u"Bot "_s << u"not a bot's token"_s;
    QTest::newRow("cut") << exampleToken.left(40) << u"only a part"_s;
    QTest::newRow("first part only") << u"MTk4NjIyNDgzNDcxOTI1MjQ4"_s << u"only a part"_s;
    QTest::newRow("pasted twice") << exampleToken + u'\n' + exampleToken << u"only a part"_s;
    QTest::newRow("no id in it") << u"abc.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"_s << u"not a bot's token"_s;
    QTest::newRow("a key of a model") << u"sk-proj-abcdefghijklmnopqrstuvwxyz0123456789"_s
                                      << u"not a bot's token"_s;
    QTest::newRow("foreign letters") << u"täken"_s << u"not a bot's token"_s;
}

void InviteTest::recognisesMistakes()
{
    QFETCH(QString, pasted);
    QFETCH(QString, said);
    const QString mistake = tokenMistake(pasted, true);
    QCOMPARE(mistake.isEmpty(), said.isEmpty());
    QVERIFY2(mistake.contains(said), qPrintable(mistake));
    // What was pasted may be a secret of another kind.
    QCOMPARE(tokenMistakeIn(pasted, true) == TokenMistake::None, said.isEmpty());
    if (pasted.trimmed().size() > 10)
        QVERIFY(!mistake.contains(pasted.trimmed()));
}

void InviteTest::asksNothingOfTheShapeElsewhere()
{
    QCOMPARE(tokenMistake(u"anything", false), QString());
    QVERIFY(!tokenMistake(u"  ", false).isEmpty());
}

void InviteTest::readsTheBotFromItsToken_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<quint64>("bot");
    QTest::newRow("example") << exampleToken << quint64(198622483471925248);
    QTest::newRow("19 digits") << longToken << quint64(1279301000000000123);
    QTest::newRow("first part") << u"MTk4NjIyNDgzNDcxOTI1MjQ4"_s << quint64(198622483471925248);
    QTest::newRow("padded") << u"MTk4NjIyNDgzNDcxOTI1MjQ4=.a.b"_s << quint64(0);
    QTest::newRow("stray bits") << u"MTI3OTMwMTAwMDAwMDAwMDEyMx.a.b"_s << quint64(0);
    QTest::newRow("few digits") << u"MTIzNDU.a.b"_s << quint64(0);
    QTest::newRow("more than 64 bits") << u"OTk5OTk5OTk5OTk5OTk5OTk5OTk.a.b"_s << quint64(0);
    QTest::newRow("no number") << u"aGVsbG8gd29ybGQgaGVsbG8gd29ybGQ.a.b"_s << quint64(0);
    QTest::newRow("no base64") << u"!!!!.a.b"_s << quint64(0);
    QTest::newRow("empty") << QString() << quint64(0);
}

void InviteTest::readsTheBotFromItsToken()
{
    QFETCH(QString, token);
    QFETCH(quint64, bot);
    QCOMPARE(botOfToken(token).value, bot);
}

void InviteTest::trimsWhatSurroundsAToken_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::newRow("nothing") << u"a.b.c"_s;
    QTest::newRow("blanks") << u" \t a.b.c \r\n"_s;
    QTest::newRow("Bot") << u"Bot a.b.c"_s;
    QTest::newRow("bot and blanks") << u"  bot   a.b.c "_s;
    QTest::newRow("no-break space") << u"\u00a0a.b.c\u00a0"_s;
    QTest::newRow("zero width") << u"\ufeffa.b.c\u200b"_s;
}

void InviteTest::trimsWhatSurroundsAToken()
{
    QFETCH(QString, pasted);
    QCOMPARE(trimmedToken(pasted), u"a.b.c"_s);
}

LOOPFLOW_TEST(InviteTest)
#include "tst_invite.moc"

// Fills a data folder with a record as years of use would leave it: mates, conversations, turns with all their events.
// Writes by LogStore, so that the rows are what the program itself writes. Never into a folder that has a database.
#include "core/conversation/log.h"
#include "core/store/database.h"
#include "core/store/logstore.h"
#include "core/store/matestore.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

constexpr int turnsPerFlush = 200; // far below what LogStore holds in memory
constexpr qint64 spanMs = 365LL * 24 * 60 * 60 * 1000;

/// The same numbers at every run.
class Dice {
public:
    quint32 below(quint32 limit)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<quint32>(m_state >> 33) % limit;
    }

private:
    quint64 m_state = 42;
};

/// Words about as common as in a language: few of them very often, many of them seldom.
class Words {
public:
    explicit Words(Dice &dice)
        : m_dice(dice)
    {
        const QStringList syllables =
            u"ba de fi go lu ma ne pi ro su ta ve wi xo za ker lan mor nis pel ret sil tor ung vas"_s.split(u' ');
        for (int i = 0; i < 20'000; ++i) {
            QString word;
            for (int n = i; n > 0 || word.isEmpty(); n /= static_cast<int>(syllables.size()))
                word += syllables[n % syllables.size()];
            m_words.append(word);
        }
        const QStringList common =
            u"the a to of and in is it that for on with uploader disk full retry why does hang when deploy error"_s
                .split(u' ');
        for (int i = 0; i < common.size(); ++i)
            m_words[i] = common[i];
    }
    QString text(quint32 words)
    {
        QString text;
        for (quint32 i = 0; i < words; ++i) {
            const double part = double(m_dice.below(1'000'000)) / 1e6;
            text += m_words[static_cast<qsizetype>(part * part * part * part * double(m_words.size()))] + u' ';
        }
        text.chop(1);
        return text;
    }

private:
    Dice &m_dice;
    QStringList m_words;
};

class Talk {
public:
    Talk(ConversationId id, QString person, QString prompt)
        : m_id(id)
        , m_person(std::move(person))
        , m_prompt(std::move(prompt))
    {
    }

    /// A message and the turn that answers it: ten events.
    void turn(ConversationLog &log, Words &words, Dice &dice, qint64 &nowMs, int historyLength)
    {
        const discord::Message asked = message(nowMs, m_person, false, words.text(4 + dice.below(40)), dice.below(40) == 0);
        log.append(m_id, MessageSeen{asked});
        if (dice.below(50) == 0)
            log.append(m_id, MessageIgnored{asked.id, IgnoreReason::WrittenWhileClosed});
        TurnStarted started;
        started.asked = {asked};
        started.channel = m_id.channel;
        started.bot = {1000 + static_cast<quint64>(m_id.mate)};
        started.promptText = m_prompt;
        started.promptVersion = 3;
        started.provider = u"anthropic"_s;
        started.model = u"claude-sonnet-5-5"_s;
        const TurnId turn = log.begin(m_id, started);
        log.append(m_id, turn, TypingShown{});
        log.append(m_id, turn, HistoryFetched{HistoryPurpose::Context, m_history, true});
        nowMs += 84;
        log.append(m_id, turn, RequestSent{1, u"https://api.anthropic.com/v1/messages"_s, body(asked), 900, 0});
        const bool fails = dice.below(100) == 0;
        nowMs += dice.below(20) == 0 ? 12'000 : 600;
        const QString reply = words.text(20 + dice.below(120));
        log.append(m_id, turn, DeltaReceived{reply.left(reply.size() / 2), false});
        log.append(m_id, turn, DeltaReceived{reply.mid(reply.size() / 2), false});
        nowMs += 700;
        if (fails) {
            log.append(m_id, turn,
                TurnFailed{u"model"_s, {ErrorCode::Unavailable, u"The provider was overloaded. Try again later."_s}});
            return;
        }
        ResponseCompleted completed;
        completed.reply.text = reply;
        completed.reply.usage = {1204, 96, -1, -1, -1, {}};
        completed.price = {3, 15, -1, -1};
        log.append(m_id, turn, completed);
        const discord::Message said = message(nowMs, u"mate"_s, true, reply, false);
        log.append(m_id, turn, PartPosted{0, said.id, false});
        log.append(m_id, turn, TurnFinished{});
        m_history.append({asked, said});
        while (m_history.size() > historyLength)
            m_history.removeFirst();
    }

private:
    discord::Message message(qint64 atMs, const QString &author, bool bot, const QString &text, bool attachment)
    {
        discord::Message message;
        message.id = discord::MessageId::at(Milliseconds(atMs));
        message.id.value += ++s_number % 4096;
        message.channel = m_id.channel;
        message.author.id = {bot ? 1000 + static_cast<quint64>(m_id.mate) : m_id.channel.value + 7};
        message.author.username = author;
        message.author.bot = bot;
        message.content = text;
        if (attachment)
            message.attachments = {{u"screenshot-%1.png"_s.arg(s_number), u"image/png"_s, 48'000, u"https://cdn"_s}};
        return message;
    }
    QByteArray body(const discord::Message &asked) const
    {
        QJsonArray messages;
        for (const discord::Message &message : m_history + QList{asked})
            messages.append(QJsonObject{{u"role"_s, message.author.bot ? u"assistant"_s : u"user"_s},
                {u"content"_s, message.content}});
        return QJsonDocument(QJsonObject{{u"model"_s, u"claude-sonnet-5-5"_s}, {u"system"_s, m_prompt},
                                 {u"messages"_s, messages}})
            .toJson(QJsonDocument::Compact);
    }

    static inline quint64 s_number = 0;
    ConversationId m_id;
    QString m_person;
    QString m_prompt;
    QList<discord::Message> m_history;
};

QList<Talk> makeTalks(MateStore &mates, Words &words, int count, int conversations)
{
    QList<Talk> talks;
    for (int i = 0; i < count; ++i) {
        Mate mate;
        mate.name = u"Mate %1"_s.arg(i + 1);
        mate.identifier = identifierOf(mate.name);
        mate.provider = u"anthropic"_s;
        mate.model = u"claude-sonnet-5-5"_s;
        mate.bot = {static_cast<quint64>(1000 + i)};
        mate.paused = true;
        const QString prompt = words.text(300);
        const auto added = mates.add(mate, prompt);
        if (!added)
            qFatal("%s", qPrintable(added.error().message));
        for (int dm = 0; dm < conversations; ++dm) {
            const quint64 channel = 1'000'000 + static_cast<quint64>(i) * 1000 + static_cast<quint64>(dm);
            talks.append(Talk({added->id, {channel}}, u"person%1"_s.arg(dm * 7 + i), prompt));
        }
    }
    return talks;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"folder"_s, u"an empty or new one"_s);
    parser.addOption({u"mates"_s, u"how many"_s, u"n"_s, u"20"_s});
    parser.addOption({u"conversations"_s, u"of each mate"_s, u"n"_s, u"25"_s});
    parser.addOption({u"turns"_s, u"of all mates; each is ten events"_s, u"n"_s, u"100000"_s});
    parser.addOption({u"history"_s, u"messages that a turn reads"_s, u"n"_s, u"10"_s});
    parser.addHelpOption();
    parser.process(app);
    const QString folder = parser.positionalArguments().value(0);
    if (folder.isEmpty() || QFile::exists(folder + u"/loopflow.sqlite"_s))
        parser.showHelp(2);
    auto database = Database::open(folder);
    if (!database)
        qFatal("%s", qPrintable(database.error().message));
    MateStore mates(database->get());
    LogStore record(database->get());
    ConversationLog log;
    const int turns = parser.value(u"turns"_s).toInt();
    const qint64 startMs = readClock().wall.count() - spanMs;
    qint64 nowMs = startMs;
    log.setClock([&nowMs] { return TimePoint{Milliseconds(nowMs), Milliseconds(nowMs)}; });
    QObject::connect(&log, &ConversationLog::appended, &record, &LogStore::append);
    Dice dice;
    Words words(dice);
    QList<Talk> talks =
        makeTalks(mates, words, parser.value(u"mates"_s).toInt(), parser.value(u"conversations"_s).toInt());
    QElapsedTimer spent;
    spent.start();
    for (int i = 0; i < turns; ++i) {
        nowMs = std::max(nowMs + 1, startMs + spanMs / turns * i);
        talks[dice.below(static_cast<quint32>(talks.size()))].turn(
            log, words, dice, nowMs, parser.value(u"history"_s).toInt());
        if (i % turnsPerFlush != 0)
            continue;
        if (const auto written = record.flush(); !written)
            qFatal("%s", qPrintable(written.error().message));
    }
    if (const auto written = record.flush(); !written)
        qFatal("%s", qPrintable(written.error().message));
    const RecordSize size = record.size();
    QFile out;
    if (out.open(stdout, QIODevice::WriteOnly)) {
        const QJsonObject line{{u"turns"_s, turns}, {u"events"_s, size.events}, {u"bytes"_s, size.databaseBytes},
            {u"seconds"_s, double(spent.elapsed()) / 1000}};
        out.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    }
    return 0;
}

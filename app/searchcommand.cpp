#include "app/searchcommand.h"

#include "app/application.h"

#include <QDateTime>
#include <QJsonDocument>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 200;

/// Other people's texts must not steer the terminal.
QString harmless(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return text;
}

class SearchRun final : public QObject {
public:
    SearchRun(bool json, SearchExpression expression, Application &application, Caller caller, QObject *context,
        Callback<Outcome> done)
        : QObject(context)
        , m_json(json)
        , m_expression(std::move(expression))
        , m_application(application)
        , m_caller(std::move(caller))
        , m_done(std::move(done))
        , m_search(application.newSearch(this))
    {
        connect(m_search, &SearchStore::found, this, &SearchRun::print);
        connect(m_search, &SearchStore::failed, this, [this](const Error &error) {
            m_caller.complain(error.message);
            end(Failed);
        });
    }

    void start()
    {
        if (m_search->indexedThousandths() == 1000)
            return m_search->search(m_expression, 0, pageSize);
        m_caller.complain(u"Making what an older version recorded searchable; that is done once."_s);
        connect(m_search, &SearchStore::progressed, this, [this](int thousandths) {
            if (thousandths == 1000)
                m_search->search(m_expression, 0, pageSize);
        });
        connect(m_search, &SearchStore::catchUpFailed, this, [this](const Error &error) {
            m_caller.complain(error.message);
            end(Failed);
        });
        m_search->catchUp();
    }

private:
    void print(const SearchPage &page)
    {
        for (const SearchHit &hit : page.hits)
            m_caller.print(m_json ? jsonLine(hit) : line(hit));
        m_any = m_any || !page.hits.isEmpty();
        if (page.more)
            return m_search->search(m_expression, page.hits.last().seq, pageSize);
        if (!m_any && !m_json)
            m_caller.complain(u"Nothing was found."_s);
        end(Succeeded);
    }

    /// Who said it; of a person whose name was not recorded: empty.
    static QString speakerOf(const SearchHit &hit, const QString &mate)
    {
        return hit.message ? hit.author : mate;
    }

    QString line(const SearchHit &hit) const
    {
        const auto mate = m_application.mates().mate(hit.conversation.mate);
        const QString name = mate ? mate->name : QString();
        const QString turn = hit.turn == TurnId{} ? u"–"_s : QString::number(static_cast<qint64>(hit.turn));
        const QString at = QDateTime::fromMSecsSinceEpoch(hit.atMs).toString(u"yyyy-MM-dd hh:mm"_s);
        return harmless(u"%1  %2  %3  %4: %5"_s.arg(turn.rightJustified(6), at, name,
            speakerOf(hit, name), hit.text.isEmpty() ? u"(text was not recorded)"_s : hit.snippet.text));
    }

    QString jsonLine(const SearchHit &hit) const
    {
        const auto mate = m_application.mates().mate(hit.conversation.mate);
        const QJsonObject line{
            {u"turn"_s, hit.turn == TurnId{} ? QJsonValue() : QJsonValue(static_cast<qint64>(hit.turn))},
            {u"conversation"_s, hit.conversation.channel.toString()},
            {u"mate"_s, mate ? mate->identifier : QString()},
            {u"at"_s, QDateTime::fromMSecsSinceEpoch(hit.atMs, Qt::UTC).toString(Qt::ISODateWithMs)},
            {u"from"_s, speakerOf(hit, mate ? mate->name : QString())},
            {u"text"_s, hit.text},
        };
        return QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact));
    }

    void end(ExitCode exitCode)
    {
        deleteLater();
        m_done(Outcome{exitCode, {}});
    }

    bool m_json;
    bool m_any = false;
    SearchExpression m_expression;
    Application &m_application;
    Caller m_caller;
    Callback<Outcome> m_done;
    SearchStore *m_search;
};

/// The expression, and under it what is wrong with it.
void complain(const QString &expression, const SearchMistake &mistake, const Caller &caller)
{
    caller.complain(harmless(expression));
    caller.complain(QString(mistake.offset, u' ') + QString(mistake.length, u'^'));
    caller.complain(mistake.error.message);
}

} // namespace

void runSearch(const SearchVerb &verb, Application &application, Caller caller, QObject *context,
    Callback<Outcome> done)
{
    const auto parsed = parseSearch(verb.expression, readClock().wall.count());
    if (const auto *mistake = std::get_if<SearchMistake>(&parsed)) {
        complain(verb.expression, *mistake, caller);
        return done(Outcome{WrongUsage, {}});
    }
    (new SearchRun(verb.json, std::get<SearchExpression>(parsed), application, std::move(caller), context,
         std::move(done)))
        ->start();
}

} // namespace loopflow

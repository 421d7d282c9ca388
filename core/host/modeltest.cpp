#include "core/host/modeltest.h"

#include "core/base/core.h"
#include "core/base/log.h"
#include "core/host/credentials.h"
#include "core/llm/modelcatalog.h"
#include "core/llm/modelparameters.h"
#include "core/net/llmclient.h"
#include "core/store/matestore.h"

#include <QLocale>
#include <QTimer>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

/// A model may refuse several parameters, one at a time.
constexpr int mostTries = 6;

QString personal(const QString &wireName)
{
    if (wireName.startsWith(u"temperature"))
        return Core::tr("the temperature");
    if (wireName.startsWith(u"top_p"))
        return Core::tr("top p");
    if (wireName.startsWith(u"reasoning") || wireName.startsWith(u"output_config"))
        return wireName.contains(u'=') ? Core::tr("the reasoning effort “%1”").arg(wireName.section(u'=', 1))
                                       : Core::tr("a reasoning effort");
    return wireName.startsWith(u"max_") ? Core::tr("a limit of the reply's tokens") : QString();
}

/// One try of a model; deletes itself after the callback.
class Trial final : public QObject {
public:
    Trial(LlmClient *llm, Credentials *credentials, MateStore *mates, Mate mate, QObject *parent,
        Callback<QString> callback)
        : QObject(parent)
        , m_llm(llm)
        , m_credentials(credentials)
        , m_mates(mates)
        , m_mate(std::move(mate))
        , m_callback(std::move(callback))
    {
        QTimer::singleShot(0, this, &Trial::begin);
    }

private:
    void begin();
    void send();
    void takeReply(const llm::ChatReply &reply);
    void takeFailure(const llm::LlmFailure &failure);
    void listModels(const Error &unknown);
    void sayNearNames(const Error &unknown, const QStringList &known);
    void end(Result<QString> result);

    LlmClient *m_llm;
    Credentials *m_credentials;
    MateStore *m_mates;
    Mate m_mate;
    Callback<QString> m_callback;
    llm::Endpoint m_endpoint;
    Secret m_key;
    std::unique_ptr<LlmStream> m_stream;
    TimePoint m_sent;
    QStringList m_leftOut; ///< what a person set and the model refused
    int m_tries = 0;
};

void Trial::begin()
{
    if (m_mate.provider.isEmpty())
        return end(Error{ErrorCode::Invalid, Core::tr("Choose a provider first.")});
    if (m_mate.model.trimmed().isEmpty())
        return end(Error{ErrorCode::Invalid, Core::tr("Choose a model first, or type its name.")});
    auto endpoint = m_credentials->endpoint(m_mate);
    if (!endpoint)
        return end(endpoint.error());
    m_endpoint = *std::move(endpoint);
    m_credentials->key(m_mate.provider, this, [this](Result<Secret> key) {
        const bool missing = !key || key->isEmpty();
        if (missing && llm::needsKey(m_endpoint)) {
            const auto *known = llm::findProvider(m_mate.provider);
            return end(key || key.error().code == ErrorCode::NotFound
                    ? Error{ErrorCode::Unauthorized,
                        Core::tr("There is no key for %1. Set %2 or save the key in Loopflow.").arg(
                            known->name, known->keyVariables.constFirst())}
                    : key.error());
        }
        m_key = missing ? Secret() : *std::move(key);
        send();
    });
}

void Trial::send()
{
    const llm::ModelTraits traits = m_mates->traits(m_endpoint.baseUrl.toString(), m_mate.model);
    const llm::LlmProvider &dialect = llm::dialect(m_mate.provider);
    llm::ChatRequest request;
    request.model = m_mate.model;
    request.system = u"Answer with one word."_s;
    request.messages = {{llm::Role::User, u"Say “ready”."_s}};
    request.parameters
        = llm::takenParameters(m_mate.parameters, llm::parametersOf(m_endpoint, m_mate.model, traits));
    ++m_tries;
    m_sent = readClock();
    m_stream.reset(m_llm->send(dialect, dialect.encode(request, m_endpoint, traits), m_key, nullptr));
    const auto release = [this] { m_stream.release()->deleteLater(); }; // we are in its signal
    connect(m_stream.get(), &LlmStream::completed, this, [this, release](const llm::ChatReply &reply) {
        release();
        takeReply(reply);
    });
    connect(m_stream.get(), &LlmStream::failed, this, [this, release](const llm::LlmFailure &failure) {
        release();
        takeFailure(failure);
    });
    connect(m_stream.get(), &LlmStream::held, this, [this, release](Milliseconds wait) {
        release();
        const auto *known = llm::findProvider(m_mate.provider);
        end(Error{ErrorCode::RateLimited,
            Core::tr("%1 takes no more requests for now. Try again in %2 s.").arg(
                known ? known->name : m_mate.provider, QString::number((wait.count() + 999) / 1000))});
    });
}

void Trial::takeReply(const llm::ChatReply &reply)
{
    const double seconds = static_cast<double>((readClock() - m_sent).count()) / 1000;
    const QString model = reply.model.isEmpty() ? m_mate.model : reply.model;
    const QString time = QLocale().toString(seconds, 'f', 1);
    if (reply.text.trimmed().isEmpty() && reply.stop == llm::StopReason::Length) {
        return end(Error{ErrorCode::Invalid,
            Core::tr("%1 answered in %2 s, but the limit of its tokens left no room for a word: its thoughts count, "
                     "too. Set at least 4,096 tokens, or leave the field empty.").arg(model, time)});
    }
    if (reply.stop == llm::StopReason::Refusal)
        return end(Core::tr("%1 answered in %2 s; it declined the test question.").arg(model, time));
    if (!m_leftOut.isEmpty()) {
        QString leftOut = m_leftOut.constFirst();
        for (const QString &name : m_leftOut.mid(1))
            leftOut = Core::tr("%1 and %2").arg(leftOut, name);
        return end(Core::tr("%1 answered in %2 s, but does not take %3; Loopflow leaves that out from now on.").arg(
            model, time, leftOut));
    }
    end(Core::tr("%1 answered in %2 s.").arg(model, time));
}

void Trial::takeFailure(const llm::LlmFailure &failure)
{
    const QString baseUrl = m_endpoint.baseUrl.toString();
    if (failure.error.code == ErrorCode::UnsupportedParameter && !failure.refusedParameter.isEmpty()
        && m_tries < mostTries) {
        // As a turn does: what is refused is left out, and that is remembered.
        llm::ModelTraits traits = m_mates->traits(baseUrl, m_mate.model);
        const bool isNews = !traits.refused.contains(failure.refusedParameter);
        traits.refused.insert(failure.refusedParameter, failure.renamedParameter);
        if (const auto saved = m_mates->saveTraits(baseUrl, m_mate.model, traits); !saved)
            qCWarning(logHost).noquote() << saved.error().message;
        const QString name = personal(failure.refusedParameter);
        if (failure.renamedParameter.isEmpty() && !name.isEmpty() && isNews)
            m_leftOut.append(name);
        if (isNews)
            return send();
    }
    if (failure.error.code == ErrorCode::NotFound)
        return listModels(failure.error);
    end(failure.error);
}

void Trial::listModels(const Error &unknown)
{
    m_llm->models(llm::dialect(m_mate.provider), m_endpoint, m_key, this,
        [this, unknown](const Result<QList<llm::Model>> &models) {
            QStringList known;
            if (models) {
                for (const llm::Model &model : *models)
                    known.append(model.id);
            }
            sayNearNames(unknown, known);
        });
}

void Trial::sayNearNames(const Error &unknown, const QStringList &known)
{
    const QStringList near = llm::nearNames(m_mate.model, known);
    if (near.isEmpty() || known.contains(m_mate.model))
        return end(unknown);
    const auto *provider = llm::findProvider(m_mate.provider);
    end(Error{ErrorCode::NotFound,
        Core::tr("%1 has no model “%2”. It has %3.").arg(
            provider ? provider->name : m_mate.provider, m_mate.model, near.join(u", "_s))});
}

void Trial::end(Result<QString> result)
{
    deleteLater();
    m_callback(std::move(result));
}

} // namespace

ModelTest::ModelTest(LlmClient *llm, Credentials *credentials, MateStore *mates, QObject *parent)
    : QObject(parent)
    , m_llm(llm)
    , m_credentials(credentials)
    , m_mates(mates)
{
}

void ModelTest::run(const Mate &mate, QObject *context, Callback<QString> callback)
{
    new Trial(m_llm, m_credentials, m_mates, mate, context, std::move(callback));
}

} // namespace loopflow

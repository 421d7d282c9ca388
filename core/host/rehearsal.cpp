#include "core/host/rehearsal.h"

#include "core/base/resources.h"
#include "core/host/credentials.h"
#include "core/host/practice.h"
#include "core/mate/matefile.h"
#include "core/store/matestore.h"

#include <QTimer>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

// Apart from the mate's own identifier, whose token the environment may hold.
QString freeIdentifier(const MateStore &mates, const QString &original)
{
    const QString wanted = u"practice-"_s + original;
    QString identifier = wanted;
    for (int n = 2; mates.find(identifier); ++n)
        identifier = u"%1-%2"_s.arg(wanted).arg(n);
    return identifier;
}

Mate copyFor(const RehearsalServices &services, Mate mate, const PracticeBot &bot)
{
    mate.id = {};
    mate.identifier = freeIdentifier(*services.mates, mate.identifier);
    mate.bot = bot.id;
    mate.application = {bot.id.value};
    mate.avatar.clear();
    mate.home = services.practice->api();
    mate.practice = true;
    mate.paused = false;
    if (mate.provider.isEmpty()) {
        mate.provider = u"practice"_s;
        mate.model = u"practice"_s;
        mate.baseUrl = services.practice->model().toString();
        mate.parameters = {};
    }
    return mate;
}

} // namespace

Result<Candidate> starterMate()
{
    const auto file = parseMateFile(u"maya"_s, readResource(u"prompts/maya.md"_s));
    if (!file)
        return file.error();
    Candidate starter;
    starter.mate.identifier = file->identifier;
    starter.mate.name = file->name;
    starter.prompt = file->prompt;
    starter.isStarter = true;
    return starter;
}

void rehearse(const RehearsalServices &services, Candidate candidate, QObject *context, Callback<Rehearsal> callback)
{
    if (const auto started = services.practice->start(); !started) {
        QTimer::singleShot(0, context, [callback, error = started.error()] { callback(error); });
        return;
    }
    PracticeBot bot = services.practice->addBot(candidate.mate.name);
    const QByteArray picture = services.mates->picture(candidate.mate.id);
    const Mate mate = copyFor(services, std::move(candidate.mate), bot);
    services.credentials->saveToken(mate, std::move(bot.token), context,
        [services, mate, picture, prompt = candidate.prompt, dm = bot.dm, callback](const Result<bool> &saved) {
            if (!saved)
                return callback(saved.error());
            const auto added = services.mates->add(mate, prompt);
            if (!added)
                return callback(added.error());
            if (const auto kept = services.mates->savePicture(added->id, picture); !kept)
                return callback(kept.error());
            callback(Rehearsal{*added, dm});
        });
}

void rehearseWithModelAtHand(
    const RehearsalServices &services, Candidate candidate, QObject *context, Callback<Rehearsal> callback)
{
    const Mate &mate = candidate.mate;
    const auto endpoint = services.credentials->endpoint(mate);
    if (mate.provider.isEmpty() || mate.model.isEmpty() || !endpoint) {
        candidate.mate.provider.clear();
        return rehearse(services, std::move(candidate), context, std::move(callback));
    }
    services.credentials->key(mate.provider, context,
        [services, candidate, endpoint = *endpoint, context, callback](const Result<Secret> &key) mutable {
            const bool hasKey = key && !key->isEmpty();
            if (!hasKey && llm::needsKey(endpoint))
                candidate.mate.provider.clear();
            rehearse(services, std::move(candidate), context, callback);
        });
}

} // namespace loopflow

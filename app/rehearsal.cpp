#include "app/rehearsal.h"

#include "app/application.h"
#include "core/base/resources.h"
#include "core/mate/matefile.h"

namespace loopflow {

using namespace Qt::StringLiterals;

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

void rehearse(Application &application, Candidate candidate, QObject *context, Callback<Rehearsal> callback)
{
    LocalPractice &practice = application.practice();
    if (const auto started = practice.start(); !started) {
        QTimer::singleShot(0, context, [callback, error = started.error()] { callback(error); });
        return;
    }
    PracticeBot bot = practice.addBot(candidate.mate.name);
    Mate mate = std::move(candidate.mate);
    mate.id = {};
    // Apart from the mate's own, whose token the environment may hold.
    mate.identifier = u"practice-"_s + mate.identifier;
    mate.bot = bot.id;
    mate.application = {bot.id.value};
    mate.home = practice.api();
    mate.practice = true;
    mate.paused = false;
    if (mate.provider.isEmpty()) {
        mate.provider = u"practice"_s;
        mate.model = QString::fromLatin1(practice::LanguageModel::modelId);
        mate.baseUrl = practice.model().toString();
    }
    application.credentials().saveToken(mate, std::move(bot.token), context,
        [&application, mate, prompt = candidate.prompt, dm = bot.dm, callback](Result<bool> saved) {
            if (!saved) {
                callback(saved.error());
                return;
            }
            const auto added = application.mates().add(mate, prompt);
            if (!added)
                callback(added.error());
            else
                callback(Rehearsal{*added, dm});
        });
}

} // namespace loopflow

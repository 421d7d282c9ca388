// What the window can have done to mates: pause, start, duplicate, delete, import, rehearse.
// Asks the stores and the host; shows nothing itself.
#pragma once

#include "core/host/mateimport.h"
#include "core/mate/mate.h"
#include "ui/uiservices.h"

#include <QObject>

#include <optional>

namespace loopflow {

class MateActions final : public QObject {
    Q_OBJECT
public:
    explicit MateActions(UiServices services, QObject *parent = nullptr);

    void setPaused(MateId mate, bool paused);
    /// Whether what people and the mate write is recorded from now on; false where that could not be saved.
    bool setRecordsText(MateId mate, bool recordsText);
    /// Pauses all that run, or starts all that have a bot and a model.
    void setAllPaused(bool paused);
    /// Starts a mate again that gave up.
    void retry(MateId mate);
    /// A mate with the same prompt, model and parameters below this one; without a bot, so paused.
    std::optional<MateId> duplicate(MateId mate);
    /// Its token leaves the keychain with it.
    void remove(MateId mate);
    /// Adds what mate files, cards and folders describe; imported() says what became of each.
    void importFiles(const QStringList &paths);
    /// Takes the last import back, but for mates that were changed since.
    void undoImport();
    bool canUndoImport() const { return !m_lastImport.imported.isEmpty(); }
    /// A copy of the mate on the practice server; without one, a starter mate.
    void rehearse(std::optional<MateId> original);
    /// The direct message in which a person talks with a practice mate of this run.
    std::optional<discord::ChannelId> practiceChannel(MateId mate) const;

Q_SIGNALS:
    /// A sentence about what was done or why it was not.
    void said(const QString &sentence);
    void imported(const QString &report);
    void rehearsing(loopflow::MateId mate);

private:
    UiServices m_services;
    ImportReport m_lastImport;
};

} // namespace loopflow

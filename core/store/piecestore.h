// Long payloads that repeat each other (histories, request bodies, prompts), stored without the repetitions.
// Gives back exactly the bytes it was given, or an error.
#pragma once

#include "core/conversation/event.h"
#include "core/store/statement.h"

#include <QCache>
#include <QHash>

namespace loopflow {

/// Cuts bytes where their content says so (a rolling hash of the last 64 bytes), so that text that
/// comes again, at whatever place, is cut into the same pieces. About 1 KB each, 4 KB at most; put
/// together they are the input.
QList<QByteArrayView> cutByContent(QByteArrayView bytes);

/// A piece is stored once a day and conversation, so that whole days and conversations can be
/// deleted without asking who else refers to them. The pieces of a payload that are new lie
/// together in one deflated row, a pack.
class PieceStore {
public:
    explicit PieceStore(QSqlDatabase &sql);

    /// Returns what load() takes. Part of the caller's transaction.
    Result<QByteArray> store(const ConversationId &conversation, qint64 day, const QByteArray &payload);
    Result<QByteArray> load(const QByteArray &references);
    /// How many bytes load() would give; 0: it would fail.
    static qint64 sizeOf(const QByteArray &references);
    /// What was stored since may not be there: after a rollback or a deletion.
    void forget();

private:
    /// A run of bytes in a pack.
    struct Place {
        qint64 pack = 0;
        qint64 offset = 0;
        qint64 size = 0;
    };
    static QByteArray encode(const QList<Place> &places);
    static std::optional<QList<Place>> decode(const QByteArray &references);
    Result<QByteArray> unpack(qint64 pack);
    Result<qint64> nextPack();

    QSqlDatabase &m_sql;
    qint64 m_lastPack = -1; ///< the highest number ever given in this run; -1: none yet
    Statement m_add;
    Statement m_read;
    QHash<QByteArray, Place> m_known; ///< by a hash of conversation, day and bytes; of this run only
    QCache<qint64, QByteArray> m_packs; ///< inflated, by what they weigh
};

} // namespace loopflow

// What JSON exports have in common: ids, times, a message, a turn.
// Keys are only ever added; what is not known is left out.
#pragma once

#include "ui/transcript/transcript.h"

#include <QJsonObject>

namespace loopflow::json {

/// As text: beyond what a double holds.
QJsonValue idOf(quint64 id);
/// UTC with milliseconds; null for 0.
QJsonValue timeOf(qint64 ms);
/// Sets what is known: not null, not empty, not false.
void set(QJsonObject &object, const QString &key, const QJsonValue &value);

/// What every export begins with.
QJsonObject of(const TranscriptHead &head, const QString &format);
/// A message as its author wrote it.
QJsonObject of(const discord::Message &message);
/// A turn of that mate.
QJsonObject of(const TurnView &turn, const QString &mate);

/// Compact, and without a secret of this process.
QByteArray written(const QJsonObject &object);

} // namespace loopflow::json

// Tavern character cards: a character in a PNG's text chunk (ccv3, chara) or as JSON, versions 1 to 3.
// Reads bytes that strangers made: never trusts a length, never runs or fetches anything in them.
// Character Card V2 (malfoyslastname/character-card-spec-v2), V3 (kwaroran/character-card-spec-v3), PNG 1.2.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace loopflow {

struct CharacterCard {
    QString name;
    QString prompt; ///< what the card says of the character, with our variables for its placeholders
    QStringList remarks; ///< sentences about what a mate has no use for and was left out
};

/// Whether the bytes begin as a PNG does.
bool isPng(const QByteArray &bytes);
/// Errors: NotFound when there is no character in it, Invalid when it is damaged or says nothing; both are sentences.
Result<CharacterCard> parseCharacterCard(const QByteArray &bytes);

} // namespace loopflow

// What a new mate answers with where nobody chose: the first provider with a key, and its usual model.
// One answer for the window and the terminal; never asks anyone.
#pragma once

#include <QString>

namespace loopflow {

class Credentials;

/// The first provider whose key the environment holds; empty: none.
QString providerAtHand(const Credentials &credentials);
/// The model to begin with; empty where none stands out.
QString usualModel(const QString &provider);

} // namespace loopflow

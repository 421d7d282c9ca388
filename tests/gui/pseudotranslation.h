// A language for tests: every text that went through tr() stands in «brackets» and is 40 % longer.
// What stands outside of them was not translated; what does not fit would not fit in another language.
#pragma once

#include <QRegularExpression>
#include <QTranslator>

namespace loopflow::test {

class PseudoTranslation final : public QTranslator {
    Q_OBJECT
public:
    /// Installs itself; the destructor takes it away. Texts of Qt::RightToLeft are read from the right, whatever
    /// their letters.
    explicit PseudoTranslation(Qt::LayoutDirection direction);
    ~PseudoTranslation() override;

    bool isEmpty() const override { return false; }
    /// The places of arguments stand outside of the brackets: what is put there is looked at by itself.
    QString translate(
        const char *context, const char *text, const char *comment, int number) const override;

private:
    Qt::LayoutDirection m_direction;
};

/// What nobody translates.
struct Data {
    QList<QRegularExpression> patterns; ///< names of services, ids, keys, what QLocale says
    QString written; ///< by people: messages, prompts; without Markdown's marks
};

/// How what people wrote is shown: whole, or in pieces as small as a word (wrapped, bold, quoted).
enum class Shown { Whole, InPieces };

/// What of a text was not translated, as far as it holds words; empty when all of it was. A translated text that
/// was cut off with "…" is translated.
QString untranslatedPart(QString text, const Data &data, Shown shown);

} // namespace loopflow::test

#include "core/base/worddiff.h"

#include <QHash>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

namespace loopflow {

namespace {

/// More edits than this are not searched for: the search takes time and memory by their square.
constexpr int mostEdits = 1000;
/// Beyond them the search goes piece by piece, as far as these lead.
constexpr int editsPerPiece = 100;

using Tokens = std::vector<QStringView>;

bool isBlank(QChar c) { return c.isSpace() && c != u'\n'; }

bool isWord(QStringView token)
{
    return std::any_of(token.begin(), token.end(),
        [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

Tokens wordsOf(QStringView text)
{
    Tokens tokens;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text.data(), text.size());
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype next = finder.toNextBoundary();
        const qsizetype to = next < 0 ? text.size() : next;
        const QStringView token = text.sliced(from, to - from);
        // Blanks stay together, whatever Unicode thinks of them.
        if (!tokens.empty() && isBlank(token.front()) && isBlank(tokens.back().back()))
            tokens.back() = QStringView(tokens.back().begin(), token.end());
        else
            tokens.push_back(token);
        from = to;
    }
    return tokens;
}

Tokens linesOf(QStringView text)
{
    Tokens lines;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = text.indexOf(u'\n', from);
        const qsizetype to = end < 0 ? text.size() : end + 1;
        lines.push_back(text.sliced(from, to - from));
        from = to;
    }
    return lines;
}

/// Two token lists as numbers, equal where the tokens are.
struct Numbers {
    std::vector<int> before;
    std::vector<int> after;
};

Numbers numbered(const Tokens &before, const Tokens &after)
{
    QHash<QStringView, int> known;
    const auto numbersOf = [&](const Tokens &tokens) {
        std::vector<int> numbers;
        numbers.reserve(tokens.size());
        for (const QStringView token : tokens) {
            const auto found = known.constFind(token);
            numbers.push_back(found == known.constEnd() ? static_cast<int>(known.size()) : *found);
            if (found == known.constEnd())
                known.insert(token, numbers.back());
        }
        return numbers;
    };
    Numbers numbers;
    numbers.before = numbersOf(before);
    numbers.after = numbersOf(after);
    return numbers;
}

/// Which tokens stay: pairs of places, both rising.
using Matches = std::vector<std::pair<int, int>>;

/// Myers' greedy search ("An O(ND) difference algorithm", 1986) for up to mostEdits edits.
class ShortestEdit {
public:
    ShortestEdit(std::span<const int> before, std::span<const int> after)
        : m_before(before)
        , m_after(after)
        , m_furthest(static_cast<size_t>(2 * mostEdits) + 3, 0)
    {
    }

    /// Nothing when it takes more edits.
    std::optional<Matches> find(int most)
    {
        while (!step()) {
            if (m_reached.size() > static_cast<size_t>(most))
                return std::nullopt;
        }
        return walkBack(static_cast<int>(m_before.size()), static_cast<int>(m_after.size()));
    }

    /// After find() found nothing: the matches up to the place that is furthest in both texts, and that place.
    std::pair<Matches, std::pair<int, int>> furthestWay() const
    {
        const int edits = static_cast<int>(m_reached.size()) - 1;
        const int n = static_cast<int>(m_before.size());
        const int m = static_cast<int>(m_after.size());
        std::pair<int, int> best{0, 0};
        for (int k = -edits; k <= edits; k += 2) {
            const int x = reached(edits, k);
            if (x <= n && x - k <= m && 2 * x - k > best.first + best.second)
                best = {x, x - k};
        }
        return {walkBack(best.first, best.second), best};
    }

private:
    /// The furthest place in `before` on a diagonal (place in `before` minus place in `after`).
    int &furthest(int diagonal) { return m_furthest[static_cast<size_t>(diagonal + mostEdits + 1)]; }
    int reached(int edits, int diagonal) const
    {
        return m_reached[static_cast<size_t>(edits)][static_cast<size_t>((diagonal + edits) / 2)];
    }
    bool isSame(int x, int y) const
    {
        return m_before[static_cast<size_t>(x)] == m_after[static_cast<size_t>(y)];
    }

    /// One edit more on every diagonal; true when the end of both was reached.
    bool step()
    {
        const int edits = static_cast<int>(m_reached.size());
        const int n = static_cast<int>(m_before.size());
        const int m = static_cast<int>(m_after.size());
        bool found = false;
        std::vector<int> row;
        row.reserve(static_cast<size_t>(edits) + 1);
        for (int k = -edits; k <= edits; k += 2) {
            const bool down = k == -edits || (k != edits && furthest(k - 1) < furthest(k + 1));
            int x = down ? furthest(k + 1) : furthest(k - 1) + 1;
            while (x < n && x - k < m && isSame(x, x - k))
                ++x;
            furthest(k) = x;
            row.push_back(x);
            found = found || (k == n - m && x >= n);
        }
        m_reached.push_back(std::move(row));
        return found;
    }

    /// From a place that the last step reached.
    Matches walkBack(int x, int y) const
    {
        Matches matches;
        for (int edits = static_cast<int>(m_reached.size()) - 1; edits > 0; --edits) {
            const int k = x - y;
            const bool down
                = k == -edits || (k != edits && reached(edits - 1, k - 1) < reached(edits - 1, k + 1));
            const int from = down ? k + 1 : k - 1;
            const int fromX = reached(edits - 1, from);
            while (x > fromX && y > fromX - from)
                matches.emplace_back(--x, --y);
            x = fromX;
            y = fromX - from;
        }
        while (x > 0 && y > 0)
            matches.emplace_back(--x, --y);
        std::reverse(matches.begin(), matches.end());
        return matches;
    }

    std::span<const int> m_before;
    std::span<const int> m_after;
    std::vector<int> m_furthest;
    std::vector<std::vector<int>> m_reached; ///< by edits: `furthest` on the diagonals -edits, -edits + 2 … edits
};

void shift(Matches &matches, size_t x, size_t y)
{
    for (auto &match : matches) {
        match.first += static_cast<int>(x);
        match.second += static_cast<int>(y);
    }
}

/// Good, not always shortest: near-linear however much the texts differ.
Matches pieceByPiece(std::span<const int> a, std::span<const int> b)
{
    Matches matches;
    for (size_t x = 0, y = 0; x < a.size() && y < b.size();) {
        ShortestEdit search(a.subspan(x), b.subspan(y));
        auto found = search.find(editsPerPiece);
        const bool atEnd = found.has_value();
        std::pair<int, int> way;
        if (!atEnd)
            std::tie(found, way) = search.furthestWay();
        shift(*found, x, y);
        matches.insert(matches.end(), found->begin(), found->end());
        if (atEnd)
            break;
        x += static_cast<size_t>(way.first);
        y += static_cast<size_t>(way.second);
    }
    return matches;
}

enum class Effort { Exact, Bounded };

/// What stays; nothing where Exact takes too many edits.
std::optional<Matches> matchesOf(const Numbers &numbers, Effort effort)
{
    const std::span<const int> a(numbers.before);
    const std::span<const int> b(numbers.after);
    // What begins and ends both needs no search.
    const size_t shorter = std::min(a.size(), b.size());
    size_t head = 0;
    while (head < shorter && a[head] == b[head])
        ++head;
    size_t tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    const auto innerA = a.subspan(head, a.size() - head - tail);
    const auto innerB = b.subspan(head, b.size() - head - tail);
    auto found = ShortestEdit(innerA, innerB).find(mostEdits);
    if (!found && effort == Effort::Exact)
        return std::nullopt;
    if (!found)
        found = pieceByPiece(innerA, innerB);
    shift(*found, head, head);
    Matches matches;
    for (size_t i = 0; i < head; ++i)
        matches.emplace_back(i, i);
    matches.insert(matches.end(), found->begin(), found->end());
    for (size_t i = tail; i > 0; --i)
        matches.emplace_back(a.size() - i, b.size() - i);
    return matches;
}

/// Runs of the same kind become one piece.
class Pieces {
public:
    void add(DiffPiece::Kind kind, QStringView text)
    {
        if (kind == DiffPiece::Removed)
            m_removed += text;
        else if (kind == DiffPiece::Added)
            m_added += text;
        else
            addSame(text);
    }
    QList<DiffPiece> take()
    {
        endChange();
        append(DiffPiece::Same, m_same);
        return std::move(m_pieces);
    }

private:
    void addSame(QStringView text)
    {
        endChange();
        m_same += text;
    }

    void endChange()
    {
        if (m_removed.isEmpty() && m_added.isEmpty())
            return;
        // A blank or comma that happens to be the same between two changed words cuts a phrase to shreds.
        const bool joins = !m_pieces.isEmpty() && !m_same.contains(u'\n') && !isWord(m_same);
        if (joins) {
            m_added.prepend(takeLast(DiffPiece::Added) + m_same);
            m_removed.prepend(takeLast(DiffPiece::Removed) + m_same);
            m_same.clear();
        }
        append(DiffPiece::Same, m_same);
        append(DiffPiece::Removed, m_removed);
        append(DiffPiece::Added, m_added);
    }

    QString takeLast(DiffPiece::Kind kind)
    {
        if (m_pieces.isEmpty() || m_pieces.constLast().kind != kind)
            return {};
        return m_pieces.takeLast().text;
    }

    void append(DiffPiece::Kind kind, QString &text)
    {
        if (!text.isEmpty())
            m_pieces.append({kind, std::exchange(text, {})});
    }

    QList<DiffPiece> m_pieces; ///< ends with a change, or is empty
    QString m_same; ///< after these
    QString m_removed;
    QString m_added;
};

/// The text that these neighbouring tokens cover.
QStringView covered(const Tokens &tokens, size_t from, size_t to)
{
    return from == to ? QStringView() : QStringView(tokens[from].begin(), tokens[to - 1].end());
}

/// Calls `same` for each match and `changed` with the places of what lies between matches.
template <class Same, class Changed>
void walk(const Matches &matches, size_t before, size_t after, const Same &same, const Changed &changed)
{
    size_t x = 0;
    size_t y = 0;
    for (const auto &match : matches) {
        const auto toX = static_cast<size_t>(match.first);
        const auto toY = static_cast<size_t>(match.second);
        if (x < toX || y < toY)
            changed(x, toX, y, toY);
        same(toX);
        x = toX + 1;
        y = toY + 1;
    }
    if (x < before || y < after)
        changed(x, before, y, after);
}

/// Two unlike texts have some words in common, too.
bool isChance(const Matches &matches, const Tokens &a, const Tokens &b)
{
    const auto same = std::count_if(matches.begin(), matches.end(),
        [&](const auto &match) { return isWord(a[static_cast<size_t>(match.first)]); });
    return same * 5 < std::min(std::count_if(a.begin(), a.end(), isWord), std::count_if(b.begin(), b.end(), isWord));
}

/// False when Exact takes too many edits, or when so little stays that it is chance.
bool addByWords(Pieces &pieces, QStringView before, QStringView after, Effort effort)
{
    const Tokens a = wordsOf(before);
    const Tokens b = wordsOf(after);
    const auto matches = matchesOf(numbered(a, b), effort);
    if (!matches || (effort == Effort::Bounded && isChance(*matches, a, b)))
        return false;
    walk(
        *matches, a.size(), b.size(), [&](size_t x) { pieces.add(DiffPiece::Same, a[x]); },
        [&](size_t x, size_t toX, size_t y, size_t toY) {
            pieces.add(DiffPiece::Removed, covered(a, x, toX));
            pieces.add(DiffPiece::Added, covered(b, y, toY));
        });
    return true;
}

void addByLines(Pieces &pieces, QStringView before, QStringView after)
{
    const Tokens a = linesOf(before);
    const Tokens b = linesOf(after);
    const Matches matches = *matchesOf(numbered(a, b), Effort::Bounded);
    walk(
        matches, a.size(), b.size(), [&](size_t x) { pieces.add(DiffPiece::Same, a[x]); },
        [&](size_t x, size_t toX, size_t y, size_t toY) {
            const QStringView removed = covered(a, x, toX);
            const QStringView added = covered(b, y, toY);
            if (addByWords(pieces, removed, added, Effort::Bounded))
                return;
            pieces.add(DiffPiece::Removed, removed);
            pieces.add(DiffPiece::Added, added);
        });
}

} // namespace

QList<DiffPiece> wordDiff(const QString &before, const QString &after)
{
    Pieces pieces;
    if (!addByWords(pieces, before, after, Effort::Exact))
        addByLines(pieces, before, after);
    return pieces.take();
}

WordCount changedWords(const QList<DiffPiece> &pieces)
{
    WordCount count;
    for (const DiffPiece &piece : pieces) {
        if (piece.kind == DiffPiece::Added)
            count.added += countWords(piece.text);
        else if (piece.kind == DiffPiece::Removed)
            count.removed += countWords(piece.text);
    }
    return count;
}

qsizetype countWords(const QString &text)
{
    const Tokens tokens = wordsOf(text);
    return std::count_if(tokens.begin(), tokens.end(), isWord);
}

} // namespace loopflow

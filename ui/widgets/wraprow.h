// Widgets in a row that go on below it when they do not fit beside each other, as words in a paragraph do.
// None is made narrower than it asks to be, unless it would not fit in a line of its own.
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace loopflow {

class WrapRow final : public QLayout {
    Q_OBJECT
public:
    explicit WrapRow(int spacing);
    ~WrapRow() override;

    void addItem(QLayoutItem *item) override; ///< takes ownership, as QLayout asks
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// Goes through the lines; gives the items their places when `place` is set. Returns the height.
    int layOut(const QRect &rect, bool place) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace loopflow

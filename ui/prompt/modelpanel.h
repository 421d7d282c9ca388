// The model that gets a mate's prompt: in two lines, with a test; opened, the form that changes it.
// Saves nothing: the page takes applied().
#pragma once

#include "core/mate/mate.h"
#include "ui/uiservices.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QPushButton;

namespace loopflow {

class ElidedText;
class MarkRow;
class ModelForm;
class ParameterForm;

class ModelPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ModelPanel(const UiServices &services, QWidget *parent = nullptr);

    void show(const Mate &mate);
    /// The mate was changed elsewhere: shows that, unless something was changed here.
    void follow(const Mate &mate);
    /// `mate` with what the forms hold.
    Mate applied(const Mate &mate) const;
    /// False when a field will not do; it says why.
    bool isValid() const;
    void focusMistake();

    /// What opens in place of the versions; its parent is whoever shows it.
    QWidget *form() const { return m_form; }
    bool isOpen() const { return m_open; }
    void setOpen(bool open);
    /// Sends one tiny request as a reply would be sent; again: cancels it.
    void test();

Q_SIGNALS:
    void changed();
    void opened(bool open);

private:
    QWidget *makeForm();
    void summarize();
    void updateTakes();
    void tick();
    void endTest(const Result<QString> &verdict);

    UiServices m_services;
    Mate m_mate;
    ElidedText *m_name;
    ElidedText *m_provider;
    ElidedText *m_parameters;
    ElidedText *m_history;
    QPushButton *m_change;
    QPushButton *m_test;
    MarkRow *m_verdict;
    QWidget *m_form = nullptr;
    ModelForm *m_model = nullptr;
    ParameterForm *m_fields = nullptr;
    std::unique_ptr<QObject> m_testing; ///< while a test runs; gone: it is cancelled
    QTimer m_ticks;
    qint64 m_testedMs = 0;
    bool m_open = false;
};

} // namespace loopflow

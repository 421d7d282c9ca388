#include "app/activation.h"

#include <QGuiApplication>
#include <QWidget>

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

struct FreeReply {
    void operator()(void *reply) const { std::free(reply); }
};

/// What Qt has no call for: messages to the window manager, by the X connection that Qt has.
class WindowManager {
public:
    explicit WindowManager(xcb_connection_t *connection)
        : m_connection(connection)
        , m_root(xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root)
    {
    }
    /// Asks for the front on behalf of the click at `time`. Without one a person typed it into a terminal, whose time
    /// we cannot know: then as a pager does, which is not taken for a theft of the focus.
    void activate(WId window, quint32 time) const
    {
        xcb_client_message_event_t event{};
        event.response_type = XCB_CLIENT_MESSAGE;
        event.format = 32;
        event.window = static_cast<xcb_window_t>(window);
        event.type = atom("_NET_ACTIVE_WINDOW");
        event.data.data32[0] = time != 0 ? 1 : 2;
        event.data.data32[1] = time;
        send(event, XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY);
    }
    /// Ends the busy cursor of a start that opens no window of its own.
    void endStartup(const QString &id) const
    {
        QByteArray text = "remove: ID=\"" + id.toUtf8().replace('\\', "\\\\").replace('"', "\\\"") + "\"";
        text.append('\0');
        const xcb_window_t sender = xcb_generate_id(m_connection);
        xcb_create_window(m_connection, XCB_COPY_FROM_PARENT, sender, m_root, -1, -1, 1, 1, 0,
            XCB_WINDOW_CLASS_INPUT_ONLY, XCB_COPY_FROM_PARENT, 0, nullptr);
        xcb_client_message_event_t event{};
        event.response_type = XCB_CLIENT_MESSAGE;
        event.format = 8;
        event.window = sender;
        event.type = atom("_NET_STARTUP_INFO_BEGIN");
        for (qsizetype at = 0; at < text.size(); at += qsizetype(sizeof event.data)) {
            const QByteArray part = text.mid(at, sizeof event.data);
            std::fill(std::begin(event.data.data8), std::end(event.data.data8), quint8(0));
            std::copy(part.begin(), part.end(), event.data.data8);
            send(event, XCB_EVENT_MASK_PROPERTY_CHANGE);
            event.type = atom("_NET_STARTUP_INFO");
        }
        xcb_destroy_window(m_connection, sender);
        xcb_flush(m_connection);
    }

private:
    xcb_atom_t atom(const QByteArray &name) const
    {
        const auto cookie = xcb_intern_atom(m_connection, 0, static_cast<quint16>(name.size()), name.constData());
        const std::unique_ptr<xcb_intern_atom_reply_t, FreeReply> reply(
            xcb_intern_atom_reply(m_connection, cookie, nullptr));
        return reply ? reply->atom : xcb_atom_t(XCB_ATOM_NONE);
    }
    void send(const xcb_client_message_event_t &event, quint32 mask) const
    {
        xcb_send_event(m_connection, 0, m_root, mask, reinterpret_cast<const char *>(&event));
        xcb_flush(m_connection);
    }

    xcb_connection_t *m_connection;
    xcb_window_t m_root;
};

} // namespace

Activation activationFrom(const QProcessEnvironment &environment)
{
    return {environment.value(u"XDG_ACTIVATION_TOKEN"_s), environment.value(u"DESKTOP_STARTUP_ID"_s)};
}

quint32 timeOf(const QString &startupId)
{
    // "…_TIME12345" (freedesktop.org, Startup Notification Protocol).
    const qsizetype at = startupId.lastIndexOf("_TIME"_L1);
    return at < 0 ? 0 : startupId.mid(at + 5).toUInt();
}

void bringToFront(QWidget *window, const Activation &activation)
{
    if (!activation.token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activation.token.toUtf8()); // Qt's Wayland platform takes it from there
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (x11 && x11->connection()) { // none on the offscreen platform
        const WindowManager manager(x11->connection());
        manager.activate(window->winId(), timeOf(activation.startupId));
        if (!activation.startupId.isEmpty())
            manager.endStartup(activation.startupId);
    }
}

} // namespace loopflow

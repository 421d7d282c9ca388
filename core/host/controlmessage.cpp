#include "core/host/controlmessage.h"

#include "core/base/core.h"
#include "core/base/overloaded.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <cstring>
#include <optional>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype headerSize = 5;
constexpr char jsonKind = 'j';
constexpr char secretKind = 's';

QString nameOf(TokenSource source)
{
    switch (source) {
    case TokenSource::None:
        return {};
    case TokenSource::Stdin:
        return u"stdin"_s;
    case TokenSource::Environment:
        return u"environment"_s;
    }
    Q_UNREACHABLE();
}

TokenSource tokenSourceOf(const QString &name)
{
    if (name == "stdin"_L1)
        return TokenSource::Stdin;
    return name == "environment"_L1 ? TokenSource::Environment : TokenSource::None;
}

QJsonObject jsonOf(const ControlRequest &request)
{
    QJsonArray files;
    for (const ReadFile &file : request.files) {
        files.append(QJsonObject{{u"path"_s, file.path},
            {u"bytes"_s, QString::fromLatin1(file.bytes.toBase64())}, {u"problem"_s, file.problem},
            {u"found"_s, file.found}});
    }
    return {{u"version"_s, request.version}, {u"program"_s, request.program},
        {u"arguments"_s, QJsonArray::fromStringList(request.arguments)}, {u"files"_s, files},
        {u"token"_s, nameOf(request.tokenSource)}, {u"canAsk"_s, request.canAsk},
        {u"discordApi"_s, request.discordApi}, {u"activationToken"_s, request.activationToken},
        {u"startupId"_s, request.startupId}};
}

ControlRequest requestOf(const QJsonObject &json)
{
    ControlRequest request;
    request.version = json[u"version"].toInt();
    request.program = json[u"program"].toString();
    if (request.version != controlVersion)
        return request; // the rest may mean anything
    for (const QJsonValue &argument : json[u"arguments"].toArray())
        request.arguments.append(argument.toString());
    for (const QJsonValue &file : json[u"files"].toArray()) {
        request.files.append({file[u"path"].toString(),
            QByteArray::fromBase64(file[u"bytes"].toString().toLatin1()), file[u"problem"].toString(),
            file[u"found"].toBool()});
    }
    request.tokenSource = tokenSourceOf(json[u"token"].toString());
    request.canAsk = json[u"canAsk"].toBool();
    request.discordApi = json[u"discordApi"].toString();
    request.activationToken = json[u"activationToken"].toString();
    request.startupId = json[u"startupId"].toString();
    return request;
}

QByteArray frameOf(char kind, const QByteArray &content)
{
    QByteArray frame;
    frame.reserve(headerSize + content.size()); // once: a secret must not be left behind in a smaller one
    frame.resize(headerSize);
    qToBigEndian(static_cast<quint32>(content.size()), frame.data());
    frame[4] = kind;
    return frame.append(content);
}

std::optional<ControlMessage> messageOf(const QByteArray &content)
{
    const auto document = QJsonDocument::fromJson(content);
    const QJsonObject json = document.object();
    if (json.contains(u"hello"))
        return ControlHello{json[u"version"].toInt(), json[u"hello"].toString()};
    if (json.contains(u"arguments"))
        return requestOf(json);
    if (json.contains(u"out"))
        return ControlLine{json[u"out"].toString(), false};
    if (json.contains(u"err"))
        return ControlLine{json[u"err"].toString(), true};
    if (json.contains(u"ask"))
        return ControlQuestion{json[u"ask"].toString()};
    if (json.contains(u"exit"))
        return ControlResult{json[u"exit"].toInt(1), json[u"value"].toObject()};
    return std::nullopt;
}

Error noMessage()
{
    return {ErrorCode::Invalid, Core::tr("What came over the control socket is no message of Loopflow.")};
}

} // namespace

Result<Secret> controlFrame(const ControlMessage &message)
{
    const auto json = [](const QJsonObject &object) {
        return Secret(frameOf(jsonKind, QJsonDocument(object).toJson(QJsonDocument::Compact)));
    };
    Secret frame = std::visit(
        Overloaded{
            [&](const ControlHello &hello) {
                return json({{u"hello"_s, hello.program}, {u"version"_s, hello.version}});
            },
            [&](const ControlRequest &request) { return json(jsonOf(request)); },
            [&](const ControlLine &line) {
                return json({{line.isComplaint ? u"err"_s : u"out"_s, line.text}});
            },
            [&](const ControlQuestion &question) { return json({{u"ask"_s, question.text}}); },
            [&](const ControlResult &result) {
                return json({{u"exit"_s, result.exitCode}, {u"value"_s, result.value}});
            },
            [](const Secret &secret) { return Secret(frameOf(secretKind, secret.reveal())); },
        },
        message);
    if (frame.reveal().size() > headerSize + controlFrameLimit) {
        return Error{ErrorCode::Invalid,
            Core::tr("That is more than the running Loopflow takes at once. Do it in smaller steps.")};
    }
    return frame;
}

Result<void> ControlReader::takeHeader()
{
    const auto size = qFromBigEndian<quint32>(m_header.constData());
    const char kind = m_header[4];
    if ((kind != jsonKind && kind != secretKind) || size > controlFrameLimit)
        return noMessage();
    m_content = QByteArray(static_cast<qsizetype>(size), Qt::Uninitialized);
    m_filled = 0;
    return {};
}

Result<std::vector<ControlMessage>> ControlReader::feed(QByteArrayView bytes)
{
    std::vector<ControlMessage> messages;
    const auto fail = [this] {
        m_failed = true;
        return noMessage();
    };
    if (m_failed)
        return fail();
    while (true) {
        if (m_header.size() < headerSize) {
            const qsizetype taken = std::min(headerSize - m_header.size(), bytes.size());
            m_header.append(bytes.first(taken));
            bytes = bytes.sliced(taken);
            if (m_header.size() < headerSize)
                return messages;
            if (!takeHeader())
                return fail();
        }
        const qsizetype taken = std::min(m_content.size() - m_filled, bytes.size());
        if (taken > 0)
            std::memcpy(m_content.data() + m_filled, bytes.data(), static_cast<size_t>(taken));
        m_filled += taken;
        bytes = bytes.sliced(taken);
        if (m_filled < m_content.size())
            return messages;
        const char kind = m_header[4];
        m_header.clear();
        if (kind == secretKind) {
            messages.emplace_back(Secret(std::exchange(m_content, {})));
            continue;
        }
        auto message = messageOf(std::exchange(m_content, {}));
        if (!message)
            return fail();
        messages.push_back(std::move(*message));
    }
}

} // namespace loopflow

// emulator/rexx/channel.cpp - messages as octets: a length, the kind, and each text after its length.
#include "emulator/rexx/channel.hpp"

#include <cerrno>
#include <cstdint>
#include <cstring>

#include <sys/socket.h>
#include <unistd.h>

namespace ringside::rexx {
namespace {

using Length = std::uint32_t;

void append_length(std::string& octets, std::size_t length) {
  const auto value = static_cast<Length>(length);
  char raw[sizeof value];
  std::memcpy(raw, &value, sizeof value);
  octets.append(raw, sizeof value);
}

std::optional<Length> length_at(const std::string& octets, std::size_t at) {
  Length value = 0;
  if (octets.size() - at < sizeof value) return std::nullopt;
  std::memcpy(&value, octets.data() + at, sizeof value);
  return value;
}

bool read_octets(int descriptor, char* to, std::size_t count) {
  while (count > 0) {
    const ssize_t got = ::read(descriptor, to, count);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    to += got;
    count -= static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace

bool write_message(int descriptor, const Message& message) {
  std::string body(1, static_cast<char>(message.kind));
  for (const std::string& text : message.texts) {
    append_length(body, text.size());
    body += text;
  }
  std::string octets;
  octets.reserve(sizeof(Length) + body.size());
  append_length(octets, body.size());
  octets += body;
  std::size_t at = 0;
  while (at < octets.size()) {
    const ssize_t sent = ::send(descriptor, octets.data() + at, octets.size() - at, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    at += static_cast<std::size_t>(sent);
  }
  return true;
}

std::optional<Message> read_message(int descriptor, std::size_t most) {
  std::string octets(sizeof(Length), '\0');
  if (!read_octets(descriptor, octets.data(), octets.size())) return std::nullopt;
  const Length length = length_at(octets, 0).value_or(0);
  if (length == 0 || length > most) return std::nullopt;
  octets.resize(length);
  if (!read_octets(descriptor, octets.data(), length)) return std::nullopt;
  Message message{static_cast<MessageKind>(octets.front()), {}};
  for (std::size_t at = 1; at < octets.size();) {
    const auto size = length_at(octets, at);
    if (!size || octets.size() - at - sizeof(Length) < *size) return std::nullopt;
    message.texts.push_back(octets.substr(at + sizeof(Length), *size));
    at += sizeof(Length) + *size;
  }
  return message;
}

}  // namespace ringside::rexx

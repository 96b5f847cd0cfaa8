// emulator/hosttools/shell/redirect.cpp - the streams of one command.
#include "emulator/hosttools/shell/redirect.hpp"

#include "base/limits.hpp"

namespace ringside::shell {

std::optional<std::string> CommandStreams::read_line(bool hidden) {
  return input_ ? input_->read_line(hidden) : parent_.read_line(hidden);
}

base::Bytes CommandStreams::read_rest() {
  return input_ ? input_->read_rest() : parent_.read_rest();
}

void CommandStreams::drop_typed_ahead() {
  if (input_)
    input_->drop_typed_ahead();
  else
    parent_.drop_typed_ahead();
}

void CommandStreams::send(Sink& sink, std::string_view text) {
  switch (sink.kind) {
    case Sink::Kind::out:
      return parent_.out(text);
    case Sink::Kind::error:
      return parent_.error(text);
    case Sink::Kind::nowhere:
      return;
    case Sink::Kind::file:
    case Sink::Kind::pipe:
      // Keeps one octet more than the limit, so that the write fails with "File too large".
      sink.text += text.substr(
          0, base::limits::host_file_bytes + 1 - std::min(base::limits::host_file_bytes + 1, sink.text.size()));
  }
}

std::optional<std::string> CommandStreams::finish(host::Files& files) {
  for (const SharedSink& sink : sinks_) {
    if (sink->kind != Sink::Kind::file) continue;
    const base::Bytes content = base::to_bytes(sink->text);
    const auto written = sink->append ? files.append(sink->path, content) : files.write(sink->path, content);
    sink->kind = Sink::Kind::nowhere;  // both descriptors may use the same sink
    if (!written) return sink->path + ": " + host::file_error_text(written.error());
  }
  return std::nullopt;
}

}  // namespace ringside::shell

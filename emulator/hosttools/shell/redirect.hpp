// emulator/hosttools/shell/redirect.hpp - the streams of one command, redirected to files, pipes or each other.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "emulator/host/process.hpp"

namespace ringside::shell {

/// The target of one descriptor. A file is written when the command has ended.
struct Sink {
  enum class Kind { out, error, file, pipe, nowhere };
  Kind kind = Kind::nowhere;
  std::string path{};
  bool append = false;
  std::string text{};
};
using SharedSink = std::shared_ptr<Sink>;

/// The streams of one command; without redirection they are those of the process that runs it.
class CommandStreams final : public host::Streams {
 public:
  explicit CommandStreams(host::Streams& parent) : parent_(parent) {}

  void out(std::string_view text) override { send(*sinks_[0], text); }
  void error(std::string_view text) override { send(*sinks_[1], text); }
  std::optional<std::string> read_line(bool hidden = false) override;
  void drop_typed_ahead() override;
  base::Bytes read_rest() override;
  [[nodiscard]] bool interactive() const override { return !input_ && parent_.interactive(); }

  void set_input(std::string text) { input_ = std::make_unique<host::TextStreams>(std::move(text)); }
  /// Redirects descriptor 1 or 2.
  void set_sink(int descriptor, SharedSink sink) { sinks_[descriptor - 1] = std::move(sink); }
  [[nodiscard]] const SharedSink& sink(int descriptor) const { return sinks_[descriptor - 1]; }

  /// Writes the files. Returns the error text of the first file that cannot be written.
  std::optional<std::string> finish(host::Files& files);

 private:
  void send(Sink& sink, std::string_view text);

  host::Streams& parent_;
  std::unique_ptr<host::TextStreams> input_;
  SharedSink sinks_[2] = {std::make_shared<Sink>(Sink{Sink::Kind::out}),
                          std::make_shared<Sink>(Sink{Sink::Kind::error})};
};

}  // namespace ringside::shell

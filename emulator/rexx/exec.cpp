// emulator/rexx/exec.cpp - the conversation with the process of an exec.
#include "emulator/rexx/exec.hpp"

#include <regex>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/rexx/channel.hpp"
#include "emulator/rexx/process.hpp"
#include "emulator/rexx/trace_text.hpp"

namespace ringside::rexx {
namespace {

constexpr std::size_t line_cost = 64;  // octets that a line takes besides its text

std::string sent(const std::optional<std::string>& argument) {
  return argument ? "=" + *argument : std::string{};
}

std::string_view name_of(CallType type) {
  return type == CallType::function ? "function" : type == CallType::subroutine ? "subroutine" : "command";
}

/// Calls of DATE with a format that begins with J get the name of a function of the host.
std::string with_julian_dates(const std::string& source) {
  static const std::regex call(R"((^|[^\w@#$!?.'"])date(\([^()\n]{0,200}?['"]j[a-z]*['"]))", std::regex::icase);
  return std::regex_replace(source, call, "$1" + std::string(julian_date_function) + "$2");
}

/// The source in the characters that Regina reads: the not sign of EBCDIC becomes a backslash, which means the same.
std::string readable(const std::string& source) {
  std::string text = base::replace_all(base::replace_all(source, "\r\n", "\n"), "\u00AC", "\\");
  constexpr std::string_view byte_order_mark = "\uFEFF";
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  return base::upper(text).find("DATE(") == std::string::npos ? text : with_julian_dates(text);
}

Message start_message(const Call& call, const Lines& stack, const Allowance& allowance) {
  Message start{
      MessageKind::start,
      {base::trim_right(call.name + " " + call.origin), readable(call.source), call.user, call.environment,
       std::string(name_of(call.type)), std::to_string(call.clock.time_since_epoch().count()),
       std::to_string(allowance.cpu_seconds), std::to_string(allowance.memory), std::to_string(stack.size())}};
  start.texts.insert(start.texts.end(), stack.begin(), stack.end());
  for (const auto& argument : call.arguments) start.texts.push_back(sent(argument));
  return start;
}

class Conversation final : public WaitingExec {
 public:
  Conversation(const Call& call, Host& host, const Allowance& allowance)
      : call_(call), host_(host), allowance_(allowance), trace_(call.name, call.source) {}

  Outcome run(const Lines& stack) {
    outcome_.broken_by = process_.start_failure();
    if (!outcome_.broken_by.empty()) return std::move(outcome_);
    bool open = write_message(process_.channel(), start_message(call_, stack, allowance_));
    while (open && outcome_.broken_by.empty()) {
      const auto message = read_message(process_.channel(), base::limits::rexx_message_bytes);
      open = message && serve(*message);
    }
    if (!outcome_.broken_by.empty()) process_.kill();
    const std::string cause = process_.wait();
    outcome_.cpu_seconds = process_.cpu_seconds();
    if (!ended_ && outcome_.broken_by.empty())
      outcome_.broken_by = cause.empty() ? "its process ended before the exec" : cause;
    flush_trace();
    return std::move(outcome_);
  }

  std::vector<std::optional<std::string>> fetch(const Lines& names) override {
    std::vector<std::optional<std::string>> values;
    for (const std::string& text : ask({MessageKind::fetch, names}, MessageKind::values))
      values.push_back(argument(text));
    values.resize(names.size());
    return values;
  }
  void set(const Lines& names_and_values) override { tell({MessageKind::set, names_and_values}); }
  Lines take_stack() override { return ask({MessageKind::take_stack, {}}, MessageKind::stack); }
  void push(const Lines& lines) override { tell({MessageKind::push, lines}); }
  void queue(const Lines& lines) override { tell({MessageKind::queue, lines}); }

 private:
  /// If the process is gone, the next read notices it.
  void tell(const Message& message) { write_message(process_.channel(), message); }

  Lines ask(const Message& question, MessageKind expected) {
    tell(question);
    auto message = read_message(process_.channel(), base::limits::rexx_message_bytes);
    if (message && message->kind == expected) return std::move(message->texts);
    if (outcome_.broken_by.empty() && message) outcome_.broken_by = "its process does not answer as it should";
    return {};
  }

  /// Returns false after the last message.
  bool serve(const Message& message) {
    switch (message.kind) {
      case MessageKind::say:
        flush_trace();
        return message.texts.size() == 1 && print(message.texts.front(), &Host::say);
      case MessageKind::trace:
        return message.texts.size() == 1 && show_trace(message.texts.front());
      case MessageKind::end:
        return end(message.texts);
      default:
        break;
    }
    if (++requests_ > allowance_.requests) {
      outcome_.broken_by = fmt::format("it issued more than {} commands and functions", allowance_.requests);
      return false;
    }
    flush_trace();
    if (!answer(message)) return false;
    outcome_.broken_by = host_.reason_to_end();
    return outcome_.broken_by.empty();
  }

  bool answer(const Message& message) {
    const auto& texts = message.texts;
    if (message.kind == MessageKind::command && texts.size() == 2) {
      answer_command(texts[0], texts[1]);
    } else if (message.kind == MessageKind::function && texts.size() >= 2) {
      answer_function(texts);
    } else if (message.kind == MessageKind::pull) {
      const auto line = host_.pull();
      tell(line ? Message{MessageKind::answer, {*line}} : Message{MessageKind::none, {}});
    } else {
      outcome_.broken_by = "its process does not answer as it should";
      return false;
    }
    return true;
  }

  void answer_command(const std::string& environment, const std::string& text) {
    const int code = host_.command(environment, text, *this);
    trace_.set_return_code(code);
    const MessageKind kind = code < 0 ? MessageKind::failure : code > 0 ? MessageKind::error : MessageKind::answer;
    tell({kind, {std::to_string(code)}});
  }

  void answer_function(const std::vector<std::string>& texts) {
    const std::string& name = texts[0];
    const CallType type = texts[1] == "S" ? CallType::subroutine : CallType::function;
    Arguments arguments;
    for (std::size_t n = 2; n < texts.size(); ++n) arguments.push_back(argument(texts[n]));
    FunctionAnswer found;
    if (name != missing_function) found = host_.function(name, type, arguments, *this);
    switch (found.kind) {
      case FunctionAnswer::Kind::not_found:
        return tell({MessageKind::none, {}});
      case FunctionAnswer::Kind::bad_call:
        return tell({MessageKind::bad_call, {}});
      case FunctionAnswer::Kind::returned:
        break;
    }
    tell(found.result ? Message{MessageKind::answer, {*found.result}} : Message{MessageKind::answer, {}});
  }

  bool print(const std::string& line, void (Host::*show)(const std::string&)) {
    printed_ += line.size() + line_cost;
    if (printed_ > allowance_.output) {
      outcome_.broken_by = fmt::format("it printed more than {} octets", allowance_.output);
      return false;
    }
    (host_.*show)(line);
    return true;
  }

  bool show_trace(const std::string& line) {
    trace_.accept(line);
    bool goes_on = true;
    for (const std::string& shown : trace_.take_lines()) goes_on = goes_on && print(shown, &Host::show_trace);
    return goes_on;
  }

  void flush_trace() {
    trace_.finish();
    for (const std::string& shown : trace_.take_lines()) print(shown, &Host::show_trace);
    for (const std::string& remark : trace_.take_explanations()) host_.remark(remark);
  }

  bool end(const std::vector<std::string>& texts) {
    ended_ = true;
    if (texts.size() < 2) return false;
    outcome_.error = -static_cast<int>(std::strtol(texts[0].c_str(), nullptr, 10));
    trace_.end(outcome_.error);
    outcome_.result = argument(texts[1]);
    outcome_.stack.assign(texts.begin() + 2, texts.end());
    return false;
  }

  const Call& call_;
  Host& host_;
  const Allowance allowance_;
  Process process_;
  TraceText trace_;
  Outcome outcome_;
  bool ended_ = false;
  std::size_t requests_ = 0;
  std::size_t printed_ = 0;
};

}  // namespace

Outcome run(const Call& call, const Lines& stack, Host& host, const Allowance& allowance) {
  return Conversation(call, host, allowance).run(stack);
}

}  // namespace ringside::rexx

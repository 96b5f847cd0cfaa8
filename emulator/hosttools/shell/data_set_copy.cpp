// emulator/hosttools/shell/data_set_copy.cpp - copies a file to a data set and back.
#include "emulator/hosttools/shell/data_set_copy.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/host/data_sets.hpp"
#include "emulator/host/records.hpp"

namespace ringside::shell {
namespace {

using host::DataSets;

/// The name in //'HLQ.NAME' or //NAME, which gets the user's prefix.
std::string data_set_name(const Call& call, const std::string& operand) {
  const std::string typed = operand.substr(2);
  const bool is_quoted = typed.size() > 2 && typed.front() == '\'' && typed.back() == '\'';
  return host::qualify(is_quoted ? typed.substr(1, typed.size() - 2) : typed, is_quoted, call.process.user);
}

DataSets data_sets(const Call& call) {
  return {call.process.lab, call.process.system.name};
}

/// The content of a file or data set. Returns nullopt after printing the error.
std::optional<base::Bytes> content_of(const Call& call, const std::string& from, bool binary) {
  const auto cannot = [&](const std::string& why) { call.fail(fmt::format("cannot stat '{}': {}", from, why)); };
  if (!is_data_set(call, from)) {
    auto content = call.process.files.read(call.path(from));
    if (content) return std::move(*content);
    return cannot(file_error_text(content.error())), std::nullopt;
  }
  const auto found = data_sets(call).find(data_set_name(call, from));
  if (!found) return cannot("No such file or directory"), std::nullopt;
  if (found->is_library) return cannot("it is a library: name a member"), std::nullopt;
  const auto text = binary ? std::nullopt : host::text_of(*found);
  return text ? base::to_bytes(*text) : host::contents(*found);
}

int write_data_set(const Call& call, const std::string& to, const base::Bytes& content, bool binary) {
  const std::string name = data_set_name(call, to);
  DataSets all = data_sets(call);
  const auto before = all.format_of(name);
  const bool is_member = name.ends_with(')');
  if (is_member && !before) return call.fail(fmt::format("'{}': there is no such library", to));
  if (!is_member && before && before->is_library)
    return call.fail(fmt::format("'{}': it is a library: name a member", to));
  const host::RecordForm form =
      before ? host::RecordForm{before->record_format, before->record_length} : host::RecordForm{};
  const std::string text = base::to_text(content);
  if (binary || !host::is_transferable_text(text)) {
    all.put(host::binary_records(name, content, form));
    return 0;
  }
  const auto made = host::text_records(name, text, form);
  if (!made) return call.fail(fmt::format("'{}': {}", to, made.error()));
  all.put(*made);
  return 0;
}

}  // namespace

bool is_data_set(const Call& call, const std::string& operand) {
  return call.process.system.kind == "zos" && operand.starts_with("//") && operand.size() > 2;
}

int copy_data_set(const Call& call, const std::string& from, const std::string& to, bool binary) {
  const auto content = content_of(call, from, binary);
  if (!content) return 1;
  if (is_data_set(call, to)) return write_data_set(call, to, *content, binary);
  const auto there = call.process.files.status(call.path(to));
  const std::string file = there && there->directory ? below(to, data_set_name(call, from)) : to;
  const auto written = call.process.files.write(call.path(file), *content);
  if (written) return 0;
  return call.fail(fmt::format("cannot create regular file '{}': {}", file, file_error_text(written.error())));
}

}  // namespace ringside::shell

// emulator/jes/path_file.cpp - DD statements with PATH= (JCL Reference, "PATH parameter" and the three beside it).
#include "emulator/jes/path_file.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "emulator/jes/prepare.hpp"
#include "emulator/racf/users/unix_user.hpp"

namespace ringside::jes {
namespace {

std::vector<std::string> values_of_operand(const parser::JclStatement& statement, std::string_view keyword) {
  const parser::JclOperand* operand = statement.find(keyword);
  return operand == nullptr ? std::vector<std::string>{} : values_of(*operand);
}

}  // namespace

PathFile::PathFile(racf::Session& session, const parser::JclStatement& statement)
    : files_(session.lab, session.system, racf::unix_user(session).user),
      path_(host::resolve("/", statement.value_of("PATH"))),
      options_(values_of_operand(statement, "PATHOPTS")),
      dispositions_(values_of_operand(statement, "PATHDISP")) {}

bool PathFile::has_option(const std::string& option) const {
  return std::find(options_.begin(), options_.end(), option) != options_.end();
}

std::optional<std::string> PathFile::open() {
  const auto status = files_.status(path_);
  if (status && status->directory) return host::file_error_text(host::FileError::is_directory);
  if (status && has_option("OCREAT") && has_option("OEXCL")) return host::file_error_text(host::FileError::exists);
  if (!status && (status.error() != host::FileError::missing || !has_option("OCREAT")))
    return host::file_error_text(status.error());
  if (status && !has_option("OTRUNC")) return std::nullopt;
  const auto made = files_.write(path_, {});
  return made ? std::nullopt : std::optional(host::file_error_text(made.error()));
}

std::vector<parser::Record> PathFile::read() const {
  std::vector<parser::Record> records;
  const auto content = files_.read(path_);
  if (!content) return records;
  int line = 0;
  for (std::string& text : base::lines(base::to_text(*content))) records.push_back({std::move(text), ++line});
  return records;
}

std::optional<std::string> PathFile::write(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  const base::Bytes bytes = base::to_bytes(text);
  const auto written = has_option("OAPPEND") ? files_.append(path_, bytes) : files_.write(path_, bytes);
  return written ? std::nullopt : std::optional(host::file_error_text(written.error()));
}

void PathFile::release(bool normal_end) {
  const std::size_t at = normal_end ? 0 : 1;
  if (at < dispositions_.size() && dispositions_[at] == "DELETE") static_cast<void>(files_.remove(path_));
}

}  // namespace ringside::jes

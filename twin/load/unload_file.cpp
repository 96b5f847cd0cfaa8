// twin/load/unload_file.cpp - the records of an unload, one by one, whatever way it came to this machine.
#include "twin/load/unload_file.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "base/bytes.hpp"
#include "base/ebcdic.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "twin/load/refused.hpp"

namespace ringside::twin {
namespace {

constexpr std::size_t block = 1u << 20;
constexpr std::size_t descriptor = 4;  // octets of a record descriptor word
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view ebcdic_line_ends = "\x15\x25";  // new line, line feed

unsigned octet(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// Whether a text begins as a record does: four characters of a type, of which the first is '0' or '1', and a blank.
bool begins_record(std::string_view text, bool is_ebcdic) {
  constexpr std::size_t head = 5;
  if (text.size() < head) return false;
  const std::string start = is_ebcdic ? base::from_ebcdic(base::to_bytes(std::string(text.substr(0, head))))
                                      : std::string(text.substr(0, head));
  const auto is_type = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
  return (start[0] == '0' || start[0] == '1') && std::all_of(start.begin(), start.begin() + 4, is_type) &&
         start[4] == ' ';
}

std::size_t described_length(std::string_view text) {
  return octet(text, 0) << 8U | octet(text, 1);
}

bool begins_described(std::string_view text, bool is_ebcdic) {
  return text.size() > descriptor && text[2] == 0 && text[3] == 0 && described_length(text) > descriptor &&
         begins_record(text.substr(descriptor), is_ebcdic);
}

std::string latin1_to_utf8(const std::string& octets) {
  std::string text;
  for (const char c : octets) text += base::encoded(static_cast<unsigned char>(c));
  return text;
}

}  // namespace

std::string to_string(const FileForm& form) {
  return fmt::format("{}, {}", form.is_ebcdic ? "EBCDIC (IBM-1047)" : "text",
                     form.has_descriptors ? "records with descriptor words" : "one record a line");
}

UnloadFile::UnloadFile(const std::string& path) : path_(path), file_(path, std::ios::binary) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) throw Refused(path + ": it is a folder");
  if (!file_) throw Refused(path + ": it cannot be read");
  size_ = std::filesystem::file_size(path, error);
  find_form();
}

void UnloadFile::find_form() {
  fill(block);
  if (rest().empty()) throw Refused(path_ + ": it is empty");
  if (rest().starts_with(utf8_mark)) at_ += utf8_mark.size();
  for (const bool is_ebcdic : {true, false}) {
    form_ = {is_ebcdic, begins_described(rest(), is_ebcdic)};
    if (form_.has_descriptors) return;
    if (!begins_record(rest(), is_ebcdic)) continue;
    if (!is_ebcdic) return;
    const std::size_t end = rest().find_first_of(ebcdic_line_ends);
    if (end == std::string_view::npos && rest().size() > base::limits::input_line_bytes)
      throw Refused(
          path_ +
          ": EBCDIC records without descriptor words or line ends; transfer it as text, or in binary with the "
          "descriptor words (FTP: SITE RDW)");
    line_end_ = end == std::string_view::npos ? ebcdic_line_ends.front() : rest()[end];
    return;
  }
  throw Refused(path_ +
                ": record 1: it does not begin as a record of IRRDBU00 does, with a type such as 0100 and a blank");
}

double UnloadFile::progress() const {
  return size_ == 0 ? 1.0 : static_cast<double>(taken_ - rest().size()) / static_cast<double>(size_);
}

std::optional<std::string> UnloadFile::next() {
  auto octets = form_.has_descriptors ? next_described() : next_line(line_end_);
  if (!octets) return std::nullopt;
  if (form_.is_ebcdic) return base::from_ebcdic(base::to_bytes(*octets));
  return base::is_utf8(*octets) ? std::move(*octets) : latin1_to_utf8(*octets);
}

std::optional<std::string> UnloadFile::next_line(char end) {
  constexpr std::size_t most = base::limits::input_line_bytes;
  fill(most + 2);
  if (rest().empty()) return std::nullopt;
  ++number_;
  const std::size_t length = std::min(rest().find(end), rest().size());
  if (length > most + 1) throw Refused(fmt::format("{}: record {}: it is longer than {} octets", path_, number_, most));
  std::string line(rest().substr(0, length));
  at_ += std::min(length + 1, rest().size());
  if (!form_.is_ebcdic && line.ends_with('\r')) line.pop_back();
  return line;
}

std::optional<std::string> UnloadFile::next_described() {
  const bool has_word = fill(descriptor);
  if (rest().empty()) return std::nullopt;
  ++number_;
  const auto broken = [&](const char* why) { return Refused(fmt::format("{}: record {}: {}", path_, number_, why)); };
  if (!has_word) throw broken("the file ends within a record descriptor word");
  const std::size_t length = described_length(rest());
  if (octet(rest(), 2) != 0 || octet(rest(), 3) != 0 || length < descriptor)
    throw broken("its record descriptor word is none: the file was cut or changed on its way");
  if (!fill(length)) throw broken("the file ends within the record");
  std::string record(rest().substr(descriptor, length - descriptor));
  at_ += length;
  return record;
}

bool UnloadFile::fill(std::size_t count) {
  if (rest().size() >= count) return true;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t had = buffer_.size();
  buffer_.resize(had + block);
  file_.read(buffer_.data() + had, static_cast<std::streamsize>(block));
  const auto got = static_cast<std::size_t>(file_.gcount());
  buffer_.resize(had + got);
  taken_ += got;
  return buffer_.size() >= count;
}

}  // namespace ringside::twin

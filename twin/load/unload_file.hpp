// twin/load/unload_file.hpp - the records of an unload, one by one, whatever way it came to this machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace ringside::twin {

/// How an unload is written.
struct FileForm {
  bool is_ebcdic = false;        ///< IBM-1047; else text in UTF-8 or Latin-1
  bool has_descriptors = false;  ///< each record begins with a record descriptor word; else each is a line
};

/// "EBCDIC (IBM-1047), records of variable length".
std::string to_string(const FileForm& form);

/// Reads an unload from its start to its end. The form is found out from its first octets.
class UnloadFile {
 public:
  /// Throws Refused if the file cannot be read or is no unload.
  explicit UnloadFile(const std::string& path);

  /// The next record in UTF-8, without descriptor word or line end; nullopt after the last. Throws Refused, which names
  /// the record, if it is too long or cut off.
  std::optional<std::string> next();
  /// The number of the record that next() returned, from 1. For text it is the number of the line.
  [[nodiscard]] std::uint64_t number() const { return number_; }
  [[nodiscard]] const FileForm& form() const { return form_; }
  /// The share of the file that was read, from 0 to 1.
  [[nodiscard]] double progress() const;

 private:
  void find_form();
  [[nodiscard]] std::optional<std::string> next_line(char end);
  [[nodiscard]] std::optional<std::string> next_described();
  /// Puts at least `count` octets at the start of the buffer, if the file has them.
  bool fill(std::size_t count);
  [[nodiscard]] std::string_view rest() const { return std::string_view(buffer_).substr(at_); }

  std::string path_;
  std::ifstream file_;
  std::uint64_t size_ = 0, taken_ = 0;
  std::string buffer_;
  std::size_t at_ = 0;
  std::uint64_t number_ = 0;
  FileForm form_;
  char line_end_ = '\n';
};

}  // namespace ringside::twin

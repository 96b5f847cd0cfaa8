// base/message_catalogue.hpp - a table of messages: number, text, return code, and how well each is known.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::base {

/// How well a text or a rule is known.
enum class Mark {
  high,  ///< read in the manual or seen in real output
  low,   ///< inferred
  own,   ///< Ringside's own number and words, used where those of the real tool are not known
};

/// A row of a catalogue. `Id` is an enumeration with one value for each row.
template <typename Id>
struct MessageRow {
  Id id;
  std::string_view number;  ///< "IRRD109I"
  std::string_view text;    ///< with {} for each insert
  int return_code;          ///< of the command that stops with this message; 0 if the message sets none
  Mark mark;
  std::string_view source;  ///< manual and topic, or where the message was seen
};

/// Returns `text` with each {} replaced by the next insert. Throws base::Fault, which names `number`, if the count of
/// inserts differs from the count of {}.
std::string fill_in(std::string_view number, std::string_view text, const std::vector<std::string>& inserts);

template <typename Id>
class MessageCatalogue {
 public:
  /// `rows` are in the order of their ids and outlive the catalogue.
  constexpr explicit MessageCatalogue(std::span<const MessageRow<Id>> rows) : rows_(rows) {}

  [[nodiscard]] std::span<const MessageRow<Id>> rows() const { return rows_; }
  [[nodiscard]] const MessageRow<Id>& row(Id id) const { return rows_[static_cast<std::size_t>(id)]; }
  [[nodiscard]] std::string number(Id id) const { return std::string(row(id).number); }
  /// The text with its inserts, without the number. Throws base::Fault if the count of inserts is wrong.
  [[nodiscard]] std::string text(Id id, const std::vector<std::string>& inserts = {}) const {
    return fill_in(row(id).number, row(id).text, inserts);
  }
  /// Number, a blank, and text with its inserts. Throws base::Fault if the count of inserts is wrong.
  [[nodiscard]] std::string line(Id id, const std::vector<std::string>& inserts = {}) const {
    return number(id) + " " + text(id, inserts);
  }

 private:
  std::span<const MessageRow<Id>> rows_;
};

}  // namespace ringside::base

// base/message_catalogue.cpp - inserts in the text of a message.
#include "base/message_catalogue.hpp"

#include "base/fault.hpp"

namespace ringside::base {

std::string fill_in(std::string_view number, std::string_view text, const std::vector<std::string>& inserts) {
  std::string filled;
  for (const std::string& insert : inserts) {
    const auto place = text.find("{}");
    if (place == std::string_view::npos) throw Fault("too many inserts for message " + std::string(number));
    filled.append(text.substr(0, place)).append(insert);
    text.remove_prefix(place + 2);
  }
  if (text.find("{}") != std::string_view::npos) throw Fault("too few inserts for message " + std::string(number));
  return filled.append(text);
}

}  // namespace ringside::base

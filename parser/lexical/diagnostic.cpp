// parser/lexical/diagnostic.cpp - Ringside's own messages for wrong texts.
#include "parser/lexical/diagnostic.hpp"

namespace ringside::parser {

Message own_message(OwnMessage id, const std::vector<std::string>& inserts) {
  return {base::own_messages().number(id), base::own_messages().text(id, inserts)};
}

}  // namespace ringside::parser

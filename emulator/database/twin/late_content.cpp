// emulator/database/twin/late_content.cpp - octets of a certificate or key that may be made when they are first asked
// for.
#include "emulator/database/twin/late_content.hpp"

#include <utility>

namespace ringside::database {

LateContent LateContent::made_by(std::string name, Maker make) {
  LateContent content;
  content.name_ = std::move(name);
  content.make_ = std::move(make);
  content.is_ready_ = false;
  return content;
}

const base::Bytes& LateContent::get() const {
  if (!is_ready_) octets_ = make_();
  is_ready_ = true;
  return octets_;
}

}  // namespace ringside::database

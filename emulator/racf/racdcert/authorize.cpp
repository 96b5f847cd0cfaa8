// emulator/racf/racdcert/authorize.cpp - the authority that each RACDCERT function asks for.
#include "emulator/racf/racdcert/authorize.hpp"

namespace ringside::racf::racdcert_functions {

AccessLevel level_for(Context& context, const Owner& owner) {
  if (!owner.is_user()) return AccessLevel::control;
  return owner.id == context.user() ? AccessLevel::read : AccessLevel::update;
}

Result<void> authorize_level(Context& context, const std::string& function, AccessLevel needed) {
  if (!may_use_digtcert(context, function, needed)) return refuse(MessageId::irrd101i);
  return {};
}

Result<void> authorize(Context& context, const std::string& function, const Owner& owner) {
  return authorize_level(context, function, level_for(context, owner));
}

}  // namespace ringside::racf::racdcert_functions

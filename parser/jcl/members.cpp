// parser/jcl/members.cpp - procedures and INCLUDE groups.
#include "parser/jcl/members.hpp"

#include <algorithm>
#include <utility>

#include "base/national.hpp"

namespace ringside::parser {
namespace {

constexpr const char* system_library = "SYS1.PROCLIB";

}  // namespace

void JclMembers::define(const std::string& name, std::vector<const ReadStatement*> statements) {
  in_stream_[name] = {std::move(statements), {}, false, {}};
}

bool JclMembers::add_library(const std::string& library) {
  if (!environment_.has_library || !environment_.has_library(library)) return false;
  libraries_.push_back(library);
  return true;
}

std::vector<std::string> JclMembers::libraries() const {
  std::vector<std::string> all = libraries_;
  if (std::find(all.begin(), all.end(), system_library) == all.end()) all.emplace_back(system_library);
  return all;
}

const JclMember* JclMembers::procedure(const std::string& name) {
  const auto found = in_stream_.find(name);
  return found != in_stream_.end() ? &found->second : in_libraries(name);
}

const JclMember* JclMembers::in_libraries(const std::string& name) {
  if (const auto found = read_.find(name); found != read_.end()) return &found->second;
  if (!environment_.member || !base::is_simple_name(name)) return nullptr;
  for (const std::string& library : libraries()) {
    const auto content = environment_.member(library, name);
    if (!content) continue;
    const JclText& text = texts_[name] = read_member(*content);
    JclMember member{{}, library, library == system_library, library + "(" + name + ")"};
    for (const ReadStatement& statement : text.statements) member.statements.push_back(&statement);
    return &(read_[name] = std::move(member));
  }
  return nullptr;
}

}  // namespace ringside::parser

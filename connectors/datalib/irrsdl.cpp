// connectors/datalib/irrsdl.cpp - the entry points of libringside-datalib.
#include <cstdio>

#include <ringside/irrsdl.h>

#include <fmt/format.h>

#include "connectors/caller/turn.hpp"
#include "connectors/datalib/function_table.hpp"

namespace ringside::connectors::datalib {
namespace {

using racf::datalib::Answer;
using racf::datalib::Codes;
using racf::datalib::fail;
using racf::datalib::Failure;

/// What the program passed, save for the ALETs, which nobody reads.
struct Parameters {
  const int* count;
  int *saf, *racf, *reason;
  const char* function;
  const int* attributes;
  const char *user, *ring;
  const int* version;
  void* list;
};

bool is_complete(const Parameters& passed) {
  for (const void* parameter : {static_cast<const void*>(passed.saf), static_cast<const void*>(passed.racf),
                                static_cast<const void*>(passed.reason), static_cast<const void*>(passed.function),
                                static_cast<const void*>(passed.attributes), static_cast<const void*>(passed.user),
                                static_cast<const void*>(passed.ring), static_cast<const void*>(passed.version)})
    if (parameter == nullptr) return false;
  return passed.count != nullptr && load<int>(passed.count) == IRRSDL_PARAMETERS;
}

/// The user ID and the ring name, which may both be empty.
struct Names {
  std::string user, ring;
};

Answer<Names> names_of(const CallerMemory& memory, const Parameters& passed) {
  if (load<std::uint8_t>(passed.user) <= IRRSDL_USER_MOST && load<std::uint8_t>(passed.ring) <= IRRSDL_RING_MOST) {
    auto user = memory.counted_text(passed.user);
    auto ring = memory.counted_text(passed.ring);
    if (user && ring) return Names{*std::move(user), *std::move(ring)};
  }
  return fail(racf::datalib::bad_ring_or_user,
              fmt::format("a user ID has {} characters at most, a ring name {}", +IRRSDL_USER_MOST, +IRRSDL_RING_MOST));
}

// What a real system would have refused, and which refreshes are missing.
void tell_remarks(const Settings& settings, racf::datalib::Service& service) {
  if (settings.debug)
    for (const std::string& remark : service.remarks())
      std::fputs(fmt::format("ringside: R_datalib: {}\n", remark).c_str(), stderr);
  service.forget_remarks();
}

Reply run(Turn& turn, const Parameters& passed) {
  if (!is_complete(passed))
    return fail(racf::datalib::bad_parameter_list, "a parameter is missing, or the number of parameters is not 14");
  const Function* const function = function_of(load<std::uint8_t>(passed.function));
  if (function == nullptr) return fail(racf::datalib::bad_function, "the function code is not known");
  const int version = load<int>(passed.version);
  if (version < 0 || version > function->last_version)
    return fail(racf::datalib::bad_version, fmt::format("the function has no version {}", version));
  const auto attributes = load<std::uint32_t>(passed.attributes);
  if ((attributes & ~function->attributes) != 0)
    return fail(racf::datalib::bad_parameter_list, fmt::format("attributes {:08X} are not known", attributes));
  if (function->has_list && passed.list == nullptr)
    return fail(racf::datalib::bad_parameter_list, "the parameter list of the function is missing");
  const CallerMemory memory(modes_from(environment()));
  auto names = names_of(memory, passed);
  if (!names) return tl::make_unexpected(names.error());
  const auto lab = turn.lab();
  if (!lab) return tl::make_unexpected(lab.error());
  Call call{**lab, memory, attributes, std::move(names->user), std::move(names->ring), version, passed.list};
  Reply reply = function->run(call);
  tell_remarks(turn.settings(), call.lab.service());
  return reply;
}

Codes run_and_tell(const Parameters& passed) {
  Turn turn;
  const auto refused = [&](const Failure& failure) {
    turn.tell(failure);
    return failure.codes;
  };
  try {
    const Reply reply = run(turn, passed);
    return reply ? *reply : refused(reply.error());
  } catch (const std::exception& error) {
    return refused({racf::datalib::recovered, error.what()});
  }
}

void write(int* to, int value) {
  if (to != nullptr) store(to, value);
}

void answer(const Parameters& passed) {
  Codes codes = racf::datalib::recovered;
  try {
    codes = run_and_tell(passed);
  } catch (...) {  // no exception may reach the program
  }
  write(passed.saf, codes.saf);
  write(passed.racf, codes.racf);
  write(passed.reason, codes.reason);
}

}  // namespace
}  // namespace ringside::connectors::datalib

extern "C" {

void IRRSDL64(int* num_parms, void* /*work_area*/, int* /*saf_rc_alet*/, int* saf_rc, int* /*racf_rc_alet*/,
              int* racf_rc, int* /*racf_rsn_alet*/, int* racf_rsn, char* function_code, int* attributes,
              char* racf_userid, char* ring_name, int* parm_list_version, void* parmlist) {
  ringside::connectors::datalib::answer({num_parms, saf_rc, racf_rc, racf_rsn, function_code, attributes, racf_userid,
                                         ring_name, parm_list_version, parmlist});
}

void IRRSDL00(int* num_parms, void* work_area, int* saf_rc_alet, int* saf_rc, int* racf_rc_alet, int* racf_rc,
              int* racf_rsn_alet, int* racf_rsn, char* function_code, int* attributes, char* racf_userid,
              char* ring_name, int* parm_list_version, void* parmlist) {
  IRRSDL64(num_parms, work_area, saf_rc_alet, saf_rc, racf_rc_alet, racf_rc, racf_rsn_alet, racf_rsn, function_code,
           attributes, racf_userid, ring_name, parm_list_version, parmlist);
}

int ringside_datalib_mode(int text, int order) {
  return ringside::connectors::datalib::set_modes(text, order) ? 0 : -1;
}
}

// emulator/racf/datalib/codes.cpp - the codes of R_datalib: return and reason codes, usage and status.
#include "emulator/racf/datalib/codes.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace ringside::racf::datalib {
namespace {

constexpr int icsf_error = 12;

// Callable Services, "R_datalib", return and reason codes.
constexpr std::array table = {
    Meaning{success, "successful"},
    Meaning{racf_not_installed, "RACF is not installed"},
    Meaning{bad_parameter_list, "the parameter list is wrong"},
    Meaning{not_authorized, "the caller is not authorized"},
    Meaning{recovered, "an error inside the service, from which it recovered"},
    Meaning{{8, 8, 16}, "the service cannot prepare for errors"},
    Meaning{bad_function, "the function code is not known"},
    Meaning{bad_version, "the version of the parameter list is not known"},
    Meaning{bad_ring_or_user, "the user ID or the ring name is wrong"},
    Meaning{bad_length, "a length is wrong, or no ring was found"},
    Meaning{bad_token, "the token names no open query"},
    Meaning{no_certificate, "no certificate fits, or no more of them"},
    Meaning{output_too_small, "an output area is too small"},
    Meaning{bad_key, "the private key cannot be read"},
    Meaning{bad_selection, "a predicate, attribute or status of the query is not known"},
    Meaning{{8, 8, 72}, "the caller is not in task mode"},
    Meaning{no_ring, "the ring does not exist"},
    Meaning{internal_error, "another error inside the service"},
    Meaning{{8, 8, 96}, "a library of the step is not APF authorized"},
    Meaning{put::notrust, "done; the certificate has status NOTRUST", "DataPut"},
    Meaning{put::refresh, "done; DIGTCERT is RACLISTed and needs a refresh", "DataPut"},
    Meaning{put::known, "done; the certificate was there under another label, which it keeps", "DataPut"},
    Meaning{put::known_notrust, "done; the certificate was there under another label, with status NOTRUST", "DataPut"},
    Meaning{put::known_refresh, "done; the certificate was there under another label, and a refresh is needed",
            "DataPut"},
    Meaning{remove::on_other_rings, "off the ring, but not deleted: other rings have it", "DataRemove"},
    Meaning{remove::unexpected, "off the ring, but not deleted after an unexpected error", "DataRemove"},
    Meaning{remove::no_authority, "off the ring, but not deleted: the caller has no authority", "DataRemove"},
    Meaning{remove::refresh, "done; DIGTCERT is RACLISTed and needs a refresh", "DataRemove"},
    Meaning{remove::request_made, "off the ring, but not deleted: a request was made from it", "DataRemove"},
    Meaning{alter::refresh, "done; DIGTCERT is RACLISTed and needs a refresh", "DataAlter"},
    Meaning{ring_info::truncated, "the area has no room for all rings", "GetRingInfo"},
};

}  // namespace

std::string to_string(const Codes& codes) {
  return fmt::format("{}/{}/{}", codes.saf, codes.racf, codes.reason);
}

std::span<const Meaning> meanings() {
  return table;
}

std::string_view meaning(const Codes& codes) {
  if (codes.saf == 8 && codes.racf == icsf_error) return "ICSF returned an error: the reason is its codes, 00xxyyyy";
  const auto* found = std::find_if(table.begin(), table.end(),
                                   [&](const Meaning& row) { return row.codes == codes && row.function.empty(); });
  return found == table.end() ? std::string_view{} : found->text;
}

std::uint32_t usage_code(database::Usage usage) {
  if (usage == database::Usage::personal) return usage_personal;
  return usage == database::Usage::certauth ? usage_certauth : usage_other;
}

std::uint32_t status_code(database::Status status) {
  if (status == database::Status::notrust) return status_notrust;
  return status == database::Status::hightrust ? status_hightrust : status_trust;
}

}  // namespace ringside::racf::datalib

// connectors/keyring_util/keyring_util.cpp - the program keyring-util: Zowe's command line for key rings, on a lab.
#include "connectors/keyring_util/keyring_util.hpp"

#include <array>
#include <cstdlib>
#include <string_view>

#include "connectors/client/datalib_call.hpp"
#include "connectors/keyring_util/export_certificate.hpp"
#include "connectors/keyring_util/import_package.hpp"
#include "connectors/keyring_util/request.hpp"

namespace ringside::connectors::keyring_util {
namespace {

constexpr int failed = 1;
constexpr std::size_t most_listed = 500;

client::Target target_of(const Request& request) {
  return {request.user, request.ring};
}

int new_ring(const Request& request, Output output) {
  output.show(client::call(IRRSDL64, IRRSDL_NEW_RING, target_of(request)));
  return 0;
}

int delete_ring(const Request& request, Output output) {
  output.show(client::call(IRRSDL64, IRRSDL_DEL_RING, target_of(request)));
  return 0;
}

int refresh(const Request&, Output output) {
  output.show(client::call(IRRSDL64, IRRSDL_DATA_REFRESH, {}));
  return 0;
}

int delete_certificate(const Request& request, Output output) {
  if (request.label.empty()) return output.fail("Error: Certificate label is required for this action.");
  std::string label = request.label;
  irrsdl_data_remove list{};
  list.label_length = static_cast<std::uint32_t>(label.size());
  list.label = label.data();
  list.owner = client::user_field(request.user);
  const client::Codes codes = client::call(IRRSDL64, IRRSDL_DATA_REMOVE, target_of(request), &list);
  output.show(codes);
  constexpr int refresh_needed = 12;
  if (!codes.is(4, 4, refresh_needed)) return 0;
  output.out << "DIGTCERT class has to refreshed.\n";
  refresh(request, output);
  output.out << "DIGTCERT class refreshed.\n";
  return 0;
}

void show_member(const client::Certificate& certificate, const Request& request, std::ostream& out) {
  if (request.label_only) {
    out << certificate.label << "\n";
  } else if (request.owner_only) {
    out << certificate.owner << "\n";
  } else {
    out << "Certificate: " << certificate.label << "\nOwner: " << certificate.owner << "\nUsage: " << certificate.usage
        << "\nStatus: " << certificate.status << "\nDefault: " << (certificate.is_default ? "YES" : "NO") << "\n";
  }
}

int list(const Request& request, Output output) {
  const auto listing = client::list_ring(IRRSDL64, target_of(request), most_listed);
  if (!listing) return output.fail("R_datalib call failed: " + client::to_string(listing.error()));
  if (listing->is_cut_off)
    output.out << "Warning: More than 500 certificates found in the keyring. Only the first 500 are processed.\n";
  if (!request.label_only && !request.owner_only) output.out << "Summary of certificates:\n";
  for (const client::Certificate& certificate : listing->certificates) {
    const bool is_wanted = (request.label.empty() || certificate.label == request.label) &&
                           (request.usage.empty() || certificate.usage == request.usage);
    if (is_wanted) show_member(certificate, request, output.out);
  }
  return 0;
}

struct FunctionRow {
  std::string_view name;
  int (*work)(const Request&, Output);
};
constexpr std::array functions = {
    FunctionRow{"NEWRING", new_ring},
    FunctionRow{"DELRING", delete_ring},
    FunctionRow{"LISTRING", list},
    FunctionRow{"IMPORT", import_package},
    FunctionRow{"EXPORT", export_certificate},
    FunctionRow{"DELCERT", delete_certificate},
    FunctionRow{"REFRESH", refresh},
};

}  // namespace

int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& error) {
  const auto request = read_request(arguments, out);
  if (!request) return request.error();
  ringside_datalib_mode(RINGSIDE_DATALIB_TEXT_ASCII, RINGSIDE_DATALIB_ORDER_NATIVE);
  if (request->explains) ::setenv("RINGSIDE_DEBUG", "1", 1);
  for (const FunctionRow& row : functions)
    if (row.name == request->function) return row.work(*request, {out, error});
  return failed;
}

}  // namespace ringside::connectors::keyring_util

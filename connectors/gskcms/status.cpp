// connectors/gskcms/status.cpp - the status codes of certificate management services, from the errors of Ringside.
#include "connectors/gskcms/status.hpp"

namespace ringside::connectors::gskcms {

gsk_status status_of(const racf::datalib::Codes& codes) {
  if (codes == racf::datalib::not_authorized) return CMSERR_ACCESS_DENIED;
  if (codes == racf::datalib::no_ring) return CMSERR_FILE_NOT_FOUND;
  if (codes == racf::datalib::bad_ring_or_user) return CMSERR_BAD_FILENAME;
  return CMSERR_IO_ERROR;
}

gsk_status status_of(const crypto::Problem& problem) {
  if (problem.kind == crypto::ProblemKind::wrong_password) return CMSERR_PW_INCORRECT;
  if (problem.kind == crypto::ProblemKind::unsupported) return CMSERR_ALG_NOT_SUPPORTED;
  return CMSERR_BAD_ENCODING;
}

}  // namespace ringside::connectors::gskcms

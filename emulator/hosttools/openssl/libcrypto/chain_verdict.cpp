// emulator/hosttools/openssl/libcrypto/chain_verdict.cpp - builds the path with OpenSSL and goes on after the same
// errors as `openssl verify`.
#include "emulator/hosttools/openssl/libcrypto/chain_verdict.hpp"

#include <algorithm>
#include <array>

#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include "emulator/crypto/certificates/certificate_state.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::openssl {
namespace {

using crypto::Certificate;
using crypto::certificate_of;
using crypto::CleanErrorQueue;
using crypto::Owned;
using crypto::require;
using crypto::subject_of;
struct OwnedStack {
  explicit OwnedStack(const std::vector<Certificate>& certificates) : stack(require(sk_X509_new_null(), "stack")) {
    for (const Certificate& certificate : certificates) require(sk_X509_push(stack, certificate.handle()) > 0, "stack");
  }
  ~OwnedStack() { sk_X509_free(stack); }  // does not free the certificates
  OwnedStack(const OwnedStack&) = delete;
  OwnedStack& operator=(const OwnedStack&) = delete;
  STACK_OF(X509) * stack;
};

// The command continues after these errors and reports further ones (apps/verify.c).
constexpr std::array goes_on = {
    X509_V_ERR_NO_EXPLICIT_POLICY, X509_V_ERR_CERT_HAS_EXPIRED,  X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
    X509_V_ERR_INVALID_CA,         X509_V_ERR_INVALID_NON_CA,    X509_V_ERR_PATH_LENGTH_EXCEEDED,
    X509_V_ERR_CRL_HAS_EXPIRED,    X509_V_ERR_CRL_NOT_YET_VALID, X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION,
    X509_V_ERR_INVALID_PURPOSE};

// Application data of X509_STORE_CTX would need an index for the whole process. A search runs on one thread.
thread_local ChainVerdict* current = nullptr;

int on_step(int good, X509_STORE_CTX* context) {
  if (good != 0) return good;
  ChainError found;
  found.error = X509_STORE_CTX_get_error(context);
  found.depth = X509_STORE_CTX_get_error_depth(context);
  found.text = X509_verify_cert_error_string(found.error);
  if (const X509* certificate = X509_STORE_CTX_get_current_cert(context)) found.subject = subject_of(certificate);
  current->errors.push_back(std::move(found));
  return std::find(goes_on.begin(), goes_on.end(), current->errors.back().error) != goes_on.end() ? 1 : 0;
}

void set_flags(X509_VERIFY_PARAM* parameters, const ChainOptions& options) {
  const std::array<std::pair<bool, unsigned long>, 7> flags = {{
      {options.partial_chain, X509_V_FLAG_PARTIAL_CHAIN},
      {!options.check_time, X509_V_FLAG_NO_CHECK_TIME},
      {options.strict, X509_V_FLAG_X509_STRICT},
      {options.self_signatures, X509_V_FLAG_CHECK_SS_SIGNATURE},
      {options.revocation || options.revocation_of_all, X509_V_FLAG_CRL_CHECK},
      {options.revocation_of_all, X509_V_FLAG_CRL_CHECK_ALL},
      {options.policies, X509_V_FLAG_POLICY_CHECK},
  }};
  for (const auto& [wanted, flag] : flags)
    if (wanted) X509_VERIFY_PARAM_set_flags(parameters, flag);
  if (options.check_time) X509_VERIFY_PARAM_set_time(parameters, options.at.time_since_epoch().count());
}

void set_parameters(X509_VERIFY_PARAM* parameters, const ChainOptions& options) {
  set_flags(parameters, options);
  if (options.depth) X509_VERIFY_PARAM_set_depth(parameters, *options.depth);
  if (options.level) X509_VERIFY_PARAM_set_auth_level(parameters, *options.level);
  if (!options.purpose.empty()) {
    const int at = X509_PURPOSE_get_by_sname(options.purpose.c_str());
    X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_get_id(X509_PURPOSE_get0(at)));
  }
  if (!options.host.empty()) X509_VERIFY_PARAM_set1_host(parameters, options.host.c_str(), options.host.size());
  if (!options.address.empty()) X509_VERIFY_PARAM_set1_ip_asc(parameters, options.address.c_str());
  if (!options.email.empty()) X509_VERIFY_PARAM_set1_email(parameters, options.email.c_str(), options.email.size());
}

void read_path(X509_STORE_CTX* context, ChainVerdict& verdict) {
  const STACK_OF(X509)* chain = X509_STORE_CTX_get0_chain(context);
  const int from_others = X509_STORE_CTX_get_num_untrusted(context);
  for (int i = 0; i < sk_X509_num(chain); ++i)
    if (auto certificate = certificate_of(sk_X509_value(chain, i)))
      verdict.path.push_back({std::move(*certificate), i < from_others});
}

}  // namespace

bool is_purpose(const std::string& name) {
  const CleanErrorQueue clean;
  return X509_PURPOSE_get_by_sname(name.c_str()) >= 0;
}

ChainVerdict verify_chain(const Certificate& certificate, const std::vector<Certificate>& anchors,
                          const std::vector<Certificate>& untrusted, const ChainOptions& options) {
  const CleanErrorQueue clean;
  const Owned<X509_STORE, X509_STORE_free> store(require(X509_STORE_new(), "X509_STORE_new"));
  for (const Certificate& anchor : anchors)
    require(X509_STORE_add_cert(store.get(), anchor.handle()) == 1, "X509_STORE_add_cert");
  const OwnedStack others(untrusted);
  const Owned<X509_STORE_CTX, X509_STORE_CTX_free> context(require(X509_STORE_CTX_new(), "X509_STORE_CTX_new"));
  require(X509_STORE_CTX_init(context.get(), store.get(), certificate.handle(), others.stack) == 1, "X509_STORE_CTX");
  set_parameters(X509_STORE_CTX_get0_param(context.get()), options);
  X509_STORE_CTX_set_verify_cb(context.get(), &on_step);
  ChainVerdict verdict;
  current = &verdict;
  const int status = X509_verify_cert(context.get());
  current = nullptr;
  verdict.holds = status > 0 && X509_STORE_CTX_get_error(context.get()) == X509_V_OK;
  if (verdict.holds) read_path(context.get(), verdict);
  return verdict;
}

}  // namespace ringside::openssl

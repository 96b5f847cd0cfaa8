// connectors/store/open_ring.hpp - a ring that OpenSSL reads object by object, and what it asks for of it.
#pragma once

#include <functional>
#include <vector>

#include <openssl/core.h>

#include "connectors/store/ring_objects.hpp"

namespace ringside::connectors::store {

/// A copy of the ring as it was when it was opened. It holds nothing of the lab.
class OpenRing {
 public:
  explicit OpenRing(std::vector<RingObject> objects) : objects_(std::move(objects)) {}

  /// The parameters that narrow() knows.
  static const OSSL_PARAM* criteria();
  /// Leaves out what does not meet the criteria: a kind of object (OSSL_STORE_PARAM_EXPECT), a subject, a label
  /// (OpenSSL says alias). Other parameters are skipped. Returns false if a value cannot be read.
  bool narrow(const OSSL_PARAM* parameters);

  [[nodiscard]] bool at_end() const { return next_ == objects_.size(); }
  /// Gives the next object to the core, which makes a certificate or a key of it. Returns what the core answers; false
  /// at the end.
  bool give_next(OSSL_CALLBACK* take, void* argument);

 private:
  void keep(const std::function<bool(const RingObject&)>& wanted);

  std::vector<RingObject> objects_;
  std::size_t next_ = 0;
};

}  // namespace ringside::connectors::store

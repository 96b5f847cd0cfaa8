// server/services/instances.hpp - the z/OSMF instances of a lab: what a request goes through before its service.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "emulator/lab/lab.hpp"
#include "server/http/listener.hpp"
#include "server/page/page_keeper.hpp"
#include "server/services/authentication.hpp"
#include "server/services/served_ring.hpp"
#include "server/services/service.hpp"

namespace ringside::services {

/// A z/OSMF instance: one system, with its ring.
struct Instance {
  Instance(lab::Lab& lab, const database::SystemRecord& of, const racf::RingName& name)
      : system(of), ring(lab, of, name) {}

  database::SystemRecord system;
  ServedRing ring;
};

/// All instances that one process serves. Its functions may be called by any thread; one at a time is inside of the
/// lab.
class Instances {
 public:
  using Log = std::function<void(const std::string& line)>;  ///< takes a line without its end; called by any thread

  Instances(lab::Lab& lab, Log log);

  /// Adds a system whose server uses this ring. Before the first request.
  Instance& add(const database::SystemRecord& system, const racf::RingName& ring);
  [[nodiscard]] const std::vector<std::unique_ptr<Instance>>& all() const { return instances_; }
  /// For what the services keep; before the first request.
  [[nodiscard]] ServerState& state() { return state_; }

  /// The certificate for a new connection. Sees a ring that has changed, unless a request is in work.
  http::TlsOffer offer(Instance& instance);
  /// Answers a request; writes a line to the log.
  http::Answer answer(Instance& instance, const http::Request& request);

 private:
  struct Outcome {
    http::Answer answer;
    std::string user{};
    std::string note{};  ///< for the log
  };
  Outcome worked(Instance& instance, const http::Request& request);
  Outcome in_lab(Instance& instance, const http::Request& request, const Credentials& credentials, bool is_right);
  std::optional<http::Response> refusal(Instance& instance, const http::Request& request);
  Outcome forwarded(Instance& instance, const http::Request& request, const std::string& user,
                    const std::string& target);
  [[nodiscard]] http::Response page(const http::Request& request);
  void refresh_rings();

  lab::Lab& lab_;
  Log log_;
  ServerState state_;
  Authentication authentication_;
  std::mutex mutex_;
  page::PageKeeper keeper_;
  std::vector<std::unique_ptr<Instance>> instances_;
};

}  // namespace ringside::services

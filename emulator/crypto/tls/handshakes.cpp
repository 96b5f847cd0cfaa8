// emulator/crypto/tls/handshakes.cpp - many handshakes: one library context per thread, TLS contexts made on first use.
#include "emulator/crypto/tls/handshakes.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <map>
#include <thread>

#include "base/worker_pool.hpp"
#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/tls/context.hpp"
#include "emulator/crypto/tls/side.hpp"

namespace ringside::crypto {
namespace {

// A library context costs some milliseconds, as much as a few handshakes.
constexpr std::size_t meetings_worth_a_thread = 40;

/// The handshakes of one thread.
class Room {
 public:
  Room(TlsLibrary::Kind kind, const std::vector<Host>& hosts, const MeetingOptions& options)
      : library_(kind), hosts_(hosts), options_(options) {}

  HandshakeOutcome meet(const Meeting& meeting) {
    HandshakeOptions how;
    how.version = meeting.version;
    how.mutual = options_.mutual;
    how.at = options_.at;
    if (options_.verify_host) how.verify_host = hosts_[meeting.server].name;
    return handshake(context(TlsRole::client, meeting.client), context(TlsRole::server, meeting.server), how);
  }

 private:
  const TlsContext& context(TlsRole role, std::size_t place) {
    auto& made = contexts_[{role, place}];
    if (!made) {
      HandshakeOptions how;
      how.mutual = options_.mutual;
      how.at = options_.at;
      made = std::make_unique<TlsContext>(library_, role, *hosts_[place].party, how);
    }
    return *made;
  }

  TlsLibrary library_;
  const std::vector<Host>& hosts_;
  const MeetingOptions& options_;
  std::map<std::pair<TlsRole, std::size_t>, std::unique_ptr<TlsContext>> contexts_;
};

unsigned threads_for(std::size_t meetings, unsigned asked) {
  if (asked != 0) return asked;
  const std::size_t worth = std::max<std::size_t>(1, meetings / meetings_worth_a_thread);
  return static_cast<unsigned>(std::min<std::size_t>(worth, std::max(1u, std::thread::hardware_concurrency())));
}

}  // namespace

std::vector<HandshakeOutcome> handshakes(const std::vector<Host>& hosts, const std::vector<Meeting>& meetings,
                                         const MeetingOptions& options) {
  const unsigned threads = threads_for(meetings.size(), options.threads);
  const auto kind = threads == 1 ? TlsLibrary::Kind::shared : TlsLibrary::Kind::own;
  std::vector<HandshakeOutcome> outcomes(meetings.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    const CleanErrorQueue clean;
    Room room(kind, hosts, options);
    for (std::size_t at = next++; at < meetings.size(); at = next++) outcomes[at] = room.meet(meetings[at]);
  };
  if (threads == 1) {
    work();
  } else {
    base::WorkerPool pool(threads);
    std::vector<std::future<void>> parts;
    for (unsigned i = 0; i < threads; ++i) parts.push_back(pool.submit(work));
    for (auto& part : parts) part.get();
  }
  if (options.verify_host) return outcomes;
  std::vector<std::string> notes;
  for (const Host& host : hosts) notes.push_back(host_note(*host.party, host.name));
  for (std::size_t at = 0; at < meetings.size(); ++at) outcomes[at].host_note = notes[meetings[at].server];
  return outcomes;
}

}  // namespace ringside::crypto

// emulator/racf/racdcert/generate/bulk.cpp - bulk issuance: threads make keys and certificates, one thread stores them
// in order.
#include "emulator/racf/racdcert/generate/bulk.hpp"

#include <deque>
#include <future>
#include <optional>

#include "base/fault.hpp"
#include "base/worker_pool.hpp"
#include "emulator/racf/racdcert/certificates/store_certificate.hpp"
#include "emulator/racf/racdcert/generate/gencert_plan.hpp"
#include "emulator/racf/racdcert/racdcert.hpp"

namespace ringside::racf {
namespace {

using namespace racdcert;
using Clock = std::chrono::steady_clock;
using Records = std::vector<database::CertificateRecord>;

constexpr std::size_t rsa_batch = 4;   // a key costs milliseconds: small, so that no thread idles at the end
constexpr std::size_t ecc_batch = 64;  // tens of microseconds: large, so that handing over costs nothing
// For each thread: what is made and not stored yet stays bounded, and a commit that waits for the disk stops no thread.
constexpr std::size_t batches_ahead = 16;

/// What every certificate has in common, with the first numbers of the run.
struct Common {
  const Request& request;
  const Plan& plan;
  database::Status status;
  std::int64_t first_operation;
};

crypto::PrivateKey make_key(const Session& session, const Common& common, const BulkOrder& order,
                            const base::Randomness& randomness) {
  if (order.key) return order.key(randomness);
  return crypto::generate_key(common.plan.key.spec, randomness, crypto::Threads::one, session.lab.rules().keys);
}

/// Certificates from..to, signed with the serial numbers from `serial` on.
Records make_batch(const Session& session, const Common& common, const BulkOrder& order, std::size_t from,
                   std::size_t to, std::int64_t serial) {
  Records records;
  records.reserve(to - from);
  for (std::size_t n = from; n < to; ++n) {
    const auto operation = common.first_operation + static_cast<std::int64_t>(n);
    const auto randomness = session.lab.randomness(session.system.name, operation);
    const crypto::PrivateKey key = make_key(session, common, order, *randomness);
    const BulkName name = order.name(n);
    auto content = content_of(common.request, common.plan, name.subject, key.public_key());
    if (!content) throw base::Fault("extensions that a plan had allowed were refused");
    content->serial = serial_octets(serial++);
    const auto certificate = crypto::issue(*content, common.plan.signer->key, *randomness, common.plan.form);
    database::CertificateRecord record = make_record(common.request.owner, name.label, certificate);
    record.private_key = key.pkcs8();
    record.status = common.status;
    records.push_back(std::move(record));
  }
  return records;
}

class BulkRun {
 public:
  BulkRun(Session& session, const Common& common, Plan& plan, const BulkOrder& order)
      : session_(session),
        common_(common),
        signer_(plan.signer->stored.record),
        order_(order),
        batch_(plan.key.spec.type == crypto::KeyType::rsa ? rsa_batch : ecc_batch),
        next_serial_(signer_.last_serial + 1),
        pool_(order.threads) {}

  std::size_t run() {
    while (stored_ < order_.count && !stopped()) store_group();
    return stored_;
  }

 private:
  [[nodiscard]] bool stopped() const { return order_.stop != nullptr && order_.stop->load(); }

  /// One transaction: as many batches as are ready within the time of a commit.
  void store_group() {
    const auto until = Clock::now() + order_.commit_every;
    database::Savepoint savepoint(session_.lab.store());
    do {
      for (database::CertificateRecord& record : next_batch())
        if (!store(record)) break;
    } while (stored_ < order_.count && !stopped() && Clock::now() < until);
    session_.database.certificates.replace(signer_);
    savepoint.keep();
    order_.committed(stored_);
  }

  Records next_batch() {
    while (planned_ < order_.count && ahead_.size() < batches_ahead * pool_.threads()) plan_batch();
    Records records = ahead_.front().get();
    ahead_.pop_front();
    return records;
  }

  void plan_batch() {
    const std::size_t from = planned_;
    planned_ = std::min(order_.count, planned_ + batch_);
    const std::int64_t serial = next_serial_;
    next_serial_ += static_cast<std::int64_t>(planned_ - from);
    ahead_.push_back(pool_.submit(
        [this, from, to = planned_, serial] { return make_batch(session_, common_, order_, from, to, serial); }));
  }

  /// False if a profile has the serial number already: what was signed ahead is dropped, and the next number is taken.
  bool store(database::CertificateRecord& record) {
    ++signer_.last_serial;
    if (session_.database.certificates.add_if_new(record)) {
      ++stored_;
      return true;
    }
    if (session_.database.certificates.id_by_label(record.owner, record.label))
      throw base::Fault("the label '" + record.label + "' came into use while certificates were made");
    ahead_.clear();
    planned_ = stored_;
    next_serial_ = signer_.last_serial + 1;
    return false;
  }

  Session& session_;
  const Common& common_;
  database::CertificateRecord& signer_;
  const BulkOrder& order_;
  std::size_t batch_;
  std::int64_t next_serial_;
  std::size_t planned_ = 0;
  std::size_t stored_ = 0;
  std::deque<std::future<Records>> ahead_;
  base::WorkerPool pool_;  // the last member: its threads end before what they use goes
};

std::string label_of(const BulkOrder& order, std::size_t n) {
  return order.label ? order.label(n) : order.name(n).label;
}

Result<void> check_labels(Context& context, const Request& request, const BulkOrder& order) {
  const database::Savepoint reading(
      context.session().lab.store());  // a lock for each would cost more than the searches
  for (std::size_t n = 0; n < order.count; ++n)
    if (auto refused = require_unused_label(context, request.owner, label_of(order, n)); !refused) return refused;
  return {};
}

Result<void> check_order(const Prepared& prepared) {
  if (prepared.rule.name != "GENCERT" || !prepared.request.function.values.empty())
    return refuse(MessageId::rsd210i, "Bulk issuance of anything but GENCERT without a request");
  return require(prepared.request.operands, "SIGNWITH");
}

Result<std::size_t> issue(Context& context, const parser::Command& gencert, const BulkOrder& order) {
  const auto prepared = prepare(context, gencert);
  if (!prepared) return tl::make_unexpected(prepared.error());
  const Request& request = prepared->request;
  if (auto refused = check_order(*prepared); !refused) return tl::make_unexpected(refused.error());
  auto plan = plan_gencert(context, request);
  if (!plan) return tl::make_unexpected(plan.error());
  if (plan->key.existing || plan->key.home.in_icsf) return refuse(MessageId::rsd210i, "Bulk issuance of keys in ICSF");
  if (order.key && (plan->key_usage.value_or(0) & crypto::key_agreement) != 0)
    return refuse(MessageId::rsd209i, "KEYUSAGE", "KEYAGREE", "the key is for signatures alone");
  if (auto refused = check_labels(context, request, order); !refused) return tl::make_unexpected(refused.error());
  if (order.count == 0) return std::size_t{0};
  const database::Status status = judge_dates(context, *plan, label_of(order, 0));
  const std::int64_t first = context.session().lab.systems().reserve_operations(context.session().system.name,
                                                                                static_cast<std::int64_t>(order.count));
  context.changed("DIGTCERT");
  const Common common{request, *plan, status, first};
  return BulkRun(context.session(), common, *plan, order).run();
}

}  // namespace

BulkResult issue_in_bulk(Session& session, const parser::Command& gencert, const BulkOrder& order) {
  Context context(session, nullptr);
  for (const parser::Message& message : gencert.messages) context.say(message);
  const Result<std::size_t> issued = issue(context, gencert, order);
  BulkResult result;
  result.issued = issued.value_or(0);
  result.reply = context.finish("", issued ? Result<void>() : Result<void>(tl::make_unexpected(issued.error())));
  return result;
}

}  // namespace ringside::racf

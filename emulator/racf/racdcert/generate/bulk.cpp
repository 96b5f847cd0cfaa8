// emulator/racf/racdcert/generate/bulk.cpp - many certificates of one GENCERT: several threads make keys and
// certificates, one thread stores them in order.
#include "emulator/racf/racdcert/generate/bulk.hpp"

#include <deque>
#include <future>

#include "base/fault.hpp"
#include "base/worker_pool.hpp"
#include "emulator/crypto/certificates/issue.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/racf/racdcert/certificates/store_certificate.hpp"
#include "emulator/racf/racdcert/generate/gencert_plan.hpp"
#include "emulator/racf/racdcert/racdcert.hpp"

namespace ringside::racf::racdcert {
namespace {

using Clock = std::chrono::steady_clock;
using Records = std::vector<database::CertificateRecord>;

// An RSA key takes milliseconds: with small batches all threads end at about the same time. An EC key takes some tens
// of microseconds: large batches keep the cost of passing them between threads low.
constexpr std::size_t rsa_batch = 4;
constexpr std::size_t ecc_batch = 64;
// Batches for each thread that are made ahead of the commits. They limit the memory, and are enough work for the time
// of a commit.
constexpr std::size_t batches_ahead = 16;

/// What all certificates have in common.
struct Common {
  const Plan& plan;
  database::Status status;
};

/// The certificates `from` to `to` - 1 of the order, and the numbers of the first of them.
struct Batch {
  std::size_t from, to;
  std::int64_t operation, serial;
};

crypto::PrivateKey make_key(const Session& session, const Common& common, const BulkOrder& order,
                            const base::Randomness& randomness) {
  if (order.key) return order.key(randomness);
  return crypto::generate_key(common.plan.key.spec, randomness, crypto::Threads::one, session.lab.rules().keys);
}

std::optional<crypto::AltNames> not_empty(const crypto::AltNames& names) {
  return names.empty() ? std::nullopt : std::optional(names);
}

Records make_batch(const Session& session, const Common& common, const BulkOrder& order, Batch batch) {
  Records records;
  records.reserve(batch.to - batch.from);
  for (std::size_t n = batch.from; n < batch.to; ++n) {
    const auto randomness = session.lab.randomness(session.system.name, batch.operation++);
    const crypto::PrivateKey key = make_key(session, common, order, *randomness);
    const BulkName name = order.name(n);
    auto content = content_of(common.plan, name.subject, key.public_key());
    if (!content) throw base::Fault("extensions that a plan had allowed were refused");
    if (name.alt_names) content->extensions.subject_alt_names = not_empty(*name.alt_names);
    content->serial = serial_octets(batch.serial++);
    const auto certificate = crypto::issue(*content, common.plan.signer->key, *randomness, common.plan.form);
    database::CertificateRecord record = make_record(common.plan.owner, name.label, certificate);
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
        next_operation_(session.lab.systems().operations(session.system.name) + 1),
        next_serial_(signer_.last_serial + 1),
        last_operation_(next_operation_ - 1),
        pool_(order.threads) {}

  std::size_t run() {
    while (stored_ < order_.count && !stopped()) store_group();
    return stored_;
  }

 private:
  [[nodiscard]] bool stopped() const { return order_.stop != nullptr && order_.stop->load(); }

  /// Takes batches for the time between two commits, and then stores them in one transaction: no other process waits
  /// while keys are made.
  void store_group() {
    const auto until = Clock::now() + order_.commit_every;
    Records made;
    do {
      Records batch = next_batch();
      made.insert(made.end(), std::make_move_iterator(batch.begin()), std::make_move_iterator(batch.end()));
    } while (stored_ + made.size() < order_.count && !stopped() && Clock::now() < until);
    auto savepoint = session_.lab.savepoint();
    auto signer = session_.database.certificates.by_id(signer_.id);
    if (!signer) throw base::Fault("the signer's certificate was deleted while certificates were made");
    const bool others_work = numbers_are_taken();
    if (others_work) reserve_the_rest();
    if (others_work || signer->last_serial > signer_.last_serial) {
      savepoint.keep();
      return continue_after(signer->last_serial);
    }
    const std::size_t before = stored_;
    for (database::CertificateRecord& record : made)
      if (!store(record)) break;
    signer->last_serial = signer_.last_serial;
    session_.database.certificates.replace(*signer);
    const auto count = static_cast<std::int64_t>(stored_ - before);
    if (!has_reserved_ && count != 0) session_.lab.systems().reserve_operations(session_.system.name, count);
    savepoint.keep();
    order_.committed(std::span(made).first(stored_ - before));
  }

  /// Returns whether another process has taken numbers of operations since the last commit.
  [[nodiscard]] bool numbers_are_taken() const {
    return !has_reserved_ && session_.lab.systems().operations(session_.system.name) != last_operation_;
  }

  /// Where other processes work on the system as well, the numbers of all that is left are taken at once, so that they
  /// cannot delay the run again and again.
  void reserve_the_rest() {
    has_reserved_ = true;
    const auto count = static_cast<std::int64_t>(order_.count - stored_);
    last_operation_ = session_.lab.systems().reserve_operations(session_.system.name, count) - 1;
  }

  /// Drops the certificates that were made ahead; the next batch begins with the serial number after this one.
  void continue_after(std::int64_t serial) {
    signer_.last_serial = serial;
    ahead_.clear();
    planned_ = stored_;
    next_operation_ = last_operation_ + 1;
    next_serial_ = serial + 1;
  }

  Records next_batch() {
    while (planned_ < order_.count && ahead_.size() < batches_ahead * pool_.threads()) plan_batch();
    Records records = ahead_.front().get();
    ahead_.pop_front();
    return records;
  }

  void plan_batch() {
    const Batch batch{planned_, std::min(order_.count, planned_ + batch_), next_operation_, next_serial_};
    const auto count = static_cast<std::int64_t>(batch.to - batch.from);
    planned_ = batch.to;
    next_operation_ += count;
    next_serial_ += count;
    ahead_.push_back(pool_.submit([this, batch] { return make_batch(session_, common_, order_, batch); }));
  }

  /// Returns false if there is a profile with this serial number already. Then drops the certificates that were made
  /// ahead; the next batch starts with the next number.
  bool store(database::CertificateRecord& record) {
    ++signer_.last_serial;
    if (session_.database.certificates.add_if_new(record)) {
      ++stored_;
      ++last_operation_;
      return true;
    }
    if (session_.database.certificates.id_by_label(record.owner, record.label))
      throw base::Fault("the label '" + record.label + "' came into use while certificates were made");
    continue_after(signer_.last_serial);
    return false;
  }

  Session& session_;
  const Common& common_;
  database::CertificateRecord& signer_;
  const BulkOrder& order_;
  std::size_t batch_;
  std::int64_t next_operation_;  // of the next batch, like the next serial number
  std::int64_t next_serial_;
  std::int64_t last_operation_;  // of the last certificate that is stored
  bool has_reserved_ = false;    // the numbers after that, for the whole rest
  std::size_t planned_ = 0;
  std::size_t stored_ = 0;
  std::deque<std::future<Records>> ahead_;
  base::WorkerPool pool_;  // last member: its threads end before the members that they use are destroyed
};

std::string label_of(const BulkOrder& order, std::size_t n) {
  return order.label ? order.label(n) : order.name(n).label;
}

Result<void> check_labels(Context& context, const Owner& owner, const BulkOrder& order) {
  return context.session().lab.in_one_piece([&]() -> Result<void> {
    // One transaction for all searches: a lock for each search would take more time than the search.
    const auto reading = context.session().lab.savepoint();
    for (std::size_t n = 0; n < order.count; ++n)
      if (auto refused = require_unused_label(context, owner, label_of(order, n)); !refused) return refused;
    return {};
  });
}

// Bulk issuance is for certificates that a signer of the database signs.
Result<void> check_operands(const Prepared& prepared, const GencertOperands& operands) {
  if (prepared.rule.name != "GENCERT" || operands.request)
    return refuse(MessageId::rsd210i, "Bulk issuance of anything but GENCERT without a request");
  return require(operands.sign_with.has_value(), "SIGNWITH");
}

Result<void> check_plan(const Plan& plan, const BulkOrder& order) {
  if (plan.key.existing || plan.key.location.in_icsf)
    return refuse(MessageId::rsd210i, "Bulk issuance of keys in ICSF");
  if (order.key && (plan.key_usage.value_or(0) & crypto::key_agreement) != 0)
    return refuse(MessageId::rsd209i, "KEYUSAGE", "KEYAGREE", "the key is for signatures alone");
  return {};
}

Result<std::size_t> issue(Context& context, const parser::Command& command, const BulkOrder& order) {
  const auto prepared = prepare(context, command);
  if (!prepared) return refusal_of(prepared);
  const GencertOperands operands = read_gencert(prepared->request);
  if (auto refused = check_operands(*prepared, operands); !refused) return refusal_of(refused);
  auto plan = plan_gencert(context, operands);
  if (!plan) return refusal_of(plan);
  if (auto refused = check_plan(*plan, order); !refused) return refusal_of(refused);
  if (auto refused = check_labels(context, operands.owner, order); !refused) return refusal_of(refused);
  if (order.count == 0) return std::size_t{0};
  const database::Status status = report_dates(context, *plan, label_of(order, 0));
  context.changed("DIGTCERT");
  const Common common{*plan, status};
  return BulkRun(context.session(), common, *plan, order).run();
}

}  // namespace

BulkResult issue_in_bulk(Session& session, const parser::Command& command, const BulkOrder& order) {
  Context context(session);
  for (const parser::Message& message : command.messages) context.say(message);
  const Result<std::size_t> issued = issue(context, command, order);
  BulkResult result;
  result.issued = issued.value_or(0);
  result.reply = context.finish("", issued.map([](std::size_t) {}));
  return result;
}

}  // namespace ringside::racf::racdcert

// emulator/lab/lab.cpp - a lab: systems, security databases, clock and keys.
#include "emulator/lab/lab.hpp"

#include <charconv>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/random.hpp"
#include "emulator/database/counters/operation_numbers.hpp"

namespace ringside::lab {
namespace {

constexpr const char* clock_setting = "clock";
constexpr const char* zone_setting = "zone";
constexpr const char* seed_setting = "seed";

// The lower-case users anchor certificates and filters that belong to no user (Security Administrator's Guide, "The
// irrcerta, irrmulti, and irrsitec user IDs").
void furnish(database::SecurityDatabase& racf, base::Instant now) {
  racf.groups.put({"SYS1", "", "IBMUSER", {}, "", now});
  racf.users.put({"IBMUSER", "UNKNOWN", "SYS1", "IBMUSER", {"SPECIAL", "OPERATIONS"}, "", now});
  racf.connections.put({"IBMUSER", "SYS1", "JOIN", "NONE", "IBMUSER", {}, now});
  for (const char* anchor : {database::certauth_owner, database::site_owner, database::multiid_owner})
    racf.users.put({anchor, "UNKNOWN", "SYS1", "IBMUSER", {"PROTECTED"}, "", now});
}

std::string operation_name(const std::string& system, std::int64_t operation) {
  return fmt::format("{}/{}", system, operation);
}

std::int64_t stored_number(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size())
    throw base::Fault(fmt::format("the lab's database holds \"{}\" where a number should be", base::printable(text)));
  return value;
}

}  // namespace

Lab::Lab(const std::string& path, const base::Clock& wall_clock, Rules rules)
    : wall_clock_(wall_clock),
      rules_(std::move(rules)),
      store_(path, rules_.wait),
      systems_(store_),
      seed_(systems_.setting(seed_setting)),
      kept_keys_(rules_.key_folder),
      stand_ins_(std::make_shared<StandIns>(kept_keys_, rules_.keys)) {
  store_.set_stand_ins(stand_ins_);
}

Lab::Lab(Lab& original, Copy)
    : wall_clock_(original.wall_clock_),
      rules_(original.rules_),
      store_(original.store_),
      systems_(store_),
      seed_(original.seed_),
      kept_keys_(rules_.key_folder),
      stand_ins_(original.stand_ins_) {
  store_.set_stand_ins(stand_ins_);
}

Lab::Unit::Unit(Lab& lab) : lab_(lab) {
  lab_.expected_operations_ = 0;
  lab_.unit_keys_.begin();
  lab_.store_.numbers().begin_unit();
  lab_.store_.begin_without_lock(true);
}

Lab::Unit::~Unit() {
  lab_.store_.begin_without_lock(false);
  lab_.unit_keys_.end();
  try {
    lab_.store_.numbers().end_unit();
  } catch (const base::Fault&) {
    // Held numbers that were not used are lost, and nothing depends on them.
  }
}

bool Lab::add_system(database::SystemRecord& record) {
  if (systems_.find(record.name)) throw base::Fault(fmt::format("the lab has a system {} already", record.name));
  if (record.sysplex.empty()) record.sysplex = "LOCAL";
  if (record.database.empty()) record.database = record.name;
  database::Savepoint savepoint(store_);
  const bool is_new = systems_.add(record);
  if (is_new) {
    auto racf = database_of(record);
    furnish(racf, now());
  }
  savepoint.keep();
  return is_new;
}

database::SecurityDatabase Lab::database_of(const database::SystemRecord& system) {
  return {store_, system.database_id};
}

base::Instant Lab::now() const {
  const std::string fixed = systems_.setting(clock_setting);
  return fixed.empty() ? wall_clock_.now() : base::Instant{std::chrono::seconds{stored_number(fixed)}};
}

void Lab::set_clock(std::optional<base::Instant> instant) {
  systems_.set_setting(clock_setting, instant ? std::to_string(instant->time_since_epoch().count()) : "");
}

base::Zone Lab::zone() const {
  const std::string minutes = systems_.setting(zone_setting);
  return minutes.empty() ? base::Zone{} : base::Zone{std::chrono::minutes{stored_number(minutes)}};
}

void Lab::set_zone(base::Zone zone) {
  systems_.set_setting(zone_setting, std::to_string(zone.ahead.count()));
}

void Lab::set_seed(const std::string& seed) {
  seed_ = seed;
  systems_.set_setting(seed_setting, seed);
}

std::unique_ptr<base::Randomness> Lab::randomness(const std::string& system, std::int64_t operation) const {
  if (seed_.empty()) return std::make_unique<crypto::SystemRandomness>();
  return std::make_unique<crypto::SeededRandomness>(seed_, operation_name(system, operation));
}

crypto::PrivateKey Lab::generate_key(crypto::KeySpec spec, const base::Randomness& randomness,
                                     crypto::Threads threads) const {
  const bool is_kept = rules_.keys != crypto::KeyMaker::openssl && kept_keys_.keeps(spec, randomness);
  if (!is_kept) return crypto::generate_key(spec, randomness, threads, rules_.keys);
  if (auto key = kept_keys_.find(spec, randomness)) return *std::move(key);
  crypto::PrivateKey key = crypto::generate_key(spec, randomness, threads, rules_.keys);
  kept_keys_.keep(key, spec, randomness);
  return key;
}

void Lab::plan_key(const std::string& system, std::int64_t operation, crypto::KeySpec spec) {
  const std::string name = operation_name(system, operation);
  if (unit_keys_.is_active() && unit_keys_.find(name, spec, 0)) return;
  if (!planned_)
    planned_ = std::make_unique<crypto::KeyPool>(0, [this](crypto::KeySpec of, const base::Randomness& source) {
      return generate_key(of, source, crypto::Threads::one);
    });
  planned_->plan(name, spec, randomness(system, operation));
}

crypto::PrivateKey Lab::make_key(const std::string& system, std::int64_t operation, crypto::KeySpec spec,
                                 const base::Randomness& randomness) {
  const bool is_in_unit = unit_keys_.is_active();
  if (is_in_unit)
    if (auto key = key_of_unit(system, operation, spec, randomness)) return *std::move(key);
  const std::string name = operation_name(system, operation);
  if (planned_)
    if (auto key = planned_->take(name, spec)) {
      if (is_in_unit) unit_keys_.add(name, *key, 0);
      return *std::move(key);
    }
  return generate_key(spec, randomness);
}

std::optional<crypto::PrivateKey> Lab::key_of_unit(const std::string& system, std::int64_t operation,
                                                   crypto::KeySpec spec, const base::Randomness& randomness) {
  const bool is_slow = spec.type == crypto::KeyType::rsa || spec.type == crypto::KeyType::dsa;
  const std::string name = operation_name(system, operation);
  const int turn = unit_keys_.next_turn(name, spec);
  if (auto key = unit_keys_.find(name, spec, turn)) return key;
  const bool is_ready = planned_ && turn == 0 && planned_->is_ready(name, spec);
  const bool is_kept = kept_keys_.keeps(spec, randomness) && kept_keys_.find(spec, randomness);
  if (!is_slow || is_ready || is_kept) return std::nullopt;
  throw KeyNotReady{system, operation, spec, turn};
}

// Also waits for the keys that are planned already, since the next attempt needs them too.
void Lab::prepare_key(const KeyNotReady& key) {
  store_.begin_without_lock(false);  // to hold numbers, waits for others that write
  const std::int64_t operation = store_.numbers().hold(key.system, key.operation, expected_operations_);
  store_.begin_without_lock(true);
  const std::string name = operation_name(key.system, operation);
  if (operation != key.operation) {
    planned_.reset();  // they are named by numbers that another process has taken
  } else if (planned_) {
    for (auto& [planned_name, made] : planned_->take_all()) unit_keys_.add(planned_name, std::move(made), 0);
  }
  if (unit_keys_.find(name, key.spec, key.turn)) return;
  unit_keys_.add(name, generate_key(key.spec, *randomness(key.system, operation)), key.turn);
}

}  // namespace ringside::lab

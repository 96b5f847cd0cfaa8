// emulator/database/name_filters.cpp - DIGTNMAP profiles.
#include "emulator/database/name_filters.hpp"

namespace ringside::database {
namespace {

NameFilter read_filter(const Query& row) {
  return {row.number(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.flag(6)};
}

std::optional<NameFilter> first_filter(Query& query) {
  if (!query.next()) return std::nullopt;
  return read_filter(query);
}

std::vector<NameFilter> all_of(Query& query) {
  std::vector<NameFilter> filters;
  while (query.next()) filters.push_back(read_filter(query));
  return filters;
}

}  // namespace

std::optional<NameFilter> NameFilters::by_label(const std::string& owner, const std::string& label) const {
  Query query = store_.query(
      "SELECT id, owner, label, issuer_filter, subject_filter, criteria, trusted FROM name_filter "
      "WHERE database_id=? AND owner=? AND label=?");
  return first_filter(query.bind(database_, owner, label));
}

std::optional<NameFilter> NameFilters::by_names(const std::string& issuer_filter,
                                                const std::string& subject_filter) const {
  Query query = store_.query(
      "SELECT id, owner, label, issuer_filter, subject_filter, criteria, trusted FROM name_filter "
      "WHERE database_id=? AND issuer_filter=? AND subject_filter=?");
  return first_filter(query.bind(database_, issuer_filter, subject_filter));
}

std::vector<NameFilter> NameFilters::by_owner(const std::string& owner) const {
  Query query = store_.query(
      "SELECT id, owner, label, issuer_filter, subject_filter, criteria, trusted FROM name_filter "
      "WHERE database_id=? AND owner=? ORDER BY id");
  return all_of(query.bind(database_, owner));
}

std::vector<NameFilter> NameFilters::all() const {
  Query query = store_.query(
      "SELECT id, owner, label, issuer_filter, subject_filter, criteria, trusted FROM name_filter "
      "WHERE database_id=? ORDER BY id");
  return all_of(query.bind(database_));
}

void NameFilters::add(NameFilter& filter) {
  store_
      .query(
          "INSERT INTO name_filter(database_id, owner, label, issuer_filter, subject_filter, criteria, trusted) "
          "VALUES(?,?,?,?,?,?,?)")
      .bind(database_, filter.owner, filter.label, filter.issuer_filter, filter.subject_filter, filter.criteria,
            filter.trusted)
      .run();
  filter.id = store_.last_row();
}

void NameFilters::replace(const NameFilter& filter) {
  store_.query("UPDATE name_filter SET label=?, criteria=?, trusted=? WHERE database_id=? AND id=?")
      .bind(filter.label, filter.criteria, filter.trusted, database_, filter.id)
      .run();
}

void NameFilters::remove(std::int64_t id) {
  store_.query("DELETE FROM name_filter WHERE database_id=? AND id=?").bind(database_, id).run();
}

}  // namespace ringside::database

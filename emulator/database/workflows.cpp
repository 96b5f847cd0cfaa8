// emulator/database/workflows.cpp - the table of workflows.
#include "emulator/database/workflows.hpp"

namespace ringside::database {

std::optional<WorkflowRecord> Workflows::find(const std::string& system, const std::string& key) const {
  Query query = store_.query("SELECT key, content FROM workflow WHERE system=? AND key=?");
  query.bind(system, key);
  if (!query.next()) return std::nullopt;
  return WorkflowRecord{query.text(0), query.text(1)};
}

std::vector<WorkflowRecord> Workflows::of(const std::string& system) const {
  Query query = store_.query("SELECT key, content FROM workflow WHERE system=? ORDER BY key");
  query.bind(system);
  std::vector<WorkflowRecord> workflows;
  while (query.next()) workflows.push_back({query.text(0), query.text(1)});
  return workflows;
}

void Workflows::put(const std::string& system, const WorkflowRecord& workflow) {
  store_
      .query(
          "INSERT INTO workflow(system, key, content) VALUES(?,?,?) ON CONFLICT(system, key) DO UPDATE SET "
          "content=excluded.content")
      .bind(system, workflow.key, workflow.content)
      .run();
}

bool Workflows::remove(const std::string& system, const std::string& key) {
  return store_.query("DELETE FROM workflow WHERE system=? AND key=?").bind(system, key).run() > 0;
}

}  // namespace ringside::database

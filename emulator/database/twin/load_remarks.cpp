// emulator/database/twin/load_remarks.cpp - what the load of an unload found that does not fit together.
#include "emulator/database/twin/load_remarks.hpp"

namespace ringside::database {

void LoadRemarks::add(const LoadRemark& remark) {
  store_.query("INSERT INTO load_remark(database_id, kind, item, sentence) VALUES(?,?,?,?)")
      .bind(database_, remark.kind, remark.item, remark.sentence)
      .run();
}

std::vector<LoadRemark> LoadRemarks::all() const {
  Query query = store_.query("SELECT kind, item, sentence FROM load_remark WHERE database_id=? ORDER BY id");
  query.bind(database_);
  std::vector<LoadRemark> remarks;
  while (query.next()) remarks.push_back({query.text(0), query.text(1), query.text(2)});
  return remarks;
}

}  // namespace ringside::database

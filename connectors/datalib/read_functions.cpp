// connectors/datalib/read_functions.cpp - the functions of R_datalib that read, on the program's parameter lists.
#include "connectors/datalib/read_functions.hpp"

#include "connectors/datalib/data_get_list.hpp"

namespace ringside::connectors::datalib {
namespace {

using racf::datalib::Answer;
using racf::datalib::fail;
using racf::datalib::success;

Reply no_room() {
  return fail(racf::datalib::output_too_small, "an area is too small: the lengths that are needed are in the list");
}

/// The rings as the area of GetRingInfo holds them.
base::Bytes area_of(const CallerMemory& memory, const std::vector<racf::datalib::RingInfo>& rings) {
  base::Bytes area;
  const auto add = [&](const base::Bytes& octets) { area.insert(area.end(), octets.begin(), octets.end()); };
  const auto add_number = [&](std::size_t value) {
    base::Bytes octets(sizeof(std::uint32_t));
    store(octets.data(), memory.number(static_cast<std::uint32_t>(value)));
    add(octets);
  };
  const auto add_text = [&](const std::string& text) {
    const base::Bytes octets = memory.octets(text);
    area.push_back(static_cast<std::uint8_t>(octets.size()));
    add(octets);
  };
  add_number(rings.size());
  for (const racf::datalib::RingInfo& info : rings) {
    add_text(info.ring.owner);
    add_text(info.ring.name);
    add_number(info.members.size());
    for (const auto& member : info.members) {
      add_text(member.owner);
      add_text(member.label);
    }
  }
  return area;
}

}  // namespace

Reply data_get_first(Call& call) {
  auto list = DataGetList::read(call);
  if (!list) return tl::make_unexpected(list.error());
  const auto selection = list->selection(call);
  if (!selection) return tl::make_unexpected(selection.error());
  auto& service = call.lab.service();
  const auto first = service.data_get_first(call.user, call.ring, *selection, call.version);
  if (!first) return tl::make_unexpected(first.error());
  if (!list->fill(call, first->entry)) {
    static_cast<void>(service.data_abort_query(first->token));
    return no_room();
  }
  list->set_token(first->token);
  return success;
}

Reply data_get_next(Call& call) {
  auto list = DataGetList::read(call);
  if (!list) return tl::make_unexpected(list.error());
  auto& service = call.lab.service();
  const auto next = service.data_get_next(list->token());
  if (!next) return tl::make_unexpected(next.error());
  if (list->fill(call, *next)) return success;
  service.data_put_back(list->token());
  return no_room();
}

Reply data_abort_query(Call& call) {
  const auto list = load<irrsdl_abort>(call.list);
  if (list.query == nullptr) return fail(racf::datalib::bad_parameter_list, "the query is missing");
  return reply_of(call.lab.service().data_abort_query(load<irrsdl_query>(list.query).token));
}

Reply check_status(Call& call) {
  auto list = load<irrsdl_check_status>(call.list);
  const auto certificate = octets_at(list.certificate, list.certificate_length);
  if (!certificate) return tl::make_unexpected(certificate.error());
  const auto status = call.lab.service().check_status(*certificate);
  if (!status) return tl::make_unexpected(status.error());
  list.status = call.memory.number(*status);
  store(call.list, list);
  return success;
}

Reply get_update_code(Call& call) {
  const auto code = call.lab.service().get_update_code(call.user, call.ring);
  if (!code) return tl::make_unexpected(code.error());
  store(call.list, call.memory.number(*code));
  return success;
}

Reply get_ring_info(Call& call) {
  const auto list = load<irrsdl_ring_info>(call.list);
  const auto search = static_cast<racf::datalib::RingSearch>(list.search_type);
  if (list.search_type > IRRSDL_RINGS_OF_NAME_AFTER)
    return fail(racf::datalib::bad_parameter_list, "the type of the search is not known");
  if (list.area == nullptr) return fail(racf::datalib::bad_parameter_list, "the area is missing");
  const auto infos = call.lab.service().get_ring_info(call.user, call.ring, list.area_length, search);
  if (!infos) return tl::make_unexpected(infos.error());
  const base::Bytes area = area_of(call.memory, infos->rings);
  std::memcpy(list.area, area.data(), area.size());
  return infos->codes;
}

}  // namespace ringside::connectors::datalib

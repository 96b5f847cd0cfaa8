// emulator/racf/racdcert/validity.cpp - validity periods: read from operands, and checked.
#include "emulator/racf/racdcert/validity.hpp"

namespace ringside::racf::racdcert {
namespace {

constexpr int first_year = 1950;
constexpr int last_year = 9997;

// PARSE has checked the forms of DATE and TIME.
Result<std::optional<Moment>> read_moment(const parser::Keyword& operands, const std::string& name) {
  const parser::Keyword* keyword = operands.find(name);
  if (keyword == nullptr) return std::nullopt;
  Moment moment;
  if (const std::string date = keyword->value_of("DATE"); !date.empty()) {
    moment.date = base::parse_date(date);
    if (!moment.date) return refuse(MessageId::rsd209i, name, date, "there is no such day");
    if (moment.date->year < first_year || moment.date->year > last_year)
      return refuse(MessageId::rsd209i, name, date, "the year must be 1950 to 9997");
  }
  if (const std::string time = keyword->value_of("TIME"); !time.empty()) {
    moment.time_of_day.emplace();
    if (!base::parse_time_of_day(time, *moment.time_of_day))
      return refuse(MessageId::rsd209i, name, time, "there is no such time of day");
  }
  return moment;
}

base::CivilTime moment_or(const std::optional<Moment>& moment, base::CivilTime otherwise) {
  if (!moment) return otherwise;
  const base::CivilTime& date = moment->date ? *moment->date : otherwise;
  const base::CivilTime& time = moment->time_of_day ? *moment->time_of_day : otherwise;
  return {date.year, date.month, date.day, time.hour, time.minute, time.second};
}

}  // namespace

ValidityOperands read_validity(const Request& request) {
  return {read_moment(request.operands, "NOTBEFORE"), read_moment(request.operands, "NOTAFTER")};
}

Result<Period> period_for(const Context& context, const ValidityOperands& operands) {
  if (!operands.not_before) return refusal_of(operands.not_before);
  if (!operands.not_after) return refusal_of(operands.not_after);
  base::CivilTime today = base::to_local(context.now(), context.zone());
  today.hour = today.minute = today.second = 0;
  const base::CivilTime start = moment_or(*operands.not_before, today);
  base::CivilTime year_later = base::one_year_later(start);
  year_later.hour = 23;
  year_later.minute = year_later.second = 59;
  const base::CivilTime end = moment_or(*operands.not_after, year_later);
  const Period period{*base::from_local(start, context.zone()), *base::from_local(end, context.zone())};
  if (period.not_before >= period.not_after) return refuse(MessageId::irrd133i);
  return period;
}

Period period_of(const crypto::Certificate& certificate) {
  return {certificate.not_before(), certificate.not_after()};
}

std::optional<std::string> date_problem(Context& context, const Period& period, const std::optional<Period>& issuer) {
  const auto shown = [&](base::Instant instant) { return base::listing_time(instant, context.zone()); };
  if (period.not_after < context.now()) return "it ended on " + shown(period.not_after);
  if (period.not_before > context.now()) return "it does not begin before " + shown(period.not_before);
  if (issuer && period.not_before < issuer->not_before)
    return "it begins before its issuer, which begins on " + shown(issuer->not_before);
  if (issuer && period.not_after > issuer->not_after)
    return "it ends after its issuer, which ends on " + shown(issuer->not_after);
  return std::nullopt;
}

}  // namespace ringside::racf::racdcert

// emulator/racf/racdcert/generate/validity.cpp - validity periods.
#include "emulator/racf/racdcert/generate/validity.hpp"

namespace ringside::racf::racdcert {
namespace {

constexpr int first_year = 1950;
constexpr int last_year = 9997;

// PARSE has checked the form of DATE and TIME; a missing one leaves the default.
Result<base::CivilTime> moment_operand(const parser::Keyword& operands, const std::string& name,
                                       base::CivilTime otherwise) {
  const parser::Keyword* keyword = operands.find(name);
  if (keyword == nullptr) return otherwise;
  if (const std::string date = keyword->value_of("DATE"); !date.empty()) {
    const auto parsed = base::parse_date(date);
    if (!parsed) return refuse(MessageId::rsd209i, name, date, "there is no such day");
    if (parsed->year < first_year || parsed->year > last_year)
      return refuse(MessageId::rsd209i, name, date, "the year must be 1950 to 9997");
    otherwise.year = parsed->year;
    otherwise.month = parsed->month;
    otherwise.day = parsed->day;
  }
  if (const std::string time = keyword->value_of("TIME"); !time.empty() && !base::parse_time_of_day(time, otherwise))
    return refuse(MessageId::rsd209i, name, time, "there is no such time of day");
  return otherwise;
}

}  // namespace

Result<Period> period_operands(Context& context, const parser::Keyword& operands) {
  base::CivilTime start = base::to_local(context.now(), context.zone());
  start.hour = start.minute = start.second = 0;
  const auto not_before = moment_operand(operands, "NOTBEFORE", start);
  if (!not_before) return tl::make_unexpected(not_before.error());
  base::CivilTime end = base::one_year_later(*not_before);
  end.hour = 23;
  end.minute = end.second = 59;
  const auto not_after = moment_operand(operands, "NOTAFTER", end);
  if (!not_after) return tl::make_unexpected(not_after.error());
  const Period period{*base::from_local(*not_before, context.zone()), *base::from_local(*not_after, context.zone())};
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

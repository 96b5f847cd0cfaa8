// server/services/jobs/job_submission.cpp - PUT /zosmf/restjobs/jobs: a job stream, from the body or by its name.
#include "server/services/jobs/job_submission.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <tl/expected.hpp>

#include "base/ebcdic.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/jes/submit.hpp"
#include "server/services/files/data_set_records.hpp"
#include "server/services/files/named_text.hpp"
#include "server/services/files/transfer_form.hpp"
#include "server/services/jobs/job_documents.hpp"
#include "server/services/json_body.hpp"

namespace ringside::services {
namespace {

using Stream = tl::expected<std::string, http::Response>;

tl::unexpected<http::Response> refused(JobReason reason, const std::string& text) {
  return tl::unexpected(job_error(reason, text));
}

constexpr long longest_record = 254;

/// Records of fixed length in IBM-1047, as an internal reader takes them in binary.
Stream binary_records(const http::Request& request, std::size_t width) {
  const base::Bytes body = base::to_bytes(request.body);
  std::string stream;
  for (std::size_t at = 0; at < body.size(); at += width) {
    const base::ByteView record = base::ByteView(body).subspan(at, std::min(width, body.size() - at));
    stream += base::trim_right(base::from_ebcdic(record)) + '\n';
  }
  return stream;
}

/// Records in IBM-1047, each behind its length in four octets.
Stream measured_records(const http::Request& request) {
  std::vector<base::Bytes> records;
  if (!split_records(base::to_bytes(request.body), records))
    return refused(JobReason::no_job_stream, "The body is not made of records with their lengths");
  std::string stream;
  for (const base::Bytes& record : records) stream += base::trim_right(base::from_ebcdic(record)) + '\n';
  return stream;
}

/// The job stream of the body, by X-IBM-Intrdr-Mode, -Lrecl, -Recfm and -File-Encoding.
Stream inline_stream(const http::Request& request) {
  const auto header = [&request](const std::string& name, const char* usual) {
    return base::upper(base::trim(request.headers.find("X-IBM-Intrdr-" + name).value_or(usual)));
  };
  const auto wrong = [](const std::string& name) {
    return refused(JobReason::wrong_value, "Value of X-IBM-Intrdr-" + name + " is not valid");
  };
  const auto length = base::number(header("Lrecl", "80"), longest_record);
  if (!length || *length == 0) return wrong("Lrecl");
  if (const std::string format = header("Recfm", "F"); format != "F" && format != "V") return wrong("Recfm");
  if (!is_page_of_lab(header("File-Encoding", "IBM-1047")))
    return refused(JobReason::wrong_value, "Ringside's internal reader takes the code page IBM-1047 only");
  const std::string mode = header("Mode", "TEXT");
  if (mode == "TEXT") return base::replace_all(request.body, "\r\n", "\n");
  if (mode == "BINARY") return binary_records(request, static_cast<std::size_t>(*length));
  return mode == "RECORD" ? measured_records(request) : wrong("Mode");
}

Stream named_stream(Call& call) {
  const auto json = json_object(call.request.body);
  const auto file = json ? member_text(*json, "file") : std::nullopt;
  if (!file || file->empty()) return refused(JobReason::no_job_stream, "The body does not name a file");
  if (!file->starts_with("/"))
    return refused(JobReason::no_job_stream,
                   "The file is neither a data set, //'NAME', nor an absolute path: " + base::printable(*file));
  const auto text = file->starts_with("//") ? data_set_text(call, file->substr(2)) : unix_file_text(call, *file);
  if (!text) return refused(JobReason::unreadable, text.error());
  return *text;
}

/// One header gives one symbol its value.
parser::SymbolValues symbols_of(const http::Headers& headers) {
  constexpr std::string_view prefix = "x-ibm-jcl-symbol-";
  parser::SymbolValues symbols;
  for (const auto& [name, value] : headers.rows())
    if (base::lower(name).starts_with(prefix) && symbols.size() < base::limits::job_symbols)
      symbols[base::upper(name.substr(prefix.size()))] = value.substr(0, base::limits::symbol_bytes);
  return symbols;
}

/// 1 to 32 letters, digits and national characters, the first no digit (z/OSMF Programming Guide, "Submit a job").
bool is_user_correlator(const std::string& text) {
  constexpr std::size_t longest = 32;
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || c == '$' || c == '#' || c == '@'; };
  const auto may_follow = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= longest && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(), may_follow);
}

jes::Submission submission_of(const http::Request& request) {
  jes::Submission submission;
  submission.user_correlator = request.headers.find("X-IBM-User-Correlator").value_or("");
  submission.symbols = symbols_of(request.headers);
  if (const auto job_class = request.headers.find("X-IBM-Intrdr-Class"); job_class && !job_class->empty())
    submission.job_class = base::upper(*job_class);
  submission.checks_surrogates = true;
  return submission;
}

}  // namespace

http::Response submit_job(Call& call) {
  const std::string type = base::lower(call.request.headers.find("Content-Type").value_or(""));
  const auto correlator = call.request.headers.find("X-IBM-User-Correlator");
  if (correlator && !is_user_correlator(*correlator))
    return job_error(JobReason::wrong_value, "Value of X-IBM-User-Correlator is not valid");
  const Stream stream = type.starts_with("application/json") ? named_stream(call) : inline_stream(call.request);
  if (!stream) return stream.error();
  if (!stream->starts_with("/"))
    return job_error(JobReason::no_job_stream, "Submit input data does not start with a slash");
  racf::Session session(call.lab, call.system, call.user);
  const auto results = jes::submit(session, *stream, submission_of(call.request));
  const auto job = results.empty() ? std::nullopt : call.lab.jobs().find(call.system.name, results.front().id);
  if (!job)
    return own_error(base::OwnMessage::rsd503e,
                     {"the job was not kept: " + base::join(results.front().diagnostics, "; ")});
  return json_response(201, job_document(call, *job));
}

}  // namespace ringside::services

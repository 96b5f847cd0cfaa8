// parser/jcl.cpp - a job stream in, jobs with steps, DDs and in-stream data out.
#include "parser/jcl.hpp"

#include <algorithm>
#include <utility>

#include "emulator/base/limits.hpp"
#include "emulator/base/text.hpp"
#include "parser/jcl_data.hpp"
#include "parser/jcl_records.hpp"
#include "parser/jcl_words.hpp"

namespace ringside::parser {
namespace {

using Kind = JclRecords::Kind;

constexpr std::size_t delimiter_characters = 2;
constexpr std::size_t most_errors = 100;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(' ') == std::string_view::npos;
}

class StreamParser {
 public:
  explicit StreamParser(std::string_view stream) : records_(stream) {}

  std::vector<Job> parse() && {
    while (!records_.at_end()) read_next();
    if (jobs_.empty()) {
      begin_job();
      error({"RSD311I", "NO JCL STATEMENT FOUND"}, "the text holds no record that begins with //", {1, 1}, 0);
    }
    // What followed the last job is no job, but worth telling.
    job().notes.insert(job().notes.end(), early_notes_.begin(), early_notes_.end());
    return std::move(jobs_);
  }

 private:
  void read_next() {
    switch (records_.kind()) {
      case Kind::statement:
        return read_statement();
      case Kind::comment:
      case Kind::slash_asterisk:
        return read_passive();
      case Kind::null_statement:
        read_passive();
        ended_ = !jobs_.empty();
        return;
      case Kind::data:
        return read_stray_data();
    }
  }

  Job& job() { return jobs_.back(); }

  void begin_job() {
    jobs_.emplace_back();
    ended_ = false;
    number_ = 0;
    // What stood before the JOB statement counts for it: JES2 control statements and comments may.
    job().images = std::move(early_images_);
    job().notes = std::move(early_notes_);
    job().records = std::exchange(early_records_, 0);
    early_images_.clear();
    early_notes_.clear();
  }

  [[nodiscard]] bool between_jobs() const { return jobs_.empty() || ended_; }

  void add_image(int number, std::string text) {
    (between_jobs() ? early_images_ : job().images).push_back({number, std::move(text)});
    ++(between_jobs() ? early_records_ : job().records);
  }

  void note(std::string text, Position where) {
    (between_jobs() ? early_notes_ : job().notes).push_back({std::move(text), where});
  }

  void error(Message message, std::string text, Position where, int number, std::string line = {}) {
    add_error({std::move(message), {std::move(text), where, std::move(line)}, number});
  }

  void add_error(JclError one) {
    if (job().errors.size() < most_errors) job().errors.push_back(std::move(one));
  }

  void read_passive() {
    bool in_password = false;
    add_image(0, jcl_image(records_.text(), in_password));
    records_.advance();
  }

  void read_statement() {
    ReadStatement read = read_jcl_statement(records_);
    const bool is_job = read.statement.operation == "JOB";
    if (ended_ && !is_job)
      return note("a null statement ended the job; what follows it is not read", read.statement.where);
    if (is_job || between_jobs()) begin_job();
    read.statement.number = ++number_;
    for (std::size_t at = 0; at < read.images.size(); ++at) add_image(at == 0 ? number_ : 0, read.images[at]);
    for (JclError& one : read.errors) {
      one.statement = number_;
      add_error(std::move(one));
    }
    for (RecordNote& one : read.notes) job().notes.push_back(std::move(one));
    if (number_ == 1 && !is_job)
      error({"RSD334I", "THE JOB STATEMENT IS MISSING"}, "a job begins with //name JOB", read.statement.where, number_,
            read.images.front());
    place(std::move(read));
  }

  void place(ReadStatement read) {
    const std::string operation = read.statement.operation;
    if (operation == "JOB") {
      place_job(std::move(read));
    } else if (operation == "EXEC") {
      job().steps.push_back({std::move(read.statement), {}});
    } else if (operation == "DD") {
      place_dd(std::move(read));
    } else {
      place_other(std::move(read));
    }
  }

  void place_job(ReadStatement read) {
    if (read.statement.name.empty())
      error({"RSD319I", "THE JOB NAME IS MISSING"}, "a JOB statement has its name in column 3", read.statement.where,
            number_, read.images.front());
    job().statement = std::move(read.statement);
  }

  void place_other(ReadStatement read) {
    const std::string& operation = read.statement.operation;
    const bool control = is_control_operation(operation);
    if (control || is_jcl_operation(operation)) {
      error({"RSD320I", operation + " STATEMENT IS NOT SUPPORTED"},
            "the job would do something else without it, so it does not run", read.statement.where, number_,
            read.images.front());
    } else {
      const std::string folded = base::upper(operation);
      const bool lower = folded != operation && is_jcl_operation(folded);
      error({"IEFC605I", "UNIDENTIFIED OPERATION FIELD"},
            lower ? "the operation is written in upper case" : "the statement has no operation that JCL knows",
            read.statement.where, number_, read.images.front());
    }
    if (control) job().controls.push_back({std::move(read.statement), job().steps.size()});
  }

  void place_dd(ReadStatement read) {
    DdStatement dd;
    const std::string line = read.images.front();
    JclDelimiter delimiter;
    dd.in_stream = is_in_stream(read, delimiter);
    if (!dd.in_stream && read.statement.find("DLM") != nullptr)
      error({"RSD321I", "DLM IS NOT ALLOWED HERE"}, "DLM belongs to DD * and DD DATA", read.statement.where, number_,
            line);
    dd.statement = std::move(read.statement);
    if (dd.in_stream) read_data(dd, delimiter);
    add_dd(std::move(dd), line);
  }

  void add_dd(DdStatement dd, const std::string& line) {
    if (!job().steps.empty()) {
      job().steps.back().dds.push_back(std::move(dd));
      return;
    }
    const bool concatenated = dd.statement.name.empty() && !job().dds.empty();
    if (!concatenated && !is_job_dd(dd.statement.name))
      error({"RSD322I", "DD STATEMENT BEFORE THE FIRST EXEC"}, "only JOBLIB, JOBCAT and SYSCHK may stand here",
            dd.statement.where, dd.statement.number, line);
    job().dds.push_back(std::move(dd));
  }

  /// Also for a DD whose operands are in error: its data must not be taken for JCL. Its DLM is not honoured then.
  bool is_in_stream(const ReadStatement& read, JclDelimiter& delimiter) {
    const std::string first = read.field.substr(0, read.field.find(','));
    delimiter.ends_at_statement = first == "*";
    if (first != "*" && first != "DATA") return false;
    const JclOperand* dlm = read.statement.find("DLM");
    if (dlm == nullptr) return true;
    if (dlm->text.size() != delimiter_characters) {
      error({"RSD323I", "THE DLM VALUE IS NOT VALID"}, "a delimiter is two characters", read.statement.where, number_,
            read.images.front());
      return true;
    }
    delimiter.text = dlm->text;
    delimiter.by_default = false;
    return true;
  }

  void read_data(DdStatement& dd, const JclDelimiter& delimiter) {
    InStreamData read = read_in_stream(records_, delimiter);
    job().records += static_cast<int>(read.records.size());
    job().notes.insert(job().notes.end(), read.notes.begin(), read.notes.end());
    dd.data = std::move(read.records);
    if (read.delimited) read_passive();
  }

  /// Records that belong to no DD: JES2 gives them one of its own.
  void read_stray_data() {
    const Position where{records_.line(), 1};
    const std::string line = records_.text();
    std::vector<Record> stray;
    bool blank = true;
    for (; !records_.at_end() && records_.kind() == Kind::data && !records_.only_blanks_follow(); records_.advance()) {
      blank = blank && is_blank(records_.text());
      if (!between_jobs()) stray.push_back(in_stream_record(records_));
      ++(between_jobs() ? early_records_ : job().records);
    }
    while (!records_.at_end() && records_.only_blanks_follow()) records_.advance();
    if (between_jobs()) {
      if (!blank) note("records outside a job are not read", where);
    } else if (job().steps.empty()) {
      if (!blank)
        error({"RSD324I", "DATA BEFORE THE FIRST EXEC"}, "these records belong to no DD statement", where, 0, line);
    } else if (!stray.empty()) {
      generate_sysin(std::move(stray), where, blank);
    }
  }

  void generate_sysin(std::vector<Record> data, Position where, bool blank) {
    DdStatement dd;
    dd.statement.name = "SYSIN";
    dd.statement.operation = "DD";
    dd.statement.operands.push_back({"", "*", {}, false});
    dd.statement.where = where;
    dd.statement.number = ++number_;
    dd.in_stream = true;
    dd.generated = true;
    dd.data = std::move(data);
    job().images.push_back({number_, "//SYSIN DD * GENERATED STATEMENT"});
    if (!blank) note("records that belong to no DD became a SYSIN of their own", where);
    job().steps.back().dds.push_back(std::move(dd));
  }

  JclRecords records_;
  std::vector<Job> jobs_;
  std::vector<JclImage> early_images_;
  std::vector<RecordNote> early_notes_;
  int early_records_ = 0;
  int number_ = 0;
  bool ended_ = false;  ///< by a null statement
};

}  // namespace

const JclOperand* JclStatement::find(std::string_view keyword) const {
  const auto named = [&](const JclOperand& one) { return one.keyword == keyword; };
  const auto found = std::find_if(operands.begin(), operands.end(), named);
  return found == operands.end() ? nullptr : &*found;
}

std::string JclStatement::value_of(std::string_view keyword) const {
  const JclOperand* found = find(keyword);
  return found == nullptr ? std::string{} : found->text;
}

namespace {

/// The number of the first record that is longer than any record of z/OS can be; 0 if there is none.
int overlong_record(std::string_view stream) {
  int line = 1;
  for (std::size_t at = 0; at < stream.size(); ++line) {
    const std::size_t end = std::min(stream.find('\n', at), stream.size());
    if (end - at > base::limits::input_line_bytes) return line;
    at = end + 1;
  }
  return 0;
}

std::vector<Job> refused_stream(Message message, std::string cause, int line) {
  Job refused;
  refused.errors.push_back({std::move(message), {std::move(cause), {line, line == 0 ? 0 : 1}, {}}, 0});
  return {refused};
}

}  // namespace

std::vector<Job> parse_jobs(std::string_view stream) {
  using base::limits::input_file_bytes, base::limits::input_line_bytes, base::limits::job_records;
  const auto records = static_cast<std::size_t>(std::count(stream.begin(), stream.end(), '\n'));
  if (stream.size() > input_file_bytes || records > job_records)
    return refused_stream({"RSD310I", "THE JOB STREAM IS TOO LARGE"},
                          "it has more than " + std::to_string(input_file_bytes) + " bytes or " +
                              std::to_string(job_records) + " records",
                          0);
  if (const int line = overlong_record(stream))
    return refused_stream({"RSD329I", "A RECORD IS TOO LONG"},
                          "a record has at most " + std::to_string(input_line_bytes) + " bytes", line);
  return StreamParser(stream).parse();
}

}  // namespace ringside::parser
